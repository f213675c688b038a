"""The formats that a dataset's rows are exported in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from outputs.export.edition import Edition
from outputs.export.formats.excel import write_excel
from outputs.export.formats.geojson import write_geojson
from outputs.export.formats.geopackage import write_geopackage
from outputs.export.formats.geoparquet import write_geoparquet
from outputs.export.formats.stata import write_stata
from outputs.query.formats import COPIED
from schemas.errors import UsageError

__all__ = ["FORMATS", "SUFFIXES", "Writer", "format_of"]

# Writes an edition into a new file; gives the number of rows.
Writer = Callable[[Edition, Path], int]


def _copied(edition: Edition, path: Path, *, form: str) -> int:
    return edition.relation.rows.copy(form, path)


# Those that `query --output` writes, too, and those for other programs.
FORMATS: dict[str, Writer] = {
    **{name: partial(_copied, form=form) for name, form in COPIED.items()},
    "geojson": write_geojson,
    "geoparquet": write_geoparquet,
    "gpkg": write_geopackage,
    "xlsx": write_excel,
    "dta": write_stata,
}

SUFFIXES = {
    ".csv": "csv",
    ".parquet": "parquet",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".geojson": "geojson",
    ".geoparquet": "geoparquet",
    ".gpkg": "gpkg",
    ".xlsx": "xlsx",
    ".dta": "dta",
}


def format_of(path: Path) -> str:
    """Tell the format by the file's suffix.

    Raises:
        UsageError: no format has this suffix.

    >>> format_of(Path("incidents.CSV"))
    'csv'

    """
    try:
        return SUFFIXES[path.suffix.lower()]
    except KeyError:
        raise UsageError(
            f"No format is known by the name {path.name}. Add --format with one of {', '.join(FORMATS)}."
        ) from None
