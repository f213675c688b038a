"""Questions of the judgements to a dataset: SQL files, their values bound."""

from functools import cache
from importlib import resources
from typing import Any

from duckdb import DuckDBPyConnection

__all__ = ["ask", "ask_rows"]


def ask(connection: DuckDBPyConnection, question: str, **values: object) -> list[tuple[Any, ...]]:
    """Answer the SQL file `question`, row by row."""
    return connection.execute(_sql(question), values or None).fetchall()


def ask_rows(connection: DuckDBPyConnection, question: str, **values: object) -> list[dict[str, Any]]:
    """Answer it, each row by its columns' names."""
    found = connection.execute(_sql(question), values or None)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@cache
def _sql(question: str) -> str:
    folder = resources.files("events.judgements").joinpath("sql")
    return folder.joinpath(f"{question}.sql").read_text(encoding="utf-8")
