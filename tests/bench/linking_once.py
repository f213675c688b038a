"""One side of the bench of linking: prints its seconds, the megabytes held at most, and how well it linked."""

import logging
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter

import duckdb
from duckdb import DuckDBPyConnection

from events.link.partition import partition
from events.link.tellings import make_tellings
from events.link.weights import LinkingWeights
from tests.bench.memory import megabytes_held

THREADS = 2
MEMORY = "8GB"
KINDS = 22  # of which `world.sql` draws

# Both are given what the other is: one row for each telling, and no word of which belong together.
SPLINK_ROWS = """
create table rows as
select
    id as unique_id,
    date_start::varchar as day,
    place_id,
    round(latitude, 1) || ' ' || round(longitude, 1) as spot,
    latitude,
    longitude,
    sub_event_type as kind,
    killed,
    actors[1].name as actor,
    list_distinct(string_split(text, ' ')) as words
from tellings
"""
# Of a cluster of n tellings n * (n - 1) / 2 pairs are put together.
QUALITY = """
with told as (
    select
        grouping(cluster) as lacks_cluster,
        grouping(incident) as lacks_incident,
        count(*) as tellings
    from clusters
    join truth using (id)
    group by grouping sets ((cluster, incident), (cluster), (incident))
),

summed as (
    select
        sum(tellings * (tellings - 1)) filter (where lacks_cluster = 0 and lacks_incident = 0) as right_pairs,
        sum(tellings * (tellings - 1)) filter (where lacks_incident = 1) as found_pairs,
        sum(tellings * (tellings - 1)) filter (where lacks_cluster = 1) as true_pairs
    from told
)

select
    (select count(distinct cluster) from clusters),
    right_pairs / found_pairs,
    right_pairs / true_pairs
from summed
"""


def _make(tellings: Path, count: str) -> None:
    weights = LinkingWeights.load()
    kinds = sorted({str(pair["one"]) for pair in weights.kinds()})[:KINDS]
    with duckdb.connect() as connection:
        world = Path(__file__).with_name("world.sql").read_text(encoding="utf-8")
        connection.execute(world, {"count": int(count), "kinds": kinds})
        connection.execute("copy (from world order by id) to $path (format parquet)", {"path": str(tellings)})


def _affray(connection: DuckDBPyConnection) -> None:
    partition(connection, LinkingWeights.load())


def _splink(connection: DuckDBPyConnection) -> None:
    import splink.comparison_library as compare  # noqa: PLC0415  (an optional part of the bench)
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on  # noqa: PLC0415

    logging.getLogger("splink").setLevel(logging.ERROR)
    connection.execute(SPLINK_ROWS)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compare.ExactMatch("day"),
            compare.DistanceInKMAtThresholds("latitude", "longitude", [1, 3, 25]),
            compare.ExactMatch("kind"),
            compare.ExactMatch("killed"),
            compare.ExactMatch("actor"),
            compare.ArrayIntersectAtSizes("words", [9, 6, 3]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("day", "spot"),
            block_on("day", "kind", "killed"),
            block_on("actor", "killed", "kind"),
        ],
    )
    rows = DuckDBAPI(connection).register(connection.table("rows"))
    linker = Linker(rows, settings, log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match([block_on("day", "spot", "kind")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("day", "spot"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("actor", "kind"))
    pairs = linker.inference.predict(threshold_match_probability=0.9)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.9)
    connection.execute(
        f"create table clusters as select unique_id as id, cluster_id as cluster from {found.physical_name}"
    )


SIDES: Mapping[str, Callable[[DuckDBPyConnection], None]] = {"affray": _affray, "Splink": _splink}


def _link(side: str, tellings: Path, spill: str) -> None:
    with duckdb.connect(config={"threads": THREADS, "memory_limit": MEMORY, "temp_directory": spill}) as connection:
        make_tellings(connection)
        rows = {"path": str(tellings)}
        connection.execute("insert into tellings by name select * exclude (incident) from read_parquet($path)", rows)
        started = perf_counter()
        SIDES[side](connection)
        seconds = perf_counter() - started
        held = megabytes_held()
        connection.execute("create temp table truth as select id, incident from read_parquet($path)", rows)
        quality = connection.execute(QUALITY).fetchall()[0]
    print(seconds, held, *quality)  # noqa: T201 - its answer


if __name__ == "__main__":
    if sys.argv[1] == "make":
        _make(Path(sys.argv[2]), sys.argv[3])
    else:
        _link(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
