"""`affray renew`: what is in a dataset done anew."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from events.commands.online import choice_of, online_options
from events.commands.progress import RenewalProgress
from events.extract.extractor import codebook_digest
from events.renew.places import RenewedPlaces, renew_places
from events.settings import read_settings_file
from schemas.errors import UsageError

__all__ = ["command"]

SOMETHING_SET_ASIDE = 3

HELP = """Do anew what is in a dataset, when you ask for it: place all mentions with the gazetteer as it is now.

Incidents keep their ids, and a place that a person has corrected stays. All of it is one step: a renewal that is
interrupted changes nothing.

\b
Example:
  affray renew sudan.duckdb --places
  affray renew sudan.duckdb --places --online nominatim --agent "Sudan Monitor, desk@example.org"
"""


@click.command("renew", help=HELP, short_help="Do anew what is in a dataset.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--places", is_flag=True, help="Place all mentions anew, after places were added to the gazetteer.")
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
    places: bool,
    gazetteer: Path | None,
    codebook: Path | None,
    quiet: bool,
    **asked: Any,  # noqa: ANN401 - what is asked online, and how
) -> None:
    """Renew what was asked for and tell on stderr what came of it."""
    if not places:
        raise UsageError("Say what to renew: --places.")
    filed = read_settings_file(dataset)
    if codebook is None and "codebook" in filed:
        codebook = Path(filed["codebook"])
    chosen = filed | ({"codebook": codebook_digest(codebook)} if codebook else {})
    with RenewalProgress(quiet=quiet) as progress:
        renewed = renew_places(
            dataset,
            chosen=chosen,
            now=lambda: datetime.now(UTC),
            gazetteer=gazetteer,
            codebook=codebook,
            online=choice_of(dataset, **asked),
            progress=progress,
        )
    if not quiet:
        _tell(renewed)
    if renewed.set_aside:
        sys.exit(SOMETHING_SET_ASIDE)


def _tell(renewed: RenewedPlaces) -> None:
    for line in _lines(renewed):
        click.echo(line, err=True)


def _lines(renewed: RenewedPlaces) -> list[str]:
    kept = [f"{renewed.by_person:,} left where a person put them"] if renewed.by_person else []
    if not renewed.mentions:
        return ["Nothing to renew: no mention is there to be placed.", *kept]
    if not renewed.is_written:
        return [f"Nothing to renew: this gazetteer places all {renewed.mentions:,} mentions where they are.", *kept]
    noun = "mention" if renewed.mentions == 1 else "mentions"
    return [
        f"{renewed.mentions:,} {noun} placed anew, {renewed.moved:,} of them otherwise than before",
        *kept,
        f"{renewed.incidents_new:,} incidents new, {renewed.incidents_changed:,} changed",
    ]
