"""An edition: rows that leave a dataset, with what a file needs that tells of itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any

from outputs.export.layout import Relation
from outputs.query.question import Question
from schemas.errors import UsageError

__all__ = ["Edition", "edition", "export_step"]

# What stands for the moment of a dataset that no run has finished: a clock is never read.
BEFORE_ALL_RUNS = datetime(1980, 1, 1)  # noqa: DTZ001  # times of a dataset are UTC and naive
ROWS_AT_A_TIME = 2048


@dataclass(frozen=True)
class Edition:
    """A relation and the moment that it is of: the end of the dataset's last run, in UTC."""

    relation: Relation
    moment: datetime

    def ask(self, name: str) -> Iterator[tuple[Any, ...]]:
        """Stream the rows that the step `name` makes of the relation's rows."""
        rows = self.relation.rows
        answer = rows.connection.execute(export_step(name), {"question": rows.sql})
        while some := answer.fetchmany(ROWS_AT_A_TIME):
            yield from some

    def sources(self) -> Question:
        """Give the question that lists the outlets with their shares of the dataset."""
        return Question(self.relation.rows.connection, export_step("sources"))

    def require_points(self, form: str) -> None:
        """Refuse rows that no map can show.

        Raises:
            UsageError: the rows have no columns latitude and longitude.

        """
        names = {column.name for column in self.relation.columns}
        if not {"latitude", "longitude"} <= names:
            raise UsageError(
                f"{form} needs latitude and longitude, which {self.relation.name} has not. "
                "Choose csv, parquet or jsonl, or export incidents, mentions or places."
            )


def edition(relation: Relation) -> Edition:
    """Date a relation by the runs of its dataset."""
    relation.rows.connection.execute(export_step("geometry"))
    ((moment,),) = relation.rows.connection.execute(export_step("moment")).fetchall()
    return Edition(relation, moment or BEFORE_ALL_RUNS)


@cache
def export_step(name: str) -> str:
    """Read one of the package's SQL files."""
    return resources.files("outputs.export").joinpath("steps", f"{name}.sql").read_text(encoding="utf-8")
