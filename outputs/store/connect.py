"""Connections: a dataset opened for writing, by one process at a time, or for reading."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from outputs.store.migrate import describe, migrate, refuse_strangers
from outputs.store.quote import literal
from schemas.errors import StoreBusyError, StoreError, StoreMissingError, StoreTooNewError

__all__ = ["open_for_reading", "open_for_writing"]

# The file that DuckDB 2.0 makes by default cannot be opened by 1.5; this one can, and stays so.
ATTACH_ANEW = "attach {path} as dataset (storage_version 'v1.5.0')"
ATTACH_FOR_WRITING = "attach {path} as dataset"
ATTACH_FOR_READING = "attach {path} as dataset (read_only)"
# DuckDB writes three headers of 4,096 bytes before anything else, the first with its mark at byte 8.
HEADERS = 12_288
MARK = slice(8, 12), b"DUCK"
OPENING_FAILURES: tuple[tuple[str, type[StoreError], str], ...] = (
    (
        "Could not set lock|Unique file handle conflict",
        StoreBusyError,
        "{path} is in use by another process. Wait until that one ends, then run the command again.",
    ),
    (
        "not a valid DuckDB database file",
        StoreError,
        "{path} is no DuckDB file. Name another file, or move this one away.",
    ),
    (
        "Trying to read a database file with version number",
        StoreTooNewError,
        "{path} was written by a newer DuckDB. Update affray to use it.",
    ),
)


@contextmanager
def open_for_writing(path: Path) -> Iterator[DuckDBPyConnection]:
    """Open the dataset, made or migrated as needed; its tables are the connection's default catalog.

    Raises:
        StoreBusyError: another process has it open.
        StoreTooNewError: a newer affray or a newer DuckDB wrote it.
        StoreError: it is no dataset or cannot be written. What a finished transaction wrote is kept.

    """
    _refuse_what_cannot_hold_a_file(path)
    with _connected(path) as connection:
        _attach_for_writing(connection, path)
        try:
            migrate(connection, name=str(path))
            describe(connection)
            yield connection
            connection.execute("checkpoint dataset")
        except duckdb.Error as error:
            raise StoreError(
                f"{path} could not be written: {_reason(error)}. "
                "All up to the last whole batch is kept; mend this, then run the command again."
            ) from error


@contextmanager
def open_for_reading(path: Path) -> Iterator[DuckDBPyConnection]:
    """Open the dataset read-only; its tables are the connection's default catalog.

    Raises:
        StoreMissingError: there is no such file.
        StoreBusyError: a process is writing it.
        StoreTooNewError: a newer affray or a newer DuckDB wrote it.
        StoreError: it is no dataset.

    """
    if not path.exists():
        raise StoreMissingError(f"There is no {path}. Build it: affray build REPORTS --into {path}")
    with _connected(path) as connection:
        _attach(connection, ATTACH_FOR_READING, path)
        refuse_strangers(connection, name=str(path))
        yield connection


@contextmanager
def _connected(path: Path) -> Iterator[DuckDBPyConnection]:
    # What does not fit into memory is spilled beside the dataset, not into the working folder.
    # Nothing is ever downloaded: the extensions that are needed are in DuckDB's core.
    settings: dict[str, str | bool | int | float | list[str]] = {
        "temp_directory": f"{path}.tmp",
        "autoinstall_known_extensions": "false",
    }
    with duckdb.connect(":memory:", config=settings) as connection:
        connection.execute("set TimeZone = 'UTC'")
        # it would draw a bar on stdout, where the answer goes, as soon as a query takes two seconds
        connection.execute("set enable_progress_bar = false")
        yield connection


def _refuse_what_cannot_hold_a_file(path: Path) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder. Name a file in it: {path / 'dataset.duckdb'}")
    if not path.parent.is_dir():
        raise StoreError(f"There is no folder {path.parent} to write {path.name} into. Make it first.")


def _attach_for_writing(connection: DuckDBPyConnection, path: Path) -> None:
    if _is_torn(path):
        path.unlink()
    if path.exists():
        _attach(connection, ATTACH_FOR_WRITING, path)
    else:
        _attach_anew(connection, path)


def _attach_anew(connection: DuckDBPyConnection, path: Path) -> None:
    try:
        _attach(connection, ATTACH_ANEW, path)
    except StoreBusyError:
        raise  # another process made the file a moment ago: it is that one's
    except StoreError:
        path.unlink(missing_ok=True)
        raise


def _is_torn(path: Path) -> bool:
    """Say whether a process was killed while it made the file, before the file held anything."""
    if not path.is_file() or path.stat().st_size >= HEADERS:
        return False
    place, mark = MARK
    start = path.read_bytes()
    return start == b"" or start[place] == mark


def _attach(connection: DuckDBPyConnection, sql: str, path: Path) -> None:
    try:
        connection.execute(sql.format(path=literal(str(path))))
        connection.execute("use dataset")
    except duckdb.Error as error:
        raise _opening_failure(path, error) from error


def _opening_failure(path: Path, error: duckdb.Error) -> StoreError:
    for pattern, failure, sentence in OPENING_FAILURES:
        if re.search(pattern, str(error)):
            return failure(sentence.format(path=path))
    return StoreError(f"{path} cannot be opened: {_reason(error)}. Mend this, or name another file.")


def _reason(error: duckdb.Error) -> str:
    """Give the first line of DuckDB's message without the error's kind.

    >>> _reason(duckdb.Error('IO Error: Could not write file "a": No space left on device'))
    'Could not write file "a": No space left on device'
    """
    line = str(error).partition("\n")[0].rstrip(". ")
    return re.sub(r"^(?:TransactionContext Error: Failed to commit: |[A-Z][A-Za-z ]* Error: )+", "", line)
