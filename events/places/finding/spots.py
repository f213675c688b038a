"""Spots: where a report has a name that the gazetteer knows, and which of them hold which."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from events.places.finding.stretches import LONGEST_NAME, Stretch
from events.places.finding.weights import Signs
from events.places.finding.words import Word
from events.places.gazetteer import Match
from events.places.territory import lies_in
from schemas.vocabulary import PlaceKind

__all__ = ["Holdings", "Spot", "apart"]

TERRITORIES = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2})
NATIONS = frozenset({PlaceKind.COUNTRY, PlaceKind.AREA})
KNOWN_PEOPLE = 1_000_000
MOST_MATCHES = 50  # of a name's bearers that are held against the name behind it
TYING = frozenset({",", "("})


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A stretch of words that the gazetteer knows; a report has it once."""

    stretch: Stretch
    matches: tuple[Match, ...]

    @property
    def key(self) -> str:
        """Give the name in lower case: the same for all uses of it."""
        return self.stretch.text.lower()

    @property
    def is_demonym(self) -> bool:
        """Say whether it names a people or their things, and no place that anybody has heard of."""
        others = [match.place for match in self.matches if match.name_kind != "demonym"]
        if len(others) == len(self.matches):
            return False
        return all(place.kind not in NATIONS and place.population < KNOWN_PEOPLE for place in others)


class Holdings:
    """Knows "Oxford, North Carolina" from both its names; `is_holder` says which names may hold others at all."""

    def __init__(self, words: Sequence[Word], spots: Iterable[Spot], *, is_holder: Callable[[Spot], bool]) -> None:
        self._words, self._is_holder = words, is_holder
        self._starts: dict[int, list[Spot]] = {}
        for spot in spots:
            self._starts.setdefault(spot.stretch.first, []).append(spot)

    def signs(self, spot: Spot) -> Signs:
        """Tell whether what follows holds the place, or it holds what comes before."""
        first, last, words = spot.stretch.first, spot.stretch.last, self._words
        signs: Signs = {}
        if last < len(words) and words[last].gap.strip() in TYING and self._is_held(spot, last):
            signs["held"] = 1.0
        if last < len(words) and words[last].lower == "in" and not words[last].gap.strip():
            signs |= {"held_in": 1.0} if self._is_held(spot, last + 1) else {}
        if first > 0 and words[first].gap.strip() in TYING and self._holds_the_one_before(spot):
            signs["holder"] = 1.0
        return signs

    def _is_held(self, spot: Spot, start: int) -> bool:
        return any(_holds(other, spot) and self._is_holder(other) for other in self._starts.get(start, ()))

    def _holds_the_one_before(self, spot: Spot) -> bool:
        first = spot.stretch.first
        before = (one for start in range(max(0, first - LONGEST_NAME), first) for one in self._starts.get(start, ()))
        return any(one.stretch.last == first and _holds(spot, one) for one in before)


def apart(spots: Iterable[Spot]) -> list[Spot]:
    """Keep of spots that share a word the longest, the first of two as long."""
    longest = sorted(spots, key=lambda spot: (spot.stretch.first - spot.stretch.last, spot.stretch.first))
    covered: set[int] = set()
    chosen: list[Spot] = []
    for spot in longest:
        own = range(spot.stretch.first, spot.stretch.last)
        if covered.isdisjoint(own):
            covered.update(own)
            chosen.append(spot)
    return sorted(chosen, key=lambda spot: spot.stretch.first)


def _holds(holder: Spot, held: Spot) -> bool:
    around = [match.place for match in holder.matches if match.place.kind in TERRITORIES][:MOST_MATCHES]
    return any(
        lies_in(match.place, place) and match.place.place_id != place.place_id
        for place in around
        for match in held.matches[:MOST_MATCHES]
    )
