"""The page of a dataset in a real browser: filters, keyboard, evidence, and words that stay words."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from outputs.pages.dataset.page import page
from outputs.plots.selection import Choice
from outputs.store.connect import open_for_writing
from schemas.errors import ExportError, UsageError
from tests.outputs.export.synthetic import fill
from tests.outputs.pages.conftest import told_path

__all__ = ["told_path"]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MANY = 10_000
ROWS_ON_A_PAGE = 50

# What a report may hold to run in a browser, or to be read backwards.
HOSTILE = (
    "</script><script>document.title='run'</script><img src=x onerror=\"document.title='run'\"></textarea>"
    "<svg onload=document.title='run'> \u202eegatsoh {{constructor}} ${alert(1)}"
)

Opened = Callable[[Path], Page]

in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Open a file; whatever it asks of a network or says of an error fails the test."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    wrong: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)

    def open_file(path: Path) -> Page:
        tab.goto(path.as_uri())
        tab.wait_for_selector("html[data-ready]")
        return tab

    yield open_file
    tab.close()
    assert [url for url in asked if not url.startswith("file:")] == []
    assert len(asked) == 1
    assert wrong == []


@pytest.fixture(scope="module")
def hostile(told_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the page of one incident whose every word means harm."""
    folder = tmp_path_factory.mktemp("hostile")
    dataset = Path(shutil.copy(told_path, folder))
    with open_for_writing(dataset) as connection:
        connection.execute(
            "update incident_facts set place = $words, country = $words, actor1 = $words, summary = $words",
            {"words": HOSTILE},
        )
        connection.execute("update reports set title = $words, publisher = $words", {"words": HOSTILE})
        connection.execute("update reports set text = text || $words, url = 'javascript:alert(1)'", {"words": HOSTILE})
    output = folder / "page.html"
    page(dataset, output, choice=Choice(), title=HOSTILE, force=False)
    return output


@pytest.fixture(scope="module")
def many(empty_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    dataset = Path(shutil.copy(empty_master, folder))
    fill(dataset, count=MANY)
    output = folder / "page.html"
    page(dataset, output, choice=Choice(), title=None, force=False)
    return output


def shown(tab: Page) -> int:
    """Give how many incidents the page says that it shows."""
    return int((tab.text_content("#count") or "").split()[0].replace(",", ""))


def labelled(tab: Page, name: str) -> int:
    """Give the first number that a chart's label tells."""
    found = re.search(r"\d+", tab.get_attribute(name, "aria-label") or "")
    return int(found.group()) if found else -1


@in_a_browser
def test_words_of_a_report_stay_words(hostile: Path, opened: Opened) -> None:
    tab = opened(hostile)
    tab.click("#table .open")
    assert "</script><script>" in (tab.text_content("#incident-title") or "")
    assert "onerror=" in (tab.text_content("#incident-body") or "")
    assert tab.locator("img, svg, textarea").count() == 0
    assert tab.locator("#incident a").count() == 0
    assert tab.title() != "run"
    assert "\u202e" not in tab.content()
    assert tab.locator("script").count() == 3  # the data, the library and the page's own


@in_a_browser
def test_the_evidence_is_marked_by_its_field(hostile: Path, opened: Opened) -> None:
    tab = opened(hostile)
    tab.click("#table .open")
    assert tab.locator("#incident mark.m-killed .label").count() > 0
    colours = {
        field: tab.locator(f"#incident mark.m-{field}").first.evaluate("mark => getComputedStyle(mark).backgroundColor")
        for field in ("killed", "place")
    }
    assert colours["killed"] != colours["place"]


@in_a_browser
def test_tolls_that_differ_stand_side_by_side(hostile: Path, opened: Opened) -> None:
    tab = opened(hostile)
    tab.click("#table .open")
    told = tab.locator("#incident .tolls tr").all_text_contents()
    assert len(told) > 2
    assert told[1].startswith("In the dataset")


@in_a_browser
def test_filters_move_map_timeline_and_table_together(many: Path, opened: Opened) -> None:
    tab = opened(many)
    tab.wait_for_selector("#map canvas")
    before = [shown(tab), labelled(tab, "#map"), labelled(tab, "#course-incidents")]
    picture = tab.locator("#map canvas").screenshot()
    tab.locator("#kinds input").first.uncheck()
    tab.fill("#since", "2019-01-01")
    after = [shown(tab), labelled(tab, "#map"), labelled(tab, "#course-incidents")]
    assert all(0 < fewer < more for fewer, more in zip(after, before, strict=True))
    assert tab.locator("#map canvas").screenshot() != picture
    assert f"of {after[0]:,}" in (tab.text_content("#position") or "")
    tab.click("button[type=reset]")
    tab.wait_for_selector(f"#count:text('{before[0]:,} of')")


@in_a_browser
def test_ten_thousand_incidents_are_shown_a_page_at_a_time(many: Path, opened: Opened) -> None:
    tab = opened(many)
    assert shown(tab) > MANY * 0.9  # but for those that were dismissed
    assert tab.locator("#table tbody tr").count() == ROWS_ON_A_PAGE
    first = tab.text_content("#table tbody tr")
    tab.click("#after")
    assert tab.text_content("#table tbody tr") != first
    assert tab.locator("#table tbody tr").count() == ROWS_ON_A_PAGE


@in_a_browser
def test_a_column_sorts_both_ways_and_says_so(many: Path, opened: Opened) -> None:
    tab = opened(many)
    killed = tab.locator("#table th button", has_text="Killed")
    killed.click()
    assert tab.locator("#table th[aria-sort=descending]").text_content() == "Killed ↓"
    most = tab.locator("#table tbody tr").first.locator("td").nth(4).text_content()
    killed.click()
    assert tab.locator("#table th[aria-sort=ascending]").text_content() == "Killed ↑"
    assert tab.locator("#table tbody tr").first.locator("td").nth(4).text_content() != most


@in_a_browser
def test_the_keyboard_does_it_all(many: Path, opened: Opened) -> None:
    tab = opened(many)
    tab.focus("#table .open >> nth=0")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    title = tab.text_content("#incident-title")
    assert tab.locator("#incident").evaluate("dialog => dialog.open")
    tab.focus("#later")
    tab.keyboard.press("Enter")
    assert tab.text_content("#incident-title") != title
    tab.keyboard.press("Escape")
    assert not tab.locator("#incident").evaluate("dialog => dialog.open")
    picture = tab.locator("#map canvas").screenshot()
    tab.focus("#map")
    tab.keyboard.press("+")
    tab.keyboard.press("ArrowRight")
    tab.wait_for_timeout(100)
    assert tab.locator("#map canvas").screenshot() != picture


@in_a_browser
def test_a_telephone_shows_it_without_scrolling_sideways(many: Path, opened: Opened) -> None:
    tab = opened(many)
    tab.set_viewport_size({"width": 380, "height": 800})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 380


def test_the_same_dataset_gives_the_same_bytes(told_path: Path, tmp_path: Path) -> None:
    for name in "ab":
        page(told_path, tmp_path / name, choice=Choice(), title="Same", force=False)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_page_that_is_there_stays_without_force(told_path: Path, tmp_path: Path) -> None:
    output = tmp_path / "page.html"
    output.write_text("mine")
    with pytest.raises(ExportError, match="is there already"):
        page(told_path, output, choice=Choice(), title=None, force=False)
    assert output.read_text() == "mine"


def test_a_country_that_is_not_there_is_named(told_path: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no incident in 'ZZ'"):
        page(told_path, tmp_path / "page.html", choice=Choice(countries=("ZZ",)), title=None, force=False)
    assert list(tmp_path.iterdir()) == []


@in_a_browser
def test_an_empty_dataset_gives_a_page_that_says_so(empty_dataset: Path, tmp_path: Path, opened: Opened) -> None:
    page(empty_dataset, tmp_path / "page.html", choice=Choice(), title=None, force=False)
    tab = opened(tmp_path / "page.html")
    assert "0 of 0 incidents" in (tab.text_content("#count") or "")
    assert tab.text_content("#position") == "Nothing fits this choice."
