"""Pairs of tellings that tell of one incident: who meets, what speaks for each pair, and the reason in words."""

import re

from duckdb import DuckDBPyConnection

from events.link.statements import statement
from events.link.weights import LinkingWeights

__all__ = ["STEPS_OF_SCORES", "score"]

# each makes the temp table of its name
STEPS_OF_SCORES = (
    "figures",
    "kinds",
    "silent",
    "sentences",
    "parties",
    "persons",
    "profiles",
    "voicing",
    "voices",
    "year_days",
    "measures",
    "apart",
    "homes",
    "looks",
    "evidence",
    "meetings",
    "scored",
    "links",
)
PARAMETER = re.compile(r"\$(\w+)")


def score(connection: DuckDBPyConnection, weights: LinkingWeights) -> None:
    """Score the pairs of `tellings` and make the temp table `links` of those that tell of one incident.

    A score is a function of the two tellings and the weights alone; no other telling changes it.
    """
    lists, words = zip(*weights.silent_words(), strict=True)
    given: dict[str, object] = {
        **weights.figures,
        "figures": weights.figures,
        "kinds": weights.kinds(),
        "silent_lists": list(lists),
        "silent_words": list(words),
    }
    for step in STEPS_OF_SCORES:
        sql = statement(f"scores/{step}")
        connection.execute(sql, {name: given[name] for name in PARAMETER.findall(sql)} or None)
