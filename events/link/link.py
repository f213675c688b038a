"""Mentions to incidents: who tells of the same, and what they together tell."""

from collections.abc import Iterator, Mapping, Sequence
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

Component = tuple[str, list[str]]  # the founding mention, and all of its mentions


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
        grown: list[Component] = connection.execute(_sql("grown")).fetchall()
        outgrown: list[Component] = connection.execute(_sql("outgrown")).fetchall()
        ids = _inherited(grown, outgrown)
        kept = set(ids.values())
        remove_incidents(connection, [incident_id for incident_id, _ in outgrown if incident_id not in kept])
        for start in range(0, len(grown), COMPONENTS_AT_ONCE):
            some = grown[start : start + COMPONENTS_AT_ONCE]
            replace_incidents(connection, _incidents(connection, some, ids, settings), run_id=run_id)
        connection.execute("drop table partition")
    return Linked(new=len(grown) - len(ids), changed=len(ids))


def _inherited(grown: Sequence[Component], outgrown: Sequence[Component]) -> dict[str, str]:
    """Give the ids that are kept, by the component's founder: an id goes where its founding mention goes.

    Where incidents have joined, the least of their ids is kept.
    """
    founder_of = {mention_id: founder for founder, mention_ids in grown for mention_id in mention_ids}
    kept: dict[str, str] = {}
    for incident_id, mention_ids in outgrown:
        founding = next((name for name in mention_ids if _named(name) == incident_id), mention_ids[0])
        if founding in founder_of:
            kept.setdefault(founder_of[founding], incident_id)
    return kept


def _named(founding: str) -> str:
    """Name an incident by the mention that it is formed on."""
    return content_id("i", [founding])


def _incidents(
    connection: DuckDBPyConnection, components: Sequence[Component], ids: Mapping[str, str], settings: Settings
) -> Iterator[Incident]:
    wanted = [mention_id for _, mention_ids in components for mention_id in mention_ids]
    mentions = {entry.mention.mention_id: entry for entry in read_mentions(connection, wanted)}
    for founder, mention_ids in components:
        told = [mentions[mention_id] for mention_id in mention_ids]
        yield _incident(ids.get(founder) or _named(founder), told, settings)


def _incident(incident_id: str, mentions: list[LinkedMention], settings: Settings) -> Incident:
    account, location, derivations = derive(mentions, rule=settings.derivation, source_order=settings.source_order)
    return Incident(
        incident_id=incident_id,
        mention_ids=tuple(entry.mention.mention_id for entry in mentions),
        account=account,
        location=location,
        derivations=derivations,
    )


def _sql(name: str) -> str:
    return resources.files("events.link").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
