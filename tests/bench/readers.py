"""Measure the readers: a mixed folder with three broken files in a hundred, and web pages beside trafilatura.

    python -m tests.bench.readers
    python -m tests.bench.readers 10000

Each count of mixed files is read in a process of its own, so that its memory can be told. The pages are read by
affray's reader, with outlet, day and language, and by trafilatura's own extraction with metadata, in turns.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import click
import trafilatura
from rich.console import Console
from rich.table import Table

from sources.options import ReadOptions
from sources.read import read_sources
from tests.sources.mixed import GOOD, Marker, page, write_mixed

__all__ = ["reader_tables"]

ROUNDS = 3
USUAL_COUNT = 3_000
SHARES = (0.1, 0.3, 1.0)
FILES = 100  # of each kind
PAGES = 200


@click.command(help=__doc__)
@click.argument("count", type=click.IntRange(min=100), default=USUAL_COUNT)
def main(count: int) -> None:
    """Print what mixed folders, single kinds, and web pages cost."""
    for table in reader_tables(count):
        Console().print(table)


def reader_tables(count: int = USUAL_COUNT) -> tuple[Table, Table, Table]:
    """Measure up to `count` mixed files, each kind by itself, and pages beside trafilatura."""
    return _mixed(count), _kinds(), _pages()


def _mixed(count: int) -> Table:
    table = Table(title="mixed files, 3 % of them broken, read in one run")
    for heading in ("files", "seconds", "reports", "lost", "read twice", "broken", "not told", "megabytes of memory"):
        table.add_column(heading, justify="right")
    for share in SHARES:
        files = round(count * share)
        with TemporaryDirectory() as folder:
            mixed = write_mixed(Path(folder), files)
            command = [sys.executable, "-m", "tests.bench.readers_once", folder]
            told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
        seconds, megabytes = told[0].split()
        times, rejected = Counter(told[1].split()), told[2:]
        missing = sum(not any(line.startswith(path) for line in rejected) for path in mixed.broken)
        table.add_row(
            f"{files:,}",
            f"{float(seconds):.1f}",
            f"{times.total():,}",
            f"{len(mixed.markers - times.keys()):,}",
            f"{sum(count > 1 for count in times.values()):,}",
            f"{len(mixed.broken):,}",
            f"{missing:,}",
            f"{float(megabytes):,.0f}",
        )
    return table


def _kinds() -> Table:
    table = Table(title=f"reports a second by kind of file, {FILES} files each")
    for heading in ("kind", "reports a second"):
        table.add_column(heading, justify="right" if heading != "kind" else "left")
    for make in GOOD:
        with TemporaryDirectory() as folder:
            mark = Marker(0)
            for number in range(FILES):
                suffix, data = make(mark)
                (Path(folder) / f"{number:03d}{suffix}").write_bytes(data)
            seconds = _seconds(lambda folder=folder: list(read_sources([folder], ReadOptions())))
        table.add_row(f"{make.__name__} ({suffix})", f"{len(mark.given) / seconds:,.0f}")
    return table


def _pages() -> Table:
    mark = Marker(0)
    pages = [_long(page(mark)[1], number) for number in range(PAGES)]
    with TemporaryDirectory() as folder:
        for number, data in enumerate(pages):
            (Path(folder) / f"{number:03d}.html").write_bytes(data)

        def affray() -> None:
            list(read_sources([folder], ReadOptions()))

        def bare() -> None:
            for path in sorted(Path(folder).iterdir()):
                trafilatura.bare_extraction(path.read_bytes(), with_metadata=True)

        sides: dict[str, Callable[[], None]] = {"trafilatura": bare, "affray": affray}
        taken: dict[str, list[float]] = {name: [] for name in sides}
        for _ in range(ROUNDS + 1):  # the first loads what is loaded once
            for name, side in sides.items():
                taken[name].append(_seconds(side))
    seconds = {name: median(told[1:]) for name, told in taken.items()}
    table = Table(title=f"{PAGES} web pages, median of {ROUNDS} rounds")
    for heading in ("", "pages a second", "times trafilatura"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, took in seconds.items():
        table.add_row(name, f"{PAGES / took:,.0f}", f"{took / seconds['trafilatura']:.2f}")
    return table


def _long(data: bytes, number: int) -> bytes:
    """Give a page the length and the furniture of a newsroom's."""
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(40)).encode()
    text = f"<p>Residents of quarter {number} said that the market had been full when the shooting began.</p>" * 25
    data = data.replace(b"<body>", b"<body><nav><ul>" + menu + b"</ul></nav>")
    return data.replace(b"</article>", text.encode() + b"</article><aside>Read more: " + menu + b"</aside>")


def _seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


if __name__ == "__main__":
    main()
