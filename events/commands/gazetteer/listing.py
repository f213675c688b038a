"""`affray gazetteer list`: where the places come from."""

from pathlib import Path

import click

from events.commands.gazetteer.options import answer, format_option, gazetteer_option
from events.places.gazetteer import ensure_gazetteer
from events.places.search import listed

__all__ = ["command"]

HELP = """List the sources of the gazetteer: how many places and names, under which licence, added when.

\b
Example:
  affray gazetteer list
  affray gazetteer list --format json
"""

SHOWN = "source, format, places, names, licence, version, strftime(added, '%Y-%m-%d %H:%M') as added"


@click.command("list", help=HELP, short_help="List the sources, their counts and licences.")
@gazetteer_option
@format_option
def command(*, gazetteer: Path | None, as_format: str) -> None:
    """Print a line a source."""
    with listed(ensure_gazetteer(gazetteer)) as connection:
        answer(connection, as_format=as_format, shown=SHOWN)
