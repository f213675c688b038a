"""A transaction: all of it is written, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import duckdb
from duckdb import DuckDBPyConnection

__all__ = ["Change", "changing", "transaction"]


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


@dataclass
class Change:
    """What was written inside a transaction; it is kept where it proves to be one."""

    is_kept: bool = False


@contextmanager
def changing(connection: DuckDBPyConnection) -> Iterator[Change]:
    """Commit what is written inside if `is_kept` has been set, else roll it back; do not nest."""
    change = Change()
    with suppress(_NotKept), transaction(connection):
        yield change
        if not change.is_kept:
            raise _NotKept


class _NotKept(Exception):  # noqa: N818 - no error: it ends the transaction and goes no further
    pass
