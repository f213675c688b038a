"""A statement as the user wrote it: what may be asked, and how a refusal sounds."""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
from duckdb import DuckDBPyConnection

from outputs.query.visible import first_line
from schemas.errors import QueryError

__all__ = ["answering", "require_one_read"]

READS = "from, select, with, values, pivot, describe, summarize or show"

# A pivot whose columns are looked up first is "multi"; DuckDB then says how to name them.
READING = frozenset({"SELECT", "MULTI"})


def require_one_read(connection: DuckDBPyConnection, sql: str) -> None:
    """Refuse what is no single statement that reads.

    Raises:
        QueryError: there is no statement or more than one, or it would write, reach out or take values.

    """
    try:
        statements = connection.extract_statements(sql)
        kinds = [statement.type.name for statement in statements]
    except duckdb.Error as error:
        raise QueryError(first_line(error)) from error
    except ValueError as error:  # a kind of statement that the Python client has no name for
        raise QueryError(_refusal("this statement")) from error
    if not statements:
        raise QueryError("There is no SQL to answer. Ask for example: from incidents")
    if len(statements) > 1:
        raise QueryError(f"query answers one statement at a time; here are {len(statements)}.")
    if kinds[0] not in READING:
        raise QueryError(_refusal(kinds[0].replace("_", " ").lower()))
    if statements[0].named_parameters:
        raise QueryError("query has no values for parameters such as $1 or ?. Write the values in the SQL.")


@contextmanager
def answering() -> Iterator[None]:
    """Turn DuckDB's errors into one line of ours, save those of files, which whoever opened them explains.

    Raises:
        QueryError: the dataset cannot answer.

    """
    try:
        yield
    except duckdb.IOException:
        raise
    except duckdb.ParserException as error:
        # What passed as a read by its kind and is none after all: DuckDB 1.5 calls some pragmas selects.
        unread = "Expected a single SELECT" in str(error)
        raise QueryError(_refusal("this statement") if unread else first_line(error)) from error
    except duckdb.PermissionException as error:
        raise QueryError(f"query reads the dataset and no other file: {first_line(error)}") from error
    except duckdb.Error as error:
        raise QueryError(first_line(error)) from error


def _refusal(kind: str) -> str:
    return f"query only reads the dataset: {kind} is refused. Use {READS}; affray export writes files."
