"""What a name is in the gazetteer: of its bearers the one that is heard of most."""

from collections.abc import Sequence
from math import log10

from events.places.finding.weights import Signs, SignWeights
from events.places.gazetteer import Match
from schemas.vocabulary import PlaceKind

__all__ = ["is_great", "is_prominent", "standing"]

MOST_PEOPLE = 7.0  # log10
GREAT = 6.0 / MOST_PEOPLE  # a million, as the sign counts them
KINDS = {
    PlaceKind.COUNTRY: "country",
    PlaceKind.AREA: "area",
    PlaceKind.ADMIN1: "division",
    PlaceKind.ADMIN2: "district",
    PlaceKind.ADMIN3: "district",
}
PROMINENT = frozenset({"country", "area", "division"})


def standing(matches: Sequence[Match], weights: SignWeights) -> Signs:
    """Give the signs of the bearer that they speak for most; none where only a people bears the name."""
    every = (_signs(match) for match in matches if match.name_kind != "demonym")
    return max(every, key=weights.score, default={})


def is_great(signs: Signs) -> bool:
    """Say whether it is the own name of a city of a million."""
    return signs.get("people", 0.0) >= GREAT and "alias" not in signs


def is_prominent(signs: Signs) -> bool:
    """Say whether it is a country, a first-order division, a part of the world or a city of a million."""
    return is_great(signs) or not PROMINENT.isdisjoint(signs)


def _signs(match: Match) -> Signs:
    place = match.place
    kind = KINDS.get(place.kind)
    signs = {kind: 1.0} if kind else {"people": min(1.0, log10(1 + place.population) / MOST_PEOPLE)}
    if match.name_kind == "alias" and place.kind is not PlaceKind.COUNTRY:
        signs["alias"] = 1.0
    if match.name_kind == "code":
        signs["code"] = 1.0
    return signs
