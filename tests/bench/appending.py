"""Measure what appending costs: the same tellings linked into a big dataset, and into an empty one.

    python -m tests.bench.appending
    python -m tests.bench.appending 1000000

Of made-up tellings with the skew of reality (`world.sql`) a thousand of the newest and a thousand of any day are kept
back; the others are a dataset that is linked at once. Then either thousand is appended to it, and to an empty dataset.
Only linking is timed: reading costs the same in both. `reached` tells how many mentions were clustered anew.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.console import Console
from rich.table import Table

__all__ = ["appending_table"]

USUAL_COUNT = 100_000
APPENDED = 1_000
HEADINGS = ("", "seconds", "times an empty one", "megabytes of memory", "reached", "incidents new", "incidents changed")


@click.command(help=__doc__)
@click.argument("count", type=click.IntRange(min=10_000), default=USUAL_COUNT)
def main(count: int) -> None:
    """Print what appending to so many tellings costs."""
    Console().print(appending_table(count))


def appending_table(count: int = USUAL_COUNT) -> Table:
    """Append either thousand to both datasets, each in a process of its own."""
    table = Table(title=f"{APPENDED:,} tellings appended to about {count:,}")
    for heading in HEADINGS:
        table.add_column(heading, justify="right" if heading else "left")
    with TemporaryDirectory() as folder:
        tellings, standing, copy = (Path(folder) / name for name in ("tellings.parquet", "all.duckdb", "copy.duckdb"))
        _apart("make", tellings, count, APPENDED)
        table.add_row("the dataset itself", *_figures(_apart("link", standing, tellings, "standing"), None))
        for portion in ("newest", "random"):
            empty = _apart("link", Path(folder) / f"{portion}.duckdb", tellings, portion)
            shutil.copy(standing, copy)
            appended = _apart("link", copy, tellings, portion)
            table.add_row(f"{portion}, to an empty one", *_figures(empty, None))
            table.add_row(f"{portion}, appended", *_figures(appended, empty[0]))
    return table


def _figures(told: list[float], beside: float | None) -> list[str]:
    seconds, megabytes, *counts = told
    ratio = f"{seconds / beside:.1f}" if beside else ""
    return [f"{seconds:.1f}", ratio, f"{megabytes:,.0f}", *(f"{count:,.0f}" for count in counts)]


def _apart(*words: object) -> list[float]:
    command = [sys.executable, "-m", "tests.bench.appending_once", *map(str, words)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [float(figure) for figure in told.split()]


if __name__ == "__main__":
    main()
