"""What the commands about the gazetteer have in common."""

import shutil
from collections.abc import Callable
from pathlib import Path

import click
from duckdb import DuckDBPyConnection

from events.commands.pour import pour
from outputs.query.formats import PRINTED
from outputs.query.question import Question, step

__all__ = ["answer", "format_option", "gazetteer_option"]

# As wide as a page of print, where the answer goes to a file or another program.
WINDOW = (100, 25)

Option = Callable[[Callable[..., None]], Callable[..., None]]

gazetteer_option: Option = click.option(
    "--gazetteer",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Another than the machine's own; it is built where there is none.",
)
format_option: Option = click.option(
    "--format",
    "as_format",
    type=click.Choice(tuple(PRINTED)),
    default="table",
    help="How the answer is written; all but table have all columns.  [default: table]",
)


def answer(connection: DuckDBPyConnection, *, as_format: str, shown: str) -> None:
    """Print the table `answer` of a connection; the columns `shown` alone where people read it as a table."""
    connection.execute(step("cells"))
    question = Question(connection, f"from answer select {shown}" if as_format == "table" else "from answer")
    pour(PRINTED[as_format](question, shutil.get_terminal_size(WINDOW).columns), for_people=as_format == "table")
