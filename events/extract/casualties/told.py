"""A group of victims with the words that tell it."""

from dataclasses import dataclass

from events.extract.casualties.group import Group
from events.extract.cues.cue import VictimCue
from events.extract.weaving.strands import Piece
from schemas.vocabulary import CasualtyKind

__all__ = ["Told"]


@dataclass(frozen=True, slots=True)
class Told:
    """A group of victims of one kind with the words that tell it.

    `was` is the kind that they were told under before: "two of the wounded later died".
    """

    kind: CasualtyKind
    group: Group
    piece: Piece
    cue: VictimCue
    was: CasualtyKind | None = None
