"""One step of the bench of appending: makes the tellings, or links some of them in a dataset and tells the cost."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import duckdb
from duckdb import DuckDBPyConnection

from events.link.link import link
from events.link.weights import LinkingWeights
from events.settings import Settings
from outputs.store.connect import open_for_writing
from outputs.store.runs import begin_run, finish_run
from tests.bench.memory import megabytes_held

__all__ = ["THEN", "lay", "make"]

THREADS = 2
KINDS = 22  # of which `world.sql` draws
THEN = datetime(2024, 1, 1, tzinfo=UTC)
# so many of the newest and so many of any day are kept back, to be appended
PORTIONS = """
create table portions as
with numbered as (
    select
        *,
        row_number() over (order by published desc, id) as age,
        row_number() over (order by md5(id), id) as lot
    from world
)

select
    * exclude (age, lot),
    case
        when age <= $appended then 'newest'
        when lot <= $appended * 1.02 then 'random'
        else 'standing'
    end as portion
from numbered
"""


def make(tellings: Path, count: int, appended: int) -> None:
    """Write so many made-up tellings, each with the portion that it is of."""
    kinds = sorted({str(pair["one"]) for pair in LinkingWeights.load().kinds()})[:KINDS]
    folder = Path(__file__).parent
    with duckdb.connect() as connection:
        connection.execute((folder / "world.sql").read_text(encoding="utf-8"), {"count": count, "kinds": kinds})
        connection.execute(PORTIONS, {"appended": appended})
        connection.execute("copy (from portions order by id) to $path (format parquet)", {"path": str(tellings)})


def _link(dataset: Path, tellings: Path, *portions: str) -> None:
    """Lay portions into the dataset in a run of their own and link; tell what it cost, reached and changed."""
    with open_for_writing(dataset) as connection:
        connection.execute(f"set threads = {THREADS}")
        run_id = lay(connection, tellings, *portions)
        started = perf_counter()
        linked = link(connection, Settings(), run_id=run_id)
        seconds = perf_counter() - started
        held = megabytes_held()
        finish_run(connection, run_id, finished_at=THEN, reports=0, mentions=0)
    print(seconds, held, linked.reached, linked.new, linked.changed)  # noqa: T201 - its answer


def lay(connection: DuckDBPyConnection, tellings: Path, *portions: str) -> int:
    """Load portions of them into a dataset in a run of their own, and give its number."""
    run_id = begin_run(
        connection, started_at=THEN, version="0", extractor="hand", settings_digest="s", gazetteer_digest="g"
    )
    laying = Path(__file__).with_name("world_into_dataset.sql").read_text(encoding="utf-8")
    for statement in connection.extract_statements(laying):
        given = {"path": str(tellings), "portions": list(portions), "run_id": run_id}
        asked = {name: value for name, value in given.items() if name in statement.named_parameters}
        connection.execute(statement, asked or None)
    return run_id


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    else:
        _link(Path(sys.argv[2]), Path(sys.argv[3]), *sys.argv[4:])
