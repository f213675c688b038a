"""Whether words tell of one incident, or of a kind of them: "kidnappings", "they attack civilians"."""

from events.extract.cues.cue import EventCue
from events.extract.grammar.syntax import Token
from events.extract.grammar.ties import LOOSE
from events.extract.weaving.pieces import Piece, town_names

__all__ = ["is_specific"]

PLURAL = frozenset({"NNS", "NNPS"})
HABITUAL = frozenset({"VBZ", "VBP", "VBG", "VB"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
COUNTING = frozenset({"nummod"})
SOME = frozenset({"several", "both", "these", "those", "latest", "recent", "simultaneous", "dozen"})


def is_specific(piece: Piece) -> bool:
    """Say whether a cue's words can mean one incident, or a few that are counted.

    A day or a town that hangs on the words makes any of them specific: "attacks in Leon on Monday".
    """
    if piece.when is not None and piece.time_closeness < LOOSE and piece.when.is_day:
        return True
    if town_names(piece):
        return True
    if isinstance(piece.cue, EventCue):
        return not _is_of_a_kind(piece.cue.token)
    return piece.cue.count is not None or (piece.cue.phrase is not None and piece.cue.phrase.head.tag_ not in PLURAL)


def _is_of_a_kind(token: Token) -> bool:
    if token.tag_ in PLURAL:
        return not any(child.dep_ in COUNTING or child.lower_ in SOME for child in token.children)
    if token.tag_ in HABITUAL:
        return not any(
            child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "VBZ", "VBP") for child in token.children
        )
    return False
