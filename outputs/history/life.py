"""An incident's life: each run that touched it, and what came, went and changed in it."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from importlib import resources

from duckdb import DuckDBPyConnection

from outputs.pages.identity import Identity, Kind, only_one
from outputs.query.question import Question
from schemas.errors import UnknownIdError, UsageError
from schemas.record import Record

__all__ = ["Happening", "happenings", "life_of", "live"]

# Each makes a temporary table that the later ones read.
STEPS = ("members", "states", "values", "judged", "withdrawn", "passed_on", "ties", "counted", "life")


class Happening(Record):
    """One thing that came, went or changed in a run; `id` names the mention, report, judgement, tag or incident."""

    run_id: int
    finished_at: datetime | None
    command: str | None
    renewed: str | None
    version: str | None
    change: str
    id: str | None
    field: str | None
    before: str | None
    after: str | None
    publisher: str | None
    published: date | None
    made_by: str | None
    why: str | None


def life_of(connection: DuckDBPyConnection, written: str) -> str:
    """Give the incident, standing or retired, whose id or whose mention's id is, or begins, as written.

    Raises:
        UsageError: no incident ever had it, or several begin so.

    """
    beginning = written.strip()
    rows = connection.execute(_sql("lives"), {"written": beginning}).fetchall() if beginning else []
    lives = {Identity(kind=Kind(kind), id=known): incident_id for kind, known, incident_id in rows}
    try:
        identity = only_one(list(lives), written)
    except UnknownIdError as error:
        raise UsageError(str(error)) from error
    if identity.kind is Kind.REPORT:
        raise UsageError(f"{identity.id} is a report. Name an incident, or a mention of one.")
    if lives[identity] is None:
        raise UsageError(f"{identity.id} tells of no incident: what did not happen founds none.")
    return str(lives[identity])


def live(connection: DuckDBPyConnection, incident_id: str) -> Question:
    """Give all that happened to an incident, the oldest first, in a total order."""
    for name in STEPS:
        sql = _sql(name)
        connection.execute(sql, {"incident_id": incident_id} if "$incident_id" in sql else None)
    return Question(connection, _sql("life_in_order"))


def happenings(question: Question) -> Iterator[Happening]:
    """Read what `live` found."""
    for row in question.connection.execute(question.sql).fetchall():
        yield Happening(**dict(zip(Happening.model_fields, row, strict=True)))


@cache
def _sql(name: str) -> str:
    return resources.files("outputs.history").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
