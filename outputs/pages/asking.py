"""A room's questions to a dataset: SQL files, their values bound."""

from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any

from duckdb import DuckDBPyConnection

__all__ = ["Row", "ask", "asker"]

Row = dict[str, Any]


def asker(package: str) -> Callable[..., list[Row]]:
    """Give what answers the SQL files in the folder `sql` of a package, each row by its columns' names."""

    def answer(connection: DuckDBPyConnection, question: str, **values: object) -> list[Row]:
        found = connection.execute(_sql(package, question), values)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    return answer


@cache
def _sql(package: str, question: str) -> str:
    return resources.files(package).joinpath("sql", f"{question}.sql").read_text(encoding="utf-8")


ask = asker("outputs.pages")
