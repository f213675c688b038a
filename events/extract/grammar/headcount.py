"""How many a noun phrase names: by its number, or by the form of its words."""

from events.extract.grammar.syntax import Token
from events.extract.words.counts import Numbers
from events.extract.words.lexicon import Lexicon
from schemas.count import Count

__all__ = ["DEFINITE", "HeadCounter", "is_none", "left_of"]

DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
INDEFINITE = frozenset({"a", "an", "another", "one"})
UNCOUNTED = frozenset({"dead", "wounded", "injured", "number"})
NOBODY = frozenset({"nobody", "no-one", "none"})
SINGULAR_TAGS = frozenset({"NN", "NNP"})
LONGEST_PHRASE = 40  # tokens to the left of a head


class HeadCounter:
    """Counts whom a noun phrase names."""

    def __init__(self, lexicon: Lexicon, numbers: Numbers) -> None:
        self._lexicon = lexicon
        self._numbers = numbers

    def read(self, head: Token, core: Token, words: list[str]) -> Count | None:
        """Give the number of a noun phrase; `words` stand before its head, `core` says who is meant."""
        if is_none(words, head):
            return Count.exactly(0)
        stated = self._stated(head, core, words)
        if stated is not None:
            return stated
        return Count.exactly(1) if self._is_single(head, core, words) else None

    def _stated(self, head: Token, core: Token, words: list[str]) -> Count | None:
        """Read the number that the words give."""
        stated = self._numbers.read(_without_ages([*words, head.lower_]))
        if stated is None and core is not head:
            stated = self._numbers.read(_without_ages([token.lower_ for token in left_of(core)]))
        if stated is None and head.tag_ == "NNS":
            stated = self._numbers.read(_in_parentheses(head))
        if stated is None and self._is_collective(head):
            stated = self._numbers.read([word.lower_ for word in _below_of(head)])  # "a family of five"
        return stated

    def _is_single(self, head: Token, core: Token, words: list[str]) -> bool:
        """Know one person by the form of the words: "a guard", "the judge's driver", "a staff"."""
        is_indefinite = bool(INDEFINITE.intersection(words))
        if head.lower_ == "another" or "another" in words:
            return True
        if head.lower_ in self._lexicon.people["mass"] or head.tag_ == "JJ":
            return is_indefinite and (head.tag_ != "JJ" or self.is_one(head))  # "a German national"
        if core is not head and head.lower_ in self._lexicon.roles["bodies"] and _is_indefinite(core):
            return True  # "the remains of a guard"
        if head.tag_ not in SINGULAR_TAGS or self._is_collective(head) or head.lower_ in UNCOUNTED:
            return False
        is_owned = any(child.dep_ == "poss" for child in head.children)
        is_known = is_owned or is_indefinite or head.tag_ == "NNP" or bool(DEFINITE.intersection(words))
        return is_known and (core is head or self.is_one(head))

    def is_thing(self, head: Token) -> bool:
        """Say whether a noun names a thing."""
        noun = self._lexicon.nouns.get(head.lower_)
        return noun is not None and noun.is_thing

    def is_one(self, head: Token) -> bool:
        """Know a word for one person: "a member of the team" is one, "a group of Serbs" are many."""
        noun = self._lexicon.nouns.get(head.lower_)
        is_person = noun is not None and not noun.is_thing
        return is_person and head.lower_ not in self._lexicon.people["collectives"]

    def _is_collective(self, head: Token) -> bool:
        return head.lower_ in self._lexicon.people["collectives"]


def is_none(words: list[str], head: Token) -> bool:
    """Know "no casualties" and "nobody", but not "no fewer than 40"."""
    followers = [words[position + 1 : position + 2] for position, word in enumerate(words) if word == "no"]
    return head.lower_ in NOBODY or any(after not in (["fewer"], ["less"], ["more"]) for after in followers)


def _in_parentheses(head: Token) -> list[str]:
    """Give the number of "other guards (10) were hurt"."""
    after = [token.lower_ for token in head.doc[head.i + 1 : head.i + 4]]
    return after[1:2] if after[:1] == ["("] and after[2:] == [")"] else []


def _below_of(head: Token) -> list[Token]:
    """Give the number of "a family of five"."""
    below = [o for p in head.children if p.dep_ == "prep" and p.lower_ == "of" for o in p.children]
    return [word for word in below if word.tag_ == "CD"]


def _is_indefinite(head: Token) -> bool:
    left = left_of(head)
    return bool(left) and left[0].lower_ in INDEFINITE


def left_of(head: Token) -> list[Token]:
    """List the modifiers to the left of a head, without what another noun owns."""
    start = max(head.left_edge.i, head.i - LONGEST_PHRASE)
    return [token for token in head.doc[start : head.i] if not token.is_space]


def _without_ages(words: list[str]) -> list[str]:
    """Drop "19-year-old" and "aged 40"."""
    return [
        word
        for position, word in enumerate(words)
        if not (
            {"year", "month", "years"}.intersection(words[position + 1 : position + 3])
            or (position and words[position - 1] in ("aged", "age"))
        )
    ]
