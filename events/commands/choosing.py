"""The options that choose incidents by day and country, for whatever is looked at."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

from outputs.plots.selection import Choice

__all__ = ["choice_of", "choosing"]

DAY = click.DateTime(["%Y-%m-%d"])

since_option = click.option(
    "--since", metavar="DATE", type=DAY, help="Only incidents that may have been on this day or later."
)
until_option = click.option(
    "--until", metavar="DATE", type=DAY, help="Only incidents that may have been on this day or earlier."
)
country_option = click.option(
    "--country",
    "countries",
    metavar="CODE|NAME",
    multiple=True,
    help="Only this country, by its two letters or its name; may be given again.",
)


def choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command."""
    return since_option(until_option(country_option(command)))


def choice_of(since: datetime | None, until: datetime | None, countries: tuple[str, ...]) -> Choice:
    """Say what was chosen."""
    return Choice(since=since and since.date(), until=until and until.date(), countries=countries)
