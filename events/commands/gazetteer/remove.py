"""`affray gazetteer remove`: a source that was added, out again."""

from pathlib import Path

import click

from events.commands.gazetteer.options import gazetteer_option
from events.places.add import remove_source
from events.places.gazetteer import ensure_gazetteer

__all__ = ["command"]

HELP = """Take out of the gazetteer what was added under a name; `affray gazetteer list` names them.

\b
Example:
  affray gazetteer remove "geonames XK"
"""


@click.command("remove", help=HELP, short_help="Take a source out again.")
@click.argument("source", metavar="SOURCE")
@gazetteer_option
def command(*, source: str, gazetteer: Path | None) -> None:
    """Remove it, or name those that are there."""
    remove_source(source, gazetteer=ensure_gazetteer(gazetteer))
    click.echo(f"{source}: removed", err=True)
