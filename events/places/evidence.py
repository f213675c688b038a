"""What a whole report says of where it is: votes for countries and divisions, and the places that are sure."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from math import cos, exp, log2

from events.places.company import Company
from events.places.gazetteer import Match
from events.places.outlet import Home
from events.places.sphere import Vector, apart_km, distance_km, vector
from events.places.territory import Box
from schemas.place import Place
from schemas.vocabulary import PlaceKind

__all__ = ["TERRITORIAL", "Evidence", "Others", "Sense", "Vote"]

NEAR_KM, CLOSE_KM, DATELINE_KM, HOME_KM = 150.0, 15.0, 100.0, 80.0
FAR = cos(0.4)  # radians, 2,500 km: what lies so far is not near at all
DOUBT = 1.0  # a vote for nobody: a single name decides little
MORE_DOUBT = 2.0  # where a name is to be turned down for another
TERRITORIAL = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.ADMIN3})
VAST = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.AREA})


@dataclass(frozen=True, slots=True)
class Sense:
    """One name as one report uses it: always with the same names tied to it.

    `within` are names that hold it, `holds` names that it holds. `directed`: the gazetteer knows the name
    only without the direction before it ("northern Kosovo"). `national`: it is used as a country's. `namesakes`
    are the divisions among the matches that bear the name of a town in them, one that is no speck in them.
    `outlet`: it stands in the name of the outlet.
    """

    name: str
    matches: tuple[Match, ...]
    within: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    kind_word: str | None = None
    count: int = 1
    dateline: bool = False
    national: bool = False
    directed: bool = False
    namesakes: frozenset[str] = frozenset()
    outlet: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """A place that a name of the report was taken for, and how sure that is (0 to 1)."""

    sense: Sense
    match: Match
    sureness: float
    strength: float = field(init=False)  # counts the mentions, with less and less for each

    def __post_init__(self) -> None:
        object.__setattr__(self, "strength", self.sureness * log2(1 + self.sense.count))


@dataclass(frozen=True, slots=True)
class Shares:
    """All votes but one name's own."""

    strengths: Mapping[Hashable, float]
    cast: Hashable
    strength: float
    total: float

    def of(self, key: Hashable) -> float:
        """Give the part that `key` has, from 0 to below 1."""
        speaks = self.strengths.get(key, 0.0)
        if key == self.cast:
            speaks -= self.strength
        return speaks / self.total if speaks > 0 else 0.0


class Tally:
    """Votes by what they are for; a name's own vote is taken out when it is asked about."""

    def __init__(self, votes: Iterable[tuple[Vote, Hashable]]) -> None:
        self._strengths: dict[Hashable, float] = {}
        self._own: dict[int, tuple[Hashable, float]] = {}
        strengths, own = self._strengths, self._own
        for vote, key in votes:
            strengths[key] = strengths.get(key, 0.0) + vote.strength
            own[id(vote.sense)] = (key, vote.strength)
        self._total = sum(self._strengths.values())

    def without(self, sense: Sense, *, doubt: float = DOUBT) -> "Shares":
        """Give what the other names' votes say."""
        cast, strength = self._own.get(id(sense), (None, 0.0))
        return Shares(self._strengths, cast, strength, max(0.0, self._total - strength) + doubt)

    def share(self, key: Hashable, sense: Sense, *, doubt: float = DOUBT) -> float:
        """Give the part of the other names' votes that `key` has, from 0 to below 1."""
        return self.without(sense, doubt=doubt).of(key)

    def whole(self, sense: Sense, *, doubt: float = DOUBT) -> float:
        """Give the part of all that the other names speak for, from 0 to below 1."""
        others = self.without(sense, doubt=doubt)
        return 1 - doubt / others.total

    def shares(self) -> dict[str, float]:
        """Give every key's part of all votes, from 0 to below 1."""
        return {str(key): strength / (self._total + DOUBT) for key, strength in self._strengths.items()}

    def strongest(self, sense: Sense, *, doubt: float = DOUBT) -> float:
        """Give the share of what the other names speak for most."""
        return max((self.share(key, sense, doubt=doubt) for key in self._strengths), default=0.0)


@dataclass(frozen=True, slots=True)
class _Point:
    """A place that the report is about: the name that stands for it, its own, its direction and how sure it is."""

    name: str
    place_id: str
    place: str
    vector: Vector
    sureness: float


@dataclass(frozen=True, slots=True)
class Others:
    """What the other names of a report say to one of them."""

    countries: Shares
    divisions: Shares
    points: Sequence[_Point]

    def country_share(self, place: Place) -> float:
        """Give the part of the other names that speak for the place's country."""
        return self.countries.of(place.country_code)

    def division_share(self, place: Place) -> float:
        """Give the part of the other names that speak for the place's first-order division."""
        return self.divisions.of(_division(place)) if place.admin1 else 0.0

    def nearness(self, place: Place, here: Vector) -> tuple[float, float, str | None]:
        """Say how near and how close the other places are to one at `here`, and which is the nearest.

        A place is not beside itself: "Hama" and "Hama city" taken for one prove nothing of each other.
        """
        x, y, z = here
        near, most, nearest = 0.0, -2.0, None
        for point in self.points:
            if point.place_id == place.place_id:
                continue
            east, north, up = point.vector
            cosine = x * east + y * north + z * up
            if cosine > most:
                most, nearest = cosine, point.place
            if cosine > FAR:
                near = max(near, point.sureness * exp(apart_km(cosine) / -NEAR_KM))
        return near, exp(apart_km(most) / -CLOSE_KM) if most > FAR else 0.0, nearest


class Evidence:
    """The votes of a report and what follows from them."""

    def __init__(
        self,
        votes: Iterable[Vote] = (),
        *,
        home: Home | None = None,
        company: Company | None = None,
        parts: tuple[Box, ...] = (),
        capitals: frozenset[str] = frozenset(),
    ) -> None:
        self.votes = tuple(votes)
        self.home, self.company = home or Home(), company or Company(())
        self.parts, self.capitals = parts, capitals
        self._countries = Tally((vote, code) for vote in self.votes if (code := vote.match.place.country_code))
        self._lands = Tally(
            (vote, code)
            for vote in self.votes
            if (code := vote.match.place.country_code) and (vote.sense.national or vote.sense.dateline)
        )
        self._divisions = Tally((vote, _division(vote.match.place)) for vote in self.votes if vote.match.place.admin1)
        # a capital stands for its government, and a country's point is no place to be near to
        self._points = [
            _Point(vote.sense.name, place.place_id, place.name, vector(place.latitude, place.longitude), vote.sureness)
            for vote in self.votes
            if (place := vote.match.place).kind not in VAST and place.place_id not in capitals
        ]
        self._told = {(vote.sense.name, vote.match.place.place_id) for vote in self.votes if vote.sense.within}
        seats = (vote.match.place for vote in self.votes if vote.sense.dateline)
        self.dateline = next((place for place in seats if place.kind is not PlaceKind.COUNTRY), None)

    def others(self, sense: Sense) -> "Others":
        """Give what the other names say to one."""
        return Others(
            countries=self._countries.without(sense),
            divisions=self._divisions.without(sense),
            points=[point for point in self._points if point.name != sense.name],
        )

    def countries(self) -> dict[str, float]:
        """Give each country's share of all votes."""
        return self._countries.shares()

    def contradiction(self, match: Match, sense: Sense) -> float:
        """Give by how much the other names speak for another country than the place's, from 0 to below 1.

        Nothing speaks against a capital. Only countries, armed groups and the dateline count: a German may be
        shot anywhere, and "NGO" is a town. Against one of a place's further names all other countries count together:
        a report on Sudan and South Sudan does not call Jeddah "Yida".
        """
        place = match.place
        if place.place_id in self.capitals:
            return 0.0
        own = self._lands.share(place.country_code, sense, doubt=MORE_DOUBT)
        if match.name_kind == "name" or own > 0:
            return self._lands.strongest(sense, doubt=MORE_DOUBT) - own
        return self._lands.whole(sense, doubt=MORE_DOUBT)

    def home_nearness(self, place: Place) -> tuple[float, float]:
        """Say how much of a hint the outlet's home is: for what lies in its division, and for what lies near it."""
        home = self.home.place
        if home is None or place.kind in VAST:
            return 0.0, 0.0
        in_division = home.admin1 is not None and _division(home) == _division(place)
        if home.kind in VAST:
            return self.home.strength * in_division, 0.0
        km = distance_km(place.latitude, place.longitude, home.latitude, home.longitude)
        return self.home.strength * in_division, self.home.strength * exp(-km / HOME_KM)

    def at_home(self, home: Home) -> "Evidence":
        """Give the same of an outlet that is at home elsewhere."""
        moved = copy(self)
        moved.home = home
        return moved

    def without(self, name: str) -> "Evidence":
        """Give the same without what a name itself says."""
        others = (vote for vote in self.votes if vote.sense.name.casefold() != name.casefold())
        return Evidence(others, home=self.home, company=self.company, parts=self.parts, capitals=self.capitals)

    def is_told(self, place: Place, name: str) -> bool:
        """Say whether the report, where it says more of a name, means this place by it."""
        return (name, place.place_id) in self._told

    def by_the_dateline(self, place: Place) -> bool:
        """Say whether the dateline is of about there."""
        here = self.dateline
        if here is None:
            return False
        return distance_km(place.latitude, place.longitude, here.latitude, here.longitude) <= DATELINE_KM

    def in_a_part(self, place: Place) -> bool:
        """Say whether the place lies in a part of a country that the report speaks of."""
        return any(box.holds(place.latitude, place.longitude) for box in self.parts)


def _division(place: Place) -> tuple[str | None, str | None]:
    return place.country_code, place.admin1
