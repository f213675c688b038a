"""Mentions to incidents: who tells of the same, and what they together tell."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Any

from duckdb import DuckDBPyConnection

from events.link.derive.derive import derive
from events.settings import Settings
from outputs.store.link import remove_incidents, replace_memberships, tie_copies
from outputs.store.past import settle
from outputs.store.transaction import transaction
from schemas.record import Record, content_id

__all__ = ["Linked", "link", "relink"]

TABLES = ("touched", "partition", "grown", "outgrown", "foundings", "heirs", "components")  # that stand while linking
AT_ONCE = 2_000  # components or incidents that are held in memory


class Linked(Record):
    """How many incidents linking made and how many it changed."""

    new: int
    changed: int


def link(connection: DuckDBPyConnection, settings: Settings, *, run_id: int) -> Linked:
    """Bring the incidents up to date with the mentions, in one transaction.

    Only the components whose mentions changed are derived anew, each as a whole.
    """
    with transaction(connection):
        return relink(connection, settings, run_id=run_id)


def relink(connection: DuckDBPyConnection, settings: Settings, *, run_id: int, touched: Collection[str] = ()) -> Linked:
    """Do so within a transaction; what the mentions `touched` tell is derived anew though it be the same mentions."""
    new, changed = 0, 0
    tie_copies(connection, run_id=run_id)
    connection.execute(_sql("touched"), {"mention_ids": list(touched)})
    connection.execute(_sql("partition"), {"found_background": settings.found_background})
    connection.execute(_sql("grown"))
    connection.execute(_sql("outgrown"))
    _hand_down_ids(connection)
    gone = [incident_id for (incident_id,) in connection.sql(_sql("retired")).fetchall()]
    remove_incidents(connection, gone, run_id=run_id)
    connection.execute(_sql("components"))
    for some in _portions(connection, "some_grown"):
        values = {
            "incident_ids": [incident_id or _named(founder) for founder, incident_id, _ in some],
            "mention_ids": [mention_ids for _, _, mention_ids in some],
        }
        connection.execute(_sql("add_components"), values)
        kept = sum(incident_id is not None for _, incident_id, _ in some)
        new, changed = new + len(some) - kept, changed + kept
    replace_memberships(connection, run_id=run_id)
    derive(connection, settings, run_id=run_id)
    for table in TABLES:
        connection.execute(f"drop table {table}")
    settle(connection, run_id=run_id)
    return Linked(new=new, changed=changed)


def _hand_down_ids(connection: DuckDBPyConnection) -> None:
    """Find which component goes on with the id of which incident: the one that holds its founding mention."""
    connection.execute(_sql("foundings"))
    for some in _portions(connection, "some_outgrown"):
        founded = {incident_id: _founding(incident_id, mention_ids) for incident_id, mention_ids in some}
        values = {"incident_ids": list(founded), "mention_ids": list(founded.values())}
        connection.execute(_sql("add_foundings"), values)
    connection.execute(_sql("heirs"))


def _founding(incident_id: str, mention_ids: Sequence[str]) -> str:
    return next((name for name in mention_ids if _named(name) == incident_id), mention_ids[0])


def _named(founding: str) -> str:
    """Name an incident by the mention that it is formed on."""
    return content_id("i", [founding])


def _portions(connection: DuckDBPyConnection, name: str) -> Iterator[list[Any]]:
    """Give the rows of a statement some at a time, by their first column."""
    after = ""
    while some := connection.execute(_sql(name), {"after": after, "count": AT_ONCE}).fetchall():
        yield some
        after = some[-1][0]


@cache
def _sql(name: str) -> str:
    return resources.files("events.link").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
