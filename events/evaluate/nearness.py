"""Nearness: how often an incident is placed where its coder placed it, of towns that could have been found."""

from collections.abc import Iterable, Iterator

from geopy.distance import great_circle

from events.evaluate.compare import Compared
from events.evaluate.gold import GoldIncident
from events.evaluate.names import normalised, place_key
from events.evaluate.predictions import Prediction
from events.evaluate.tally import Tally
from events.places.gazetteer import Gazetteer
from schemas.vocabulary import PlaceKind

__all__ = ["score_nearness"]

NEAR_KM = 25
POINTS = frozenset({PlaceKind.SETTLEMENT, PlaceKind.SITE})


def score_nearness(compared: Iterable[Compared], gazetteer: Gazetteer) -> Tally:
    """Tally towns: expected are those below, given those whose incident has a point, correct those within 25 km.

    Expected is a town that the coder of a report's only incident names and points at, whose name the report
    writes, too, and of which the gazetteer has a settlement or a site within 25 km of the coder's point. Of
    several predictions the paired one counts, else the first told; a country's point is none.
    """
    return sum((_judged(each, incident) for each, incident in _findable(compared, gazetteer)), Tally())


def _findable(compared: Iterable[Compared], gazetteer: Gazetteer) -> Iterator[tuple[Compared, GoldIncident]]:
    known = [
        (each, incident, incident.town)
        for each in compared
        for incident in each.report.incidents
        if len(each.report.incidents) == 1 and incident.town and _point(incident) and _is_written(incident.town, each)
    ]
    candidates = gazetteer.candidates(town for _, _, town in known)
    for each, incident, town in known:
        points = [place for place in candidates[town] if place.kind in POINTS]
        if any(_is_near(_point(incident), (place.latitude, place.longitude)) for place in points):
            yield each, incident


def _is_written(town: str, each: Compared) -> bool:
    words = normalised(each.report.text.replace("(", " "))  # a name is cut at a bracket
    return f" {place_key(town)} " in f" {words} "


def _judged(each: Compared, incident: GoldIncident) -> Tally:
    paired = [prediction for _, prediction in each.alignment.pairs]
    told = next(iter([*paired, *each.told]), None)
    point = _point(told) if told else None
    return Tally(expected=1, given=point is not None, correct=_is_near(_point(incident), point))


def _point(where: GoldIncident | Prediction) -> tuple[float, float] | None:
    if where.latitude is None or where.longitude is None:
        return None
    return where.latitude, where.longitude


def _is_near(one: tuple[float, float] | None, other: tuple[float, float] | None) -> bool:
    return one is not None and other is not None and float(great_circle(one, other).km) <= NEAR_KM
