"""What a gazetteer file holds, for people who ask it on the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from events.places.normalise import spellings
from events.places.statement import read_sql

__all__ = ["listed", "searched"]

ANSWER = "answer"


@contextmanager
def searched(
    path: Path, name: str, *, country: str | None = None, near: tuple[float, float] | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Lend a connection whose table `answer` has the places of a name, by its most literal spelling that is known.

    With `near`, a latitude and a longitude, the nearest comes first.
    """
    latitude, longitude = near or (None, None)
    values = {"keys": list(spellings(name)), "country": country, "latitude": latitude, "longitude": longitude}
    with duckdb.connect(str(path), read_only=True) as connection:
        connection.execute("set enable_progress_bar = false")  # it would be drawn on stdout
        connection.execute(read_sql("search"), values)
        yield connection


@contextmanager
def listed(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Lend a connection whose table `answer` has the sources, those first that came with affray."""
    with duckdb.connect(str(path), read_only=True) as connection:
        connection.execute("set enable_progress_bar = false")  # it would be drawn on stdout
        connection.execute(read_sql("listing"))
        yield connection
