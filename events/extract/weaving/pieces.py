"""A cue in its sentence: the days and the places that hang on it, and what its words say of which incident it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from events.dates.expression import TimeExpression
from events.extract.cues.cue import EventCue, VictimCue
from events.extract.cues.reading import Reading
from events.extract.grammar.phrases import Phrase
from events.extract.grammar.ties import LOOSE
from schemas.place import PlaceReference
from schemas.span import Span
from schemas.vocabulary import Status
from schemas.when import When

__all__ = ["TIED", "Piece", "pieces_of", "town_names"]

LONG_DAYS = 31  # "killed 4,000 since March" is a war's toll, no incident's
OLD_DAYS = 62  # what happened longer before publication is recalled, not reported
DIVISIONS = frozenset({"province", "provinces", "region", "regions", "state", "district", "districts", "country",
                       "department", "departments", "governorate", "county", "area", "areas",
                       "prefecture"})  # fmt: skip
TIED = 1  # closeness: on the word itself or on a clause around it


@dataclass(frozen=True, slots=True)
class Piece:
    """A cue with its sentence, the time that hangs on it, and the places, the closest first."""

    cue: EventCue | VictimCue
    reading: Reading
    position: int
    time: TimeExpression | None
    places: tuple[tuple[int, PlaceReference], ...]
    today: date | None = None
    time_closeness: int = 0

    @property
    def span(self) -> Span:
        """Give the cue's words in the report."""
        return self.reading.sentence.span(self.cue.start, self.cue.end)

    @property
    def when(self) -> When | None:
        """Give the days that the time expression names, if it names any."""
        if self.time is None or (self.time.when.start is None and self.time.when.end is None):
            return None
        return self.time.when

    @property
    def status(self) -> Status:
        """Give what the words say of its reality.

        What happened long before, or over months, is recalled, and so is a deed that only says whose name follows.
        """
        told = self.cue.standing.status
        if told is Status.HAPPENED and self.is_epithet:
            return Status.BACKGROUND
        when = self.when
        if told is not Status.HAPPENED or when is None or when.end is None:
            return told
        is_long = when.days is not None and when.days > LONG_DAYS
        if self.today is None:  # its first words may tell of a year: "In 1994, soldiers burned the village"
            return Status.BACKGROUND if is_long and self.position > 0 else told
        return Status.BACKGROUND if is_long or (self.today - when.end).days > OLD_DAYS else told

    @property
    def is_epithet(self) -> bool:
        """Know a deed that tells who somebody is: "the adviser of the murdered senator Luis Vega spoke"."""
        token = self.cue.token
        is_before: bool = token.tag_ == "VBN" and token.dep_ == "amod" and token.i < token.head.i
        return is_before and bool(token.head.tag_ == "NNP")

    @property
    def trigger_span(self) -> Span:
        """Give the span of the word that founds the piece."""
        token = self.cue.token
        if isinstance(self.cue, EventCue):
            return self.span
        return self.reading.sentence.span(token.idx, token.idx + len(token.text))

    @property
    def is_strong(self) -> bool:
        """Say whether a word alone tells an event here."""
        return isinstance(self.cue, EventCue) and self.cue.trigger.is_strong

    @property
    def suffering(self) -> tuple[Phrase, ...]:
        """Give those whom it befell."""
        if isinstance(self.cue, VictimCue):
            return (self.cue.phrase,) if self.cue.phrase is not None else ()
        return self.cue.roles.patients

    @property
    def acting(self) -> tuple[Phrase, ...]:
        """Give those who did it."""
        return self.cue.agents if isinstance(self.cue, VictimCue) else self.cue.roles.agents


def pieces_of(reading: Reading, position: int, today: date | None) -> Iterator[Piece]:
    """Give a sentence's cues with the days and the places tied to each, in the order of its words."""
    cues: tuple[EventCue | VictimCue, ...] = (*reading.events, *reading.victims)
    for cue in cues:
        closeness, time = reading.time_of(cue) or (LOOSE, None)
        yield Piece(cue, reading, position, time, tuple(reading.places_of(cue)), today, closeness)


def town_names(piece: Piece) -> set[str]:
    """Give the towns that hang on the piece's own clause; a province is no other town."""
    return {
        place.name.casefold()
        for closeness, place in piece.places
        if closeness <= TIED
        and place.kind_word not in DIVISIONS
        and place.relation in ("in", "at", "near", "outside", "inside")
    }
