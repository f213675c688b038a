"""What a dataset holds: totals, and where, what and when most of it happened."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib import resources

from duckdb import DuckDBPyConnection

from schemas.record import Record

__all__ = ["Share", "Summary", "Totals", "summarise"]


class Totals(Record):
    """The counts; incidents and deaths are those that may be summed, so neither round-ups nor dismissed ones.

    Days are the first and the last of all; None where there is none. `killed` and the like are None where no
    incident states a toll.
    """

    reports: int
    outlets: int
    copies: int
    unread: int
    set_aside: int
    first_published: date | None
    last_published: date | None
    incidents: int
    first_day: date | None
    last_day: date | None
    round_ups: int
    dismissed: int
    known_to_the_day: int
    known_to_a_settlement: int
    without_a_country: int
    without_a_toll: int
    killed_low: int | None
    killed: int | None
    killed_high: int | None
    killed_civilians: int | None
    injured: int | None
    single_source: int
    disagreeing: int
    corrected: int
    confirmed: int
    added: int
    run_id: int | None
    finished: date | None
    version: str | None
    tag: str | None


class Share(Record):
    """What one country, kind of event or year has of the whole; killed is None where no toll is stated."""

    name: str
    incidents: int
    killed: int | None


class Summary(Record):
    """The totals, and the largest shares of them; years are the last ones."""

    totals: Totals
    languages: Mapping[str, int]
    countries: Sequence[Share]
    types: Sequence[Share]
    years: Sequence[Share]


def summarise(connection: DuckDBPyConnection) -> Summary:
    """Count what an opened dataset holds."""
    (totals,) = _rows(connection, "totals")
    return Summary(
        totals=Totals.model_validate(totals),
        languages={str(row["name"]): int(str(row["reports"])) for row in _rows(connection, "languages")},
        countries=_shares(connection, "countries"),
        types=_shares(connection, "types"),
        years=_shares(connection, "years"),
    )


def _shares(connection: DuckDBPyConnection, name: str) -> tuple[Share, ...]:
    return tuple(Share.model_validate(row) for row in _rows(connection, name))


def _rows(connection: DuckDBPyConnection, name: str) -> list[dict[str, object]]:
    answer = connection.execute(_sql(name))
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


@cache
def _sql(name: str) -> str:
    return resources.files("outputs.summary").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
