"""A session: a dataset opened so that SQL can read it and reach nothing else."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from outputs.excerpts.excerpts import Excerpts, cut
from outputs.query.question import step
from outputs.query.visible import first_line
from outputs.redaction.redaction import redact
from outputs.store.as_of import run_at, stand_at
from outputs.store.connect import open_for_reading
from schemas.errors import StoreError

__all__ = ["locked"]

MOST_THREADS = 4  # one of them writes the file, and more hold more
THREAD_MEGABYTES = 512

# No run comes after it: nothing that stands is superseded by then.
LATEST = 2**31 - 1


@contextmanager
def locked(
    dataset: Path,
    *,
    output: Path | None = None,
    is_bounded: bool = False,
    folder: Path | None = None,
    as_of: str | None = None,
    redacted: frozenset[str] = frozenset(),
    excerpts: Excerpts | None = None,
) -> Iterator[DuckDBPyConnection]:
    """Lend a connection that reads `dataset`, may write the new file `output` or into `folder`, and no more.

    `as_of` is a moment, a day or a tag: tables and views then answer as the dataset stood. What `redacted` names, they
    do not tell, and of reports' words no more than `excerpts` allows. Where it `is_bounded`, what goes
    beyond a share of memory for each thread spills beside `output`, however many rows there are.

    Raises:
        UsageError: there is no such moment.
        StoreError: the dataset is not there, no dataset, written by another process, or broken.

    """
    with open_for_reading(dataset) as connection:
        connection.execute(step("cells"))
        if as_of is not None or redacted or excerpts:
            stand_at(connection, LATEST if as_of is None else run_at(connection, as_of))
        if redacted:
            redact(connection, redacted)
        if excerpts:
            cut(connection, excerpts)
        if output is not None:
            connection.execute(step("allow"), {"paths": [str(output)]})
            connection.execute(step("spill"), {"folder": f"{output}.tmp"})
        if is_bounded:
            _bound(connection)
        if folder is not None:
            connection.execute(step("allow"), {"paths": [str(folder)]})
            connection.execute(step("allow_folder"), {"folders": [str(folder)]})
            connection.execute(step("threads"), {"threads": 1})  # so that its files are the same each time
            connection.execute(step("spill"), {"folder": f"{folder}.tmp"})
        connection.execute(step("lock"))
        try:
            yield connection
        except duckdb.IOException as error:
            if output is not None or folder is not None:  # it may be the output that failed; who opened it knows
                raise
            raise StoreError(f"{dataset} cannot be read: {first_line(error)}") from error


def _bound(connection: DuckDBPyConnection) -> None:
    threads = min(MOST_THREADS, os.cpu_count() or 1)
    connection.execute(step("threads"), {"threads": threads})
    connection.execute(step("memory"), {"limit": f"{threads * THREAD_MEGABYTES}MiB"})
