"""What a whole report says of where it is: votes for countries and divisions, and the places that are sure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp, log2

from events.places.gazetteer import Match
from events.places.sphere import distance_km
from events.places.territory import Box
from schemas.place import Place
from schemas.vocabulary import PlaceKind

__all__ = ["Evidence", "Sense", "Vote"]

NEAR_KM, CLOSE_KM, DATELINE_KM = 150.0, 15.0, 100.0
DOUBT = 1.0  # a vote for nobody: a single name decides little
TERRITORIAL = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.ADMIN3})
VAST = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.AREA})

Division = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Sense:
    """One name as one report uses it: always with the same names tied to it.

    `within` are names that hold it, `holds` names that it holds. `directed`: the gazetteer knows the name
    only without the direction before it ("northern Kosovo"). `namesakes` are the divisions among the matches
    that bear the name of a town in them, one that is no speck in them.
    """

    name: str
    matches: tuple[Match, ...]
    within: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    kind_word: str | None = None
    count: int = 1
    dateline: bool = False
    directed: bool = False
    namesakes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Vote:
    """A place that a name of the report was taken for, and how sure that is (0 to 1)."""

    sense: Sense
    match: Match
    sureness: float

    @property
    def strength(self) -> float:
        """Count the mentions, with less and less for each."""
        return self.sureness * log2(1 + self.sense.count)


@dataclass(slots=True)
class Evidence:
    """The votes of a report, from which one name's own vote can be taken out."""

    votes: tuple[Vote, ...] = ()
    home: str | None = None
    parts: tuple[Box, ...] = ()
    capitals: frozenset[str] = frozenset()
    countries: Counter[str] = field(default_factory=Counter)
    divisions: Counter[Division] = field(default_factory=Counter)
    dateline: Place | None = None

    @classmethod
    def of(
        cls, votes: Iterable[Vote], *, home: str | None, parts: tuple[Box, ...], capitals: frozenset[str]
    ) -> "Evidence":
        """Count the votes."""
        evidence = cls(votes=tuple(votes), home=home, parts=parts, capitals=capitals)
        for vote in evidence.votes:
            place = vote.match.place
            if place.country_code:
                evidence.countries[place.country_code] += vote.strength  # type: ignore[assignment] # shares, not counts
                if place.admin1:
                    evidence.divisions[place.country_code, place.admin1] += vote.strength  # type: ignore[assignment]
            if vote.sense.dateline and place.kind is not PlaceKind.COUNTRY:
                evidence.dateline = place
        return evidence

    def own(self, sense: Sense) -> Vote | None:
        """Find the vote that a name itself has cast."""
        return next((vote for vote in self.votes if vote.sense is sense), None)

    def country_share(self, place: Place, own: Vote | None) -> float:
        """Give the part of the other names that speak for the place's country."""
        return self._share(self.countries, place.country_code, own, own and own.match.place.country_code)

    def division_share(self, place: Place, own: Vote | None) -> float:
        """Give the part of the other names that speak for the place's first-order division."""
        if not place.admin1:
            return 0.0
        division = own and own.match.place.admin1 and (own.match.place.country_code, own.match.place.admin1)
        return self._share(self.divisions, (place.country_code, place.admin1), own, division)

    @staticmethod
    def _share(votes: Counter, key: object, own: Vote | None, cast: object) -> float:  # type: ignore[type-arg]
        strength = own.strength if own and cast else 0.0
        others = votes.total() - strength
        speaks = votes.get(key, 0.0) - (strength if cast == key else 0.0)
        return max(0.0, speaks) / (max(0.0, others) + DOUBT)

    def nearness(self, place: Place, sense: Sense) -> tuple[float, float, str | None]:
        """Say how near and how close the report's other places are, and which is the nearest."""
        near, least, nearest = 0.0, float("inf"), None
        for vote in self.votes:
            other = vote.match.place
            # a capital stands for its government, and a country's point is no place to be near to
            if vote.sense.name == sense.name or other.kind in VAST or other.place_id in self.capitals:
                continue
            km = distance_km(place.latitude, place.longitude, other.latitude, other.longitude)
            near = max(near, vote.sureness * exp(-km / NEAR_KM))
            if km < least:
                least, nearest = km, other.name
        return near, exp(-least / CLOSE_KM), nearest

    def by_the_dateline(self, place: Place) -> bool:
        """Say whether the dateline is of about there."""
        here = self.dateline
        if here is None:
            return False
        return distance_km(place.latitude, place.longitude, here.latitude, here.longitude) <= DATELINE_KM

    def in_a_part(self, place: Place) -> bool:
        """Say whether the place lies in a part of a country that the report speaks of."""
        return any(box.holds(place.latitude, place.longitude) for box in self.parts)
