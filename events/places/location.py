"""From a place and the words around its name to a point with a radius that covers what the words allow."""

from events.places.gazetteer import Gazetteer
from events.places.relation import Relation
from events.places.sphere import destination
from events.places.territory import Box
from schemas.place import Candidate, Location, Place
from schemas.vocabulary import PlaceKind, PlacePrecision

__all__ = ["located", "part_of", "rank"]

NEAR_KM = 25.0
# "about 20 km north": the direction is an eighth of the circle, the distance is rounded
OFFSET_DOUBT, LEAST_OFFSET_KM = 0.4, 3.0
PRECISIONS = {
    PlaceKind.SITE: PlacePrecision.SITE,
    PlaceKind.SETTLEMENT: PlacePrecision.SETTLEMENT,
    PlaceKind.ADMIN3: PlacePrecision.ADMIN3,
    PlaceKind.ADMIN2: PlacePrecision.ADMIN2,
    PlaceKind.ADMIN1: PlacePrecision.ADMIN1,
    PlaceKind.AREA: PlacePrecision.AREA,
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
}
POINTLIKE = frozenset({PlaceKind.SITE, PlaceKind.SETTLEMENT})
RANKS = list(PlacePrecision)


def located(
    place: Place,
    relation: Relation,
    *,
    gazetteer: Gazetteer,
    as_written: str,
    candidates: tuple[Candidate, ...] = (),
) -> Location:
    """Give the location that a place and a relation to it mean."""
    precision, (latitude, longitude), radius = _extent(place, relation, gazetteer)
    country = gazetteer.country(place.country_code) if place.country_code else None
    return Location(
        as_written=as_written,
        place=place,
        precision=precision,
        latitude=round(latitude, 5),
        longitude=round(longitude, 5),
        radius_km=round(radius, 1),
        country_code=place.country_code,
        country=country.name if country else None,
        disputed_by=gazetteer.disputed_by(place),
        candidates=candidates,
    )


def part_of(place: Place, part: str, gazetteer: Gazetteer) -> Box | None:
    """Give the box of "the north" of a country or first-order division; None for other places."""
    territory = gazetteer.territories.get(place.place_id)
    return territory.box.part(part) if territory and territory.box else None


def rank(place: Place, relation: Relation) -> int:
    """Rank by precision, 0 the most precise."""
    if relation.near and place.kind in POINTLIKE:
        return RANKS.index(PlacePrecision.NEAR)
    if relation.part and place.kind not in POINTLIKE:
        return RANKS.index(PlacePrecision.AREA)
    return RANKS.index(PRECISIONS[place.kind])


def _extent(
    place: Place, relation: Relation, gazetteer: Gazetteer
) -> tuple[PlacePrecision, tuple[float, float], float]:
    point = (place.latitude, place.longitude)
    if place.kind not in POINTLIKE:
        box = part_of(place, relation.part, gazetteer) if relation.part else None
        if box:
            return PlacePrecision.AREA, box.middle, box.radius_km
        precision = PlacePrecision.AREA if relation.part else PRECISIONS[place.kind]
        # "near Helmand province" may be just outside it
        return precision, point, place.radius_km + (NEAR_KM if relation.near else 0.0)
    if relation.km is not None and relation.bearing is not None:
        moved = destination(*point, bearing=relation.bearing, km=relation.km)
        return PlacePrecision.NEAR, moved, max(LEAST_OFFSET_KM, OFFSET_DOUBT * relation.km) + place.radius_km
    if relation.km is not None:
        return PlacePrecision.NEAR, point, relation.km + place.radius_km
    if relation.near:
        return PlacePrecision.NEAR, point, max(NEAR_KM, place.radius_km)
    return PRECISIONS[place.kind], point, place.radius_km
