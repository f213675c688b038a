"""A draft: a report as a file gives it, before its date and language are read."""

import re
import unicodedata
from collections.abc import Iterator

from schemas.record import Record
from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.front_matter import FrontMatter, read_front_matter
from sources.language import detect_language, language_code
from sources.options import ReadOptions
from sources.publication import Publication, read_publication, what_is_wrong
from sources.refusal import Refusal

__all__ = ["Draft", "finished"]

_SURROGATES = re.compile("[\ud800-\udfff]")


class Draft(Record):
    """All values as written; `has_front_matter` where title and byline stand in the text itself."""

    text: str
    media_type: str
    raw_sha256: str
    external_id: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    dateline: str | None = None
    has_front_matter: bool = False


def finished(draft: Draft, options: ReadOptions, *, path: str, part: str | None = None) -> Iterator[Report | Reject]:
    """Make a report of a draft; a date that is none is told beside it, a draft without words instead of it.

    Line ends become line feeds and lone surrogates, which no file can hold, U+FFFD; nothing else is touched.
    """
    text = _storable(draft.text).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        yield Refusal(
            reason=RejectReason.EMPTY, detail="There are no words in it. Leave it out, or fetch it again."
        ).at(path, part=part)
        return
    opening = read_front_matter(text)
    written = _clean(draft.published) or opening.published
    publication = read_publication(written, date_order=options.date_order) if written else None
    if written and publication is None:
        yield Refusal(reason=RejectReason.DATE, detail=what_is_wrong(written)).at(path, part=part)
    yield _report(draft, text, opening, publication, options)


def _report(
    draft: Draft, text: str, opening: FrontMatter, publication: Publication | None, options: ReadOptions
) -> Report:
    above = opening if draft.has_front_matter else FrontMatter()
    language = language_code(draft.language) if draft.language else None
    return Report.identified(
        text=text,
        media_type=draft.media_type,
        raw_sha256=draft.raw_sha256,
        external_id=_clean(draft.external_id),
        publisher=_clean(draft.publisher) or above.publisher,
        title=_clean(draft.title) or above.title,
        byline=_clean(draft.byline) or above.byline,
        url=_clean(draft.url) or above.url,
        language=language or detect_language(text),
        published=publication.day if publication else options.published,
        published_at=publication.moment if publication else None,
        dateline=_clean(draft.dateline) or opening.dateline,
    )


def _clean(value: str | None) -> str | None:
    """Write a value on one line; None where nothing is written."""
    return " ".join(unicodedata.normalize("NFC", _storable(value)).split()) or None if value else None


def _storable(value: str) -> str:
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", value)
