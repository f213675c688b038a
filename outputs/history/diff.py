"""How two states of a dataset differ: incidents that came, that went, and the values that changed."""

from functools import cache
from importlib import resources

from duckdb import DuckDBPyConnection

from outputs.query.question import Question
from outputs.store.as_of import run_at, stand_at
from schemas.record import Record

__all__ = ["VIEWS", "Difference", "compare", "rows_of"]

# What can be asked of a difference: a row for every incident and value, or one for every country.
VIEWS = ("incident", "country")
STATES = ("state_before", "state_after")


class Difference(Record):
    """How many incidents stood in each of two states, and what became of them between; the runs that ended each."""

    run_before: int
    run_after: int
    incidents_before: int
    incidents_after: int
    came: int
    went: int
    went_on: int
    changed: int
    values: int


def compare(connection: DuckDBPyConnection, before: str, after: str) -> Difference:
    """Compare the incidents of two moments; what differs can then be asked of `rows_of`.

    Raises:
        UsageError: a moment is none that the dataset knows.

    """
    runs = [run_at(connection, moment) for moment in (before, after)]
    for state, run_id in zip(STATES, runs, strict=True):
        stand_at(connection, run_id)
        connection.execute(f"create or replace temp table {state} as from incidents")
    connection.execute(_sql("changed"))
    connection.execute(_sql("differences"))
    (counts,) = connection.sql(_sql("tally")).fetchall()
    names = list(Difference.model_fields)[len(runs) :]
    return Difference(run_before=runs[0], run_after=runs[1], **dict(zip(names, counts, strict=True)))


def rows_of(connection: DuckDBPyConnection, view: str) -> Question:
    """Give the rows of what was compared, by incident or by country, in a total order."""
    return Question(connection, _sql(f"by_{view}"))


@cache
def _sql(name: str) -> str:
    return resources.files("outputs.history").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
