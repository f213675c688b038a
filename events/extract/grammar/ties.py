"""How closely two words of a sentence hang together."""

from collections.abc import Collection
from dataclasses import dataclass

from events.extract.grammar.phrases import Token

__all__ = ["LOOSE", "Tie", "tie"]

LOOSE = 3  # in the same sentence, nothing more
THROUGH = frozenset({"prep", "pobj", "npadvmod", "pcomp", "advmod", "nummod", "compound", "poss", "amod", "det"})


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """`closeness` 0: on the word itself, 1: on a clause around it, 2: beside it, 3: in the sentence."""

    closeness: int
    distance: int


def tie(cue: Token, anchor: Token, speech: Collection[str]) -> Tie | None:
    """Measure how closely what hangs on `anchor` belongs to `cue`.

    What hangs on a verb of speech belongs to the speech, not to what is said: in "On Monday she denounced
    an attack" and in "An attack killed two, she said on Monday" Monday is no day of the attack. Gives None there.
    """
    governor = _governor(anchor)
    distance = abs(cue.i - anchor.i)
    above = [cue, *cue.ancestors]
    is_speech = governor.lower_ in speech and governor.i != cue.i
    if is_speech and (governor in above or cue in governor.ancestors):
        return None
    if governor.i == cue.i or cue in governor.ancestors:
        return Tie(0, distance)
    if governor in above:
        return Tie(1, distance)
    shared = next((word for word in above if word in governor.ancestors), None)
    if shared is None:
        return Tie(LOOSE, distance)
    return Tie(LOOSE if shared.lower_ in speech else 2, distance)


def _governor(anchor: Token) -> Token:
    """Climb from a time or a place to the word that it modifies."""
    word = anchor
    for _ in range(6):
        if word.head.i == word.i or (word.dep_ not in THROUGH and word.i != anchor.i):
            break
        if word.pos_ in ("VERB", "AUX") or (word.i != anchor.i and word.pos_ == "NOUN" and word.dep_ not in THROUGH):
            break
        word = word.head
    return word
