"""Measure linking beside Splink: the same made-up tellings, in turns, each side in a process of its own.

    python -m tests.bench.linking
    python -m tests.bench.linking 1000000

The tellings have the skew of reality (`world.sql`), and which of them tell one incident is known: how many of the pairs
that a side puts together are so (precision), and how many of those that are so it puts together (recall), stands beside
its seconds. Splink links by the day, the place, the kind, the toll and the words, under the blocking that its
documentation recommends: an exact day and a place in one, a toll and a kind on one day in another; its parameters it
estimates itself from the same rows. It needs the dependency group `bench`.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.console import Console
from rich.table import Table

__all__ = ["linking_table"]

USUAL_COUNT = 100_000
SIDES = ("affray", "Splink")


@click.command(help=__doc__)
@click.argument("count", type=click.IntRange(min=100), default=USUAL_COUNT)
def main(count: int) -> None:
    """Print what linking so many tellings costs each side."""
    Console().print(linking_table(count))


def linking_table(count: int = USUAL_COUNT) -> Table:
    """Link the same tellings by every side that is installed, and tell seconds, memory and how well."""
    table = Table(title=f"about {count:,} tellings linked on two threads")
    for heading in ("", "seconds", "megabytes of memory", "times affray", "clusters", "precision", "recall"):
        table.add_column(heading, justify="right" if heading else "left")
    with TemporaryDirectory() as folder:
        tellings = Path(folder) / "tellings.parquet"
        _apart("make", tellings, str(count))
        beside = None
        for side in SIDES:
            if side == "Splink" and find_spec("splink") is None:
                table.add_row(side, "not installed: pip install --group bench")
                continue
            seconds, megabytes, *found = _apart(side, tellings, str(Path(folder) / "spill"))
            beside = beside or seconds
            clusters, precision, recall = found
            figures = (f"{seconds:.1f}", f"{megabytes:,.0f}", f"{seconds / beside:.2f}", f"{clusters:,.0f}")
            table.add_row(side, *figures, f"{precision:.3f}", f"{recall:.3f}")
    return table


def _apart(*words: object) -> list[float]:
    command = [sys.executable, "-m", "tests.bench.linking_once", *map(str, words)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [float(figure) for figure in told.split()]


if __name__ == "__main__":
    main()
