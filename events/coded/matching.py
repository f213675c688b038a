"""Matches: which coded event tells the same as an incident, and as an event of another list.

Between two lists, incidents being one, each has at most one match: the pairs of the best score are taken first. So
an incident that a list splits, by day or by dyad, is matched with the row that fits it best, and the others are left
over. That is told as a difference rather than hidden in a sum.
"""

from functools import cache
from importlib import resources
from pathlib import Path

from duckdb import DuckDBPyConnection

from events.link.names import ActorNames
from events.link.score import STEPS_OF_SCORES, score
from events.link.tellings import make_tellings
from events.link.weights import LinkingWeights
from outputs.store.past import supersede
from schemas.vocabulary import ActorType

__all__ = ["match", "pair_off"]

OWN_STEPS = ("tellings", "joined", "parted", "named", "pairs", "matched", "best", "new_matches", "old_matches")
HOLDS_NO_LONGER = "(id, event_id) in (select (id, event_id) from old_matches)"


def match(connection: DuckDBPyConnection, *, run_id: int, is_anew: bool = False, codebook: Path | None = None) -> int:
    """Bring the matches up to date with what a run has changed, within its transaction; give their number.

    They are a function of the incidents, the coded events and the weights alone. A dataset without coded events has
    none; where the run has changed neither side, they stand unless they are asked for `is_anew`, for other weights.
    """
    if not _count(connection, "any_event") and not _count(connection, "any_match"):
        return 0
    ((changes,),) = connection.execute(_sql("anything_changed"), {"run_id": run_id}).fetchall()
    if not changes and not is_anew:
        return _count(connection, "any_match")
    make_tellings(connection)
    _name_actors(connection, ActorNames(codebook))
    connection.execute(_sql("tell_incidents"))
    connection.execute(_sql("tell_events"))
    connection.execute(_sql("drop_strangers"))
    score(connection, LinkingWeights.load(overlay=codebook))
    connection.execute(_sql("pairs"))
    pair_off(connection)
    _write(connection, run_id=run_id)
    for table in (*OWN_STEPS, *STEPS_OF_SCORES):
        connection.execute(f"drop table if exists temp.{table}")
    return _count(connection, "any_match")


def _name_actors(connection: DuckDBPyConnection, names: ActorNames) -> None:
    written = connection.sql(_sql("written_names")).fetchall()
    found = [
        names.named(name, type=ActorType(kind) if kind else None, country_code=country_code)
        for name, kind, country_code in written
    ]
    values = {
        "written": [name for name, _, _ in written],
        "written_types": [kind for _, kind, _ in written],
        "written_countries": [country_code for _, _, country_code in written],
        "names": [actor.name for actor in found],
        "types": [actor.type for actor in found],
        "ids": [actor.actor_id for actor in found],
        "countries": [actor.country_code for actor in found],
    }
    connection.execute(_sql("named"), values)


def pair_off(connection: DuckDBPyConnection) -> None:
    """Take of the temp table `pairs` those that are each other's best, round after round; they are `matched`."""
    connection.execute(_sql("matched"))
    connection.execute(_sql("best"))
    while _count(connection, "any_best"):
        connection.execute(_sql("keep_best"))
        connection.execute(_sql("drop_taken"))
        connection.execute(_sql("best"))


def _write(connection: DuckDBPyConnection, *, run_id: int) -> None:
    connection.execute(_sql("changes"))
    supersede(connection, "matches", HOLDS_NO_LONGER, [], run_id=run_id)
    connection.execute(f"delete from matches where {HOLDS_NO_LONGER}")  # noqa: S608 (our own words)
    connection.execute(_sql("write"), {"run_id": run_id})


def _count(connection: DuckDBPyConnection, name: str) -> int:
    ((count,),) = connection.sql(_sql(name)).fetchall()
    return int(count)


@cache
def _sql(name: str) -> str:
    return resources.files("events.coded").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
