"""`affray gazetteer add`: files of places into the gazetteer."""

import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from events.commands.gazetteer.options import gazetteer_option
from events.commands.gazetteer.progress import AddProgress
from events.places.add import Added, AddSummary, add_places
from events.places.download import Fetching, download
from events.places.gazetteer import downloads, ensure_gazetteer
from events.places.importers import IMPORTERS
from events.places.importers.importer import ImportOptions
from schemas.errors import UsageError

__all__ = ["command"]

SOMETHING_SET_ASIDE = 3
TWO_LETTERS = re.compile(r"[A-Za-z]{2}")

HELP = """Add places to the gazetteer from dumps of GeoNames and from your own lists; the same again changes nothing.

PATH is a country's or the world's dump of GeoNames (XK.txt, allCountries.zip), its tables of names and divisions, a
country repository of Who's On First, GeoJSON boundaries (geoBoundaries, Natural Earth, GADM), or a CSV with the columns
name, latitude and longitude, and country, admin1, kind and aliases where you know them. Your own lists outrank all
others. A newer dump replaces the older one of its country. Nothing is fetched but what you name by --url.

\b
Example:
  affray gazetteer add XK.zip alternateNamesV2.zip
  affray gazetteer add --url geonames:XK geoBoundaries-XKX-ADM2.geojson
  affray gazetteer add camps.csv --source "Camps of the UNHCR" --licence "CC BY 4.0" --country SD
"""

OUTCOMES = {
    "added": "{source}: {places} with {names} added",
    "replaced": "{source}: {places} with {names} replace the older ones",
    "same": "{source}: there already, with the same content",
    "newer": "{source}: what is there is newer than this of {version}, and stays; remove it first",
}


class Country(click.ParamType[str]):
    """A code of ISO 3166-1, or XK for Kosovo."""

    name = "country"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read two letters."""
        if TWO_LETTERS.fullmatch(value):
            return value.upper()
        return self.fail(f"'{value}' is no code of a country. Write two letters, as in XK.", param, ctx)


@click.command("add", help=HELP, short_help="Add places from dumps and lists.")
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--url",
    "urls",
    metavar="URL",
    multiple=True,
    help="Fetch a file and add it; what was cut off goes on where it stopped. geonames:XK is a dump of GeoNames.",
)
@gazetteer_option
@click.option(
    "--format", "format_name", type=click.Choice(tuple(IMPORTERS)), help="What PATH is; by default its content tells."
)
@click.option(
    "--source", metavar="NAME", help="What the places are listed as. [default: the country, or the file's name]"
)
@click.option("--licence", metavar="TEXT", help="The licence of the places.")
@click.option(
    "--country",
    metavar="XX",
    type=Country(),
    help="The country of places that tell none; of a world's dump, the only one taken.",
)
@click.option("--quiet", is_flag=True, help="No progress, no summary; what is set aside is named all the same.")
def command(
    *,
    paths: tuple[Path, ...],
    urls: tuple[str, ...],
    gazetteer: Path | None,
    format_name: str | None,
    source: str | None,
    licence: str | None,
    country: str | None,
    quiet: bool,
) -> None:
    """Add, tell on stderr what was done, and end with 3 if something was set aside."""
    if not (paths or urls):
        raise UsageError("Nothing to add. Name a file, or an address with --url.")
    options = ImportOptions(source=source, licence=licence, country=country)
    file = ensure_gazetteer(gazetteer)
    with AddProgress(quiet=quiet) as progress:
        fetched = (download(url, folder=downloads(), fetching=Fetching(told=progress.fetching(url))) for url in urls)
        summary = add_places(
            [*paths, *fetched],
            gazetteer=file,
            now=datetime.now(UTC),
            teller=progress,
            format_name=format_name,
            options=options,
        )
    if not quiet:
        _tell(summary)
    if summary.set_aside:
        sys.exit(SOMETHING_SET_ASIDE)


def _tell(summary: AddSummary) -> None:
    for added in summary.sources:
        click.echo(_sentence(added), err=True)
    if summary.set_aside:
        click.echo(f"{summary.set_aside:,} set aside, as told above", err=True)


def _sentence(added: Added) -> str:
    return OUTCOMES[added.outcome].format(
        source=added.source,
        places=_counted(added.places, "place"),
        names=_counted(added.names, "name"),
        version=added.version,
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
