"""`affray llm batch read`: the answers that a provider gave."""

import sys
from pathlib import Path

import click

from events.llm.batch import take_in
from events.llm.cache import AnswerCache
from events.llm.setup import llm_choice
from outputs.query.visible import visible

__all__ = ["command"]

SOMETHING_SET_ASIDE = 3
NAMED = 20

HELP = """Read the answers to a batch into the file of answers beside the dataset; what is there already stays.

Requests that the provider could not answer are named; writing the batch again asks them anew.

\b
Example:
  affray llm batch read results.jsonl --into sudan.duckdb
"""


@click.command("read", help=HELP, short_help="Answers from a file.")
@click.argument("results", metavar="RESULTS.jsonl", type=click.Path(path_type=Path))
@click.option("--into", metavar="FILE.duckdb", required=True, type=click.Path(path_type=Path), help="The dataset.")
def command(*, results: Path, into: Path) -> None:
    """Take in what is there, and end with 3 if a request has no answer."""
    choice = llm_choice(into)
    taken = take_in(results, choice, AnswerCache(Path(choice.cache or "")))
    troubles = (*taken.failed, *taken.unreadable)
    for trouble in troubles[:NAMED]:
        click.echo(visible(f"{results}, {trouble}"), err=True)
    if len(troubles) > NAMED:
        click.echo(f"and {len(troubles) - NAMED:,} more", err=True)
    click.echo(
        f"{taken.new:,} answers taken in, {taken.known:,} were there; {len(taken.failed):,} requests failed, "
        f"{len(taken.unreadable):,} lines are unreadable",
        err=True,
    )
    if troubles:
        sys.exit(SOMETHING_SET_ASIDE)
