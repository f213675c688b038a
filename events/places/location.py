"""From a place and the words around its name to the location of an incident, with the divisions of its point."""

from collections.abc import Sequence

from events.places.extent import POINTLIKE, Extent, extent
from events.places.gazetteer import Gazetteer
from events.places.relation import Relation
from schemas.place import Candidate, Divisions, Location, Place

__all__ = ["located"]

NEIGHBOUR_KM, NEIGHBOURS = 60.0, 8
NOWHERE: Divisions = (None, None, None)


def located(
    place: Place,
    relation: Relation,
    *,
    gazetteer: Gazetteer,
    as_written: str,
    others: Sequence[Place] = (),
    candidates: tuple[Candidate, ...] = (),
) -> Location:
    """Give the location that a place and a relation to it mean; `others` are where a shape leads."""
    found = extent(place, relation, gazetteer, others=others)
    country = gazetteer.country(place.country_code) if place.country_code else None
    return Location(
        as_written=as_written,
        place=place,
        precision=found.precision,
        latitude=round(found.latitude, 5),
        longitude=round(found.longitude, 5),
        radius_km=round(found.radius_km, 1),
        country_code=place.country_code,
        country=country.name if country else None,
        disputed_by=gazetteer.disputed_by(place),
        divisions=_divisions(place, relation, others, found, gazetteer),
        candidates=candidates,
    )


def _divisions(
    place: Place, relation: Relation, others: Sequence[Place], found: Extent, gazetteer: Gazetteer
) -> Divisions | None:
    """Give the divisions of the point where they need not be the place's: those of all ends, or of where it moved."""
    if others:
        return _common([place, *others])
    moved = relation.km is not None and relation.bearing is not None and place.kind in POINTLIKE
    return _divisions_at(found, place.country_code, gazetteer) if moved else None


def _common(places: Sequence[Place]) -> Divisions:
    """Keep the divisions that hold every place, from the widest on."""
    kept: list[str | None] = [None, None, None]
    if len({place.country_code for place in places}) > 1:
        return NOWHERE
    for level, name in enumerate(("admin1", "admin2", "admin3")):
        names = {getattr(place, name) for place in places}
        if len(names) > 1:
            break
        kept[level] = names.pop()
    return kept[0], kept[1], kept[2]


def _divisions_at(found: Extent, country_code: str | None, gazetteer: Gazetteer) -> Divisions:
    """Take those whose polygons hold the point, else those of the nearest settlement; a report says the country."""
    if enclosed := gazetteer.enclosed(found.latitude, found.longitude, country_code=country_code):
        return enclosed.divisions
    around = gazetteer.nearest(found.latitude, found.longitude, km=NEIGHBOUR_KM, count=NEIGHBOURS)
    beside = next((place for place in around if place.country_code == country_code), None)
    return (beside.admin1, beside.admin2, beside.admin3) if beside else NOWHERE
