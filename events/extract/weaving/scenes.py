"""What one sentence tells of one incident: its cues, gathered where nothing in the sentence parts them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from events.extract.cues.cue import EventCue, VictimCue
from events.extract.grammar.phrases import Phrase, is_pointed_at
from events.extract.grammar.pronouns import means_one
from events.extract.grammar.syntax import Token
from events.extract.grammar.ties import LOOSE
from events.extract.weaving.families import family_of, go_together
from events.extract.weaving.identity import ADDING, Identity, identify, is_another, is_definite, points_back
from events.extract.weaving.pieces import TIED, Piece, town_names
from events.extract.weaving.specific import is_specific
from schemas.vocabulary import CasualtyKind, Status
from schemas.when import When

__all__ = ["Scene", "scenes_of", "status_class"]

FATED = frozenset(
    {CasualtyKind.INJURED, CasualtyKind.MISSING, CasualtyKind.ABDUCTED}
)  # the living of whom more is told
NATURALLY = frozenset({"harm-subject", "harm-idiom"})  # died, passed away


@dataclass(eq=False)
class Scene:
    """The pieces of one sentence that tell of one incident."""

    status: Status
    pieces: list[Piece] = field(default_factory=list)

    @property
    def position(self) -> int:
        """Give which of the report's sentences this is."""
        return self.pieces[0].position

    @property
    def paragraph(self) -> int:
        """Give which of the report's blocks this stands in."""
        return self.pieces[0].reading.sentence.paragraph

    @property
    def days(self) -> list[When]:
        """List the days that hang on its cues."""
        return [p.when for p in self.pieces if p.when is not None and p.time_closeness < LOOSE]

    @property
    def towns(self) -> set[str]:
        """Name the towns and sites that hang on its cues."""
        return {name for piece in self.pieces for name in town_names(piece)}

    @property
    def families(self) -> set[str]:
        """Name the kinds of event that its strong triggers tell."""
        return {family for piece in self.pieces if (family := family_of(piece))}

    @property
    def identity(self) -> Identity:
        """Say by whom and by what it may be known again."""
        return identify(self.pieces)

    @property
    def points_back(self) -> bool:
        """Say whether all its events are spoken of as known: "the attack", "this confrontation"."""
        events = [piece.cue for piece in self.pieces if isinstance(piece.cue, EventCue)]
        return bool(events) and all(points_back(cue) for cue in events)

    @property
    def says_which(self) -> bool:
        """Say whether its events are known ones that are named by their victims: "the murder of a judge"."""
        events = [piece.cue for piece in self.pieces if isinstance(piece.cue, EventCue)]
        return bool(events) and not self.points_back and all(is_definite(cue.token) for cue in events)

    @property
    def is_another(self) -> bool:
        """Say whether its words tell of one more: "another bomb", "a second attack", "they also attacked"."""
        return any(is_another(piece) for piece in self.pieces)

    @property
    def is_harm_too(self) -> bool:
        """Say whether its words add victims to what was told, and no day or town: "a nurse was also killed"."""
        verbs = {piece.cue.token for piece in self.pieces if isinstance(piece.cue, VictimCue)}
        is_told_too = any(child.lower_ in ADDING for verb in verbs for child in verb.children)
        return is_told_too and not self.days and not self.towns and not self.families

    @property
    def is_fate(self) -> bool:
        """Say whether it only tells what became of people told before: "he died the next day"."""
        phrases = self._fated
        return bool(phrases) and all(means_one(phrase) is not None for phrase in phrases)

    def is_fate_of(self, kinds: Collection[CasualtyKind], heads: Collection[str]) -> bool:
        """Say whether it only tells what became of people told to have suffered `kinds`, whose nouns are `heads`.

        "One of the wounded died on Wednesday"; "the guard died on Wednesday".
        """
        phrases = self._fated
        suffered = FATED & set(kinds)
        if phrases and suffered and all(phrase.fated & suffered for phrase in phrases):
            return True
        is_known = all(is_pointed_at(phrase.core) for phrase in phrases) and bool(self.identity.heads & set(heads))
        return bool(phrases) and is_known and all(map(_dies, self.pieces))

    @property
    def _fated(self) -> list[Phrase]:
        """List whom it tells of, none where it tells anything else than victims."""
        cues = [piece.cue for piece in self.pieces]
        phrases = [cue.phrase for cue in cues if isinstance(cue, VictimCue) and cue.phrase is not None]
        return phrases if len(phrases) == len(cues) else []

    @property
    def is_of_a_kind(self) -> bool:
        """Say whether it tells of no incident but of a kind of them: "attacks", "they kidnap merchants"."""
        return not any(map(is_specific, self.pieces))


def _dies(piece: Piece) -> bool:
    """Know "died" and "passed away", which say nothing of a deed."""
    cue = piece.cue
    return isinstance(cue, VictimCue) and cue.kind is CasualtyKind.KILLED and cue.rule in NATURALLY


def scenes_of(pieces: Iterable[Piece]) -> list[Scene]:
    """Gather a sentence's pieces into scenes, those of one word with the nearest that they may be told with."""
    scenes: list[Scene] = []
    for unit in _units(pieces):
        fitting = [scene for scene in scenes if not _is_apart(unit, scene)]
        if fitting:
            min(fitting, key=lambda scene: _distance(unit[0], scene)).pieces.extend(unit)
        else:
            scenes.append(Scene(unit[0].status, unit))
    return scenes


def _units(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Gather what hangs on one word and is as real: "the murder of two guards" is an event and its victims."""
    units: dict[tuple[int, Status], list[Piece]] = {}
    for piece in pieces:
        units.setdefault((piece.cue.token.i, status_class(piece.status)), []).append(piece)
    return sorted(units.values(), key=lambda unit: isinstance(unit[0].cue, VictimCue))


def status_class(status: Status) -> Status:
    """Put what was attempted beside what happened."""
    return Status.HAPPENED if status is Status.ATTEMPTED else status


def _distance(piece: Piece, scene: Scene) -> int:
    distances: list[int] = [abs(other.cue.token.i - piece.cue.token.i) for other in scene.pieces]
    return min(distances)


def _is_apart(unit: Sequence[Piece], scene: Scene) -> bool:
    """Say whether pieces of the same sentence tell of another incident than the scene."""
    if status_class(unit[0].status) != status_class(scene.status):
        return True
    if any(_other_day(p, scene) or _other_town(p, scene) or _other_kind(p, scene.pieces) for p in unit):
        return True
    return _other_victims(unit, scene.pieces)


def _other_day(piece: Piece, scene: Scene) -> bool:
    """Know a second event of the sentence by its own day; victims have none: "began on Monday ..., killing 70"."""
    closest = 0 if isinstance(piece.cue, VictimCue) else TIED
    if piece.when is None or piece.time_closeness > closest:
        return False
    return any(not day.overlaps(piece.when) for day in scene.days)


def _other_town(piece: Piece, scene: Scene) -> bool:
    """Know by its own town a second event of the sentence that is told as a new one."""
    if not piece.is_strong or not isinstance(piece.cue, EventCue) or points_back(piece.cue):
        return False
    here, there = scene.towns, town_names(piece)
    is_elsewhere = bool(here) and bool(there) and not here & there
    return is_elsewhere and (piece.reading.is_separate or is_another(piece))


def _other_kind(piece: Piece, others: Sequence[Piece]) -> bool:
    """Keep a kidnapping and a bomb apart, unless the same people did or suffered both."""
    own = family_of(piece)
    if own is None:
        return False
    families = {family for other in others if (family := family_of(other))}
    if not families or any(go_together(own, family) for family in families):
        return False
    ours = {phrase.core.i for phrase in (*piece.acting, *piece.suffering)}
    theirs = {phrase.core.i for other in others for phrase in (*other.acting, *other.suffering)}
    return not ours & theirs and not any(_is_one_clause(piece, other) for other in others)


def _other_victims(unit: Sequence[Piece], others: Sequence[Piece]) -> bool:
    """Know two murders that one sentence names: "after the killing of the mayor came the killing of a judge"."""
    if not all(map(_is_noun, (*unit, *others))):
        return False
    ours, theirs = identify(unit), identify(others)
    if not (ours.names or ours.heads) or not (theirs.names or theirs.heads):
        return False
    return not ours.names & theirs.names and not ours.heads & theirs.heads


def _is_noun(piece: Piece) -> bool:
    return piece.cue.token.pos_ in ("NOUN", "PROPN")


def _is_one_clause(piece: Piece, other: Piece) -> bool:
    """Say whether two cues hang on one another or on one verb: "threw a grenade at a rally"."""
    mine, theirs = piece.cue.token, other.cue.token
    if mine.i in _clause(theirs) or theirs.i in _clause(mine):
        return True
    return _verb_of(mine) == _verb_of(theirs)


def _clause(token: Token) -> set[int]:
    """Give where a word stands and all that it hangs on, up to a clause with a subject of its own."""
    positions = {token.i}
    for word in (token, *token.ancestors):
        positions.add(word.i)
        if word.dep_ == "conj" and any(child.dep_ in ("nsubj", "nsubjpass") for child in word.children):
            break
    return positions


def _verb_of(token: Token) -> int:
    """Give where the verb stands that a word hangs on."""
    if token.pos_ in ("VERB", "AUX"):
        return token.i
    return next((word.i for word in token.ancestors if word.pos_ in ("VERB", "AUX")), -1)
