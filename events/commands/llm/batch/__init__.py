"""`affray llm batch`: requests to a file, answers from a file."""

import click

from events.commands.llm.batch import read, write

__all__ = ["command"]

HELP = """Write what a model would be asked to a file, and read the answers that its provider gives for it.

The files are laid out as OpenAI's Batch API takes them. Half the answers back is no trouble: read them, and
write again what is left. Then `affray build` takes the answers from the file that they are in.

\b
Example:
  affray llm batch write articles/ --into sudan.duckdb --output requests.jsonl
  affray llm batch read results.jsonl --into sudan.duckdb
  affray build articles/ --into sudan.duckdb --replay
"""


@click.group(
    "batch", help=HELP, short_help="Requests to a file, answers from a file.", commands=[write.command, read.command]
)
def command() -> None:
    """Hold the two halves of a batch."""
