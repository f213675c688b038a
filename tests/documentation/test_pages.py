"""What the pages show is what the program prints, and their links lead somewhere."""

import re
from pathlib import Path

import pytest

from tests.documentation.pages import PAGES, ROOT, refreshed

WRITTEN = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md")])
LINK = re.compile(r"\]\((?!https?://)(?P<path>[^)#]*)(?:#(?P<heading>[^)]+))?\)")


@pytest.mark.parametrize("page", PAGES)
def test_no_page_shows_what_the_program_no_longer_prints(page: str) -> None:
    assert (ROOT / page).read_text(encoding="utf-8") == refreshed(page), f"{page} is stale: run make docs"


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for link in LINK.finditer(page.read_text(encoding="utf-8")):
        target = (page.parent / link["path"]) if link["path"] else page
        assert target.exists(), link[0]
        assert link["heading"] is None or link["heading"] in anchors(target), link[0]


def anchors(page: Path) -> set[str]:
    """Give the names under which a page's headings can be linked to, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
