"""The gazetteer file from what its sources tell: written beside its place and moved there whole."""

import csv
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path

import duckdb

from events.places.enclose import enclose
from events.places.normalise import normalise
from events.places.outline import outline_of
from events.places.stage import Staged, staged_polygons
from events.places.statement import read_sql
from schemas.errors import GazetteerError

__all__ = [
    "ADDED",
    "FORMAT",
    "OF_AFFRAY",
    "OF_GEONAMES",
    "OWN_LIST",
    "Source",
    "compose",
    "digest_of",
    "spelling",
    "workshop",
]

FORMAT = 5
# Of two sources that tell of one place, the lower number is believed.
OWN_LIST, OF_AFFRAY, OF_GEONAMES, ADDED = range(4)
# An engine that took all memory would leave none for the rest of the machine; beyond this it uses the disk. The world
# (six million places) takes all of it, a country a tenth; with 1 GB the world failed.
MEMORY, MOST_THREADS = "4GB", 4
FETCHED = 50_000
STEPS = ("identity", "link", "drawn", "derive")
SPELT_BY = ("normalise.py",)


@dataclass(frozen=True, slots=True)
class Source:
    """A source with its staged rows, and what the file says of it."""

    name: str
    staged: Staged
    format: str = "bundled"
    bundled: bool = False
    precedence: int = ADDED
    version: str | None = None
    attribution: str | None = None
    refused: int = 0
    added: datetime | None = None

    @property
    def row(self) -> tuple[object, ...]:
        """Give the row of the table `sources`."""
        staged = self.staged
        return (
            self.name, self.format, self.bundled, self.precedence, self.version or staged.version, staged.licence,
            self.attribution, staged.places, staged.names, self.refused, staged.digest, self.added,
        )  # fmt: skip


def spelling() -> str:
    """Name the rules by which names are normalised: keys made by other rules are made anew."""
    parts = [resources.files("events.places").joinpath(part).read_bytes() for part in SPELT_BY]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def digest_of(digests: Iterable[str]) -> str:
    """Name the content of a file by that of its sources, in whatever order they came."""
    return hashlib.sha256("\n".join([str(FORMAT), *sorted(digests)]).encode()).hexdigest()


@contextmanager
def workshop(path: Path) -> Iterator[Path]:
    """Give a folder beside `path` to work in, and remove it.

    Raises:
        GazetteerError: the folder cannot be written or is full.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".gazetteer-") as folder:
            yield Path(folder)
    except GazetteerError:
        raise
    except (OSError, duckdb.IOException, duckdb.OutOfMemoryException) as error:
        reason = " ".join(str(error).split())
        raise GazetteerError(
            f"The gazetteer cannot be built at {path}: {reason}. Name another place with --gazetteer FILE."
        ) from error


def compose(
    path: Path,
    sources: Iterable[Source],
    *,
    folder: Path,
    made_of: str,
    old: Path | None = None,
    kept: Iterable[str] = (),
) -> None:
    """Write a gazetteer of `sources`, and of those `kept` of the file `old`, to `path` in one step.

    `folder` is a workshop; `made_of` is the recipe of the bundled sources.
    """
    built = folder / "gazetteer.duckdb"
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY,
        "threads": min(MOST_THREADS, os.cpu_count() or 1),
        "temp_directory": str(folder),
    }
    with duckdb.connect(config=config) as connection:
        connection.execute("set enable_progress_bar = false")  # it would be drawn on stdout
        # every table that matters is sorted in the end; keeping the order of reading would cost memory
        connection.execute("set preserve_insertion_order = false")
        # newer DuckDB writes by default a file that 1.5 cannot read
        connection.execute(f"attach '{_quoted(built)}' as gazetteer (storage_version 'v1.5.0')")
        connection.execute("use gazetteer")
        connection.execute(read_sql("schema"))
        connection.execute(read_sql("told"))
        if old is not None:
            _keep(connection, old, list(kept), folder)
        for source in sources:
            _take(connection, source)
        for step in STEPS:
            connection.execute(read_sql(step))
            if step == "drawn":
                enclose(connection, folder=folder)
        digests = [digest for (digest,) in connection.execute("select source || ' ' || digest from sources").fetchall()]
        values = [FORMAT, made_of, spelling(), digest_of(digests)]
        connection.execute("insert into gazetteer values (?, ?, ?, ?)", values)
        connection.execute("use memory")
        connection.execute("detach gazetteer")
    os.replace(built, path)  # noqa: PTH105 - the one call that is atomic on every system


def _quoted(path: Path) -> str:
    # ATTACH takes no bound value
    return str(path).replace("'", "''")


def _take(connection: duckdb.DuckDBPyConnection, source: Source) -> None:
    """Load a source's staged rows."""
    marks = ", ".join("?" * len(source.row))
    connection.execute(f"insert into sources values ({marks})", source.row)  # noqa: S608 - question marks alone
    tables = source.staged.tables
    connection.execute(read_sql("stage"), {"places": tables["places"], "source": source.name})
    connection.execute(read_sql("stage_names"), {"names": tables["names"], "source": source.name})
    for place_id, polygon in staged_polygons(source.staged.folder):
        connection.execute(read_sql("stage_boundary"), [place_id, source.name, polygon, *outline_of(polygon).measures])


def _keep(connection: duckdb.DuckDBPyConnection, old: Path, kept: list[str], folder: Path) -> None:
    connection.execute(f"attach '{_quoted(old)}' as old (read_only)")
    for statement in read_sql("keep").split(";\n"):
        if "$kept" in statement:
            connection.execute(statement, {"kept": kept})
    was_spelt_so = connection.execute("select spelling from old.gazetteer").fetchone() == (spelling(),)
    if was_spelt_so:
        connection.execute(read_sql("keep_names"), {"kept": kept})
    else:
        _keep_respelt(connection, kept, folder)
    connection.execute("detach old")


def _keep_respelt(connection: duckdb.DuckDBPyConnection, kept: list[str], folder: Path) -> None:
    """Normalise the names of older sources by the rules of today."""
    told = connection.cursor()
    told.execute(read_sql("names_as_written"), {"kept": kept})
    path = folder / "respelt.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        while rows := told.fetchmany(FETCHED):
            writer.writerows((normalise(name), *rest, name) for name, *rest in rows if normalise(name))
    connection.execute(read_sql("respelt_names"), {"names": str(path)})
