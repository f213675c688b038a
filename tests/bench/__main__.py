"""Measure affray beside the bare spaCy pipeline: the same reports, in the same run, in one process.

    python -m tests.bench
    python -m tests.bench march.jsonl

Each side begins from nothing, so loading the pipeline counts for all three. The sides take turns, so that
what else the machine does falls on all of them. The examples repeat names of places, which affray looks up once:
take reports of your own for figures to plan with.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import click
import spacy
from rich.console import Console
from rich.progress import track
from rich.table import Table

from events.build import build
from events.extract.extractor import extractor_named
from events.places.gazetteer import ensure_gazetteer
from events.settings import Settings
from schemas.errors import AffrayError
from schemas.report import Report
from sources.options import ReadOptions
from sources.read import read_sources
from tests.bench.corpus import readable_reports, write_examples

ROUNDS = 3
LONGEST = 100_000  # characters that spaCy is given at once; affray splits reports by itself
BARE = "bare spaCy pipeline"
SETTINGS = Settings()


@click.command(help=__doc__)
@click.argument("reports", required=False, type=click.Path(exists=True, path_type=Path))
def main(reports: Path | None) -> None:
    """Print the rates of the three sides and how they compare."""
    with TemporaryDirectory() as folder:
        path = reports or write_examples(Path(folder) / "examples.jsonl")
        try:
            Console().print(_measured(path, Path(folder)))
        except AffrayError as error:
            raise click.ClickException(str(error)) from error


def _measured(path: Path, folder: Path) -> Table:
    reports = readable_reports(path)
    gazetteer = ensure_gazetteer()  # built once per machine, so outside the measure
    sides: dict[str, Callable[[], None]] = {
        BARE: lambda: _parse(reports),
        "affray's extraction": lambda: _extract(reports),
        "affray build, 1 worker": lambda: _build(path, folder, gazetteer),
    }
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    for _ in track(range(ROUNDS), description="measuring", console=Console(stderr=True), transient=True):
        for name, run in sides.items():
            started = perf_counter()
            run()
            seconds[name].append(perf_counter() - started)
    return _table({name: median(some) for name, some in seconds.items()}, reports)


def _parse(reports: Sequence[Report]) -> None:
    language = spacy.load(SETTINGS.pipeline)
    pieces = (report.text[at : at + LONGEST] for report in reports for at in range(0, len(report.text), LONGEST))
    for _ in language.pipe(pieces):
        pass


def _extract(reports: Sequence[Report]) -> None:
    for _ in extractor_named(SETTINGS.extractor, pipeline=SETTINGS.pipeline).extract(reports):
        pass


def _build(path: Path, folder: Path, gazetteer: Path) -> None:
    with TemporaryDirectory(dir=folder) as empty:
        build(
            read_sources([str(path)], ReadOptions()),
            into=Path(empty) / "bench.duckdb",
            chosen={},
            now=lambda: datetime.now(UTC),
            gazetteer=gazetteer,
        )


def _table(seconds: Mapping[str, float], reports: Sequence[Report]) -> Table:
    words = sum(len(report.text.split()) for report in reports)
    table = Table(title=f"{len(reports):,} reports, {words:,} words, median of {ROUNDS} rounds")
    for heading in ("", "seconds", "reports/s", "words/s", "times spaCy"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, taken in seconds.items():
        rates = (f"{taken:.1f}", f"{len(reports) / taken:,.0f}", f"{words / taken:,.0f}")
        table.add_row(name, *rates, f"{seconds[BARE] / taken:.2f}")
    return table


if __name__ == "__main__":
    main()
