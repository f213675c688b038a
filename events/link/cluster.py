"""Clusters of tellings: by the average of their pairs, and never across what a report or a person tells apart."""

from duckdb import DuckDBPyConnection

from events.link.statements import statement

__all__ = ["STEPS_OF_CLUSTERS", "cluster"]

# each makes the temp table of its name
STEPS_OF_CLUSTERS = (
    "clustered",
    "staged",
    "kept_apart",
    "ties",
    "sizes",
    "wholes",
    "broken",
    "moves",
    "choices",
    "chosen",
    "mergers",
    "merging",
    "clusters",
)
EXACT, VAGUE, RECALLED = 1, 2, 3  # the stages in which clusters form


def cluster(connection: DuckDBPyConnection) -> None:
    """Make the temp table `clusters` of what `score` has compared; nothing but the pairs of a cluster decides on it.

    Exact tellings come first. A vague one joins the best of their clusters, or forms one with others as vague, and
    so never brings two exact ones together. What is only recalled joins, and founds nothing.
    """
    _bind(connection)
    connection.execute(statement("clusters/staged"))
    connection.execute(statement("clusters/kept_apart"))
    connection.execute(statement("clusters/broken"))
    _merge(connection, stage=EXACT)
    _join(connection, stage=VAGUE)
    _merge(connection, stage=VAGUE)
    _join(connection, stage=RECALLED)
    connection.execute(statement("clusters/clusters"))


def _bind(connection: DuckDBPyConnection) -> None:
    """Put what people have joined into one cluster each."""
    connection.execute(statement("clusters/clustered"))
    while _count(connection, "unbound"):
        connection.execute(statement("clusters/bound"))


def _merge(connection: DuckDBPyConnection, *, stage: int) -> None:
    """Merge clusters that are each other's best, round after round, until none is good enough for another."""
    for step in ("ties", "sizes"):
        connection.execute(statement(f"clusters/{step}"), {"stage": stage})
    for step in ("wholes", "moves"):
        connection.execute(statement(f"clusters/{step}"))
    while _next_round(connection):
        connection.execute(statement("clusters/merged"))
    connection.execute(statement("clusters/moved"))


def _next_round(connection: DuckDBPyConnection) -> int:
    connection.execute(statement("clusters/choices"))
    connection.execute(statement("clusters/mergers"))
    return _count(connection, "some_mergers")


def _join(connection: DuckDBPyConnection, *, stage: int) -> None:
    """Let the clusters of a stage join the best of those formed before; who may not join stays by itself."""
    connection.execute(statement("clusters/chosen"), {"stage": stage})
    while _count(connection, "some_chosen"):
        for step in ("joining", "hosted", "rejected"):
            connection.execute(statement(f"clusters/{step}"))


def _count(connection: DuckDBPyConnection, name: str) -> int:
    ((count,),) = connection.sql(statement(f"clusters/{name}")).fetchall()
    return int(count)
