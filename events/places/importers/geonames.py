"""GeoNames' dumps: a country (XK.txt), the world (allCountries.txt), its towns (cities500.txt), zipped or not.

The columns are those of https://download.geonames.org/export/dump/readme.txt.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import Path

from events.places.compose import ADDED
from events.places.importers.importer import Imported, ImportOptions, Refused
from events.places.importers.inspection import LONGEST_NAME, fault
from events.places.importers.table_lines import first_cells, tabbed
from events.places.reach import settlement_radius
from events.places.row import GEONAMES_LICENCE, PlaceName, PlaceRow, kind_of_alias
from schemas.codebook import load_codebook
from sources.refusal import quoted

__all__ = ["ATTRIBUTION", "GeoNamesImporter"]

ATTRIBUTION = "Place names and coordinates from GeoNames (geonames.org), CC BY 4.0"
COLUMNS = 19
NOT_DIVIDED = "00"  # "no division known"
DIVISIONS = ("admin1", "admin2", "admin3")
FEATURE = re.compile(r"[AHLPRSTUV]?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Feature = tuple[str, float | None]


class GeoNamesImporter:
    """Reads a dump, one place a line."""

    name = "geonames"
    attribution = ATTRIBUTION
    by_country = True
    only_names = False
    precedence = ADDED

    def recognises(self, path: Path) -> bool:
        """Take what has a line with the 19 columns, a number first and a class of features seventh."""
        return any(
            len(cells) == COLUMNS and cells[0].isdecimal() and FEATURE.fullmatch(cells[6]) is not None
            for cells in first_cells(path)
        )

    def read(self, path: Path, options: ImportOptions) -> Iterator[Imported]:
        """Give the places whose kind the codebook `geonames` lists, of one country where one is asked for."""
        features = _features(load_codebook("geonames", overlay=options.codebook))
        for line in tabbed(path):
            if isinstance(line, Refused):
                yield line
                continue
            number, cells = line
            if len(cells) != COLUMNS:
                yield Refused(f"line {number}", f"it has {len(cells)} columns, and GeoNames' dumps have {COLUMNS}")
                continue
            feature = features.get(f"{cells[6]}.{cells[7]}") or features.get(f"{cells[6]}.*")
            if feature is None or (options.country and cells[8] != options.country):
                continue
            yield from _read(f"line {number}", cells, feature, options)


def _features(book: Mapping[str, list[Mapping[str, object]]]) -> dict[str, Feature]:
    features: dict[str, Feature] = {}
    for entry in book["features"]:
        radius = entry.get("radius_km")
        for code in entry["codes"]:  # type: ignore[attr-defined]  # a list, by the codebook's shape
            features[code] = (str(entry["kind"]), None if radius is None else float(str(radius)))
    return features


def _read(part: str, cells: list[str], feature: Feature, options: ImportOptions) -> Iterator[PlaceRow | Refused]:
    try:
        geonames_id, latitude, longitude = int(cells[0]), float(cells[4]), float(cells[5])
        population = int(cells[14] or 0)
    except ValueError as error:
        yield Refused(part, f"it has no number where one belongs: {quoted(str(error))}")
        return
    country_code = cells[8] or options.country
    wrong = fault(cells[1], latitude, longitude, country_code=country_code, boxes=options.boxes)
    if wrong or geonames_id <= 0:
        yield Refused(part, wrong or f"its number {geonames_id} is none of GeoNames'")
        return
    aliases = [alias for alias in (cells[2], *cells[3].split(",")) if alias and alias != cells[1]]
    if len(cells[2]) + len(cells[3]) > LONGEST_NAME and (long := max(map(len, aliases), default=0)) > LONGEST_NAME:
        yield Refused(
            part, f"one of its names is left out: it has {long:,} characters, and at most {LONGEST_NAME} are one"
        )
        aliases = [alias for alias in aliases if len(alias) <= LONGEST_NAME]
    kind, radius_km = feature
    population = max(0, population)
    yield PlaceRow(
        place_id=f"geonames:{geonames_id}",
        name=cells[1],
        kind=kind,
        country_code=country_code or None,
        source=options.source or "geonames",
        licence=options.licence or GEONAMES_LICENCE,
        latitude=latitude,
        longitude=longitude,
        radius_km=_reach(kind, radius_km, population),
        admin_codes=_codes(kind, cells),
        population=population,
        geonames_id=geonames_id,
        modified=cells[18] if DAY.fullmatch(cells[18]) else None,
        names=(PlaceName(cells[1], "name"), *[PlaceName(alias, kind_of_alias(alias)) for alias in aliases]),
    )


def _reach(kind: str, radius_km: float | None, population: int) -> float | None:
    if kind == "settlement":
        return settlement_radius(population)
    # a division reaches as far as its settlements
    return None if kind in DIVISIONS else radius_km


def _codes(kind: str, cells: list[str]) -> tuple[str, ...]:
    """Give the codes from the first order down to the last that is known; a division's own is its last."""
    known = tuple(takewhile(lambda code: code and code != NOT_DIVIDED, cells[10:13]))
    return known[: DIVISIONS.index(kind) + 1] if kind in DIVISIONS else known
