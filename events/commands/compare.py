"""`affray compare`: a dataset beside a list that others coded."""

import shutil
from pathlib import Path

import click

from events.coded.comparing import DIMENSIONS, LISTS, Coverage, ask_for, coverage, listing, tally
from events.commands.pour import pour
from outputs.query.formats import PRINTED
from outputs.query.session import locked
from outputs.query.statement import answering
from outputs.query.visible import visible
from schemas.errors import UsageError

__all__ = ["command"]

HELP = """Compare a dataset with a list of coded events that was imported into it.

What both have, what only one has, and how many were killed in what both have, as each counts. Only the countries
and months that both cover are compared; how much lies outside is told.

\b
Example:
  affray compare sudan.duckdb --with ucdp-ged
  affray compare sudan.duckdb --with "ACLED 2024" --by year --format csv
  affray compare sudan.duckdb --with acled --list tolls
"""

# As wide as a page of print, where the answer goes to a file or another program.
WINDOW = (100, 25)


@click.command("compare", help=HELP, short_help="Compare a dataset with a list that others coded.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--with", "with_list", metavar="NAME", required=True, help="The list, by its name or its layout's.")
@click.option(
    "--by",
    metavar="WORDS",
    default="country,month",
    show_default=True,
    help=f"What each row stands for: {', '.join(DIMENSIONS)}, with commas between several.",
)
@click.option(
    "--list",
    "listed",
    type=click.Choice(LISTS),
    help="List the tolls that differ, the events missing here, or the extra incidents, the largest first.",
)
@click.option(
    "--format",
    "as_format",
    type=click.Choice(list(PRINTED)),
    default="table",
    show_default=True,
    help="How the answer is written.",
)
def command(dataset: Path, with_list: str, by: str, listed: str | None, as_format: str) -> None:
    """Print one comparison; what lies outside of it is told on stderr."""
    dimensions = _dimensions(by)
    with locked(dataset) as connection, answering():
        chosen = ask_for(connection, with_list)
        question = listing(connection, listed) if listed else tally(connection, dimensions)
        _tell(coverage(connection), chosen.source)
        pieces = PRINTED[as_format](question, shutil.get_terminal_size(WINDOW).columns)
        pour(pieces, for_people=as_format == "table")


def _dimensions(by: str) -> list[str]:
    words = list(dict.fromkeys(word.strip() for word in by.split(",")))
    for word in words:
        if word not in DIMENSIONS:
            raise UsageError(f"'{word}' is nothing to compare by. Use {', '.join(DIMENSIONS)}.")
    return words


def _tell(covered: Coverage, source: str) -> None:
    """Say how much is not compared, since the other side cannot have it."""
    if covered.affray_outside or covered.theirs_outside:
        outside = f"{covered.affray_outside:,} incidents and {covered.theirs_outside:,} events of {source}"
        click.echo(visible(f"Outside of the countries and months that both cover: {outside}"), err=True)
    if not covered.compared:
        click.echo(visible(f"{source} and this dataset have no country and month in common."), err=True)
