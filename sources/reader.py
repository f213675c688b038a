"""Readers and containers: what readers promise, which there are, and which takes a file."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from schemas.errors import UsageError
from schemas.report import Reject, Report
from sources.container import Container
from sources.containers.compressed import COMPRESSED
from sources.containers.mhtml import MhtmlContainer
from sources.containers.tape import TapeContainer
from sources.containers.wacz import WaczContainer
from sources.containers.warc import WarcContainer
from sources.containers.zip import ZipContainer
from sources.databases.factiva_page import FactivaPageReader
from sources.documents.doc import DocReader
from sources.documents.docx import DocxReader
from sources.documents.epub import EpubReader
from sources.documents.odt import OdtReader
from sources.documents.pdf import PdfReader
from sources.documents.rtf import RtfReader
from sources.excel import ExcelReader
from sources.feed import FeedReader
from sources.html import HtmlReader
from sources.jsonl import JsonLinesReader
from sources.mail.eml import EmlContainer
from sources.mail.mbox import MboxContainer
from sources.options import ReadOptions
from sources.parquet import ParquetReader
from sources.source import Source
from sources.table import TableReader
from sources.text import TextReader

__all__ = ["CONTAINERS", "READERS", "Reader", "reader_for", "reader_named"]


@runtime_checkable
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

    @property
    def is_signed(self) -> bool:
        """Whether `accepts` knows the format by marks that no other has, so that it outranks the file's ending."""

    @property
    def is_binary(self) -> bool:
        """Whether the bytes are no text."""

    def accepts(self, head: bytes) -> bool:
        """Say whether the first bytes of a file look like this format."""

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the reports of a source as they come."""


# In the order in which they are asked about content: whatever is text is plain text at last.
READERS: dict[str, Reader] = {
    reader.name: reader
    for reader in (
        PdfReader(),
        EpubReader(),
        OdtReader(),
        RtfReader(),
        FactivaPageReader(),
        HtmlReader(),
        FeedReader(),
        ExcelReader(),
        DocxReader(),
        ParquetReader(),
        DocReader(),
        JsonLinesReader(),
        TableReader(),
        TextReader(),
    )
}
# In the order in which they are asked: a packed web crawl is a ZIP, too, and a saved page a mail.
CONTAINERS: dict[str, Container] = {
    container.name: container
    for container in (
        WaczContainer(),
        ZipContainer(),
        TapeContainer(),
        *COMPRESSED,
        WarcContainer(),
        MhtmlContainer(),
        EmlContainer(),
        MboxContainer(),
    )
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


def reader_for(head: bytes, suffix: str, *, is_text_taken: bool) -> Reader | Container | None:
    """Choose by marks in the content, then by the file name's ending, at last by how the content looks.

    A page saved with the ending of a text is a page all the same; plain text is taken only where `is_text_taken`.
    """
    readers = READERS.values()
    signed = (reader for reader in readers if reader.is_signed and reader.accepts(head))
    opened = (container for container in CONTAINERS.values() if container.accepts(head))
    named = (reader for reader in readers if suffix.lower() in reader.suffixes)
    alike = (reader for reader in readers if (reader.name != "text" or is_text_taken) and reader.accepts(head))
    return next((taker for takers in (signed, opened, named, alike) for taker in takers), None)
