"""The user's own list of places: a CSV with the columns name, latitude and longitude, and what else it tells."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from events.places.compose import OWN_LIST
from events.places.importers.importer import Imported, ImportOptions, Refused
from events.places.importers.inspection import LONGEST_NAME, fault
from events.places.importers.opened import head_of, opened
from events.places.normalise import normalise
from events.places.reach import AREA_KM, SITE_KM, settlement_radius
from events.places.row import PlaceName, PlaceRow, kind_of_alias
from schemas.codebook import load_codebook
from schemas.errors import GazetteerError
from schemas.record import content_id
from sources.encoding import loosely_decoded
from sources.refusal import quoted
from sources.rows import BrokenRow, Row, rows

__all__ = ["OwnListImporter"]

DELIMITERS = (",", ";", "\t", "|")
NEEDED = ("name", "latitude", "longitude")
LONGEST_ROW = 1_000_000  # bytes
NAMES_SHOWN = 12  # of the columns of a table without the ones that are looked for
ALIASES = re.compile(r"[;|,/]")
DEGREES = re.compile(r"(?P<sign>[-+\u2212]?)\s*(?P<number>\d{1,4}(?:[.,]\d*)?)\s*°?\s*(?P<side>[NSEW]?)", re.IGNORECASE)
OTHER_SIDES = ("S", "W")
LICENCE = "the user's own"


class OwnListImporter:
    """Reads one place a row; the columns may be called as the codebook `place_lists` has them."""

    name = "csv"
    attribution = None
    by_country = False
    only_names = False
    precedence = OWN_LIST

    def recognises(self, path: Path) -> bool:
        """Take a table that has a column for the latitude and one for the longitude, or for one of them and a name."""
        header = _header(path)
        found = header.columns.keys() if header else set()
        return len(found & set(NEEDED)) > 1

    def read(self, path: Path, options: ImportOptions) -> Iterator[Imported]:
        """Give the place of each row.

        Raises:
            GazetteerError: the table lacks a column that is needed.

        """
        header = _header(path, overlay=options.codebook)
        if header is None:
            raise GazetteerError(f"{path} is no table of places. Give it a first line: {', '.join(NEEDED)}.")
        missing = [name for name in NEEDED if name not in header.columns]
        if missing:
            shown = ", ".join(quoted(name) for name in header.names[:NAMES_SHOWN])
            raise GazetteerError(f"{path} has no column {' and none '.join(missing)}; it has {shown}. Name it so.")
        reader = _Reader(header, options, overlay=options.codebook)
        with opened(path) as stream:
            table = rows(stream, delimiter=header.delimiter, longest=LONGEST_ROW)
            next(table, None)
            for row in table:
                if isinstance(row, BrokenRow):
                    yield Refused(f"line {row.number}", row.refusal.detail)
                else:
                    yield from reader.read(row)


@dataclass(frozen=True, slots=True)
class _Header:
    """The first line of a table: its cells, and where each column that is known stands."""

    names: list[str]
    columns: Mapping[str, int]
    delimiter: str


def _header(path: Path, *, overlay: Path | None = None) -> _Header | None:
    first = loosely_decoded(head_of(path)).lstrip("\ufeff").splitlines()
    if not first:
        return None
    known = load_codebook("place_lists", overlay=overlay)["columns"]
    splits = ((mark, next(csv.reader([first[0]], delimiter=mark), [])) for mark in DELIMITERS)
    mark, cells = max(splits, key=lambda split: len(split[1]))
    places = {_folded(cell): position for position, cell in reversed(list(enumerate(cells)))}
    columns = {
        column: next(places[name] for name in names if name in places)
        for column, names in known.items()
        if any(name in places for name in names)
    }
    return _Header(cells, columns, mark)


def _folded(cell: str) -> str:
    return "_".join(cell.lower().split()).strip("_")


class _Reader:
    """Reads the rows of one table."""

    def __init__(self, header: _Header, options: ImportOptions, *, overlay: Path | None) -> None:
        self._header, self._options = header, options
        kinds: Mapping[str, list[str]] = load_codebook("place_lists", overlay=overlay)["kinds"]
        self._kinds = {word: kind for kind, words in kinds.items() for word in words}
        self._countries = _country_codes(load_codebook("countries", overlay=overlay))

    def read(self, row: Row) -> Iterator[Imported]:
        """Give a row's place, or why there is none."""
        part = f"line {row.number}"
        cells = {
            column: row.cells[position].strip()
            for column, position in self._header.columns.items()
            if position < len(row.cells)
        }
        latitude, longitude = _degrees(cells.get("latitude", "")), _degrees(cells.get("longitude", ""))
        if latitude is None or longitude is None:
            which = "latitude" if latitude is None else "longitude"
            yield Refused(part, f"its {which} {quoted(cells.get(which, ''))} is no number of degrees such as 42.97")
            return
        told = cells.get("country", "")
        country = self._countries.get(normalise(told)) if told else self._options.country
        if told and country is None:
            yield Refused(part, f"its country {quoted(told)} is not known; write the name or the code of ISO 3166-1")
            return
        word = cells.get("kind", "").lower() or "settlement"
        if word not in self._kinds:
            yield Refused(part, f"its kind {quoted(word)} is not known; write one of {', '.join(sorted(self._kinds))}")
            return
        name = " ".join(cells["name"].split()) if len(cells.get("name", "")) <= LONGEST_NAME else cells["name"]
        if wrong := fault(name, latitude, longitude, country_code=country, boxes=self._options.boxes):
            yield Refused(part, wrong)
            return
        aliases = [alias.strip() for alias in ALIASES.split(cells.get("aliases", "")) if alias.strip()]
        if any(len(alias) > LONGEST_NAME for alias in aliases):
            yield Refused(part, f"one of its aliases is left out: a name has at most {LONGEST_NAME} characters")
            aliases = [alias for alias in aliases if len(alias) <= LONGEST_NAME]
        yield self._row((name, latitude, longitude), self._kinds[word], country, cells.get("admin1") or None, aliases)

    def _row(
        self,
        named_point: tuple[str, float, float],
        kind: str,
        country: str | None,
        admin1_name: str | None,
        aliases: list[str],
    ) -> PlaceRow:
        name, latitude, longitude = named_point
        source = self._options.source or "own places"
        return PlaceRow(
            place_id=content_id("own", [source, name, kind, country, str(latitude), str(longitude)]),
            name=name,
            kind=kind,
            country_code=country,
            source=source,
            licence=self._options.licence or LICENCE,
            latitude=latitude,
            longitude=longitude,
            radius_km={"site": SITE_KM, "area": AREA_KM}.get(kind, settlement_radius(0)),
            admin1_name=admin1_name,
            names=(PlaceName(name, "name"), *(PlaceName(alias, kind_of_alias(alias)) for alias in aliases)),
        )


def _degrees(cell: str) -> float | None:
    """Read "42.97", "42,97" or "42.97° N".

    >>> _degrees("42,97"), _degrees("20.78° W"), _degrees("abroad")
    (42.97, -20.78, None)
    """
    found = DEGREES.fullmatch(cell)
    if not found:
        return None
    number = float(found["number"].replace(",", "."))
    negative = (found["sign"] in ("-", "\u2212")) != (found["side"].upper() in OTHER_SIDES)
    return -number if negative else number


def _country_codes(countries: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    codes = {normalise(name): code for code, entry in countries.items() for name in (*entry["aliases"], entry["name"])}
    return codes | {code.lower(): code for code in countries}
