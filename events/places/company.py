"""Company: where on the globe the names of one report could all lie together, before any is chosen."""

from collections import defaultdict
from collections.abc import Iterable
from math import floor, log2

from schemas.place import Place
from schemas.vocabulary import PlaceKind

__all__ = ["Company"]

POINTS = frozenset({PlaceKind.SETTLEMENT, PlaceKind.SITE, PlaceKind.ADMIN2, PlaceKind.ADMIN3})
DOUBT = 1.0  # one name beside another proves little
NOBODY: frozenset[str] = frozenset()
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
        self._beside: dict[Cell, tuple[frozenset[str], float]] = {}
        self._names: defaultdict[Cell, set[str]] = defaultdict(set)
        for name, cells in by_name.items():
            for cell in cells:
                self._names[cell].add(name)

    def share(self, place: Place, name: str) -> float:
        """Give the part of the other names that could lie beside a place, from 0 to below 1."""
        if place.kind not in POINTS:
            return 0.0
        cell = _cell(place)
        beside, weight = self._beside.get(cell) or self._look_around(cell)
        own = self._weights.get(name, 0.0)
        return max(0.0, weight - own if name in beside else weight) / (self._total - own + DOUBT)

    def _look_around(self, cell: Cell) -> tuple[frozenset[str], float]:
        row, column = cell
        beside: set[str] = set()
        for up in (row - 1, row, row + 1):
            for across in (column - 1, column, column + 1):
                beside |= self._names.get((up, across % 360), NOBODY)
        found = self._beside[cell] = frozenset(beside), sum(self._weights[name] for name in sorted(beside))
        return found


def _cell(place: Place) -> Cell:
    return floor(place.latitude), floor(place.longitude) % 360
