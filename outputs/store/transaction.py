"""A transaction: all of it is written, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import duckdb
from duckdb import DuckDBPyConnection

__all__ = ["transaction"]


@contextmanager
def transaction(connection: DuckDBPyConnection) -> Iterator[None]:
    """Commit what is written inside, or roll all of it back when an exception leaves it; do not nest."""
    connection.begin()
    try:
        yield
        connection.commit()
    except BaseException:
        # A full disk has ended the transaction already, and then there is none to roll back.
        with suppress(duckdb.Error):
            connection.rollback()
        raise
