"""Anchors: the words of reports by which a judgement finds its mentions again, whatever extractor reads them later."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from duckdb import DuckDBPyConnection

from events.extract.text.furniture import Furniture
from events.extract.text.sentences import split_sentences
from events.judgements.asking import ask
from schemas.codebook import load_codebook
from schemas.judgement import Anchor
from schemas.record import Record, content_id
from schemas.span import Span

__all__ = ["Member", "anchors_of", "members_of", "neighbours", "sentence_around"]


class Member(Record):
    """A mention of an incident, with the words that tell it."""

    mention_id: str
    report_id: str
    span: Span


def members_of(connection: DuckDBPyConnection, incident_id: str) -> list[Member]:
    """Give the mentions of an incident, the founding one first, then by day and id."""
    members = [
        Member(mention_id=mention_id, report_id=report_id, span=Span(start=start, end=end))
        for mention_id, report_id, start, end in ask(connection, "members", incident_id=incident_id)
    ]
    return sorted(members, key=lambda member: content_id("i", [member.mention_id]) != incident_id)


def anchors_of(connection: DuckDBPyConnection, parts: Sequence[Sequence[Member]]) -> Iterator[Anchor]:
    """Give the anchors of mentions, part by part, then what stands in the same sentences and is not meant."""
    meant = {member.mention_id for part in parts for member in part}
    texts = _texts(connection, {member.report_id for part in parts for member in part})
    seen: set[tuple[str, Span]] = set()
    for number, part in enumerate(parts):
        for member in part:
            sentence = sentence_around(texts[member.report_id], member.span)
            seen.add((member.report_id, sentence))
            yield Anchor(report_id=member.report_id, span=member.span, sentence=sentence, part=number)
    for report_id, sentence in sorted(seen, key=lambda entry: (entry[0], entry[1].start)):
        yield from neighbours(connection, report_id, sentence, meant=meant)


def neighbours(
    connection: DuckDBPyConnection, report_id: str, words: Span, *, meant: Collection[str] = ()
) -> Iterator[Anchor]:
    """Give the mentions told within some words of a report that are not those meant."""
    values = {"report_id": report_id, "start": words.start, "end": words.end}
    for mention_id, start, end in ask(connection, "told_within", **values):
        if mention_id not in meant:
            yield Anchor(report_id=report_id, span=Span(start=start, end=end), sentence=words, part=None)


def sentence_around(text: str, span: Span) -> Span:
    """Give the sentence that holds a span, or the span where none holds it whole."""
    for sentence in split_sentences(text, _furniture()):
        whole = sentence.span(0, len(sentence.text))
        if whole.start <= span.start and span.end <= whole.end:
            return whole
    return span


def _texts(connection: DuckDBPyConnection, report_ids: Collection[str]) -> dict[str, str]:
    return dict(ask(connection, "texts", report_ids=sorted(report_ids)))


@cache
def _furniture() -> Furniture:
    return Furniture(load_codebook("furniture"))
