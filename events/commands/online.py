"""The options of the commands that may ask online."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from events.places.online.choice import OnlineChoice
from events.places.online.service import SERVICES
from events.settings import read_online_table

__all__ = ["choice_of", "online_options"]

OPTIONS = (
    click.option(
        "--online",
        type=click.Choice(list(SERVICES)),
        help="Ask this service for places that the gazetteer lacks. Only their names are sent; answers are kept "
        "beside the gazetteer. [default: nothing is asked]",
    ),
    click.option("--agent", metavar="WHO", help='Who asks: "your project, you@example.org". Services want to know.'),
    click.option("--online-url", metavar="URL", help="A server of your own that answers as the service does."),
    click.option(
        "--online-refresh", metavar="DAYS", type=click.IntRange(min=0), help="Ask again for answers older than this."
    ),
)


def online_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command; `choice_of` takes them all."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def choice_of(
    dataset: Path, *, online: str | None, agent: str | None, online_url: str | None, online_refresh: int | None
) -> OnlineChoice | None:
    """Join the options with `affray.toml` beside the dataset; None where nothing is to be asked.

    Raises:
        UsageError: what was chosen is not whole.

    """
    asked = {"service": online, "agent": agent, "url": online_url, "refresh_days": online_refresh}
    return OnlineChoice.read(read_online_table(dataset), asked)
