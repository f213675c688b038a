"""Mentions that persons have added, written and taken away within a run's transaction."""

from collections.abc import Collection, Sequence

from duckdb import DuckDBPyConnection

from outputs.store.insert import insert, put_if_absent, remove
from outputs.store.load import insert_mentions
from outputs.store.rows import claim_row, place_row
from schemas.claim import Claim
from schemas.incident import Mention
from schemas.place import Place

__all__ = ["add_mention", "remove_mentions"]

TABLES = ("mention_facts", "place_candidates", "casualty_facts", "participant_facts", "claims", "place_references")


def add_mention(
    connection: DuckDBPyConnection,
    mention: Mention,
    claims: Sequence[Claim],
    *,
    places: Collection[Place],
    run_id: int,
) -> None:
    """Write a mention with its claims and the places that it names."""
    remove_mentions(connection, [mention.mention_id], run_id=run_id)
    insert_mentions(connection, [mention], run_id=run_id)
    by_id = {claim.claim_id: claim for claim in claims}
    insert(connection, "claims", [claim_row(claim) for claim in by_id.values()], run_id=run_id)
    put_if_absent(connection, "places", "place_id", map(place_row, places), run_id=run_id)


def remove_mentions(connection: DuckDBPyConnection, mention_ids: Collection[str], *, run_id: int) -> None:
    """Take mentions away with all that was read of them; their incidents are left to linking."""
    for table in TABLES:
        remove(connection, table, "mention_id", mention_ids, run_id=run_id)
