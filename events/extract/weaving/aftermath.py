"""What follows an incident and is none of its own: the arrests after an attack."""

from collections.abc import Sequence
from dataclasses import replace

from events.extract.cues.cue import VictimCue
from events.extract.weaving.pieces import Piece
from events.extract.weaving.strands import Strand

__all__ = ["with_aftermath"]


def with_aftermath(strands: Sequence[Strand]) -> list[Strand]:
    """Tell arrests as part of what they followed; where the report tells of nothing else, they stand alone.

    Who arrested is no party to the attack, so that only the arrested are kept.
    """
    happened = [strand for strand in strands if strand.status.founds_an_incident and not strand.is_aftermath]
    if not happened:
        return list(strands)
    for arrests in (strand for strand in strands if strand.is_aftermath):
        before = [strand for strand in happened if strand.first_position <= arrests.first_position]
        (before or happened)[-1].pieces.extend(_arrested(piece) for piece in arrests.victims)
    return [strand for strand in strands if not strand.is_aftermath]


def _arrested(piece: Piece) -> Piece:
    assert isinstance(piece.cue, VictimCue)  # noqa: S101 -- what `victims` promises
    return replace(piece, cue=replace(piece.cue, agents=()), time=None, places=())
