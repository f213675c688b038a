"""The seven things that a person can say of incidents, each checked before anything is written."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from events.judgements.additions import mention_named as named_by
from events.judgements.additions import read_report
from events.judgements.anchoring import anchors_of, members_of, neighbours, sentence_around
from events.judgements.asking import ask
from events.judgements.hearing import Hearing, Outcome
from events.judgements.meaning import meaning
from events.judgements.naming import incident_named, judgement_named, mention_named, report_named
from events.judgements.saying import read_saying
from outputs.query.visible import visible
from outputs.store.judgements import standing_judgements
from schemas.errors import JudgementError
from schemas.judgement import Anchor
from schemas.record import content_id
from schemas.span import Span
from schemas.vocabulary import JudgementKind

__all__ = ["add", "confirm", "correct", "dismiss", "merge", "split", "undo"]


def correct(
    hearing: Hearing, written: str, words: Sequence[str], *, gazetteer: Path | None = None, codebook: Path | None = None
) -> Outcome:
    """Give an incident other values than its reports do."""
    incident_id = incident_named(hearing.connection, written)
    standing = hearing.columns(incident_id)
    said = read_saying(words, standing=standing)
    for actor in ("actor1", "actor2"):
        if f"{actor}_type" in said and actor not in said and standing[actor] is None:
            raise JudgementError(f"{actor}_type needs somebody who is of it, and {actor} is unknown. Say {actor}=NAME.")
    meant = meaning(said, standing=standing, gazetteer=gazetteer, codebook=codebook)
    return hearing.judge(
        JudgementKind.CORRECT,
        incident_ids=[incident_id],
        anchors=lambda: _whole(hearing, incident_id),
        said=said,
        meant=meant,
    )


def add(
    hearing: Hearing,
    report: str,
    quote: str,
    words: Sequence[str],
    *,
    nth: int | None = None,
    gazetteer: Path | None = None,
    codebook: Path | None = None,
) -> Outcome:
    """Add an incident that no extractor found, at words of a report."""
    connection = hearing.connection
    report_id = report_named(connection, report)
    found = read_report(connection, report_id)
    if found is None:
        raise JudgementError(f"{report_id} was withdrawn, so that nothing in it can be quoted.")
    span = quoted(found.text, quote, nth=nth, report_id=report_id)
    said = read_saying(words, standing={})
    if "sub_event_type" not in said:
        raise JudgementError("An incident needs its kind: sub_event_type=Attack, or another of ACLED's words.")
    if "summary" in said:
        raise JudgementError("The summary of an incident that is added is the quote. Leave summary out.")
    mention_id = named_by(report_id, span)
    if ask(connection, "mention_there", mention_id=mention_id):
        raise JudgementError(f"{report_id} tells an incident at these very words: {mention_id}. Correct that one.")
    day = found.published
    meant = meaning(said, standing={"date_start": day, "date_end": day}, gazetteer=gazetteer, codebook=codebook)
    anchor = Anchor(report_id=report_id, span=span, sentence=sentence_around(found.text, span))
    return hearing.judge(
        JudgementKind.ADD,
        incident_ids=[content_id("i", [mention_id])],
        anchors=lambda: [anchor, *neighbours(connection, report_id, span)],
        said=said,
        meant=meant,
    )


def quoted(text: str, quote: str, *, nth: int | None, report_id: str) -> Span:
    """Find the words that a person quotes; where they stand more than once, the `nth` from 1.

    Raises:
        JudgementError: they do not stand there, or it is not said which are meant.

    """
    words = quote.strip()
    shown = visible(words[:60])
    starts: list[int] = []
    while words and (start := text.find(words, starts[-1] + 1 if starts else 0)) >= 0:
        starts.append(start)
    if not starts:
        raise JudgementError(f"{report_id} does not say '{shown}'. Quote its words as they stand there.")
    if nth is None and len(starts) > 1:
        raise JudgementError(f"{report_id} says '{shown}' {len(starts)} times. Say which with --nth, from 1.")
    with suppress(IndexError):
        if nth is None or nth > 0:
            start = starts[(nth or 1) - 1]
            return Span(start=start, end=start + len(words))
    raise JudgementError(f"{report_id} says '{shown}' {len(starts)} times: --nth {nth} is none of them.")


def merge(hearing: Hearing, written: Sequence[str]) -> Outcome:
    """Say that several incidents are one."""
    incident_ids = [incident_named(hearing.connection, word) for word in written]
    if len(set(incident_ids)) < len(incident_ids) or len(incident_ids) == 1:
        twice = next((name for name in incident_ids if incident_ids.count(name) > 1), incident_ids[0])
        raise JudgementError(f"{twice} cannot be merged with itself. Name two incidents or more.")
    parts = [members_of(hearing.connection, incident_id) for incident_id in incident_ids]
    return hearing.judge(
        JudgementKind.MERGE,
        incident_ids=incident_ids,
        anchors=lambda: list(anchors_of(hearing.connection, parts)),
    )


def split(hearing: Hearing, written: str, mentions: Sequence[str]) -> Outcome:
    """Say that mentions of an incident tell of another one."""
    incident_id = incident_named(hearing.connection, written)
    leaving = {mention_named(hearing.connection, word) for word in mentions}
    members = members_of(hearing.connection, incident_id)
    strangers = sorted(leaving - {member.mention_id for member in members})
    if strangers:
        raise JudgementError(
            f"{strangers[0]} is no mention of {incident_id}. Name its own: affray show FILE {incident_id}"
        )
    parts = [[m for m in members if (m.mention_id in leaving) is is_leaving] for is_leaving in (False, True)]
    if not parts[1]:
        raise JudgementError(f"Nothing leaves {incident_id}. Name the mentions that tell of another incident.")
    if not parts[0]:
        raise JudgementError(f"All mentions of {incident_id} would leave it, which leaves nothing. Name some of them.")
    return hearing.judge(
        JudgementKind.SPLIT,
        incident_ids=[incident_id],
        anchors=lambda: list(anchors_of(hearing.connection, parts)),
    )


def dismiss(hearing: Hearing, written: str) -> Outcome:
    """Say that an incident is none."""
    return _of_one(hearing, JudgementKind.DISMISS, written)


def confirm(hearing: Hearing, written: str) -> Outcome:
    """Say that an incident is right as it stands."""
    return _of_one(hearing, JudgementKind.CONFIRM, written)


def undo(hearing: Hearing, written: str) -> Outcome:
    """Take back what was said."""
    judgement_id = judgement_named(hearing.connection, written)
    return hearing.undo(standing_judgements(hearing.connection)[judgement_id])


def _of_one(hearing: Hearing, kind: JudgementKind, written: str) -> Outcome:
    incident_id = incident_named(hearing.connection, written)
    return hearing.judge(kind, incident_ids=[incident_id], anchors=lambda: _whole(hearing, incident_id))


def _whole(hearing: Hearing, incident_id: str) -> list[Anchor]:
    return list(anchors_of(hearing.connection, [members_of(hearing.connection, incident_id)]))
