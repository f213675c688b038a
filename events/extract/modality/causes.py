"""What a demonstration is about, which is no event of the day: "protested against the killing of a trader"."""

from events.extract.grammar.phrases import Token
from events.extract.words.lexicon import Lexicon

__all__ = ["CauseReader"]

DEEPEST = 12  # steps of the parse from a word up to the protest
ABOUT = frozenset({"against", "over", "about", "for", "after", "following", "with", "to"})
COMPLEMENTS = frozenset(
    {"dobj", "prep", "ccomp", "xcomp", "pobj", "pcomp", "acl", "relcl", "conj", "appos", "compound"}
)


class CauseReader:
    """Knows by the words above it that a word tells the cause of a protest."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._protesting = lexicon.roles["protesting"]
        self._demanding = lexicon.roles["demanding"]

    def is_cause(self, token: Token) -> bool:
        """Say whether a word stands in what people protest against or demand.

        "Students marched against the murder of a judge" tells a march; "police shot at a march" tells the shots.
        """
        demands = any(word.lower_ in self._protesting for word in token.doc if word.i != token.i)
        child = token
        for _ in range(DEEPEST):
            governor = child.head
            if governor.i == child.i or not demands:
                return False
            if governor.lower_ in self._protesting and child.dep_ == "prep" and child.lower_ in ABOUT:
                return True
            if governor.lower_ in self._demanding and child.dep_ in COMPLEMENTS and child.i > governor.i:
                return True
            child = governor
        return False
