"""A list of others beside the incidents: the questions that compare them, by country, month or year."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from outputs.query.question import Question
from outputs.store.coded import CodedList, coded_lists
from schemas.errors import UsageError

__all__ = ["DIMENSIONS", "LISTS", "Coverage", "ask_for", "coverage", "listing", "tally"]

DIMENSIONS = {
    "country": "country_code as country",
    "month": "strftime(month, '%Y-%m') as month",
    "year": "year(month) as year",
}
LISTS = ("tolls", "missing", "extra")


class Coverage(NamedTuple):
    """How many rows are compared, and how many of affray's and of theirs lie outside of what both cover."""

    compared: int
    affray_outside: int
    theirs_outside: int


def ask_for(connection: DuckDBPyConnection, name: str) -> CodedList:
    """Choose the list that the questions on this connection are about, by its own name or by its layout's.

    Raises:
        UsageError: the dataset has no such list, or several of the layout.

    """
    there = coded_lists(connection)
    found = [one for one in there if one.source == name] or [one for one in there if one.layout == name]
    if not there:
        raise UsageError(
            "The dataset has no list to compare with. Import one: affray import FILE --layout ... --source ..."
        )
    if not found:
        raise UsageError(f"The dataset has no list '{name}'. It has {_named(there)}.")
    if len(found) > 1:
        raise UsageError(f"Several lists are in the layout {name}: {_named(found)}. Name one of them.")
    connection.execute(_sql("asked"), {"source": found[0].source})
    return found[0]


def coverage(connection: DuckDBPyConnection) -> Coverage:
    """Say how much of the chosen list and of the incidents is compared."""
    return Coverage(*connection.sql(_sql("outside")).fetchall()[0])


def tally(connection: DuckDBPyConnection, by: Sequence[str]) -> Question:
    """Ask how much both have, how much only one, and how the tolls of what both have differ."""
    columns = ",\n    ".join(DIMENSIONS[dimension] for dimension in by)
    return Question(connection, _sql("tally").format(columns=columns, keys=", ".join(by)))


def listing(connection: DuckDBPyConnection, name: str) -> Question:
    """Ask for single incidents and events: other tolls, what is missing here, what is extra."""
    return Question(connection, _sql(name))


def _named(lists: Sequence[CodedList]) -> str:
    return ", ".join(f"'{one.source}' ({one.layout}, {one.events:,} events)" for one in lists)


@cache
def _sql(name: str) -> str:
    return resources.files("events.coded").joinpath("sql", "compare", f"{name}.sql").read_text(encoding="utf-8")
