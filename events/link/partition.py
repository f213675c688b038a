"""Tellings to incidents, wherever the tellings come from."""

from duckdb import DuckDBPyConnection

from events.link.cluster import STEPS_OF_CLUSTERS, cluster
from events.link.score import STEPS_OF_SCORES, score
from events.link.weights import LinkingWeights

__all__ = ["partition"]

KEPT = ("links", "clusters", "broken")


def partition(connection: DuckDBPyConnection, weights: LinkingWeights) -> None:
    """Make the temp tables `links` (one, other, score, reason) and `clusters` (id, cluster, has_joined) of `tellings`.

    Of what the temp table `settled` says to have stood together, `broken` names what other tellings have come between.

    It is a function of the set of tellings, what people `joined` and `parted`, and the weights; no order enters, and
    tellings that no links connect know nothing of each other. What is only recalled and meets nobody has no cluster.
    """
    score(connection, weights)
    cluster(connection)
    for table in (*STEPS_OF_SCORES, *STEPS_OF_CLUSTERS):
        if table not in KEPT:
            connection.execute(f"drop table if exists {table}")
