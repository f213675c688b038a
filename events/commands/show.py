"""`affray show`: an incident with every value's evidence marked in its report."""

import shutil
import sys
from pathlib import Path
from typing import get_args

import click
from rich.console import Console

from events.commands.moment import as_of_option
from events.commands.pour import pour
from outputs.pages.looks import Colours
from outputs.pages.page import Paper, page
from outputs.query.session import locked
from outputs.query.statement import answering

__all__ = ["command"]

HELP = """Show an incident with every value's evidence marked in its reports.

\b
ID may also be that of a mention, a report or a claim, or the beginning of one.

\b
Example:
  affray show syria.duckdb i-dzrwumpastedjxaf
  affray show syria.duckdb i-dzr --whole
  affray show syria.duckdb i-dzr --as-of 2024-03-31
"""

# As wide as a page of print, where the page goes to a file or another program.
WINDOW = (100, 25)


@click.command("show", help=HELP, short_help="Show an incident with its evidence marked.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("written", metavar="ID")
@click.option("--whole", is_flag=True, help="Print whole reports, not only the paragraphs that hold evidence.")
@click.option(
    "--format",
    "as_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A page for people, or an object for programs.",
)
@as_of_option
def command(dataset: Path, written: str, as_format: str, as_of: str | None, *, whole: bool) -> None:
    """Print one page."""
    is_object = as_format == "json"
    paper = Paper(window=shutil.get_terminal_size(WINDOW).columns, colours=_colours(), whole=whole, as_object=is_object)
    with locked(dataset, as_of=as_of) as connection, answering():
        drawn = page(connection, written, paper)
    pour([drawn], for_people=not is_object)


def _colours() -> Colours | None:
    """Give the colours that the screen has; what is no screen gets none."""
    colours = Console().color_system if sys.stdout.isatty() else None
    return next((known for known in get_args(Colours) if known == colours), None)
