"""Several incidents in one report, told apart; one incident told in several sentences, put together."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from events.extract.cues.cue import EventCue, VictimCue
from events.extract.cues.reading import Reading
from events.extract.grammar.ties import LOOSE
from events.extract.weaving.identity import Identity, identify
from events.extract.weaving.kinship import kinship
from events.extract.weaving.pieces import Piece, pieces_of, town_names
from events.extract.weaving.scenes import Scene, scenes_of, status_class
from schemas.vocabulary import CasualtyKind, Scope, Status
from schemas.when import When

__all__ = ["Piece", "Strand", "weave"]

RECENT = 12  # strands; what was told longer ago is not taken up again
LONGEST = 1_000_000  # days: longer than any interval
ENDS = (".", "!", "?", '"', "”", ":", "]")
REMEMBERED = 40  # pieces by which a strand is known again


@dataclass(eq=False)
class Strand:
    """What one report tells of one incident, gathered sentence by sentence.

    `when` is the narrowest days told of it, the first told where several are as narrow; a day that only
    stands in the same sentence serves where none hangs on the incident's own words. `place_names` are the
    towns and sites that its sentences tie to it, `kinds` what its victims suffered. `beside` is the dated incident
    that it was told as another of.
    """

    status: Status
    pieces: list[Piece] = field(default_factory=list)
    when: When | None = None
    place_names: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    kinds: set[CasualtyKind] = field(default_factory=set)
    last_position: int = 0
    identity: Identity = field(default_factory=Identity)
    is_of_a_kind: bool = True
    dated_by: Piece | None = None
    scope: Scope = Scope.SINGLE
    beside: "Strand | None" = None
    _narrowness: tuple[bool, int] = (True, LONGEST)

    @property
    def events(self) -> list[Piece]:
        """List the pieces whose cue is a trigger."""
        return [piece for piece in self.pieces if isinstance(piece.cue, EventCue)]

    @property
    def first_position(self) -> int:
        """Give which of the report's sentences begins to tell it."""
        return self.pieces[0].position

    @property
    def dated_beside(self) -> Piece | None:
        """Give the words that say the day, where "another bomb" and "meanwhile" say only that it was then, too."""
        told = self.beside.dated_by if self.when is None and self.beside is not None else None
        is_day = told is not None and told.when is not None and told.when.is_day
        return told if is_day else None

    @property
    def yearless(self) -> Piece | None:
        """Give the first piece that says the day of itself, where no words tell the year."""
        tied = (piece for piece in self.pieces if piece.time_closeness < LOOSE) if self.when is None else ()
        return next((piece for piece in tied if piece.time is not None and piece.time.in_any_year is not None), None)

    @property
    def is_headline(self) -> bool:
        """Say whether only a headline has told it, which what stands below it tells again."""
        sentences = {id(piece.reading): piece.reading.sentence for piece in self.pieces}.values()
        return all(each.paragraph == 0 and not each.text.rstrip().endswith(ENDS) for each in sentences)

    @property
    def is_aftermath(self) -> bool:
        """Say whether only arrests are told, which follow on something else."""
        return self.families == {"arrest"}

    @property
    def victims(self) -> list[Piece]:
        """List the pieces whose cue is a group of victims."""
        return [piece for piece in self.pieces if isinstance(piece.cue, VictimCue)]

    def add(self, scene: Scene) -> None:
        """Gather a scene."""
        is_fate = bool(self.pieces) and (scene.is_fate or scene.is_fate_of(self.kinds, self.identity.heads))
        for piece in scene.pieces:
            self._add(piece, dates=not is_fate)  # "he died on Sunday" says no day of the attack
        self.families |= scene.families
        self.last_position = scene.position
        self.is_of_a_kind = self.is_of_a_kind and scene.is_of_a_kind
        self.identity = identify(self.pieces[:REMEMBERED])

    def absorb(self, other: "Strand") -> None:
        """Take what another strand tells for told of this incident."""
        for piece in other.pieces:
            self._add(piece)
        self.pieces.sort(key=lambda piece: piece.position)
        self.families |= other.families
        self.identity = identify(self.pieces[:REMEMBERED])

    def _add(self, piece: Piece, *, dates: bool = True) -> None:
        self.pieces.append(piece)
        self.place_names |= town_names(piece)
        if isinstance(piece.cue, VictimCue):
            self.kinds.add(piece.cue.kind)
        if piece.when and dates:
            narrowness = (piece.time_closeness >= LOOSE, piece.when.days or LONGEST)
            if self.when is None or narrowness < self._narrowness:
                self.when, self.dated_by, self._narrowness = piece.when, piece, narrowness


def weave(readings: Iterable[Reading], *, today: date | None) -> list[Strand]:
    """Gather the scenes of a report's sentences into strands, in the order in which they are told.

    A scene joins the recent strand that most speaks for, unless more speaks against it.
    """
    strands: list[Strand] = []
    told_last: dict[Status, Strand] = {}
    for reading in readings:
        position = reading.sentence.start
        for scene in scenes_of(pieces_of(reading, position, today)):
            status = status_class(scene.status)
            last = told_last.get(status)
            strand = _strand_for(scene, strands[-RECENT:], last) or _begun(scene, strands, last)
            strand.add(scene)
            if not strand.is_aftermath:
                told_last[status] = strand
    return strands


def _strand_for(scene: Scene, recent: list[Strand], last: Strand | None) -> Strand | None:
    same = [strand for strand in recent if status_class(strand.status) is status_class(scene.status)]
    scored = [(kinship(scene, strand, is_last=strand is last).score, order) for order, strand in enumerate(same)]
    if not scored:
        return None
    score, best = max(scored)
    return same[best] if score >= 0 else None


def _begun(scene: Scene, strands: list[Strand], last: Strand | None) -> Strand:
    strand = Strand(scene.status)
    if last is not None and (scene.is_another or any(piece.reading.is_separate for piece in scene.pieces)):
        strand.beside = last if last.dated_by is not None else last.beside
    strands.append(strand)
    return strand
