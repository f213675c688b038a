"""Documents of old Word (.doc): they are known, so that it can be said what to do with them."""

from collections.abc import Iterator

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.documents.docx import OLE, is_locked
from sources.documents.package import locked
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source
from sources.whole import read_bytes

__all__ = ["DocReader"]


class DocReader:
    """Reads none of them."""

    name = "doc"
    media_types = ("application/msword",)
    suffixes = (".doc", ".dot")
    is_signed = False  # the mark is that of other programs' old files as well: mails, tables
    is_binary = True

    def accepts(self, head: bytes) -> bool:
        """Take what has the mark of old files of Word."""
        return head.startswith(OLE)

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Say how it can be read."""
        whole = read_bytes(source, options)
        yield source.refused(whole if isinstance(whole, Refusal) else _refusal(whole.data))


def _refusal(data: bytes) -> Refusal:
    if is_locked(data):
        return locked("Word document")
    if data.startswith(OLE):
        return Refusal(
            reason=RejectReason.UNKNOWN_FORMAT,
            detail="This is a file of old Word, which no reader takes. Open it and save it as .docx.",
        )
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail="This is no Word document, whatever its name says. If it is plain text, give it the ending .txt.",
    )
