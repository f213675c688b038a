"""PDFs with words in them: read in the order of their columns, without running heads, paragraph by paragraph."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.documents.document import Document, reports_from
from sources.documents.paragraphs import joined
from sources.documents.pdf_helper import PdfHelper, is_installed
from sources.documents.properties import borne_out
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source
from sources.whole import read_bytes

__all__ = ["PdfReader"]

MARK = b"%PDF-"
EARLY = 1_024  # bytes that may stand before the mark of one that is named so, say its makers
MOST_NAMED = 10  # pages that a message lists

_HELPER = PdfHelper()


class PdfReader:
    """Reads a PDF in a program of its own, which may take `longest_wait` seconds and no more than its memory."""

    name = "pdf"
    media_types = ("application/pdf",)
    suffixes = (".pdf",)
    is_signed = True
    is_binary = True

    def accepts(self, head: bytes) -> bool:
        """Take what begins with the mark of PDFs."""
        return head.lstrip(b" \t\r\n\0\xef\xbb\xbf").startswith(MARK)

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the report, or those of a download; pages that are pictures are told beside them."""
        whole = read_bytes(source, options)
        if isinstance(whole, Refusal):
            yield source.refused(whole)
            return
        answer = _asked(whole.data, options)
        if isinstance(answer, Refusal):
            yield source.refused(answer)
            return
        if answer["pictures"]:
            yield source.refused(_pictures(), part=_inside(source, _listed(answer["pictures"])))
        pages = answer["pages"]
        inside = replace(source, part=_inside(source, f"pages 1-{pages}" if pages > 1 else "page 1"))
        text = joined(answer["paragraphs"])
        said = borne_out(text, title=answer["title"], byline=answer["byline"])
        document = Document(text=text, metadata=said)
        yield from reports_from(document, options, inside, media_type=self.media_types[0], sha256=whole.sha256)


def _asked(data: bytes, options: ReadOptions) -> dict[str, Any] | Refusal:
    if MARK not in data[: EARLY + len(MARK)]:
        return _wrong("none", options)
    if not is_installed():
        return _wrong("unread", options)
    answer = _HELPER.ask(data, longest_wait=options.longest_wait)
    if wrong := answer.get("wrong"):
        return _wrong(str(wrong), options)
    return answer if any(answer["paragraphs"]) else _wrong("scan" if answer["pictures"] else "empty", options)


def _inside(source: Source, pages: str) -> str:
    return f"{source.part}, {pages}" if source.part else pages


def _listed(pages: list[int]) -> str:
    more = f" and {len(pages) - MOST_NAMED:,} more" if len(pages) > MOST_NAMED else ""
    return f"{'page' if len(pages) == 1 else 'pages'} {', '.join(map(str, pages[:MOST_NAMED]))}{more}"


def _pictures() -> Refusal:
    return Refusal(
        reason=RejectReason.EMPTY,
        detail="What is here is a picture of a page, without words. Run ocrmypdf over the PDF first to have them read.",
    )


def _wrong(what: str, options: ReadOptions) -> Refusal:
    reason, detail = _WRONG.get(what, _WRONG["broken"])
    return Refusal(reason=reason, detail=detail.format(seconds=options.longest_wait))


_WRONG = {
    "scan": (
        RejectReason.EMPTY,
        "The PDF is a scan: pictures of pages, without words. Run ocrmypdf over it first and read what that writes.",
    ),
    "empty": (RejectReason.EMPTY, "The PDF has no words. Leave it out; if words are seen in it, run ocrmypdf over it."),
    "garbled": (
        RejectReason.ENCODING,
        "The PDF does not tell which letters it shows. Run ocrmypdf --force-ocr over it first.",
    ),
    "locked": (RejectReason.UNREADABLE, "The PDF is locked with a password. Open it and save it without one."),
    "broken": (RejectReason.MALFORMED, "The PDF is broken or cut off. Fetch it again."),
    "none": (
        RejectReason.MALFORMED,
        "This is no PDF, whatever its name says. Give it the ending of what it is, or fetch it again.",
    ),
    "unread": (RejectReason.UNKNOWN_FORMAT, 'PDFs need one more library. Run: pip install "affray[pdf]"'),
    "late": (
        RejectReason.TOO_LARGE,
        "The PDF was not read after {seconds:,.0f} seconds and was given up. Split it, or save its text as .txt.",
    ),
    "large": (
        RejectReason.TOO_LARGE,
        "The PDF needs more memory than it may have. Split it, or save its text as .txt.",
    ),
    "crashed": (
        RejectReason.MALFORMED,
        "The PDF stopped the program that opens PDFs. Print it to a new PDF, or save its text as .txt.",
    ),
}
