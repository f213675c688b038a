"""How far from a point the words of a report allow the true place to be."""

from collections.abc import Sequence
from typing import NamedTuple

from events.places.gazetteer import Gazetteer
from events.places.relation import Relation, Shape
from events.places.sphere import destination, distance_km, midpoint
from events.places.territory import Box, meeting
from schemas.place import Place
from schemas.vocabulary import PlaceKind, PlacePrecision

__all__ = ["POINTLIKE", "PRECISIONS", "Extent", "extent", "part_of", "rank"]

NEAR_KM = 25.0
BESIDE_KM = 12.5  # "north of Gao" is on that side of it, and no distance away
# "about 20 km north": an eighth of the circle, and a distance that is rounded by a fifth
OFFSET_DOUBT, LEAST_OFFSET_KM = 0.5, 3.0
DISTANCE_DOUBT = 1.2
NEAR_AT_MOST_KM = 50.0  # what is known less well than so is an area
SEA_KM = 200.0  # "off the coast": the contiguous zone and more
TOWN_SEA_KM = 50.0
OUTSKIRTS_SHARE, OUTSKIRTS_KM = 1.5, 3.0
POINTLIKE = frozenset({PlaceKind.SITE, PlaceKind.SETTLEMENT})
PRECISIONS = {
    PlaceKind.SITE: PlacePrecision.SITE,
    PlaceKind.SETTLEMENT: PlacePrecision.SETTLEMENT,
    PlaceKind.ADMIN3: PlacePrecision.ADMIN3,
    PlaceKind.ADMIN2: PlacePrecision.ADMIN2,
    PlaceKind.ADMIN1: PlacePrecision.ADMIN1,
    PlaceKind.AREA: PlacePrecision.AREA,
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
}
RANKS = list(PlacePrecision)
AREAS = frozenset({Shape.BETWEEN, Shape.BORDER, Shape.COAST, Shape.TOGETHER})


class Extent(NamedTuple):
    """A point, the kilometres around it that hold the true place, and what kind of knowledge that is."""

    precision: PlacePrecision
    latitude: float
    longitude: float
    radius_km: float


def extent(place: Place, relation: Relation, gazetteer: Gazetteer, *, others: Sequence[Place] = ()) -> Extent:
    """Give the extent that a relation to a place means; `others` are the places that its shape leads to."""
    if others and relation.shape is Shape.BORDER:
        return _border([place, *others], gazetteer)
    if others and relation.shape in (Shape.BETWEEN, Shape.TOGETHER):
        return _together([place, *others], gazetteer)
    if place.kind in POINTLIKE:
        return _around_a_point(place, relation)
    return _in_a_territory(place, relation, gazetteer)


def part_of(place: Place, part: str, gazetteer: Gazetteer) -> Box | None:
    """Give the box of "the north" of a country or first-order division; None for other places."""
    territory = gazetteer.territories.get(place.place_id)
    return territory.box.part(part) if territory and territory.box else None


def rank(place: Place, relation: Relation) -> int:
    """Rank by precision, 0 the most precise."""
    if relation.shape is Shape.BETWEEN:
        return RANKS.index(PlacePrecision.NEAR)  # a line between two towns says more than their province
    if relation.shape in AREAS:
        return RANKS.index(PlacePrecision.AREA)
    if relation.near and place.kind in POINTLIKE:
        return RANKS.index(PlacePrecision.NEAR)
    if relation.part and place.kind not in POINTLIKE:
        return RANKS.index(PlacePrecision.AREA)
    return RANKS.index(PRECISIONS[place.kind])


def _around_a_point(place: Place, relation: Relation) -> Extent:
    point = (place.latitude, place.longitude)
    if relation.km is not None and relation.bearing is not None:
        moved = destination(*point, bearing=relation.bearing, km=relation.km)
        return _near(moved, max(LEAST_OFFSET_KM, OFFSET_DOUBT * relation.km) + place.radius_km)
    if relation.km is not None:
        return _near(point, max(LEAST_OFFSET_KM, DISTANCE_DOUBT * relation.km) + place.radius_km)
    if relation.shape is Shape.COAST:
        return Extent(PlacePrecision.AREA, *point, TOWN_SEA_KM + place.radius_km)
    if relation.shape is Shape.OUTSKIRTS:
        return _near(point, OUTSKIRTS_SHARE * place.radius_km + OUTSKIRTS_KM)
    if relation.bearing is not None:
        return _near(destination(*point, bearing=relation.bearing, km=BESIDE_KM), NEAR_KM + place.radius_km)
    if relation.near or relation.shape is Shape.GROUND:
        return Extent(PlacePrecision.NEAR, *point, max(NEAR_KM, place.radius_km))
    return Extent(PRECISIONS[place.kind], *point, place.radius_km)


def _near(point: tuple[float, float], radius_km: float) -> Extent:
    precision = PlacePrecision.NEAR if radius_km <= NEAR_AT_MOST_KM else PlacePrecision.AREA
    return Extent(precision, *point, radius_km)


def _in_a_territory(place: Place, relation: Relation, gazetteer: Gazetteer) -> Extent:
    point, radius = (place.latitude, place.longitude), _reach(place, gazetteer)
    box = part_of(place, relation.part, gazetteer) if relation.part else None
    if box:
        return Extent(PlacePrecision.AREA, *box.middle, box.radius_km)
    if relation.shape is Shape.COAST:
        return Extent(PlacePrecision.AREA, *point, radius + SEA_KM)
    if relation.part or relation.shape in (Shape.GROUND, Shape.BORDER):
        return Extent(PlacePrecision.AREA, *point, radius)
    # "near Helmand province" may be just outside it
    return Extent(PRECISIONS[place.kind], *point, radius + (NEAR_KM if relation.near else 0.0))


def _reach(place: Place, gazetteer: Gazetteer) -> float:
    """Reach from a territory's point over all of its box, whose middle the point is not."""
    territory = gazetteer.territories.get(place.place_id)
    if territory is None or territory.box is None:
        return place.radius_km
    return max(place.radius_km, territory.box.reach(place.latitude, place.longitude))


def _together(places: Sequence[Place], gazetteer: Gazetteer) -> Extent:
    """Cover all places with one circle: for two points the middle, and half the way with both radii."""
    whole = [(place.latitude, place.longitude, _reach(place, gazetteer)) for place in places]
    latitude, longitude, radius = whole[0]
    for other in whole[1:]:
        latitude, longitude, radius = _circle((latitude, longitude, radius), other)
    if any(place.kind not in POINTLIKE for place in places):
        return Extent(PlacePrecision.AREA, latitude, longitude, radius)
    precision = PlacePrecision.NEAR if radius <= NEAR_KM else PlacePrecision.AREA
    return Extent(precision, latitude, longitude, radius)


def _circle(one: tuple[float, float, float], other: tuple[float, float, float]) -> tuple[float, float, float]:
    middle = midpoint(*one[:2], *other[:2])
    return *middle, distance_km(*one[:2], *other[:2]) / 2 + max(one[2], other[2])


def _border(places: Sequence[Place], gazetteer: Gazetteer) -> Extent:
    """Cover where the boxes of two territories meet; a town and a border, or two without a box, as a whole."""
    territories = [gazetteer.territories.get(place.place_id) for place in places]
    boxes = [territory.box for territory in territories if territory and territory.box]
    common = meeting(*boxes[:2]) if len(boxes) > 1 else None
    if common is None:
        return _together(places, gazetteer)
    return Extent(PlacePrecision.AREA, *common.middle, common.radius_km)
