"""`affray llm`: what language models are asked beside a build."""

import click

from events.commands.llm import batch

__all__ = ["command"]

HELP = """Ask language models in batches, which providers sell cheaper; `affray build --extractor llm` asks at once.

\b
Example:
  affray llm batch write articles/ --into sudan.duckdb --output requests.jsonl
  affray llm batch read results.jsonl --into sudan.duckdb
"""


@click.group("llm", help=HELP, short_help="Ask language models in batches.", commands=[batch.command])
def command() -> None:
    """Hold the commands about language models."""
