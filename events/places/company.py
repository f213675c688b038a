"""Company: where on the globe the names of one report could all lie together, before any is chosen."""

from collections import defaultdict
from collections.abc import Iterable
from math import floor, log2

from schemas.place import Place
from schemas.vocabulary import PlaceKind

__all__ = ["Company"]

POINTS = frozenset({PlaceKind.SETTLEMENT, PlaceKind.SITE, PlaceKind.ADMIN2, PlaceKind.ADMIN3})
DOUBT = 1.0  # one name beside another proves little
Cell = tuple[int, int]


class Company:
    """How many names of a report could lie within a degree or so of a place.

    "Hugo", "Ada" and "Powderly" have namesakes all over, but only in one corner of the world do all three lie side by
    side. A name with namesakes everywhere counts less, for it has one beside every place.
    """

    def __init__(self, candidates: Iterable[tuple[str, Iterable[Place]]]) -> None:
        by_name: defaultdict[str, set[Cell]] = defaultdict(set)
        for name, places in candidates:
            by_name[name].update(_cell(place) for place in places if place.kind in POINTS)
        self._weights = {name: 1 / (1 + log2(len(cells))) for name, cells in by_name.items() if cells}
        self._total = sum(self._weights.values())
        self._names: defaultdict[Cell, set[str]] = defaultdict(set)
        for name, cells in by_name.items():
            for cell in cells:
                self._names[cell].add(name)

    def share(self, place: Place, name: str) -> float:
        """Give the part of the other names that could lie beside a place, from 0 to below 1."""
        if place.kind not in POINTS:
            return 0.0
        row, column = _cell(place)
        beside: set[str] = set()
        for up in (-1, 0, 1):
            for across in (-1, 0, 1):
                beside |= self._names.get((row + up, (column + across) % 360), set())
        beside.discard(name)
        others = self._total - self._weights.get(name, 0.0)
        return sum(self._weights[other] for other in sorted(beside)) / (others + DOUBT)


def _cell(place: Place) -> Cell:
    return floor(place.latitude), floor(place.longitude) % 360
