"""`affray summary`: what a dataset holds, on one screen."""

import shutil
from pathlib import Path

import click

from events.commands.moment import as_of_option
from events.commands.pour import pour
from outputs.query.session import locked
from outputs.summary.screen import screen
from outputs.summary.summary import summarise

__all__ = ["command"]

HELP = """Tell on one screen what a dataset holds.

Incidents and deaths are those that may be summed: round-ups and what a person dismissed stand beside them.

\b
Example:
  affray summary sudan.duckdb
  affray summary sudan.duckdb --as-of v1.0 --format json
"""

# As wide as a page of print, where the answer goes to a file or another program.
WINDOW = (100, 25)


@click.command("summary", help=HELP, short_help="Tell on one screen what a dataset holds.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "as_format",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="For people or for programs.",
)
@as_of_option
def command(dataset: Path, as_format: str, as_of: str | None) -> None:
    """Count, and print."""
    with locked(dataset, as_of=as_of) as connection:
        summary = summarise(connection)
    if as_format == "json":
        pour([f"{summary.model_dump_json(indent=2)}\n"], for_people=False)
    else:
        pour(screen(dataset.name, summary, shutil.get_terminal_size(WINDOW).columns), for_people=True)
