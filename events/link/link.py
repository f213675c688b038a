"""Mentions to incidents: who tells of the same, and what they together tell."""

from collections.abc import Iterator, Sequence
from importlib import resources

from duckdb import DuckDBPyConnection

from events.link.derive import derive
from events.settings import Settings
from outputs.store.link import remove_incidents, replace_incidents, tie_copies
from outputs.store.read import LinkedMention, read_mentions
from outputs.store.transaction import transaction
from schemas.incident import Incident
from schemas.record import Record, content_id

__all__ = ["Linked", "link"]

COMPONENTS_AT_ONCE = 2_000


class Linked(Record):
    """How many incidents linking made and how many it changed."""

    new: int
    changed: int


def link(connection: DuckDBPyConnection, settings: Settings, *, run_id: int) -> Linked:
    """Bring the incidents up to date with the mentions, in one transaction.

    Only the components whose mentions changed are derived anew, each as a whole.
    """
    with transaction(connection):
        tie_copies(connection)
        connection.execute(_sql("partition"), {"found_background": settings.found_background})
        vanished = [incident_id for (incident_id,) in connection.execute(_sql("vanished")).fetchall()]
        remove_incidents(connection, vanished)
        touched = connection.execute(_sql("touched")).fetchall()
        for start in range(0, len(touched), COMPONENTS_AT_ONCE):
            some = touched[start : start + COMPONENTS_AT_ONCE]
            replace_incidents(connection, _incidents(connection, some, settings), run_id=run_id)
        connection.execute("drop table partition")
    new = sum(incident_id is None for _, incident_id, _ in touched)
    return Linked(new=new, changed=len(touched) - new)


def _incidents(
    connection: DuckDBPyConnection, components: Sequence[tuple[str, str | None, list[str]]], settings: Settings
) -> Iterator[Incident]:
    wanted = [mention_id for _, _, mention_ids in components for mention_id in mention_ids]
    mentions = {entry.mention.mention_id: entry for entry in read_mentions(connection, wanted)}
    for founder, incident_id, mention_ids in components:
        yield _incident(founder, incident_id, [mentions[mention_id] for mention_id in mention_ids], settings)


def _incident(founder: str, incident_id: str | None, mentions: list[LinkedMention], settings: Settings) -> Incident:
    account, location, derivations = derive(mentions, rule=settings.derivation, source_order=settings.source_order)
    return Incident(
        incident_id=incident_id or content_id("i", [founder]),
        mention_ids=tuple(entry.mention.mention_id for entry in mentions),
        account=account,
        location=location,
        derivations=derivations,
    )


def _sql(name: str) -> str:
    return resources.files("events.link").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
