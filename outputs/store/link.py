"""Linking in the store: which mentions tell which incident, and what the incidents therefore are.

All of it belongs into one `transaction`: an interrupted build then ends as an uninterrupted one.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from duckdb import DuckDBPyConnection

from outputs.store.insert import insert, put_if_absent, remove
from outputs.store.past import supersede
from outputs.store.rows import (
    casualty_rows,
    derivation_rows,
    incident_row,
    membership_rows,
    participant_rows,
    place_row,
)
from outputs.store.script import statement
from schemas.incident import Incident
from schemas.vocabulary import Status

__all__ = [
    "clear_values",
    "remove_given_up",
    "remove_incidents",
    "replace_incidents",
    "replace_links",
    "replace_memberships",
    "retire",
    "unlinked_mentions",
    "write_copies",
]

INCIDENTS_AT_ONCE = 5_000
FOUNDING = tuple(status for status in Status if status.founds_an_incident)
TABLES_OF_VALUES = ("incident_facts", "casualty_facts", "participant_facts", "derivations", "overruled")
TABLES_OF_INCIDENTS = (*TABLES_OF_VALUES, "memberships")


def unlinked_mentions(connection: DuckDBPyConnection, *, statuses: Collection[Status] = FOUNDING) -> list[str]:
    """Give the mentions of these statuses that belong to no incident, by id."""
    found = connection.execute(statement("unlinked_mentions"), {"statuses": [str(word) for word in statuses]})
    return [mention_id for (mention_id,) in found.fetchall()]


def write_copies(connection: DuckDBPyConnection, *, run_id: int) -> list[str]:
    """Tie the reports in the temp table `tied(report_id, copy_of)` so, and give their mentions."""
    supersede(connection, "reports", "report_id in (select report_id from tied)", [], run_id=run_id)
    connection.execute(statement("tie_copies"), {"run_id": run_id})
    return [mention_id for (mention_id,) in connection.sql(statement("tied_mentions")).fetchall()]


def remove_incidents(connection: DuckDBPyConnection, incident_ids: Collection[str], *, run_id: int) -> None:
    """Take incidents away; their mentions stay, and belong to none."""
    for table in TABLES_OF_INCIDENTS:
        remove(connection, table, "incident_id", incident_ids, run_id=run_id)


def remove_given_up(connection: DuckDBPyConnection, *, run_id: int) -> None:
    """Take away the incidents in the temp table `given_up`; their mentions stay, and belong to none."""
    of_these = "incident_id in (select old_id from given_up)"
    for table in TABLES_OF_INCIDENTS:
        supersede(connection, table, of_these, [], run_id=run_id)
        connection.execute(f"delete from {table} where {of_these}")  # noqa: S608 (the names above)


def retire(connection: DuckDBPyConnection, *, run_id: int) -> None:
    """Record where the ids in the temp table `given_up` (old_id, new_id, why) go on.

    An id in the temp table `components` stands again, and is retired no more.
    """
    of_these = "old_id in (select old_id from given_up union all select incident_id from components)"
    supersede(connection, "retired", of_these, [], run_id=run_id)
    connection.execute(f"delete from retired where {of_these}")  # noqa: S608 (the names above)
    connection.execute(statement("add_retired"), {"run_id": run_id})


def replace_links(connection: DuckDBPyConnection, *, run_id: int) -> None:
    """Write the pairs of the temp table `links`, which it takes away; what is linked no more is superseded."""
    connection.execute(statement("differing_links"))
    of_these = "links.rowid in (select row_number from idle_links)"
    supersede(connection, "links", of_these, [], run_id=run_id)
    connection.execute(f"delete from links where {of_these}")  # noqa: S608 (the names above)
    connection.execute(statement("add_links"), {"run_id": run_id})
    connection.execute("drop table idle_links; drop table new_links")


def replace_memberships(connection: DuckDBPyConnection, *, run_id: int) -> None:
    """Let the mentions in the temp table `components` tell the incidents there, and no others."""
    of_these = (
        "incident_id in (select incident_id from components) or mention_id in (select mention_id from components)"
    )
    supersede(connection, "memberships", f"({of_these})", [], run_id=run_id)
    connection.execute(f"delete from memberships where {of_these}")  # noqa: S608 (the names above)
    connection.execute(statement("add_memberships"), {"run_id": run_id})


def clear_values(connection: DuckDBPyConnection, *, run_id: int) -> None:
    """Take the derived values of the incidents in the temp table `components` away; their mentions stay with them."""
    of_these = "incident_id in (select incident_id from components)"
    for table in TABLES_OF_VALUES:
        supersede(connection, table, of_these, [], run_id=run_id)
        connection.execute(f"delete from {table} where {of_these}")  # noqa: S608 (the names above)


def replace_incidents(connection: DuckDBPyConnection, incidents: Iterable[Incident], *, run_id: int) -> None:
    """Write incidents, each in place of the one with its id; a mention leaves the incident it was in."""
    for some in _portions(incidents):
        remove_incidents(connection, [incident.incident_id for incident in some], run_id=run_id)
        members = [row for incident in some for row in membership_rows(incident)]
        remove(connection, "memberships", "mention_id", [str(row["mention_id"]) for row in members], run_id=run_id)
        insert(connection, "memberships", members, run_id=run_id)
        insert(connection, "incident_facts", [incident_row(incident) for incident in some], run_id=run_id)
        derived = [row for incident in some for row in derivation_rows(incident)]
        insert(connection, "derivations", derived, run_id=run_id)
        _insert_details(connection, some, run_id=run_id)


def _insert_details(connection: DuckDBPyConnection, incidents: Collection[Incident], *, run_id: int) -> None:
    for table, rows in (("casualty_facts", casualty_rows), ("participant_facts", participant_rows)):
        derived = [row for incident in incidents for row in rows(incident.account, incident_id=incident.incident_id)]
        insert(connection, table, derived, run_id=run_id)
    places = (incident.location.place for incident in incidents)
    put_if_absent(connection, "places", "place_id", [place_row(place) for place in places if place], run_id=run_id)


def _portions(incidents: Iterable[Incident]) -> Iterator[list[Incident]]:
    stream = iter(incidents)
    while some := list(islice(stream, INCIDENTS_AT_ONCE)):
        yield some
