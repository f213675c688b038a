"""Several incidents in one report, told apart; one incident told in several sentences, put together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from events.dates.expression import TimeExpression
from events.extract.cues import EventCue, VictimCue
from events.extract.reading import Reading
from events.extract.ties import LOOSE
from schemas.place import PlaceReference
from schemas.span import Span
from schemas.vocabulary import Status
from schemas.when import When

__all__ = ["Piece", "Strand", "weave"]

DIVISIONS = frozenset({"province", "provinces", "region", "regions", "state", "district", "districts", "country",
                       "department", "departments", "governorate", "county", "area", "areas",
                       "prefecture"})  # fmt: skip
LONG_DAYS = 31  # "killed 4,000 since March" is a war's toll, no incident's
RECENT = 12  # strands; what was told longer ago is not taken up again
OLD_DAYS = 62  # what happened longer before publication is recalled, not reported
LONGEST = 1_000_000  # days: longer than any interval
ALONE = frozenset({"Agreement"})
FAMILIES = {
    "Peaceful protest": "demonstration",
    "Suicide bomb": "remote",
    "Remote explosive/landmine/IED": "remote",
    "Air/drone strike": "remote",
    "Abduction/forced disappearance": "abduction",
}
ANOTHER = frozenset({"another", "second", "third", "separate", "similar", "fourth"})
ANAPHORIC = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})


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
        """Give what the words say of its reality; what happened long before, or over months, is recalled."""
        told = self.cue.standing.status
        when = self.when
        if told is not Status.HAPPENED or self.today is None or when is None or when.end is None:
            return told
        is_long = when.days is not None and when.days > LONG_DAYS
        return Status.BACKGROUND if is_long or (self.today - when.end).days > OLD_DAYS else told

    @property
    def trigger_span(self) -> Span:
        """Give the span of the word that founds the piece."""
        token = self.cue.token
        if isinstance(self.cue, EventCue):
            return self.span
        return self.reading.sentence.span(token.idx, token.idx + len(token.text))


@dataclass(eq=False)
class Strand:
    """What one report tells of one incident, gathered sentence by sentence.

    `when` is the narrowest days told of it, the first told where several are as narrow; a day that only
    stands in the same sentence serves where none hangs on the incident's own words. `place_names` are the
    towns and sites that its sentences tie to it.
    """

    status: Status
    pieces: list[Piece] = field(default_factory=list)
    when: When | None = None
    place_names: set[str] = field(default_factory=set)
    _families: set[str] = field(default_factory=set)
    _narrowness: tuple[bool, int] = (True, LONGEST)
    _is_alone: bool = True

    @property
    def events(self) -> list[Piece]:
        """List the pieces whose cue is a trigger."""
        return [piece for piece in self.pieces if isinstance(piece.cue, EventCue)]

    @property
    def victims(self) -> list[Piece]:
        """List the pieces whose cue is a group of victims."""
        return [piece for piece in self.pieces if isinstance(piece.cue, VictimCue)]

    def add(self, piece: Piece) -> None:
        """Gather a piece."""
        self.pieces.append(piece)
        self.place_names |= _town_names(piece)
        self._is_alone = self._is_alone and _is_alone(piece)
        family = _family(piece)
        if family:
            self._families.add(family)
        if piece.when:
            narrowness = (piece.time_closeness >= LOOSE, piece.when.days or LONGEST)
            if self.when is None or narrowness < self._narrowness:
                self.when, self._narrowness = piece.when, narrowness

    def takes(self, piece: Piece) -> bool:
        """Say whether a piece may tell of this incident: no day and no town speaks against it."""
        if _status_class(piece.status) != _status_class(self.status):
            return False
        if _is_alone(piece) != self._is_alone or self._is_of_another_kind(piece):
            return False
        is_dated = piece.when is not None and piece.time_closeness < LOOSE
        if self.when and piece.when and is_dated and not self.when.overlaps(piece.when):
            return False
        return not self._is_elsewhere(piece)

    def _is_of_another_kind(self, piece: Piece) -> bool:
        """Keep a march and a bomb apart, unless one sentence tells both."""
        own = _family(piece)
        is_together = bool(self.pieces) and self.pieces[-1].position == piece.position
        return own is not None and bool(self._families) and own not in self._families and not is_together

    def _is_elsewhere(self, piece: Piece) -> bool:
        """Know a new incident by another town, or by "elsewhere", "another", unless the words point back."""
        if not isinstance(piece.cue, EventCue) or not piece.cue.trigger.is_strong or _points_back(piece.cue):
            return False
        here, there = self.place_names, _town_names(piece)
        names_another_town = bool(here) and bool(there) and not _share_a_word(here, there)
        return names_another_town and (piece.reading.is_separate or _is_new(piece.cue))


def weave(readings: Iterable[Reading], *, today: date | None) -> list[Strand]:
    """Gather the cues of a report's sentences into strands, in the order in which they are told.

    Victims go with the trigger of their own sentence, else with the strand told last that takes them.
    """
    strands: list[Strand] = []
    for reading in readings:
        position = reading.sentence.start
        here: list[Strand] = []
        for piece in _pieces(reading, position, today):
            strand = _strand_for(piece, strands, here)
            strand.add(piece)
            if strand not in here:
                here.append(strand)
    return strands


def _pieces(reading: Reading, position: int, today: date | None) -> Iterator[Piece]:
    cues: tuple[EventCue | VictimCue, ...] = (*reading.events, *reading.victims)
    for cue in cues:
        closeness, time = reading.time_of(cue) or (LOOSE, None)
        yield Piece(cue, reading, position, time, tuple(reading.places_of(cue)), today, closeness)


def _strand_for(piece: Piece, strands: list[Strand], here: list[Strand]) -> Strand:
    nearest = sorted(here, key=lambda strand: min(abs(p.cue.token.i - piece.cue.token.i) for p in strand.pieces[-4:]))
    for strand in [*nearest, *(strand for strand in reversed(strands[-RECENT:]) if strand not in here)]:
        if strand.takes(piece):
            return strand
    strand = Strand(piece.status)
    strands.append(strand)
    return strand


def _family(piece: Piece) -> str | None:
    """Give the family of a trigger that goes with no other family."""
    if not isinstance(piece.cue, EventCue) or not piece.cue.trigger.is_strong:
        return None
    return FAMILIES.get(piece.cue.trigger.sub_event or "")


def _status_class(status: Status) -> Status:
    return Status.HAPPENED if status is Status.ATTEMPTED else status


def _is_alone(piece: Piece) -> bool:
    return isinstance(piece.cue, EventCue) and piece.cue.trigger.sub_event in ALONE


def _town_names(piece: Piece) -> set[str]:
    """Give the towns that hang on the piece's own clause; a province is no other town."""
    return {
        place.name.casefold()
        for closeness, place in piece.places
        if closeness <= 1
        and place.kind_word not in DIVISIONS
        and place.relation in ("in", "at", "near", "outside", "inside")
    }


def _share_a_word(here: set[str], there: set[str]) -> bool:
    """Know "Banjska" again in "Banjska Orthodox monastery"."""
    return bool({word for name in here for word in name.split()} & {word for name in there for word in name.split()})


def _points_back(cue: EventCue) -> bool:
    """Know "the attack" and "this confrontation"."""
    return cue.token.pos_ == "NOUN" and any(
        child.lower_ in ANAPHORIC for child in cue.token.children if child.dep_ == "det"
    )


def _is_new(cue: EventCue) -> bool:
    """Know a new incident by "another bomb", "a second attack", "a clash", or a verb that tells it."""
    if cue.token.pos_ == "VERB":
        return True
    words = {child.lower_ for child in cue.token.children}
    return bool(words & (ANOTHER | {"a", "an"}))
