"""Where an incident was, as a person says it: a name or an id of the gazetteer, a point, a country."""

import math

from events.judgements.counts import UNKNOWN
from events.judgements.fields import wrong
from events.places.gazetteer import Gazetteer, Match
from events.places.location import located
from events.places.relation import Relation
from events.places.sphere import distance_km
from outputs.query.visible import visible
from schemas.errors import JudgementError
from schemas.place import Location, Place
from schemas.vocabulary import PlaceKind, PlacePrecision

__all__ = ["country_said", "place_said"]

NORTHERNMOST, EASTERNMOST = 90.0, 180.0
PROPOSED = 5
NEIGHBOUR_KM = 60.0
# A point without a radius is exact to what a village covers; up to so many km it is near the place, beyond an area.
POINT_KM, SITE_KM, NEAR_KM = 1.0, 1.0, 50.0
FIRST = ({PlaceKind.COUNTRY}, {PlaceKind.SETTLEMENT, PlaceKind.SITE}, set(PlaceKind))
# Of several towns one is meant without more words where it is ten times as large as any other.
OUTWEIGHS, HAMLET, ALIAS = 10, 100, 0.01
SAME_KM = 3.0


def country_said(words: str, gazetteer: Gazetteer) -> Location:
    """Give the country as a whole that a person names, in two letters or by any of its names.

    Raises:
        JudgementError: there is none of the name.

    """
    if words == UNKNOWN:
        return Location()
    place = gazetteer.country(words.upper())
    if place is None:
        matches = gazetteer.matches([words])[words]
        place = next((m.place for m in matches if m.place.kind is PlaceKind.COUNTRY and m.name_kind != "demonym"), None)
    if place is None:
        raise wrong("country", words)
    return located(place, Relation(), gazetteer=gazetteer, as_written=place.name)


def place_said(words: str, gazetteer: Gazetteer, *, country_code: str | None, is_certain: bool) -> Location:
    """Give the location that a person means; `country_code` decides between namesakes, alone where it `is_certain`.

    Raises:
        JudgementError: the gazetteer has no such place, or several.

    """
    if words == UNKNOWN:
        return _nowhere(country_code if is_certain else None, gazetteer)
    if point := _point(words):
        return _at(point, words, gazetteer, country_code=country_code if is_certain else None)
    found = _by_id(words, gazetteer) or _by_name(words, gazetteer, country_code=country_code, is_certain=is_certain)
    return located(found, Relation(), gazetteer=gazetteer, as_written=words)


def _nowhere(country_code: str | None, gazetteer: Gazetteer) -> Location:
    country = gazetteer.country(country_code) if country_code else None
    return located(country, Relation(), gazetteer=gazetteer, as_written=country.name) if country else Location()


def _point(words: str) -> tuple[float, float, float] | None:
    """Read a latitude, a longitude and a radius in km; None where the words are a name."""
    parts = words.split(",")
    try:
        numbers = [float(part) for part in parts]
    except ValueError:
        return None
    latitude, longitude, radius = (*numbers, POINT_KM)[:3] if len(numbers) in (2, 3) else (math.nan,) * 3
    is_there = abs(latitude) <= NORTHERNMOST and abs(longitude) <= EASTERNMOST
    if not (is_there and 0 < radius < math.inf):  # nan is nowhere
        raise wrong("place", words)
    return latitude, longitude, radius


def _at(point: tuple[float, float, float], words: str, gazetteer: Gazetteer, *, country_code: str | None) -> Location:
    """Give a point with the country and the divisions that hold it: those of polygons, else of the nearest town."""
    latitude, longitude, radius = point
    around = gazetteer.enclosed(latitude, longitude, country_code=country_code)
    beside = next(
        (
            place
            for place in gazetteer.nearest(latitude, longitude, km=NEIGHBOUR_KM, count=PROPOSED)
            if country_code in (None, place.country_code)
        ),
        None,
    )
    code = country_code or (around.country_code if around else None) or (beside.country_code if beside else None)
    divisions = around.divisions if around else (beside.admin1, beside.admin2, beside.admin3) if beside else None
    country = gazetteer.country(code) if code else None
    precision = PlacePrecision.SITE if radius <= SITE_KM else PlacePrecision.NEAR
    return Location(
        as_written=words,
        precision=precision if radius <= NEAR_KM else PlacePrecision.AREA,
        latitude=round(latitude, 5),
        longitude=round(longitude, 5),
        radius_km=round(radius, 1),
        country_code=code,
        country=country.name if country else None,
        disputed_by=gazetteer.disputed_by(beside) if beside and beside.country_code == code else (),
        divisions=divisions,
    )


def _by_id(words: str, gazetteer: Gazetteer) -> Place | None:
    return gazetteer.by_id(words) if ":" in words else None


def _by_name(words: str, gazetteer: Gazetteer, *, country_code: str | None, is_certain: bool) -> Place:
    """Find the one place of a name: in the country, else anywhere; a far larger one of several is meant."""
    every = [match for match in gazetteer.matches([words])[words] if match.name_kind != "demonym"]
    there = [match for match in every if match.place.country_code == country_code]
    matches = there or ([] if is_certain else every)
    if not matches:
        where = f" in {country_code}" if is_certain and country_code else ""
        raise JudgementError(
            f"No place named '{visible(words)}'{where}. Add it: affray gazetteer add places.csv; or write its point: "
            "place=42.97,20.78"
        )
    meant = _meant(matches)
    if meant is None:
        ranked = sorted(matches, key=lambda match: (-_weight(match), match.place.place_id))
        choice = ", ".join(_told(match.place) for match in ranked[:PROPOSED])
        more = f" and {len(matches) - PROPOSED} more" if len(matches) > PROPOSED else ""
        raise JudgementError(
            f"'{visible(words)}' may be {choice}{more}. Write the id: place={ranked[0].place.place_id}"
        )
    return meant


def _meant(matches: list[Match]) -> Place | None:
    """Choose a country, else a town, else what else bears the name; None where several do that none outweighs.

    The user's own places come first. A town and the province that is called after it are told apart by
    writing "Hama Governorate" where that is meant.
    """
    some = [match for match in matches if match.is_own] or [match for match in matches if not match.is_minor] or matches
    kinds = next(kinds for kinds in FIRST if any(match.place.kind in kinds for match in some))
    ranked = sorted(
        (match for match in some if match.place.kind in kinds),
        key=lambda match: (-_weight(match), match.place.place_id),
    )
    first, *others = ranked
    apart = [match for match in others if _km(first.place, match.place) > max(SAME_KM, first.place.radius_km)]
    return first.place if all(_weight(first) >= OUTWEIGHS * _weight(match) for match in apart) else None


def _weight(match: Match) -> float:
    """Weigh a bearer by how many live there; one that has the name beside its own by far fewer."""
    return max(match.place.population, HAMLET) * (1.0 if match.name_kind == "name" else ALIAS)


def _km(one: Place, other: Place) -> float:
    return distance_km(one.latitude, one.longitude, other.latitude, other.longitude)


def _told(place: Place) -> str:
    where = ", ".join(part for part in (place.admin1, place.country_code) if part)
    return visible(f"{place.place_id} ({place.name}, {place.kind}, {where})")
