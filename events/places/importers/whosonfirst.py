"""Who's On First country repositories: one GeoJSON file for each place, in a folder or a tar."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from events.places.compose import ADDED
from events.places.importers.archive import MOST_AT_ONCE, Member, members
from events.places.importers.collection import refuse_constant
from events.places.importers.importer import Imported, ImportOptions, Refused
from events.places.normalise import is_latin
from events.places.outline import outline_of, polygon_of
from events.places.reach import settlement_radius
from events.places.row import PlaceName, PlaceRow
from schemas.codebook import load_codebook
from schemas.errors import GazetteerError

__all__ = ["WhosOnFirst"]

RECORD = re.compile(r"(?:^|/)\d+\.geojson$")  # 101-alt-quattroshapes.geojson is a second shape of 101
NAME = re.compile(r"name:(?P<language>[a-z]{2,3})_x_(?P<kind>[a-z]+)")
COUNTRY = re.compile(r"[A-Z]{2}")
UNKNOWN_LANGUAGE = "und"
SHORT_CAPITALS = re.compile(r"[A-Z]{2,4}")
ORDERS = ("admin1", "admin2", "admin3")
LOOKED_AT = 2000  # files before the first place: a repository has few others
SITE_KM = 1.0
LATEST_SECOND = 2**32

Properties = Mapping[str, Any]


class WhosOnFirst:
    """Reads a repository of Who's On First, of a country or of any other portion."""

    name = "whosonfirst"
    by_country = True
    only_names = False
    precedence = ADDED

    @property
    def attribution(self) -> str:
        """Give the credit that they ask for."""
        return str(self._book["attribution"])

    @cached_property
    def _book(self) -> Mapping[str, Any]:
        return load_codebook("whosonfirst")

    def recognises(self, path: Path) -> bool:
        """Say whether the first place in a folder, tar or zip is one of Who's On First."""
        try:
            records = (member for member in islice(members(path), LOOKED_AT) if RECORD.search(member.name))
            return any("wof:id" in _properties(_decoded(member)) for member in islice(records, 1))
        except (GazetteerError, ValueError):
            return False

    def read(self, path: Path, options: ImportOptions) -> Iterator[Imported]:
        """Give what is there today: not what was deprecated, superseded or has ceased to be.

        Raises:
            GazetteerError: the file is broken, or it holds no place of Who's On First.

        """
        found = 0
        for member in members(path):
            if not RECORD.search(member.name):
                continue
            try:
                row = self._row(_decoded(member), options)
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                yield Refused(member.name, _reason(error))
                continue
            found += 1
            if row:
                yield row
        if not found:
            raise GazetteerError(f"{path} holds no place of Who's On First. Name a country repository of theirs.")

    def _row(self, record: Mapping[str, Any], options: ImportOptions) -> PlaceRow | None:
        about = _properties(record)
        above = self._above(about)
        kind = self._kind(about["wof:placetype"], above)
        if kind is None or not self._is_current(about):
            return None
        population = _population(about)
        names = tuple(self._names(about)) if kind != "country" else ()
        extent = self._extent(record, about, kind, population)
        return PlaceRow(
            place_id=f"wof:{int(about['wof:id'])}",
            name=names[0].name if names else str(about["wof:name"]),
            kind=kind,
            country_code=_country(about) or options.country,
            source=options.source or self.name,
            licence=options.licence or self._book["licence"],
            admin_codes=tuple(str(division) for division in above),
            population=population,
            geonames_id=_geonames_id(about),
            modified=_modified(about),
            names=names,
            **extent,
        )

    def _kind(self, placetype: object, above: tuple[int, ...]) -> str | None:
        if placetype in self._book["divisions"]:
            return ORDERS[len(above) - 1] if 0 < len(above) <= len(ORDERS) else None
        kind: str | None = self._book["kinds"].get(str(placetype))
        return kind

    def _above(self, about: Properties) -> tuple[int, ...]:
        """List the divisions that a place lies in, itself among them, from the first order down."""
        # a place that two countries claim has a hierarchy for each
        hierarchy: Properties = next(iter(about.get("wof:hierarchy") or ()), {})
        ids = {placetype: hierarchy.get(f"{placetype}_id") for placetype in self._book["divisions"]}
        if about["wof:placetype"] in ids:
            ids[about["wof:placetype"]] = about["wof:id"]
            inner = self._book["divisions"].index(about["wof:placetype"])
            ids = dict(islice(ids.items(), inner + 1))
        # -1 and below say why there is none
        return tuple(number for number in ids.values() if isinstance(number, int) and number > 0)

    def _is_current(self, about: Properties) -> bool:
        return (
            about.get("mz:is_current") != 0
            and not about.get("wof:superseded_by")
            and not about.get("edtf:deprecated", "").strip("u-")
            and about.get("edtf:cessation", "") in self._book["open"]["cessation"]
        )

    def _extent(self, record: Mapping[str, Any], about: Properties, kind: str, population: int) -> dict[str, Any]:
        """Give the point and radius, a division's from its polygon."""
        geometry = record.get("geometry") or {}
        is_division = kind in ORDERS or kind == "country"
        if geometry.get("type") not in ("Polygon", "MultiPolygon"):
            guess = {"settlement": settlement_radius(population), "site": SITE_KM}.get(kind)
            return {**_point(about), "radius_km": guess}
        polygon = polygon_of(geometry)
        outline = outline_of(polygon)
        if is_division:
            middle = {"latitude": outline.latitude, "longitude": outline.longitude}
            return {**middle, "radius_km": outline.radius_km, "polygon": polygon}
        return {**_point(about), "radius_km": outline.radius_km}

    def _names(self, about: Properties) -> Iterator[PlaceName]:
        """Give each spelling once, the English name first: a report in English uses that."""
        written = dict.fromkeys(self._written(about))
        seen: set[str] = set()
        for number, (name, kind, language) in enumerate(name for name in written if is_latin(name.name)):
            if name not in seen:
                seen.add(name)
                yield PlaceName(name, "name" if number == 0 else kind, language)

    def _written(self, about: Properties) -> Iterator[PlaceName]:
        yield from (PlaceName(name, "alias", "eng") for name in _texts(about.get("name:eng_x_preferred")))
        yield from (PlaceName(name) for name in _texts(about.get("wof:name")))
        yield from (PlaceName(name) for name in _texts(about.get("label:eng_x_preferred_longname")))
        keyed = [(NAME.fullmatch(key), key) for key in sorted(about)]
        for kind, ours in self._book["names"].items():
            for match, key in keyed:
                if match and match["kind"] == kind:
                    language = None if match["language"] == UNKNOWN_LANGUAGE else match["language"]
                    for name in _texts(about[key]):
                        yield PlaceName(name, "code" if SHORT_CAPITALS.fullmatch(name) else ours, language)


def _decoded(member: Member) -> Mapping[str, Any]:
    content = member.stream.read(MOST_AT_ONCE + 1)
    if len(content) > MOST_AT_ONCE:
        raise ValueError(f"it has more than {MOST_AT_ONCE:,} bytes")
    try:
        record = json.loads(content, parse_constant=refuse_constant)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"it is no GeoJSON: {_reason(error)}") from error
    if not isinstance(record, Mapping):
        raise ValueError("it is no GeoJSON: it holds no object")  # noqa: TRY004 - the file is wrong, not the program
    return record


def _properties(record: Mapping[str, Any]) -> Properties:
    about = record.get("properties")
    if not isinstance(about, Mapping):
        raise ValueError("it has no properties")  # noqa: TRY004 - the file is wrong, not the program
    return about


def _texts(value: object) -> Iterator[str]:
    """Give the names of a list, or of a text that stands where a list should."""
    for name in [value] if isinstance(value, str) else value if isinstance(value, list) else ():
        if isinstance(name, str) and name.strip():
            yield " ".join(name.split())


def _country(about: Properties) -> str | None:
    codes = (about.get("wof:country"), about.get("iso:country"))
    return next((code for code in codes if isinstance(code, str) and COUNTRY.fullmatch(code)), None)


def _geonames_id(about: Properties) -> int | None:
    number = (about.get("wof:concordances") or {}).get("gn:id")
    return number if isinstance(number, int) and number > 0 else None


def _population(about: Properties) -> int:
    numbers = (about.get(key) for key in ("wof:population", "gn:population"))
    return next((int(number) for number in numbers if isinstance(number, int | float) and number > 0), 0)


def _modified(about: Properties) -> str | None:
    """Give the day of the last change, which they write as seconds since 1970."""
    seconds = about.get("wof:lastmodified")
    if not isinstance(seconds, int) or not 0 < seconds < LATEST_SECOND:
        return None
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _point(about: Properties) -> dict[str, float]:
    """Take where a map would write the name, else the middle."""
    of = "lbl" if {"lbl:latitude", "lbl:longitude"} <= about.keys() else "geom"
    latitude, longitude = about[f"{of}:latitude"], about[f"{of}:longitude"]
    if not (_is_within(latitude, 90) and _is_within(longitude, 180)):
        raise ValueError(f"its point is nowhere on earth ({latitude}, {longitude})")
    return {"latitude": float(latitude), "longitude": float(longitude)}


def _is_within(degrees: object, limit: int) -> bool:
    return isinstance(degrees, int | float) and abs(degrees) <= limit


def _reason(error: Exception) -> str:
    words = " ".join(str(error).split()) or type(error).__name__
    return f"it has no {words}" if isinstance(error, KeyError) else words
