"""GeoNames' tables of divisions: admin1CodesASCII.txt and admin2Codes.txt."""

import re
from collections.abc import Iterator
from pathlib import Path

from events.places.compose import ADDED
from events.places.importers.geonames import ATTRIBUTION
from events.places.importers.importer import Imported, ImportOptions, Refused
from events.places.importers.inspection import name_fault
from events.places.importers.table_lines import first_cells, tabbed
from events.places.row import GEONAMES_LICENCE, PlaceName, PlaceRow

__all__ = ["GeoNamesDivisionsImporter"]

COLUMNS = 4
CODE = re.compile(r"[A-Z]{2}(?:\.[^.\s]+){1,2}")


class GeoNamesDivisionsImporter:
    """Reads a division a line; it gets its point from the settlements in it."""

    name = "geonames-divisions"
    attribution = ATTRIBUTION
    by_country = False
    only_names = False
    precedence = ADDED

    def recognises(self, path: Path) -> bool:
        """Take what has four columns, a code such as XK.30 first and a number last."""
        return any(
            len(cells) == COLUMNS and CODE.fullmatch(cells[0]) is not None and cells[3].isdecimal()
            for cells in first_cells(path)
        )

    def read(self, path: Path, options: ImportOptions) -> Iterator[Imported]:
        """Give the divisions, of one country where one is asked for."""
        for line in tabbed(path):
            if isinstance(line, Refused):
                yield line
                continue
            number, cells = line
            yield from _read(f"line {number}", cells, options)


def _read(part: str, cells: list[str], options: ImportOptions) -> Iterator[PlaceRow | Refused]:
    if len(cells) != COLUMNS or not CODE.fullmatch(cells[0]) or not cells[3].isdecimal():
        yield Refused(part, "it is no row of GeoNames' divisions: a code, two names, a number")
        return
    country, *codes = cells[0].split(".")
    if options.country and country != options.country:
        return
    if wrong := name_fault(cells[1]):
        yield Refused(part, wrong)
        return
    yield PlaceRow(
        place_id=f"geonames:{int(cells[3])}",
        name=cells[1],
        kind=f"admin{len(codes)}",
        country_code=country,
        source=options.source or "geonames",
        licence=options.licence or GEONAMES_LICENCE,
        admin_codes=tuple(codes),
        geonames_id=int(cells[3]),
        names=(PlaceName(cells[1], "name"), *([PlaceName(cells[2])] if cells[2] not in ("", cells[1]) else [])),
    )
