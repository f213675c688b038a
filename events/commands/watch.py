"""`affray watch`: what appears in a folder, into a dataset, until it is stopped."""

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from events.build import build
from events.commands.build import Day, but_its_own, tell_summary
from events.commands.progress import BuildProgress
from events.llm.setup import llm_of
from events.settings import read_settings_file, settings_to_come
from outputs.query.visible import visible
from schemas.errors import ModelStopError, NothingToReadError, StoreBusyError
from sources.options import ReadOptions
from sources.read import read_files
from sources.watch import Watch

__all__ = ["command", "watch"]

HELP = """Take in what appears in FOLDER until stopped (Ctrl-C).

A file is read once it has stopped growing, and again when it changes; what the dataset has already is left alone. The
dataset is opened for each batch and let go, so that others can read it between.

\b
Example:
  affray watch downloads/ --into sudan.duckdb
  affray watch downloads/ --into sudan.duckdb --every 60 --workers 1
"""


@click.command("watch", help=HELP, short_help="Take in what appears in a folder, until stopped.")
@click.argument("folder", metavar="FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--into", metavar="FILE.duckdb", required=True, type=click.Path(path_type=Path), help="The dataset.")
@click.option(
    "--every",
    metavar="SECONDS",
    type=click.FloatRange(min=0.1),
    default=10.0,
    show_default=True,
    help="Between two looks.",
)
@click.option("--published", metavar="DATE", type=Day(), help="The day of publication of reports that carry none.")
@click.option("--date-order", type=click.Choice(["DMY", "MDY"]), help="How 06/07/2016 is read.")
@click.option("--workers", type=click.IntRange(min=1), help="How many processes read. [default: all cores]")
@click.option("--quiet", is_flag=True, help="No progress, no summary; what is set aside is named all the same.")
def command(
    *,
    folder: Path,
    into: Path,
    every: float,
    published: date | None,
    date_order: str | None,
    workers: int | None,
    quiet: bool,
) -> None:
    """Watch, and end with 0 when stopped."""
    chosen: dict[str, Any] = read_settings_file(into)
    if date_order:
        chosen["date_order"] = date_order
    llm = llm_of(into, chosen)

    def take_in(files: list[Path]) -> None:
        options = ReadOptions(published=published, date_order=settings_to_come(into, chosen).date_order)
        with BuildProgress(total=0, quiet=quiet) as progress:
            summary = build(
                but_its_own(into, read_files(files, options, on_bytes=progress.advance), llm),
                into=into,
                chosen=chosen,
                now=lambda: datetime.now(UTC),
                workers=workers or os.cpu_count() or 1,
                codebook=Path(chosen["codebook"]) if "codebook" in chosen else None,
                llm=llm,
                progress=progress,
            )
        if not quiet:
            tell_summary(summary, into)
        if summary.stopped:
            raise ModelStopError(summary.stopped)

    click.echo(visible(f"Watching {folder} every {every:g} seconds. Ctrl-C ends it."), err=True)
    try:
        watch(Watch(folder), take_in, sleep=lambda: time.sleep(every))
    except KeyboardInterrupt:
        click.echo("Stopped. What was read is in the dataset.", err=True)


def watch(folder: Watch, take_in: Callable[[list[Path]], None], *, sleep: Callable[[], None]) -> None:
    """Look, take in what is ready, sleep, without end; while another writes the dataset, what is ready waits."""
    is_waiting = False
    while True:
        ready = folder.look()
        if ready:
            try:
                take_in(ready)
            except StoreBusyError as error:
                if not is_waiting:
                    click.echo(visible(f"affray: {error} It is tried again."), err=True)
                is_waiting = True
            except NothingToReadError:  # each file was told
                folder.take(ready)
            else:
                folder.take(ready)
                is_waiting = False
        sleep()
