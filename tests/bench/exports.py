"""Measure exports beside DuckDB's own `copy` of the same rows: in turns, each in a process of its own.

    python -m tests.bench.exports
    python -m tests.bench.exports 1000000

Both read the same views in the same order. The export guards besides what a spreadsheet would run, and its file is on
the disk before it is renamed.
"""

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import click
from rich.console import Console
from rich.table import Table

from outputs.store.connect import open_for_writing
from tests.outputs.export.synthetic import fill

__all__ = ["export_table"]

ROUNDS = 3
USUAL_COUNT = 100_000

# layout and format; the copies of the same format come first
SIDES = (
    ("copy", "parquet"),
    ("affray", "parquet"),
    ("copy", "csv"),
    ("affray", "csv"),
    ("affray", "geoparquet"),
    ("acled", "parquet"),
    ("ucdp-ged", "parquet"),
    ("gtd", "parquet"),
)


@click.command(help=__doc__)
@click.argument("count", type=click.IntRange(min=1), default=USUAL_COUNT)
def main(count: int) -> None:
    """Print what each export of so many synthetic incidents costs."""
    Console().print(export_table(count))


def export_table(count: int = USUAL_COUNT) -> Table:
    """Measure every side, in turns, and tell seconds, memory and how they compare."""
    with TemporaryDirectory() as folder:
        dataset = Path(folder) / "many.duckdb"
        _make(dataset, count)
        figures: dict[tuple[str, str], list[tuple[float, float]]] = {side: [] for side in SIDES}
        for _ in range(ROUNDS):
            for layout, form in SIDES:
                figures[layout, form].append(_apart(dataset, layout, form, Path(folder) / f"out.{form}"))
    table = Table(title=f"{count:,} incidents exported, median of {ROUNDS} rounds")
    for heading in ("", "format", "seconds", "megabytes of memory", "times copy"):
        table.add_column(heading, justify="left" if heading in ("", "format") else "right")
    seconds = {side: median(taken for taken, _ in told) for side, told in figures.items()}
    for (layout, form), told in figures.items():
        beside = seconds.get(("copy", form), seconds["copy", "parquet"])
        times = f"{seconds[layout, form] / beside:.2f}"
        memory = f"{max(held for _, held in told):,.0f}"
        table.add_row(layout, form, f"{seconds[layout, form]:.2f}", memory, times)
    return table


def _make(dataset: Path, count: int) -> None:
    with open_for_writing(dataset):
        pass
    fill(dataset, count=count)


def _apart(dataset: Path, layout: str, form: str, output: Path) -> tuple[float, float]:
    """Write one file in another process; give its seconds and the megabytes that it held at most."""
    output.unlink(missing_ok=True)
    command = [sys.executable, "-m", "tests.bench.exports_once", str(dataset), layout, form, str(output)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


if __name__ == "__main__":
    main()
