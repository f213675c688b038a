"""Mentions to incidents: who tells of the same, and what they together tell."""

from collections.abc import Collection
from pathlib import Path

from duckdb import DuckDBPyConnection

from events.coded.matching import match
from events.judgements.applying import apply_judgements
from events.judgements.constrain import constrain
from events.link.copies.tie import tie_copies
from events.link.derive.derive import derive
from events.link.parts import find_parts
from events.link.reach import TABLES_OF_REACH, link_all, link_reached
from events.link.statements import statement
from events.link.tellings import make_tellings
from events.link.weights import LinkingWeights
from events.settings import Settings
from outputs.store.link import remove_given_up, replace_links, replace_memberships, retire
from outputs.store.past import settle
from outputs.store.transaction import transaction
from schemas.record import Record

__all__ = ["Linked", "link", "relink"]

STEPS = ("partition", "grown", "outgrown", "named", "foundings", "heirs", "given_up", "components")
TABLES = (  # that stand while linking
    *TABLES_OF_REACH,
    "fresh",
    "settled",
    "tellings",
    "joined",
    "parted",
    "clusters",
    "touched",
    "partition",
    "grown",
    "outgrown",
    "foundings",
    "heirs",
    "given_up",
    "components",
)


class Linked(Record):
    """How many incidents linking made and how many it changed, and how many mentions it looked at for that."""

    new: int
    changed: int
    reached: int = 0


def link(connection: DuckDBPyConnection, settings: Settings, *, run_id: int, codebook: Path | None = None) -> Linked:
    """Bring the incidents up to date with the mentions, in one transaction.

    Only the incidents whose mentions changed are derived anew, each as a whole.
    """
    with transaction(connection):
        return relink(connection, settings, run_id=run_id, is_whole=False, codebook=codebook)


def relink(
    connection: DuckDBPyConnection,
    settings: Settings,
    *,
    run_id: int,
    touched: Collection[str] = (),
    is_whole: bool = True,
    codebook: Path | None = None,
) -> Linked:
    """Do so within a transaction; what the mentions `touched` tell is derived anew though it be the same mentions.

    Unless `is_whole`, only what this run's mentions reach is read, compared and clustered.
    """
    weights = LinkingWeights.load(overlay=codebook)
    tied = tie_copies(connection, run_id=run_id)
    make_tellings(connection)
    judged = constrain(connection, run_id=run_id)
    founding = settings.found_background
    if is_whole:
        link_all(connection, weights, found_background=founding)
    else:
        changed = [*touched, *tied, *judged]
        link_reached(connection, weights, run_id=run_id, touched=changed, found_background=founding)
    replace_links(connection, run_id=run_id)
    connection.execute(statement("incidents/touched"), {"mention_ids": [*touched, *tied, *judged]})
    for step in STEPS:
        connection.execute(statement(f"incidents/{step}"))
    linked = _counted(connection)
    remove_given_up(connection, run_id=run_id)
    retire(connection, run_id=run_id)
    replace_memberships(connection, run_id=run_id)
    derive(connection, settings, run_id=run_id)
    apply_judgements(connection, _derived(connection), run_id=run_id)
    find_parts(connection, run_id=run_id, is_whole=is_whole, codebook=codebook)
    for table in TABLES:
        connection.execute(f"drop table if exists {table}")
    settle(connection, run_id=run_id)
    match(connection, run_id=run_id, codebook=codebook)
    return linked


def _derived(connection: DuckDBPyConnection) -> list[str]:
    return [incident_id for (incident_id,) in connection.sql(statement("incidents/derived")).fetchall()]


def _counted(connection: DuckDBPyConnection) -> Linked:
    ((new, changed, reached),) = connection.sql(statement("incidents/counts")).fetchall()
    return Linked(new=new, changed=changed, reached=reached)
