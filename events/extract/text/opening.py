"""How a report opens: its dateline, which says where and when it was written, and is no part of a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from events.dates.dateline import Dateline, read_dateline
from events.dates.grammar import Grammar
from events.extract.text.sentences import Sentence
from schemas.place import PlaceReference

__all__ = ["Opening", "open_report"]

LAST_PARAGRAPH = 5  # headline, date, byline, caption, and then the dateline


@dataclass(frozen=True, slots=True)
class Opening:
    """A report's sentences without its dateline, and what that tells.

    `today` is the day that "today" means: the dateline's, else the day of publication.
    """

    sentences: tuple[Sentence, ...]
    today: date | None
    place: PlaceReference | None = None


def open_report(sentences: Sequence[Sentence], *, published: date | None, grammar: Grammar | None = None) -> Opening:
    """Cut the dateline off the sentence that it stands before."""
    first_of_paragraph: dict[int, int] = {}
    for position, sentence in enumerate(sentences):
        first_of_paragraph.setdefault(sentence.paragraph, position)
    for position in list(first_of_paragraph.values())[: LAST_PARAGRAPH + 1]:
        found = read_dateline(sentences[position].text, published=published, grammar=grammar)
        if found is not None:
            return _without(sentences, position, found, published)
    return Opening(tuple(sentences), published)


def _without(sentences: Sequence[Sentence], position: int, dateline: Dateline, published: date | None) -> Opening:
    sentence = sentences[position]
    cut = dateline.span.end
    rest = replace(sentence, text=sentence.text[cut:], start=sentence.start + cut)
    place = PlaceReference(
        name=dateline.place,
        span=dateline.place_span.shifted(sentence.start),
        relation="dateline",
        within=(dateline.country,) if dateline.country else (),
    )
    kept = [rest] if rest.text.strip() else []
    return Opening((*sentences[:position], *kept, *sentences[position + 1 :]), _today(dateline.day, published), place)


def _today(written: date | None, published: date | None) -> date | None:
    """Take the dateline's day where it fits: an old date in a new report is a reprint's, or misread."""
    if written is None:
        return published
    if published is None or abs((published - written).days) <= 7:  # noqa: PLR2004 -- a week
        return written
    return published
