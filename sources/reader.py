"""Readers: what they promise, and which there are."""

from collections.abc import Iterator
from typing import Protocol

from schemas.errors import UsageError
from schemas.report import Reject, Report
from sources.html import HtmlReader
from sources.jsonl import JsonLinesReader
from sources.options import ReadOptions
from sources.source import Source
from sources.table import TableReader
from sources.text import TextReader

__all__ = ["READERS", "Reader", "reader_for", "reader_named"]


class Reader(Protocol):
    """Turns the bytes of one format into reports, and what cannot be read into rejects; it raises nothing."""

    @property
    def name(self) -> str:
        """What the format is called."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """What `Report.media_type` may be."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of file names, in small letters, that are this format's."""

    def accepts(self, head: bytes) -> bool:
        """Say whether the first bytes of a file look like this format."""

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the reports of a source as they come."""


# In the order in which they are asked about content: whatever is text is plain text at last.
READERS: dict[str, Reader] = {
    reader.name: reader for reader in (HtmlReader(), JsonLinesReader(), TableReader(), TextReader())
}


def reader_named(name: str) -> Reader:
    """Give the reader of a format.

    Raises:
        UsageError: there is no such format.

    """
    try:
        return READERS[name]
    except KeyError:
        raise UsageError(f"There is no format {name!r}. Choose one of: {', '.join(READERS)}.") from None


def reader_for(head: bytes, suffix: str, *, is_text_taken: bool) -> Reader | None:
    """Choose by the file name's ending, else by the content; plain text only where `is_text_taken`.

    A page saved with the ending of a text is a page all the same.
    """
    html, text = READERS["html"], READERS["text"]
    by_suffix = next((reader for reader in READERS.values() if suffix.lower() in reader.suffixes), None)
    if by_suffix:
        return html if by_suffix is text and html.accepts(head) else by_suffix
    readers = (reader for reader in READERS.values() if reader is not text or is_text_taken)
    return next((reader for reader in readers if reader.accepts(head)), None)
