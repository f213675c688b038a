"""The pages' questions to a dataset: SQL files, their values bound."""

from functools import cache
from importlib import resources
from typing import Any

from duckdb import DuckDBPyConnection

__all__ = ["Row", "ask"]

Row = dict[str, Any]


def ask(connection: DuckDBPyConnection, question: str, **values: object) -> list[Row]:
    """Answer the SQL file `question`, each row by its columns' names."""
    found = connection.execute(_sql(question), values)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@cache
def _sql(question: str) -> str:
    return resources.files("outputs.pages").joinpath("sql", f"{question}.sql").read_text(encoding="utf-8")
