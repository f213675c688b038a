"""GeoPackage, through GDAL: one layer of points in WGS 84."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from outputs.export.edition import Edition
from outputs.export.extra import library
from outputs.export.plain import plain
from outputs.query.question import Column

__all__ = ["write_geopackage"]

# As many as are held in memory at once.
ROWS_AT_A_TIME = 20_000

# GDAL's clock, and how it is told the time.
CLOCK = "OGR_CURRENT_DATE"

# A column's values as the numpy type that GDAL makes a field of; what stands in for null, which a mask hides.
FIELDS = {
    "BOOLEAN": ("bool", False),
    "TINYINT": ("int32", 0),
    "SMALLINT": ("int32", 0),
    "INTEGER": ("int32", 0),
    "BIGINT": ("int64", 0),
    "FLOAT": ("float64", 0.0),
    "DOUBLE": ("float64", 0.0),
    "DATE": ("datetime64[D]", None),
    "TIMESTAMP": ("datetime64[ms]", None),
}


def write_geopackage(edition: Edition, path: Path) -> int:
    """Write every row as a point, or as none where it has no point; give the number of rows."""
    pyogrio = library("pyogrio", extra="gis", for_what="gpkg")
    numpy = library("numpy", extra="gis", for_what="gpkg")
    edition.require_points("gpkg")
    with TemporaryDirectory(prefix=".affray-", dir=path.parent) as folder, _clock_at(pyogrio, edition.moment):
        file = Path(folder) / "layer.gpkg"  # GDAL warns of another ending, and writes a journal beside
        written = _write_layer(pyogrio, numpy, file, edition)
        file.replace(path)
    return written


def _write_layer(pyogrio: ModuleType, numpy: ModuleType, path: Path, edition: Edition) -> int:
    layer = {"layer": edition.relation.name, "driver": "GPKG", "geometry_type": "Point", "crs": "EPSG:4326"}
    columns = edition.relation.rows.columns()
    rows, written = edition.ask("points"), 0
    while True:
        some = list(islice(rows, ROWS_AT_A_TIME))
        if some or not written:
            _write(pyogrio, numpy, path, some, columns, append=written > 0, **layer)
        written += len(some)
        if len(some) < ROWS_AT_A_TIME:
            return written


def _write(
    pyogrio: ModuleType,
    numpy: ModuleType,
    path: Path,
    rows: Sequence[tuple[Any, ...]],
    columns: Sequence[Column],
    **options: object,
) -> None:
    points = numpy.array([None if row[0] is None else bytes(row[0]) for row in rows], dtype=object)
    values, masks = [], []
    for position, column in enumerate(columns, start=1):
        cells = [plain(row[position]) for row in rows]
        kind, blank = FIELDS.get(column.type, ("object", None))
        values.append(numpy.array([blank if cell is None else cell for cell in cells], dtype=kind))
        masks.append(numpy.array([cell is None for cell in cells], dtype=bool))
    try:
        pyogrio.raw.write(str(path), points, values, [column.name for column in columns], field_mask=masks, **options)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError) as error:
        raise OSError(str(error).splitlines()[0]) from error


@contextmanager
def _clock_at(pyogrio: ModuleType, moment: datetime) -> Iterator[None]:
    """Let GDAL take the dataset's time for the file's, which it would else read from the clock."""
    before: str | None = pyogrio.get_gdal_config_option(CLOCK)
    tell: Callable[[dict[str, str | None]], None] = pyogrio.set_gdal_config_options
    tell({CLOCK: f"{moment:%Y-%m-%dT%H:%M:%SZ}"})
    try:
        yield
    finally:
        tell({CLOCK: before})
