"""Before linking: judgements bound to the mentions that are there, and what they say of who belongs together."""

from duckdb import DuckDBPyConnection

from events.judgements.additions import restore_additions
from outputs.store.judgements import any_judgement, bind_judgements, constrain_pairs, standing_judgements

__all__ = ["constrain"]


def constrain(connection: DuckDBPyConnection, *, run_id: int) -> list[str]:
    """Fill the empty temp tables `joined` and `parted` (one, other), and give the mentions to be derived anew.

    These are the mentions that persons have added, where an extractor has read their reports anew, and those of
    judgements that are bound otherwise than before. Call it within the transaction, before clustering.
    """
    if not any_judgement(connection):
        return []
    standing = standing_judgements(connection)
    added = restore_additions(connection, standing.values(), run_id=run_id)
    rebound = bind_judgements(connection, run_id=run_id)
    constrain_pairs(connection)
    return sorted({*added, *rebound})
