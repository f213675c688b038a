"""`affray gazetteer`: the places that the user brings, and what is there already."""

import click

from events.commands.gazetteer import add, listing, remove, search

__all__ = ["command"]

HELP = """Add places to the gazetteer, look places up in it, and say where they come from.

\b
Example:
  affray gazetteer add XK.zip my-camps.csv
  affray gazetteer search Banjska --country XK
"""


@click.group(
    "gazetteer",
    help=HELP,
    short_help="Add places of your own, look places up.",
    commands=[module.command for module in (add, search, listing, remove)],
)
def command() -> None:
    """Hold the commands about places."""
