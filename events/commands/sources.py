"""`affray sources`: the outlets of a dataset, what each gave, and what is known of them."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import click

from events.commands.moment import as_of_option
from events.commands.pour import pour
from events.outlets import tell_outlets
from outputs.query.formats import PRINTED
from outputs.query.question import Question
from outputs.query.session import locked
from outputs.query.visible import visible
from schemas.codebook import load_codebook
from schemas.errors import UsageError
from sources.outlets import read_outlets

__all__ = ["command"]

HELP = """List the outlets of a dataset: how much each gave, in which languages, from which day to which.

`--add` takes in what is known of outlets, a row each: publisher, country, language, scale (ACLED's words), ownership
(state, public, private, party, nonprofit, other), lean, url, notes. It flows into the view sources and into ACLED's
source_scale, and what was said before stands in the dataset's history.

\b
Example:
  affray sources sudan.duckdb
  affray sources sudan.duckdb --as-of v1.0 --format csv
  affray sources sudan.duckdb --add sources.csv
"""

OUTLETS = """
select publisher, reports, incidents, first_published, last_published, languages, copies,
  country_code, scale, ownership, lean
from sources
order by reports desc, publisher nulls last
"""

# As wide as a page of print, where the answer goes to a file or another program.
WINDOW = (100, 25)
NAMED = 20


@click.command("sources", help=HELP, short_help="List the outlets of a dataset, or say what is known of them.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--add",
    "table",
    metavar="FILE.csv",
    type=click.Path(path_type=Path),
    help="Take in what is known of outlets; all rows or none.",
)
@click.option(
    "--format",
    "as_format",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="For people or for programs.",
)
@as_of_option
def command(dataset: Path, table: Path | None, as_format: str, as_of: str | None) -> None:
    """Take in facts, or ask for the outlets and print them."""
    if table is not None:
        if as_of is not None:
            raise UsageError("--add tells of outlets now; leave --as-of out.")
        _add(dataset, table)
        return
    with locked(dataset, as_of=as_of) as connection:
        pieces = PRINTED[as_format](Question(connection, OUTLETS), shutil.get_terminal_size(WINDOW).columns)
        pour(pieces, for_people=as_format == "table")


def _add(dataset: Path, table: Path) -> None:
    names = {
        name.lower(): code
        for code, entry in load_codebook("countries").items()
        if isinstance(entry, dict)
        for name in (entry.get("name"), *entry.get("aliases", ()))
        if name
    }
    outlets, unknown = read_outlets(table, countries=names)
    unborne = tell_outlets(dataset, outlets, now=lambda: datetime.now(UTC))
    if unknown:
        click.echo(visible(f"Columns left out: {', '.join(unknown)}."), err=True)
    for publisher in unborne[:NAMED]:
        click.echo(visible(f"{publisher}: no report names it yet; what you say of it is kept."), err=True)
    click.echo(f"{len(outlets):,} outlets told, {len(outlets) - len(unborne):,} of them in this dataset", err=True)
