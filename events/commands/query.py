"""`affray query`: a question in SQL and its answer."""

import shutil
from pathlib import Path

import click

from events.commands.moment import as_of_option
from events.commands.pour import pour
from outputs.export.destination import replacing
from outputs.query.formats import COPIED, FORMATS, PRINTED, SUFFIXES
from outputs.query.question import Question
from outputs.query.session import locked
from outputs.query.statement import answering, require_one_read
from schemas.errors import UsageError

__all__ = ["command"]

HELP = """Answer a question in SQL about a dataset, which is only read.

\b
Example:
  affray query syria.duckdb "from incidents select date_start, place, killed order by all"
  affray query syria.duckdb "from claims" --format csv --output claims.csv
  affray query syria.duckdb "from incidents" --as-of v1.0
"""

# As wide as a page of print, where the answer goes to a file or another program.
WINDOW = (100, 25)


@click.command("query", help=HELP, short_help="Answer a question in SQL.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("sql", metavar="SQL")
@click.option(
    "--format",
    "as_format",
    type=click.Choice(FORMATS),
    help="How the answer is written; by default what the suffix of PATH says, else table.",
)
@click.option(
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="The file to write instead of printing; it is whole or not there.",
)
@as_of_option
@click.option("--force", is_flag=True, help="Replace PATH if it is there.")
def command(
    dataset: Path, sql: str, as_format: str | None, output: Path | None, as_of: str | None, *, force: bool
) -> None:
    """Print the answer, or keep it in a file."""
    chosen = as_format or _format_of(output)
    if output is not None:
        _keep(dataset, sql, output, as_format=chosen, as_of=as_of, force=force)
    elif chosen in PRINTED:
        _print(dataset, sql, as_format=chosen, as_of=as_of)
    else:
        raise UsageError(f"{chosen} is not for the screen. Add --output PATH.")


def _format_of(output: Path | None) -> str:
    if output is None:
        return "table"
    try:
        return SUFFIXES[output.suffix.lower()]
    except KeyError:
        raise UsageError(
            f"No format is known by the name {output.name}. Add --format with one of {', '.join(FORMATS)}."
        ) from None


def _keep(dataset: Path, sql: str, output: Path, *, as_format: str, as_of: str | None, force: bool) -> None:
    with (
        replacing(output, force=force, dataset=dataset) as part,
        locked(dataset, output=part, as_of=as_of) as connection,
        answering(),
    ):
        require_one_read(connection, sql)
        question = Question(connection, sql)
        if as_format in COPIED:
            question.copy(COPIED[as_format], part)
            return
        with part.open("x", encoding="utf-8", newline="") as file:
            file.writelines(PRINTED[as_format](question, WINDOW[0]))


def _print(dataset: Path, sql: str, *, as_format: str, as_of: str | None) -> None:
    with locked(dataset, as_of=as_of) as connection, answering():
        require_one_read(connection, sql)
        pieces = PRINTED[as_format](Question(connection, sql), shutil.get_terminal_size(WINDOW).columns)
        pour(pieces, for_people=as_format == "table")
