"""GeoNames' table of names in all languages: alternateNamesV2.txt, the older alternateNames.txt, a country's part."""

from collections.abc import Iterator
from pathlib import Path

from events.places.compose import ADDED
from events.places.importers.geonames import ATTRIBUTION
from events.places.importers.importer import Imported, ImportOptions, Refused
from events.places.importers.inspection import name_fault
from events.places.importers.table_lines import first_cells, tabbed
from events.places.row import NameRow, PlaceName, kind_of_alias

__all__ = ["GeoNamesNamesImporter"]

FEWEST_COLUMNS, MOST_COLUMNS = 4, 10
# Not names but addresses, keys of other lists and codes of post offices and airports.
NO_NAMES = frozenset({"link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "phon", "nuts", "wmo"})
ABBREVIATION = "abbr"
LONGEST_LANGUAGE = 7  # "zh-Hant"; what is longer tells a period, too ("fr_1793")


class GeoNamesNamesImporter:
    """Reads a name a line, each with the number of its place."""

    name = "geonames-names"
    attribution = ATTRIBUTION
    by_country = False
    only_names = True
    precedence = ADDED

    def recognises(self, path: Path) -> bool:
        """Take what has lines with two numbers, a language or none, and a name."""
        return any(
            FEWEST_COLUMNS <= len(cells) <= MOST_COLUMNS
            and cells[0].isdecimal()
            and cells[1].isdecimal()
            and len(cells[2]) <= LONGEST_LANGUAGE
            and not _is_number(cells[3])
            for cells in first_cells(path)
        )

    def read(self, path: Path, options: ImportOptions) -> Iterator[Imported]:
        """Give the names of the places that are wanted."""
        for line in tabbed(path):
            if isinstance(line, Refused):
                yield line
                continue
            number, cells = line
            if len(cells) < FEWEST_COLUMNS or not cells[1].isdecimal():
                yield Refused(f"line {number}", "it is no row of GeoNames' names: two numbers, a language, a name")
                continue
            language, name = cells[2], cells[3]
            if language in NO_NAMES or (options.wanted is not None and int(cells[1]) not in options.wanted):
                continue
            if wrong := name_fault(name):
                yield Refused(f"line {number}", wrong)
                continue
            kind = "code" if language == ABBREVIATION else kind_of_alias(name)
            known = language if language and len(language) <= LONGEST_LANGUAGE and language != ABBREVIATION else None
            yield NameRow(f"geonames:{int(cells[1])}", PlaceName(name, kind, known))


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).removeprefix("-").isdecimal()
