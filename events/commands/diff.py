"""`affray diff`: how two states of a dataset differ."""

import shutil
from pathlib import Path

import click

from events.commands.pour import pour
from outputs.history.diff import VIEWS, Difference, compare, rows_of
from outputs.query.formats import PRINTED
from outputs.query.session import locked
from outputs.query.statement import answering

__all__ = ["command"]

HELP = """List what came, went and changed in a dataset between two moments: tags, days or now.

An incident that went may go on as another: then goes_on_as names it. Of one that changed there is a row for each
value, before and after.

\b
Example:
  affray diff sudan.duckdb v1.0 now
  affray diff sudan.duckdb 2024-03-31 v2.0 --format csv > changes.csv
  affray diff sudan.duckdb v1.0 v2.0 --by country --format markdown
"""

# As wide as a page of print, where the answer goes to a file or another program.
WINDOW = (100, 25)


@click.command("diff", help=HELP, short_help="List what changed between two moments.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("before", metavar="FROM")
@click.argument("after", metavar="TO", default="now")
@click.option(
    "--by", "view", type=click.Choice(VIEWS), default=VIEWS[0], show_default=True, help="What a row stands for."
)
@click.option(
    "--format",
    "as_format",
    type=click.Choice(list(PRINTED)),
    default="table",
    show_default=True,
    help="How rows are written.",
)
def command(dataset: Path, before: str, after: str, view: str, as_format: str) -> None:
    """Print the rows, and on stderr how many there are of each kind."""
    with locked(dataset) as connection, answering():
        difference = compare(connection, before, after)
        window = shutil.get_terminal_size(WINDOW).columns
        pour(PRINTED[as_format](rows_of(connection, view), window), for_people=as_format == "table")
    click.echo(_summary(difference, before, after), err=True)


def _summary(found: Difference, before: str, after: str) -> str:
    states = f"{before} (run {found.run_before}) to {after} (run {found.run_after})"
    if not (found.came or found.went or found.changed):
        return f"{states}: no difference; {found.incidents_after:,} incidents in both."
    on = f", {found.went_on:,} of them going on as others" if found.went else ""
    return (
        f"{states}: {found.came:,} incidents came, {found.went:,} went{on}; "
        f"{found.changed:,} changed, in {found.values:,} values. "
        f"{found.incidents_before:,} stood before, {found.incidents_after:,} stand after."
    )
