"""Coded events of others in the store: a list waits in a temporary table and is then written as a whole."""

from collections.abc import Sequence
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from outputs.store.flat import Row
from outputs.store.insert import insert
from outputs.store.past import supersede
from outputs.store.rows import reject_row
from outputs.store.script import statement
from schemas.coded_event import CodedEvent
from schemas.report import Reject

__all__ = ["CodedList", "Difference", "coded_lists", "compare_staged", "stage", "stage_anew", "write_staged"]

# Which rows of the table of coded events a staged list takes the place of.
SUPERSEDED = "event_id in (select event_id from changed_events where change = any(?::varchar[]))"


class CodedList(NamedTuple):
    """A list that was imported: its name, its layout, and how many events it has."""

    source: str
    layout: str
    events: int


class Difference(NamedTuple):
    """What a staged list would change: events that are new, changed, gone, and rows newly set aside."""

    new: int
    changed: int
    gone: int
    rejects: int


def coded_lists(connection: DuckDBPyConnection) -> list[CodedList]:
    """Give the lists of others that the dataset holds, by name."""
    return [CodedList(*row) for row in connection.sql(statement("coded_lists")).fetchall()]


def stage_anew(connection: DuckDBPyConnection) -> None:
    """Make room for a list that is read."""
    connection.execute(statement("coded_stage"))


def stage(connection: DuckDBPyConnection, events: Sequence[CodedEvent], rejects: Sequence[Reject]) -> None:
    """Take some of a list's rows; the dataset stays as it is."""
    insert(connection, "coded_events", list(map(event_row, events)), staged_in="staged_events")
    insert(connection, "rejects", list(map(reject_row, rejects)), staged_in="staged_rejects")


def compare_staged(connection: DuckDBPyConnection, *, source: str) -> Difference:
    """Say what writing the staged list would change."""
    connection.execute(statement("coded_compare"), {"source": source})
    connection.execute(statement("coded_rejects"))
    return Difference(*connection.sql(statement("coded_census")).fetchall()[0])


def write_staged(connection: DuckDBPyConnection, *, run_id: int, with_gone: bool) -> None:
    """Write what was compared, within a transaction; `with_gone` takes away what the list has no more."""
    changes = [["changed", "gone"] if with_gone else ["changed"]]
    supersede(connection, "coded_events", SUPERSEDED, changes, run_id=run_id)
    connection.execute(f"delete from coded_events where {SUPERSEDED}", changes)  # noqa: S608 (our own words)
    connection.execute(statement("coded_write"), {"run_id": run_id})
    connection.execute(statement("coded_write_rejects"), {"run_id": run_id})


def event_row(event: CodedEvent) -> Row:
    """Give a coded event's row."""
    return {
        **event.model_dump(mode="python", exclude={"when", "killed", "actors", "told_by"}),
        "date_start": event.when.start,
        "date_end": event.when.end,
        "date_extent": event.when.extent,
        "date_precision": event.when.precision,
        "actors": [actor.model_dump() for actor in event.actors],
        "killed_low": event.killed.low if event.killed else None,
        "killed": event.killed.best if event.killed else None,
        "killed_high": event.killed.high if event.killed else None,
        "told_by": list(event.told_by),
    }
