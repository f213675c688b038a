"""`affray renew`: what is in a dataset done anew."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from events.commands.judging import tell_unbound
from events.commands.online import choice_of, online_options
from events.commands.progress import RenewalProgress
from events.extract.extractor import codebook_digest
from events.llm.setup import llm_of
from events.renew.extract import ReadAgain
from events.renew.places import PlacedAnew
from events.renew.renew import Renewed, Stage, renew
from events.settings import read_settings_file
from schemas.errors import UsageError

__all__ = ["command"]

SOMETHING_SET_ASIDE = 3

HELP = """Do anew what is in a dataset, when you ask for it: read its reports, place its mentions, link them.

--extract reads all reports again with this version of affray, and places and links what they tell; --places only
places what was read, with the gazetteer as it is now; --link only links. Several are one run.

Incidents keep their ids, and what people have said stays. All of it is one step: a renewal that is interrupted
changes nothing.

\b
Example:
  affray renew sudan.duckdb --extract
  affray renew sudan.duckdb --places
  affray renew sudan.duckdb --places --online nominatim --agent "Sudan Monitor, desk@example.org"
"""


@click.command("renew", help=HELP, short_help="Do anew what is in a dataset.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--extract", is_flag=True, help="Read all reports again with this version of affray.")
@click.option("--places", is_flag=True, help="Place all mentions anew, after places were added to the gazetteer.")
@click.option("--link", is_flag=True, help="Link all mentions anew, by the rules of this version.")
@click.option(
    "--workers", type=click.IntRange(min=1), default=None, help="How many processes read. [default: all cores]"
)
@click.option("--gazetteer", metavar="FILE", type=click.Path(path_type=Path), help="Another than the machine's own.")
@click.option(
    "--codebook",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Your own TOML codebooks, the ones the dataset was built with.",
)
@online_options
@click.option("--quiet", is_flag=True, help="No progress, no summary.")
def command(
    *,
    dataset: Path,
    workers: int | None,
    gazetteer: Path | None,
    codebook: Path | None,
    quiet: bool,
    **flags: Any,  # noqa: ANN401 - what to renew; what is asked online, and how
) -> None:
    """Renew what was asked for and tell on stderr what came of it."""
    stages = [stage for stage in Stage if flags.pop(stage)]
    if not stages:
        raise UsageError("Say what to renew: --extract, --places or --link.")
    filed = read_settings_file(dataset)
    if codebook is None and "codebook" in filed:
        codebook = Path(filed["codebook"])
    chosen = filed | ({"codebook": codebook_digest(codebook)} if codebook else {})
    llm = llm_of(dataset, chosen) if Stage.EXTRACT in stages else None
    with RenewalProgress(quiet=quiet) as progress:
        renewed = renew(
            dataset,
            stages,
            chosen=chosen,
            now=lambda: datetime.now(UTC),
            workers=workers or os.cpu_count() or 1,
            gazetteer=gazetteer,
            codebook=codebook,
            online=choice_of(dataset, **flags),
            llm=llm,
            progress=progress,
        )
    if not quiet:
        tell_unbound(dataset)
        _tell(renewed)
    if renewed.set_aside:
        sys.exit(SOMETHING_SET_ASIDE)


def _tell(renewed: Renewed) -> None:
    for line in _lines(renewed):
        click.echo(line, err=True)


def _lines(renewed: Renewed) -> list[str]:
    kept = _left_by_person(renewed.placed)
    if not renewed.is_written:
        return [_nothing_to_renew(renewed), *kept]
    lines = [*_read(renewed.read), *_placed(renewed.placed), *kept]
    return [*lines, f"{renewed.incidents_new:,} incidents new, {renewed.incidents_changed:,} changed"]


def _nothing_to_renew(renewed: Renewed) -> str:
    if renewed.read:
        return f"Nothing to renew: this version reads all {renewed.read.reports:,} reports as they were read."
    if renewed.placed and renewed.placed.mentions:
        return f"Nothing to renew: this gazetteer places all {renewed.placed.mentions:,} mentions where they are."
    if renewed.placed:
        return "Nothing to renew: no mention is there to be placed."
    return "Nothing to renew: the mentions are linked as this version links them."


def _read(read: ReadAgain | None) -> list[str]:
    if read is None:
        return []
    unread = [f"{_counted(read.unread, 'report')} kept unread: not in English, or the extractor failed"]
    return [
        f"{_counted(read.reports, 'report')} read again",
        f"{_counted(len(read.new), 'mention')} new, {len(read.gone):,} gone, {len(read.changed):,} told otherwise",
        *(unread if read.unread else []),
    ]


def _placed(placed: PlacedAnew | None) -> list[str]:
    if placed is None:
        return []
    return [f"{_counted(placed.mentions, 'mention')} placed anew, {len(placed.moved):,} of them otherwise than before"]


def _left_by_person(placed: PlacedAnew | None) -> list[str]:
    return [f"{placed.by_person:,} left where a person put them"] if placed and placed.by_person else []


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
