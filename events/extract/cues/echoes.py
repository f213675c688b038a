"""Those who share what befell others: "as were 18 guards", "along with two of his sons"."""

from collections.abc import Iterator, Sequence

from events.extract.cues.cue import VictimCue
from events.extract.cues.groups import Deed, GroupMaker
from events.extract.grammar.phrases import Token

__all__ = ["EchoReader"]

LIKEWISE = frozenset({"as", "so"})
BEING = frozenset({"was", "were"})
TOGETHER = frozenset({"along", "together"})


class EchoReader:
    """Reads the victims that go without a harm word of their own."""

    def __init__(self, groups: GroupMaker) -> None:
        self._groups = groups

    def read(self, token: Token, told: Sequence[VictimCue]) -> Iterator[VictimCue]:
        """Give who is told to share the lot of those told before in the sentence."""
        if token.i == 0 or token.lower_ not in BEING | {"with"}:
            return
        before = token.nbor(-1).lower_
        if token.lower_ in BEING and before in LIKEWISE:
            shared = [cue for cue in told if cue.token.i < token.i and not cue.is_part][-1:]
            heads = [child for child in token.children if child.i > token.i and child.dep_ in ("nsubj", "attr")]
        elif token.lower_ == "with" and before in TOGETHER:
            shared = [cue for cue in told if _goes_with(token, cue)][:1]
            heads = [child for child in token.children if child.dep_ == "pobj"]
        else:
            return
        for cue in shared:
            deed = Deed(cue.token, cue.kind, "echo", is_violent=cue.is_violent, agents=cue.agents, last=token)
            yield from self._groups.under(deed, heads)


def _goes_with(preposition: Token, cue: VictimCue) -> bool:
    """Say whether "along with" hangs on the harm's word or on those harmed, and not on those who did it."""
    over = {preposition.head.i, preposition.head.head.i}
    if cue.phrase is None:
        return False
    harmed, verb = cue.phrase.head.i, cue.token.i
    return harmed in over or (verb in over and (preposition.i > verb or harmed < preposition.i))
