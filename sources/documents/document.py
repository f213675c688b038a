"""A document whose bytes are read at once: one report, or the articles of a download."""

from collections.abc import Callable, Iterator

from schemas.record import Record
from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.articles import reports_in
from sources.documents.package import PackageError
from sources.draft import Draft
from sources.metadata import Metadata
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source
from sources.whole import read_bytes

__all__ = ["Document", "reports_from", "reports_of", "too_long"]


class Document(Record):
    """The words of a document and what its properties say of them."""

    text: str
    metadata: Metadata = Metadata()


def reports_of(
    source: Source, options: ReadOptions, *, media_type: str, parse: Callable[[bytes, ReadOptions], Document | Refusal]
) -> Iterator[Report | Reject]:
    """Give the report of a document, or those of a download, once `parse` has made text of its bytes."""
    whole = read_bytes(source, options)
    if isinstance(whole, Refusal):
        yield source.refused(whole)
        return
    try:
        document = parse(whole.data, options)
    except PackageError as error:
        document = error.refusal
    if isinstance(document, Refusal):
        yield source.refused(document)
        return
    yield from reports_from(document, options, source, media_type=media_type, sha256=whole.sha256)


def reports_from(
    document: Document, options: ReadOptions, source: Source, *, media_type: str, sha256: str
) -> Iterator[Report | Reject]:
    """Give the report that a document is, or those of a download."""
    if len(document.text) > options.largest_report:
        yield source.refused(too_long(len(document.text), options))
        return
    said = document.metadata.model_dump(exclude_none=True)
    values = {**said, "text": document.text, "media_type": media_type, "raw_sha256": sha256}
    yield from reports_in(Draft.model_validate({**values, "has_front_matter": True}), options, source)


def too_long(length: int, options: ReadOptions) -> Refusal:
    """Say that a text is longer than a report may be."""
    return Refusal(
        reason=RejectReason.TOO_LARGE,
        detail=f"Its text has {length:,} characters; {options.largest_report:,} is the most for one report. "
        "Split it into its reports.",
    )
