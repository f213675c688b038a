"""Facts: what a bundle tells of its dataset, as its views answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from duckdb import DuckDBPyConnection

from outputs.export.edition import BEFORE_ALL_RUNS, export_step

__all__ = ["Facts", "facts_of"]

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Facts:
    """Counts, outlets and languages with their shares, licences, rules and settings, and the last run's day."""

    counts: Row
    outlets: Sequence[Row]
    languages: Sequence[Row]
    licences: Sequence[Row]
    versions: Sequence[Row]
    settings: Sequence[Row]
    day: date


def facts_of(connection: DuckDBPyConnection) -> Facts:
    """Ask an opened dataset."""
    ((moment,),) = connection.execute(export_step("moment")).fetchall()
    (counts,) = _rows(connection, _sql("counts"))
    return Facts(
        counts=counts,
        outlets=_rows(connection, export_step("sources")),
        languages=_rows(connection, _sql("languages")),
        licences=_rows(connection, _sql("licences")),
        versions=_rows(connection, _sql("versions")),
        settings=_rows(connection, _sql("settings")),
        day=(moment or BEFORE_ALL_RUNS).date(),
    )


def _rows(connection: DuckDBPyConnection, sql: str) -> list[Row]:
    answer = connection.execute(sql)
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


@cache
def _sql(name: str) -> str:
    return resources.files("outputs.publish").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
