"""The values of incidents, from the accounts of their mentions, in SQL.

Each file in `sql` is one thought; they run in the order of `THOUGHTS`, a portion of the incidents at a time.
"""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from duckdb import DuckDBPyConnection

from events.link.derive.rules import rules_by_field
from events.settings import Settings
from outputs.store.link import clear_values
from schemas.codebook import load_codebook
from schemas.vocabulary import CasualtyKind, DatePrecision, PlacePrecision, Side

__all__ = ["derive"]

MENTIONS_AT_ONCE = 250_000  # so that memory stays bounded, however many are linked
# whose bounds give way first where other tolls are lower or higher
YIELDING = (Side.UNKNOWN, Side.CIVILIANS, Side.B, Side.A)
THOUGHTS = (
    "portion",
    "accounts",
    "voices",
    "chosen",
    "events",
    "dates",
    "places",
    "participants",
    "tolls",
    "speakers",
    "superseded",
    "counts",
    "widened",
    "write_incidents",
    "write_casualties",
    "write_participants",
    "write_derivations",
    "write_overruled",
)
LEFT_OVER = ("rules", "portion", "accounts", "chosen", "tolls", "speakers", "superseded", "counts", "widened")


def derive(connection: DuckDBPyConnection, settings: Settings, *, run_id: int) -> None:
    """Write the values of the incidents in `components(incident_id, mention_id)`, in place of those they had.

    `components` is a temp table with all mentions of each incident. Call it within a transaction: the result is a
    pure function of these mentions, their reports and claims, and the settings.
    """
    given = _given(settings, run_id)
    clear_values(connection, run_id=run_id)
    _run(connection, "rules", given)
    for after, until in _portions(connection):
        for thought in THOUGHTS:
            _run(connection, thought, given | {"after": after, "until": until})
    connection.execute("drop view if exists voices")
    for table in LEFT_OVER:
        connection.execute(f"drop table if exists {table}")


def _given(settings: Settings, run_id: int) -> dict[str, Any]:
    """Give what the statements may ask for by name."""
    rules = rules_by_field(settings)
    return {
        "run_id": run_id,
        "rules": [{"field": field, "rule": rule} for field, rule in rules.items()],
        "trusted": list(settings.source_order) if "source-order" in rules.values() else [],
        "date_precisions": _words(DatePrecision),
        "place_precisions": _words(PlacePrecision),
        "kinds": _words(CasualtyKind),
        "sides": _words(Side),
        "yielding": [side.value for side in YIELDING],
        "nobody": _nobody(),
    }


def _portions(connection: DuckDBPyConnection) -> Iterator[tuple[str, str]]:
    """Give the incidents of each portion, as those after an id up to another."""
    after = ""
    for (until,) in connection.execute(_sql("bounds"), {"at_once": MENTIONS_AT_ONCE}).fetchall():
        yield after, until
        after = until


def _run(connection: DuckDBPyConnection, name: str, given: dict[str, Any]) -> None:
    sql = _sql(name)
    connection.execute(sql, {key: value for key, value in given.items() if f"${key}" in sql} or None)


def _words(vocabulary: type[CasualtyKind | DatePrecision | PlacePrecision | Side]) -> list[str]:
    return [word.value for word in vocabulary]


def _nobody() -> str:
    """Give the pattern of speakers who need not be the same in another report."""
    book = load_codebook("speakers")
    return rf"^(?:an?|some|one|several|many) |(?:^| )(?:{'|'.join(book['nobody'])})$"


@cache
def _sql(name: str) -> str:
    return resources.files("events.link.derive").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
