"""A draft: a report as a file gives it, before its date and language are read."""

import re
import unicodedata
from collections.abc import Iterator

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.front_matter import FrontMatter, read_front_matter
from sources.language import detect_language, language_code
from sources.metadata import Metadata
from sources.options import ReadOptions
from sources.publication import read_publication, what_is_wrong
from sources.refusal import Refusal
from sources.source import Source

__all__ = ["Draft", "finished"]

SAID = ("external_id", "publisher", "title", "byline", "url")  # what is stored as it is written

_SURROGATES = re.compile("[\ud800-\udfff]")


class Draft(Metadata):
    """All values as written; `has_front_matter` where title and byline stand in the text itself."""

    text: str
    media_type: str
    raw_sha256: str
    dateline: str | None = None
    has_front_matter: bool = False


def finished(
    draft: Draft, options: ReadOptions, source: Source, *, part: str | None = None
) -> Iterator[Report | Reject]:
    """Make a report of a draft; a date that is none is told beside it, a draft without words instead of it.

    What the draft leaves open, the container that the source came out of may tell. Line ends become line feeds
    and lone surrogates, which no file can hold, U+FFFD; nothing else is touched.
    """
    path, part = source.path, part or source.part
    text = _storable(draft.text).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        yield Refusal(
            reason=RejectReason.EMPTY, detail="There are no words in it. Leave it out, or fetch it again."
        ).at(path, part=part)
        return
    opening = read_front_matter(text)
    written = _first("published", draft, opening, source.metadata)
    publication = read_publication(written, date_order=options.date_order) if written else None
    if written and publication is None:
        yield Refusal(reason=RejectReason.DATE, detail=what_is_wrong(written)).at(path, part=part)
    above = opening if draft.has_front_matter else FrontMatter()
    said = {name: _first(name, draft, above, source.metadata) for name in SAID}
    named = _first("language", draft, source.metadata)
    yield Report.identified(
        **said,
        language=(named and language_code(named)) or detect_language(text),
        published=publication.day if publication else options.published,
        text=text,
        media_type=draft.media_type,
        raw_sha256=draft.raw_sha256,
        published_at=publication.moment if publication else None,
        dateline=_clean(draft.dateline) or opening.dateline,
        file=path,
        part=part,
    )


def _first(name: str, *tellers: Metadata | FrontMatter) -> str | None:
    """Give a value as the first of those who tell it writes it."""
    return next((value for teller in tellers if (value := _clean(getattr(teller, name, None)))), None)


def _clean(value: str | None) -> str | None:
    """Write a value on one line; None where nothing is written."""
    return " ".join(unicodedata.normalize("NFC", _storable(value)).split()) or None if value else None


def _storable(value: str) -> str:
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", value)
