"""`affray history`: an incident's life, run by run."""

import shutil
from pathlib import Path

import click

from events.commands.pour import pour
from outputs.history.life import happenings, life_of, live
from outputs.history.lines import lines
from outputs.query.formats import PRINTED
from outputs.query.session import locked
from outputs.query.statement import answering

__all__ = ["command"]

HELP = """Tell an incident's life: what came, went and changed in it with each run, and why.

ID may also be retired, that of a mention, or the beginning of one. Times are UTC.

\b
Example:
  affray history sudan.duckdb i-dzrwumpastedjxaf
  affray history sudan.duckdb i-dzr --format csv > life.csv
"""

TEXT = "text"
FORMATS = (TEXT, "json", "jsonl", "csv", "markdown")
# As wide as a page of print, where the answer goes to a file or another program.
WINDOW = (100, 25)


@click.command("history", help=HELP, short_help="Tell an incident's life, run by run.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("written", metavar="ID")
@click.option(
    "--format",
    "as_format",
    type=click.Choice(FORMATS),
    default=TEXT,
    show_default=True,
    help="Lines for people, or a row for everything that happened.",
)
def command(dataset: Path, written: str, as_format: str) -> None:
    """Print the life."""
    with locked(dataset) as connection, answering():
        incident_id = life_of(connection, written)
        life = live(connection, incident_id)
        if as_format == TEXT:
            pour(lines(incident_id, happenings(life)), for_people=True)
        else:
            pour(PRINTED[as_format](life, shutil.get_terminal_size(WINDOW).columns), for_people=False)
