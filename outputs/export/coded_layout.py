"""A layout of others: SQL over the public views, with code lists from codebooks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from duckdb import DuckDBPyConnection

from outputs.export.relation import Column, Relation
from outputs.query.question import Question
from schemas.codebook import load_codebook
from schemas.errors import ExportError

__all__ = ["CodedLayout", "Table"]

FIELD = re.compile(r"\$(\w+)")
KEY = "key"


@dataclass(frozen=True)
class Table:
    """A codebook, or one section of it, as a temporary table by the SQL of a step."""

    step: str
    book: str
    section: str | None = None


@dataclass(frozen=True)
class CodedLayout:
    """Lays out incidents by the steps in its folder; the last of them are `rows`, `left_out` and `warnings`.

    `book` names the codebook of its columns.
    """

    name: str
    book: str
    folder: str
    means: str
    steps: tuple[str | Table, ...]
    selections: tuple[str, ...] = ("incidents",)
    formats: tuple[str, ...] | None = None
    is_streamed: bool = False  # who took part is gathered for all incidents before the first is written

    def lay_out(self, connection: DuckDBPyConnection, what: str) -> Relation:
        """Prepare the rows of incidents.

        Raises:
            ExportError: two incidents would have one number.

        """
        for prepared in self.steps:
            if isinstance(prepared, Table):
                connection.execute(step(prepared.step), _values(step(prepared.step), prepared))
            else:
                connection.execute(step(prepared))
        _require_numbers_of_their_own(connection)
        return Relation(
            name=what,
            rows=Question(connection, step(f"{self.folder}/rows")),
            columns=columns_of(self.book),
            left_out=Question(connection, step("common/left_out")),
            warnings=tuple(told for (told,) in connection.execute(step(f"{self.folder}/warnings")).fetchall()),
        )


@cache
def step(name: str) -> str:
    """Read one of the layouts' SQL files: `acled/rows`."""
    return resources.files("outputs.export").joinpath("layouts", f"{name}.sql").read_text(encoding="utf-8")


@cache
def columns_of(book: str) -> tuple[Column, ...]:
    """Read the columns of a layout from its codebook, in their order."""
    entries: Mapping[str, Mapping[str, Any]] = load_codebook(f"layouts/{book}")["columns"]
    return tuple(_column(name, entry) for name, entry in entries.items())


def _column(name: str, entry: Mapping[str, Any]) -> Column:
    return Column(
        name=name,
        type=entry["type"],
        means=entry["means"],
        labels=entry.get("labels", {}),
        words=tuple(entry.get("words", ())),
    )


def _values(sql: str, table: Table) -> dict[str, list[object]]:
    """Give a list for each name that the SQL binds: the keys of a codebook's entries, and their fields."""
    book = load_codebook(f"layouts/{table.book}")
    entries = book[table.section] if table.section else book
    return {
        field: list(entries) if field == KEY else [entry.get(field) for entry in entries.values()]
        for field in set(FIELD.findall(sql))
    }


def _require_numbers_of_their_own(connection: DuckDBPyConnection) -> None:
    shared = connection.execute(step("common/shared_numbers")).fetchall()
    if shared:
        first, second, *_ = shared[0][0]
        raise ExportError(
            f"{first} and {second} share a number of 48 bits. Export them with --layout affray, whose ids are longer."
        )
