"""The outlet's home among the places that bear its name: the one that the report's own names speak for."""

from collections.abc import Sequence
from math import log10

from events.places.choice import choose
from events.places.contender import Contender
from events.places.evidence import Evidence, Sense
from events.places.features import Judge
from events.places.gazetteer import Gazetteer, Match
from events.places.outlet import Home, OutletNames
from events.places.territory import lies_in
from schemas.place import Place
from schemas.vocabulary import PlaceKind

__all__ = ["home_of", "home_sense"]

MOST_HOMES = 40
LOCAL, WORLDLY = 4.5, 7.5  # log10 of people: the paper of a town tells of the town, that of a metropolis of the world
LEAST_STRENGTH = 0.25
LEAST_BORNE_OUT = 0.2
LEAST_BORNE_OUT = 0.2


def home_sense(outlet: OutletNames, gazetteer: Gazetteer) -> Sense | None:
    """Take the first name of an outlet that places answer to; of those abroad none, where its country is known."""
    for name, *within in outlet.names:
        matches = _possible(gazetteer.matches([name])[name], outlet, within, gazetteer)
        if matches:
            return Sense(name, matches, outlet=True)
    return None


def _possible(
    matches: tuple[Match, ...], outlet: OutletNames, within: list[str], gazetteer: Gazetteer
) -> tuple[Match, ...]:
    code = outlet.country_code
    around = [match.place for name in within for match in gazetteer.matches([name])[name]]
    possible = [
        match
        for match in matches
        if match.name_kind != "code"
        and match.place.kind is not PlaceKind.AREA
        and (code is None or match.place.country_code == code)
        and (not around or any(lies_in(match.place, container) for container in around))
    ]
    return tuple(sorted(possible, key=lambda match: -match.place.population)[:MOST_HOMES])


def home_of(
    outlet: OutletNames, homes: Sense | None, possible: Sequence[Contender], evidence: Evidence, judge: Judge
) -> Home:
    """Choose the home by what the report names besides it, for its own name may mean any of them."""
    if homes is None:
        return Home(outlet.country_code)
    others = evidence.without(homes.name)
    choice = choose(homes, possible, others, judge)
    place = choice.match.place
    # "Dawn" is a hamlet in Missouri and a paper of Pakistan, which tells of neither Missouri nor the States
    borne_out = min(1.0, others.others(homes).country_share(place) + others.company.share(place, homes.name))
    country = place.country_code if borne_out >= LEAST_BORNE_OUT else outlet.country_code
    return Home(country, place, strength=choice.sureness * _localness(place) * borne_out)


def _localness(place: Place) -> float:
    """Say how much an outlet of this place tells of its own surroundings: 1 in a town, a quarter in a metropolis."""
    people = log10(1 + place.population)
    return min(1.0, max(LEAST_STRENGTH, (WORLDLY - people) / (WORLDLY - LOCAL)))
