"""How far a change reaches: the mentions to be linked anew, beside which all others stay as they are."""

from collections.abc import Collection

from duckdb import DuckDBPyConnection

from events.link.score import score
from events.link.statements import statement
from events.link.tellings import tell_mentions
from events.link.weights import LinkingWeights

__all__ = ["reach", "reach_everything"]


def reach(
    connection: DuckDBPyConnection,
    weights: LinkingWeights,
    *,
    run_id: int,
    touched: Collection[str],
    found_background: bool,
) -> None:
    """Make the temp table `reached` of all mentions in the components that changed ones belong to or come into.

    The changed ones are compared with those whose days touch theirs; from there links that are stored lead on. Where
    most are changed, as in a first build, all are reached without a look.
    """
    connection.execute(statement("reach/changed"), {"run_id": run_id, "mention_ids": list(touched)})
    ((is_most,),) = connection.sql(statement("reach/is_most")).fetchall()
    if is_most:
        reach_everything(connection)
        return
    blocks = {name: int(weights.blocks[name]) for name in ("open_days", "month_days")}
    connection.execute(statement("reach/near"), blocks)
    tell_mentions(connection, found_background=found_background)
    connection.execute(statement("reach/fresh"))
    score(connection, weights)
    connection.execute(statement("reach/reached"))
    connection.execute(statement("reach/forget"))
    connection.execute(statement("reach/ask"))


def reach_everything(connection: DuckDBPyConnection) -> None:
    """Make it of all mentions."""
    connection.execute(statement("reach/everything"))
    connection.execute(statement("reach/ask"))
