"""How far a change reaches: the mentions to be linked anew, beside which all others stay as they are."""

from collections.abc import Collection

from duckdb import DuckDBPyConnection

from events.link.partition import partition
from events.link.score import score
from events.link.statements import statement
from events.link.tellings import tell_mentions
from events.link.weights import LinkingWeights

__all__ = ["TABLES_OF_REACH", "link_all", "link_reached"]

TABLES_OF_REACH = (
    "changed",
    "asked",
    "reached",
    "free",
    "leads",
    "stages",
    "broken",
    "shaken",
    "freed",
    "newly_shaken",
)


def link_all(connection: DuckDBPyConnection, weights: LinkingWeights, *, found_background: bool) -> None:
    """Compare and cluster all mentions: make the temp tables `reached`, `tellings`, `links` and `clusters`."""
    connection.execute(statement("reach/everything"))
    tell_mentions(connection, found_background=found_background)
    partition(connection, weights)


def link_reached(
    connection: DuckDBPyConnection,
    weights: LinkingWeights,
    *,
    run_id: int,
    touched: Collection[str],
    found_background: bool,
) -> None:
    """Make them of the mentions that changed ones reach; what is not reached would come out as it is.

    The changed ones are compared with all that they may meet. They are free: clustered anew, beside the incidents that
    a link leads to. An incident that comes out with what it had, and more, is as it was to all else that it is linked
    to. One that has parted sets its mentions free; one that others came between before it was whole is shaken, and may
    have let others come nearer: so on from there. Where most are changed, as in a first build, or near, or much is
    reached, all are linked at once.
    """
    connection.execute(statement("reach/changed"), {"run_id": run_id, "mention_ids": list(touched)})
    if _count(connection, "is_most"):
        link_all(connection, weights, found_background=found_background)
        return
    figures = {name: weights.blocks[name] for name in ("open_days", "month_days", "neighbour_km", "area_km")}
    connection.execute(statement("reach/near"), {**figures, "found_background": found_background})
    if _count(connection, "near_is_most"):
        link_all(connection, weights, found_background=found_background)
        return
    tell_mentions(connection, found_background=found_background)
    connection.execute(statement("reach/fresh"))
    score(connection, weights)
    connection.execute(statement("reach/free"))
    while True:
        connection.execute(statement("reach/forget"))
        connection.execute(statement("reach/reached"))
        if _count(connection, "is_much"):
            connection.execute(statement("reach/forget"))
            link_all(connection, weights, found_background=found_background)
            return
        tell_mentions(connection, found_background=found_background)
        partition(connection, weights)
        connection.execute(statement("reach/freed"))
        if not _count(connection, "some_freed"):
            return
        connection.execute(statement("reach/free_more"))


def _count(connection: DuckDBPyConnection, name: str) -> int:
    ((count,),) = connection.sql(statement(f"reach/{name}")).fetchall()
    return int(count)
