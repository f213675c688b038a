"""A coder's note: one incident told in a paragraph that opens with its day, as ACLED, GTD and UCDP write them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from events.dates.expression import DateOrder, TimeExpression
from events.dates.find import find_times
from events.dates.grammar import Grammar
from events.extract.cues.cue import EventCue
from events.extract.cues.reading import Reading
from events.extract.grammar.roles import Roles
from events.extract.modality.standing import Standing
from events.extract.text.sentences import Sentence
from events.extract.weaving.scenes import Scene
from events.extract.weaving.strands import Piece, Strand
from events.extract.words.entries import Trigger
from schemas.span import Span
from schemas.vocabulary import Modality, Status
from schemas.when import When

__all__ = ["Label", "Note", "gather", "is_labelled", "read_note"]

LONGEST_NOTE = 2_500  # characters
LONGEST_INTERVAL = 366  # days
LONGEST_OPENING = 150  # characters in which the day stands
# a label is a word or a few before a colon, as in the note "Looting: On 28 December 2021, militants plundered ..."
LABEL = re.compile(r"(?P<label>[A-Z][\w/' -]{2,50}?): +(?=[A-Z\d])")
# what may stand before the day: "Around 14 August 2021", "On the night of 12 March 2019"
LEADING = re.compile(
    r"(?:(?:as reported|reported|around|about|circa|approximately|between|from|in|during|overnight|on|or|the|night|"
    r"morning|evening|afternoon|early|late|mid|by|at|before|after|sometime|of|week|dawn|and)[\s,-]+)*",
    re.IGNORECASE,
)
# what may stand behind the day: a comma, a colon, a dash, "(as reported)"
OPENING_END = re.compile(r"(?:\s*\([^()]{0,40}\))?\s*[,:\u2013\u2014-]?\s+")
# GTD writes month, day and year before a colon: "06/07/2003: Unknown gunmen ..."
MONTH_FIRST = re.compile(r"\d{1,2}/\d{1,2}/\d{4}: ")


@dataclass(frozen=True, slots=True)
class Label:
    """What the note's first word says it is, and where it stands in the report."""

    sub_event_type: str
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """The day and the label of a note; the spans count the report's characters.

    `sentences` are its sentences without the label and the day.
    """

    sentences: tuple[Sentence, ...]
    day: TimeExpression | None
    label: Label | None
    order: DateOrder | None = None

    @property
    def when(self) -> When | None:
        """Give the days of the incident."""
        return self.day.when if self.day and self.day.when.start and self.day.when.end else None


def is_labelled(text: str, labels: Mapping[str, str]) -> bool:
    """Say whether a report opens with the label of a note."""
    found = LABEL.match(text)
    return found is not None and found["label"].casefold() in labels


def read_note(
    sentences: Sequence[Sentence], *, labels: Mapping[str, str], grammar: Grammar, order: DateOrder | None
) -> Note | None:
    """Read a report as a note; None where it is none: several paragraphs, or no full date at its head.

    News never opens with day, month and year, so that these alone tell a note from a brief.
    """
    if not sentences or sentences[0].paragraph != sentences[-1].paragraph:
        return None
    if sentences[-1].start + len(sentences[-1].text) - sentences[0].start > LONGEST_NOTE:
        return None
    label, rest = _labelled(sentences[0], labels)
    order = order or ("MDY" if MONTH_FIRST.match(rest.text) else None)
    day = _opening_day(rest, grammar, order)
    if label is None and day is None:
        return None
    told = None if day is None else day.model_copy(update={"span": day.span.shifted(_start(sentences[0], label))})
    if day is not None and (end := OPENING_END.match(rest.text, day.span.end)):
        rest = _after(rest, end.end())  # the parse is better without
    return Note((rest, *sentences[1:]), told, label, order)


def gather(strands: Sequence[Strand], note: Note, readings: Sequence[Reading]) -> list[Strand]:
    """Put what a note tells into one incident: all that no other day speaks against.

    What happened on another day ("The students were freed on 17 December") is no part of it.
    """
    told = [strand for strand in strands if strand.status.founds_an_incident]
    labelled = _labelled_strand(note, readings)
    own = [strand for strand in told if _may_be_meant(strand, note)] or told[:1]
    if labelled is not None:
        own = [labelled, *own]
    if not own:
        return list(strands)
    main = own[0]
    for other in own[1:]:
        main.absorb(other)
    main.when = _narrower(main.when, note.when)
    others = [strand for strand in strands if all(strand is not each for each in own)]
    for strand in others:
        if strand.status.founds_an_incident:
            strand.status = Status.BACKGROUND
    return [main, *others]


def _labelled(sentence: Sentence, labels: Mapping[str, str]) -> tuple[Label | None, Sentence]:
    found = LABEL.match(sentence.text)
    kind = labels.get(found["label"].casefold()) if found else None
    if found is None or kind is None:
        return None, sentence
    return Label(kind, sentence.span(*found.span("label"))), _after(sentence, found.end())


def _after(sentence: Sentence, cut: int) -> Sentence:
    return replace(sentence, text=sentence.text[cut:], start=sentence.start + cut)


def _start(first: Sentence, label: Label | None) -> int:
    """Give where the characters begin that the day's span counts."""
    found = LABEL.match(first.text) if label else None
    return first.start + (found.end() if found else 0)


def _opening_day(sentence: Sentence, grammar: Grammar, order: DateOrder | None) -> TimeExpression | None:
    """Give the time that the sentence opens with, if it needs no day of publication to be known."""
    for time in find_times(sentence.text[:LONGEST_OPENING], published=None, date_order=order, grammar=grammar)[:1]:
        when = time.when
        is_known = when.start is not None and when.end is not None and (when.days or 0) <= LONGEST_INTERVAL
        if is_known and LEADING.fullmatch(sentence.text, 0, time.span.start):
            return time
    return None


def _may_be_meant(strand: Strand, note: Note) -> bool:
    return strand.when is None or note.when is None or strand.when.overlaps(note.when)


def _narrower(told: When | None, opening: When | None) -> When | None:
    """Take the opening's day, or what lies inside it: "Between 3 and 9 May 2018 ... on 5 May"."""
    if told is None or opening is None or (told.days or LONGEST_INTERVAL) >= (opening.days or 0):
        return opening or told
    return told


def _labelled_strand(note: Note, readings: Sequence[Reading]) -> Strand | None:
    """Make a strand that the label founds; its words stand before those of the first sentence."""
    if note.label is None or not readings or not len(readings[0].doc):
        return None
    reading = readings[0]
    start = note.label.span.start - reading.sentence.start
    cue = EventCue(
        token=next((token for token in reading.doc if token.head.i == token.i), reading.doc[0]),
        start=start,
        end=note.label.span.end - reading.sentence.start,
        trigger=Trigger(note.label.sub_event_type, None, is_strong=True, weapon=None),
        standing=Standing(Modality.ASSERTED, Status.HAPPENED),
        roles=Roles(),
    )
    strand = Strand(Status.HAPPENED)
    closeness, time = reading.time_of(cue) or (0, None)
    piece = Piece(cue, reading, 0, time, tuple(reading.places_of(cue)), None, closeness)
    strand.add(Scene(Status.HAPPENED, [piece]))
    return strand
