"""Measure affray beside the bare spaCy pipeline: the same reports, in the same run, in one process.

    python -m tests.bench
    python -m tests.bench march.jsonl

What a side takes to load and to read its first report stands apart; the rates are those of a side that has
loaded, as over news in bulk. The sides take turns, so that what else the machine does falls on all of them.
The examples repeat names of places, which affray looks up once: take reports of your own for figures to plan
with. A second table shows what one report costs that grows, a third how many names of places are looked up and
resolved in a second, a fourth what exports cost beside DuckDB's own `copy`, a fifth what linking costs beside Splink, a
sixth what appending costs beside linking the same in an empty dataset, and the last what the readers do in a second.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from schemas.errors import AffrayError
from schemas.report import Report
from tests.bench.appending import appending_table
from tests.bench.corpus import readable_reports, write_examples
from tests.bench.exports import export_table
from tests.bench.growth import growth_table
from tests.bench.linking import linking_table
from tests.bench.readers import reader_tables
from tests.bench.sides import BARE, SIDES, Read
from tests.bench.toponyms import toponym_table

ROUNDS = 3


@click.command(help=__doc__)
@click.argument("reports", required=False, type=click.Path(exists=True, path_type=Path))
def main(reports: Path | None) -> None:
    """Print the rates of the sides and how they compare, what a growing report costs, and the rates of places."""
    with TemporaryDirectory() as folder:
        path = reports or write_examples(Path(folder) / "examples.jsonl")
        try:
            read = readable_reports(path)
            Console().print(_measured(read))
            Console().print(growth_table(read))
            Console().print(toponym_table())
            Console().print(export_table())
            Console().print(linking_table())
            Console().print(appending_table())
            for table in reader_tables():
                Console().print(table)
        except AffrayError as error:
            raise click.ClickException(str(error)) from error


def _measured(reports: Sequence[Report]) -> Table:
    sides: dict[str, Read] = {}
    loading: dict[str, float] = {}
    for name, load in SIDES.items():
        started = perf_counter()
        sides[name] = load()
        sides[name](reports[:1])
        loading[name] = perf_counter() - started
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    for _ in track(range(ROUNDS), description="measuring", console=Console(stderr=True), transient=True):
        for name, read in sides.items():
            started = perf_counter()
            read(reports)
            seconds[name].append(perf_counter() - started)
    return _table({name: median(some) for name, some in seconds.items()}, loading, reports)


def _table(seconds: Mapping[str, float], loading: Mapping[str, float], reports: Sequence[Report]) -> Table:
    words = sum(len(report.text.split()) for report in reports)
    table = Table(title=f"{len(reports):,} reports, {words:,} words, median of {ROUNDS} rounds")
    for heading in ("", "loading", "seconds", "reports/s", "words/s", "times spaCy"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, taken in seconds.items():
        rates = (f"{taken:.1f}", f"{len(reports) / taken:,.0f}", f"{words / taken:,.0f}")
        table.add_row(name, f"{loading[name]:.1f}", *rates, f"{seconds[BARE] / taken:.2f}")
    return table


if __name__ == "__main__":
    main()
