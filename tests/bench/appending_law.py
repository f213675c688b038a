"""Check at some scale that portions and order do not matter: the same tellings linked at once, and in portions.

    python -m tests.bench.appending_law
    python -m tests.bench.appending_law 50000

The portions are cut at random, by day of publication, and as a few small ones after a big one. Incidents, their values
and the links must come out the same to the last row, whatever the incidents are called: an id hangs on what came first.
It takes minutes, so it is no test; the tests draw small examples of the same law.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import duckdb

from events.link.link import link
from events.settings import Settings
from outputs.store.connect import open_for_writing
from outputs.store.runs import finish_run
from tests.bench.appending_once import THEN, lay, make

__all__ = ["differences"]

USUAL_COUNT = 20_000
CUTS = {
    "at once": "'0'",
    "at random": "(hash(id) % 5)::varchar",
    "by day": "(ntile(5) over (order by published, id))::varchar",
    "small ones": "if(hash(id) % 50 = 0, 1 + hash(id, 'portion') % 5, 0)::varchar",
}
CUT = "copy (select * replace ({portion} as portion) from read_parquet('{tellings}')) to '{cut}' (format parquet)"
NAMED = """
create temp table named as
select
    incident_id,
    list(mention_id order by mention_id) as mention_ids
from memberships
group by incident_id
"""
VALUES = "select named.mention_ids, {table}.* exclude (incident_id, run_id) from {table} join named using (incident_id)"
ASKED = {
    "incidents": "select mention_ids from named",
    "links": "select mention_id, other_id, score, reason from links",
    "copies": "select report_id, copy_of from reports",
    **{
        table: VALUES.format(table=table)
        for table in ("incident_facts", "casualty_facts", "participant_facts", "derivations", "overruled")
    },
}

Rows = Mapping[str, list[str]]


@click.command(help=__doc__)
@click.argument("count", type=click.IntRange(min=100), default=USUAL_COUNT)
def main(count: int) -> None:
    """Print how many rows of each table come out otherwise, and fail if any does."""
    found = differences(count)
    for (cut, table), rows in found.items():
        click.echo(f"{cut}, {table}: {rows} rows differ")
    sys.exit(any(found.values()))


def differences(count: int) -> dict[tuple[str, str], int]:
    """Give for each way to cut and each table how many rows differ from those of linking at once."""
    with TemporaryDirectory() as folder:
        tellings = Path(folder) / "tellings.parquet"
        make(tellings, count, 1)
        built = {cut: _built(Path(folder), tellings, cut) for cut in CUTS}
    whole = built.pop("at once")
    return {
        (cut, table): len(set(rows[table]) ^ set(whole[table])) + abs(len(rows[table]) - len(whole[table]))
        for cut, rows in built.items()
        for table in whole
    }


def _built(folder: Path, tellings: Path, cut: str) -> Rows:
    path = folder / f"{cut}.parquet"
    with duckdb.connect() as connection:
        connection.execute(CUT.format(portion=CUTS[cut], tellings=tellings, cut=path))
        portions = connection.sql(f"select distinct portion from read_parquet('{path}') order by all").fetchall()
    with open_for_writing(folder / f"{cut}.duckdb") as connection:
        for (portion,) in portions:
            run_id = lay(connection, path, portion)
            link(connection, Settings(), run_id=run_id)
            finish_run(connection, run_id, finished_at=THEN, reports=0, mentions=0)
        connection.execute(NAMED)
        return {name: sorted(map(repr, connection.sql(sql).fetchall())) for name, sql in ASKED.items()}


if __name__ == "__main__":
    main()
