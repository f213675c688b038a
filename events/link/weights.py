"""What speaks for two tellings being of one incident and what against, from the codebook `linking`."""

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

from pydantic import Field as Bounded

from schemas.codebook import read_codebook
from schemas.record import Record

__all__ = ["LinkingWeights"]

Figures = Mapping[str, float]


class Nearness(Record):
    """How near kinds of different families are to each other: 1 the same, -1 opposed."""

    same_family: float = Bounded(ge=-1, le=1)
    otherwise: float = Bounded(ge=-1, le=1)
    pairs: Mapping[str, Figures]


class LinkingWeights(Record):
    """The codebook: weights by name, limits, how blocks are cut, the kinds, and the words that say nothing.

    >>> LinkingWeights.load().weights["same_day"] > 0
    True
    """

    weights: Figures
    limits: Figures
    blocks: Figures
    families: Mapping[str, tuple[str, ...]]
    nearness: Nearness
    words: Mapping[str, tuple[str, ...]]

    @classmethod
    def load(cls, *, overlay: Path | None = None) -> "LinkingWeights":
        """Read the codebook, with the user's own from the folder `overlay` laid over it."""
        return read_codebook(cls, "linking", overlay=overlay)

    @property
    def figures(self) -> dict[str, float]:
        """Give all weights, limits and measures of blocks by their names."""
        return {**self.weights, **self.limits, **self.blocks}

    def kinds(self) -> list[dict[str, Any]]:
        """Give the nearness of every two kinds that the codebook knows, both ways round and once.

        A user's own list is laid behind the packaged one, and may repeat it.
        """
        families = {word: family for family, words in self.families.items() for word in words}
        return [
            {"one": one, "other": other, "nearness": self._nearness(one, first, other, second)}
            for (one, first), (other, second) in product(families.items(), repeat=2)
        ]

    def silent_words(self) -> Iterator[tuple[str, str]]:
        """Give the words that tell nothing apart, each with the list that it stands in."""
        for name, words in self.words.items():
            yield from ((name, word) for word in words)

    def _nearness(self, one: str, first: str, other: str, second: str) -> float:
        if one == other:
            return 1.0
        if first == second:
            return self.nearness.same_family
        pairs = self.nearness.pairs
        told = pairs.get(first, {}).get(second, pairs.get(second, {}).get(first))
        return self.nearness.otherwise if told is None else told
