"""A question: one reading statement, put to a dataset's connection."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

__all__ = ["Column", "Question", "step"]

ROWS_AT_A_TIME = 2048


@dataclass(frozen=True)
class Column:
    """A column of an answer, with its type as DuckDB writes it."""

    name: str
    type: str


@dataclass(frozen=True)
class Question:
    """A statement that reads, and the connection that answers it.

    The statement goes to DuckDB as a bound value, `from query($question)`, and never becomes part of
    another statement's text. DuckDB's own errors pass through; `answering` makes ours of them.
    """

    connection: DuckDBPyConnection
    sql: str

    def columns(self) -> tuple[Column, ...]:
        """Give the answer's columns without computing its rows."""
        described = self.connection.execute(step("columns"), {"question": self.sql}).description
        return tuple(Column(name=column[0], type=str(column[1])) for column in described)

    def rows(self, form: str) -> Iterator[tuple[str | None, ...]]:
        """Stream the answer's rows, every cell a text in the form of the step `form`."""
        answer = self.connection.execute(step(form), {"question": self.sql})
        while rows := answer.fetchmany(ROWS_AT_A_TIME):
            yield from rows

    def values(self) -> Iterator[tuple[Any, ...]]:
        """Stream the answer's rows, every value as Python has it."""
        answer = self.connection.execute(step("values"), {"question": self.sql})
        while rows := answer.fetchmany(ROWS_AT_A_TIME):
            yield from rows

    def csv_header(self) -> list[str]:
        """Give the column names, safe for a spreadsheet."""
        names = [column.name for column in self.columns()]
        return [name for (name,) in self.connection.execute(step("csv_header"), {"names": names}).fetchall()]

    def copy(self, form: str, path: Path) -> int:
        """Write the answer to a new file in the form of the step `form`; give the number of rows."""
        answer = self.connection.execute(step(form), {"question": self.sql, "path": str(path)}).fetchone()
        return int(answer[0]) if answer else 0


@cache
def step(name: str) -> str:
    """Read one of the package's SQL files."""
    return resources.files("outputs.query").joinpath("steps", f"{name}.sql").read_text(encoding="utf-8")
