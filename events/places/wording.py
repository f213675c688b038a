"""The codebook `place_relations`: its words as patterns, and what they come to in degrees and kilometres."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from events.places.phrasing import Distances, Edges, Lines, Slots, Ties
from schemas.codebook import load_codebook

__all__ = ["Wording", "wording"]

THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
ARTICLES = {"a": 1.0, "an": 1.0}


class Wording:
    """The words around names, ready to be looked for."""

    def __init__(self, book: Mapping[str, Any], *, numbers: Mapping[str, float]) -> None:
        points = [(word, name, row["degrees"]) for name, row in book["bearings"].items() for word in row["words"]]
        self._degrees: dict[str, int] = {word: degrees for word, _, degrees in points}
        self._names = {word: name for word, name, _ in points}
        self._middles = frozenset(book["middles"]["words"])
        self._units: dict[str, float] = {word: row["km"] for row in book["units"].values() for word in row["words"]}
        self._numbers: Mapping[str, float] = {**numbers, **book["vague_numbers"], **ARTICLES}
        self._speeds: Mapping[str, float] = book["travel"]
        self.ground = frozenset(book["ground"]["words"])
        self.outskirts = frozenset(book["outskirts"]["words"])
        self.quarters = frozenset(book["quarters"]["words"])
        self.streets = frozenset(book["streets"]["words"])
        self.ways = frozenset(book["ways"]["words"])
        slots = Slots(book, points=self._degrees, numbers=self._numbers)
        self.distances, self.edges = Distances(slots), Edges(slots)
        self.lines, self.ties = Lines(slots), Ties(slots)

    def direction(self, word: str) -> str:
        """Fold "north-eastern" to "northeast" and "central" to "centre".

        >>> wording().direction("north-eastern")
        'northeast'
        """
        folded = _folded(word)
        return "centre" if folded in self._middles else self._names[folded]

    def bearing(self, word: str) -> int | None:
        """Give degrees from north; None for a middle."""
        return self._degrees.get(_folded(word))

    def km(self, number: str, unit: str) -> float:
        """Give kilometres: "1,200 km" but "2,5 km", and the most that "a few miles" may be."""
        return round(self._number(number) * self._units[unit.lower()], 3)

    def travelled(self, hours: str, mode: str) -> float:
        """Give the most kilometres of "half an hour's walk" or "two hours' drive"."""
        time = 0.5 if hours.lower().startswith("half") else self._number(hours)
        return time * self._speeds[mode.lower()]

    def _number(self, words: str) -> float:
        known = self._numbers.get(words.lower())
        if known is not None:
            return float(known)
        return float(words.replace(",", "") if THOUSANDS.fullmatch(words) else words.replace(",", "."))


@cache
def wording() -> Wording:
    """Give the shipped codebook's patterns, made once."""
    return Wording(load_codebook("place_relations"), numbers=load_codebook("numbers")["words"])


def _folded(word: str) -> str:
    return re.sub(r"[\s-]", "", word.lower())
