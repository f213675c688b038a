"""What a gazetteer file says of itself: what it was built of and which sources it holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from events.places.compose import FORMAT, digest_of
from events.places.statement import read_sql
from schemas.errors import GazetteerError

__all__ = ["SourceEntry", "additions", "additions_digest", "entries_of", "recipe_of"]

OLDEST_WITH_ADDITIONS = 4


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A row of the table `sources`."""

    source: str
    format: str
    bundled: bool
    precedence: int
    version: str | None
    licence: str
    attribution: str | None
    places: int
    names: int
    refused: int
    digest: str
    added: datetime | None


@contextmanager
def _opened(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(path), read_only=True, config={"threads": 1}) as connection:
        yield connection


def recipe_of(path: Path) -> str | None:
    """Read what a file was built of; None if it is broken or no gazetteer.

    Raises:
        GazetteerError: a newer affray wrote it.

    """
    try:
        with _opened(path) as connection:
            row = connection.execute("select format, recipe from gazetteer").fetchone()
    except duckdb.Error:
        return None
    if row is None:
        return None
    if row[0] > FORMAT:
        raise GazetteerError(
            f"{path} is of a newer affray (format {row[0]}). Update affray, or name another file with --gazetteer FILE."
        )
    return str(row[1]) if row[0] == FORMAT else f"format {row[0]}"


def entries_of(path: Path) -> list[SourceEntry]:
    """List the sources of a gazetteer file, the bundled ones first."""
    with _opened(path) as connection:
        return [SourceEntry(*row) for row in connection.execute(read_sql("sources")).fetchall()]


def additions(path: Path) -> list[str]:
    """Name the sources that the user added to a file; none where it is missing, broken or of an older format."""
    if not path.exists():
        return []
    try:
        with _opened(path) as connection:
            row = connection.execute("select format from gazetteer").fetchone()
            if row is None or row[0] < OLDEST_WITH_ADDITIONS:
                return []
            rows = connection.execute("select source from sources where not bundled order by source").fetchall()
    except duckdb.Error:
        return []
    return [source for (source,) in rows]


def additions_digest(path: Path) -> str | None:
    """Name the content of what the user added to a file; None where that is nothing."""
    kept = additions(path)
    return digest_of(entry.digest for entry in entries_of(path) if entry.source in kept) if kept else None
