"""The pages that are written by hand and show what the program printed: cog fills the marked parts."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

from cogapp import Cog

from tests.documentation.desk import ROOT, Desk

__all__ = ["PAGES", "ROOT", "refreshed"]

PAGES = ("README.md", "docs/design.md", "docs/codebooks.md", "docs/places.md", "docs/correcting.md")


def refreshed(page: str) -> str:
    """Give a page with every marked part as the program tells it now."""
    written = io.StringIO((ROOT / page).read_text(encoding="utf-8"))
    renewed = io.StringIO()
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        shown = {"ran": desk.ran, "answer": desk.answer, "rooms": desk.rooms, "shown": desk.shown, "asked": desk.asked}
        Cog().process_file(written, renewed, fname=page, globals=shown)
    return renewed.getvalue()
