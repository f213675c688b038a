"""Word classes ("VERB", "PROPN") by tag, relation and word: the pipeline's own rules, in a table.

The pipeline tries each of its rules on each word, which costs as much as the parse. What they look at is
little, so the answer to each case is found once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["WordClasses"]

SPACE = " "  # stands for any white space that is a token
ATTRIBUTES = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
Pattern = Mapping[str, Any]
Demand = Mapping[str, Any]  # on one word of a pattern


@dataclass(frozen=True, slots=True)
class _Case:
    """What a rule may look at: a word that no rule names is "", as is a relation before it that none names."""

    tag: str
    dep: str
    word: str
    before: str


class WordClasses:
    """Gives word classes by the patterns of spaCy's attribute ruler, of which a later one wins."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        """Take the patterns that decide a class."""
        self._rules = [(way, str(pattern["attrs"]["POS"])) for pattern, way in _ways(patterns)]
        demands = [demand for way, _ in self._rules for demand in way]
        self._words = frozenset(word for demand in demands for word in _named(demand.get("LOWER")))
        self._before = frozenset(dep for way, _ in self._rules for demand in way[:-1] for dep in _named(demand["DEP"]))
        self._known: dict[tuple[str, str, str, str], str] = {}

    @staticmethod
    def can_read(patterns: Sequence[Pattern]) -> bool:
        """Say whether no pattern looks at more than a word and the relation of the one before it."""
        return all(
            way[-1].keys() <= ATTRIBUTES
            and pattern.get("index", 0) == len(way) - 1 <= 1
            and all(demand.keys() == {"DEP"} for demand in way[:-1])
            for pattern, way in _ways(patterns)
        )

    def of(self, tag: str, dep: str, word: str, *, before: str) -> str:
        """Give the class of a word in lower case; `before` is the relation of the word before it."""
        if word not in self._words:
            word = SPACE if word.isspace() else ""
        key = (tag, dep, word, before if before in self._before else "")
        if key not in self._known:
            self._known[key] = self._decide(_Case(*key))
        return self._known[key]

    def _decide(self, case: _Case) -> str:
        fitting = [word_class for way, word_class in self._rules if _fits(way, case)]
        return fitting[-1] if fitting else ""


def _ways(patterns: Sequence[Pattern]) -> Iterator[tuple[Pattern, Sequence[Demand]]]:
    """Give each of the ways in which a pattern that decides a class is met."""
    for pattern in patterns:
        if "POS" in pattern["attrs"]:
            yield from ((pattern, way) for way in pattern["patterns"])


def _named(demand: Any) -> Sequence[str]:  # noqa: ANN401 -- spaCy's patterns are a string or a mapping
    if isinstance(demand, Mapping):
        return [*demand.get("IN", ()), *demand.get("NOT_IN", ())]
    return [] if demand is None else [demand]


def _fits(way: Sequence[Demand], case: _Case) -> bool:
    *before, own = way
    return (
        _meets(own.get("TAG"), case.tag)
        and _meets(own.get("DEP"), case.dep)
        and _meets(own.get("LOWER"), case.word)
        and own.get("IS_SPACE") in (None, case.word == SPACE)
        and all(_meets(demand["DEP"], case.before) for demand in before)
    )


def _meets(demand: Any, value: str) -> bool:  # noqa: ANN401 -- a string, or {"IN": [...]}, or {"NOT_IN": [...]}
    if isinstance(demand, Mapping):
        return value in demand.get("IN", [value]) and value not in demand.get("NOT_IN", ())
    return demand is None or demand == value
