"""`affray page`: a dataset to look at in a browser."""

from datetime import datetime
from pathlib import Path

import click

from events.commands.choosing import choice_of, choosing
from events.commands.moment import as_of_option
from outputs.export.extra import library

__all__ = ["command"]

HELP = """Write a dataset as one page: map, timeline, filters, table and every value's proof.

The page needs no network and no server: it opens from a disk or a USB stick. It holds the passages of the reports that
prove the values; think of their licences before you pass it on.

\b
Example:
  affray page syria.duckdb --output syria.html
  affray page syria.duckdb --output 2016.html --since 2016-01-01 --until 2016-12-31
"""

# Beyond so many incidents a browser takes its time.
MANY = 20_000


@click.command("page", help=HELP, short_help="Write a page with map, timeline, table and evidence.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    required=True,
    help="The HTML file to write; it is whole or not there.",
)
@choosing
@click.option("--title", metavar="TEXT", help="Its heading; by default the dataset's name.")
@as_of_option
@click.option("--force", is_flag=True, help="Replace PATH if it is there.")
def command(  # noqa: PLR0917 - click hands them over by name
    dataset: Path,
    output: Path,
    since: datetime | None,
    until: datetime | None,
    countries: tuple[str, ...],
    title: str | None,
    as_of: str | None,
    *,
    force: bool,
) -> None:
    """Write one page."""
    pages = library("outputs.pages.dataset.page", extra="page", for_what="affray page")
    choice = choice_of(since, until, countries)
    extent = pages.page(dataset, output, choice=choice, title=title, force=force, as_of=as_of)
    noun = "incident" if extent.incidents == 1 else "incidents"
    click.echo(f"page of {extent.incidents:,} {noun} written to {output}", err=True)
    if extent.incidents > MANY:
        click.echo(
            f"warning: {extent.incidents:,} incidents make a page slow. Choose fewer by --since, --until or --country.",
            err=True,
        )
