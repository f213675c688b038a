"""The command line: one file per command."""

import sys

import click

from events.commands.lazily import LazyGroup
from outputs.query.visible import visible
from schemas.errors import AffrayError

__all__ = ["affray", "main"]

# In the order in which a user meets them.
COMMANDS = (
    "build",
    "fetch",
    "watch",
    "summary",
    "sources",
    "query",
    "show",
    "plot",
    "page",
    "export",
    "publish",
    "check",
    "tag",
    "diff",
    "history",
    "renew",
    "correct",
    "add",
    "merge",
    "split",
    "dismiss",
    "confirm",
    "undo",
    "withdraw",
    "import",
    "compare",
    "evaluate",
    "disagree",
    "gazetteer",
    "llm",
    "completion",
)
# A module cannot have the name of a word of Python.
NAMED_OTHERWISE = {"import": "imports"}
MODULES = {name: f"events.commands.{NAMED_OTHERWISE.get(name, name)}" for name in COMMANDS}


@click.group(cls=LazyGroup, modules=MODULES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="affray")
def affray() -> None:
    """Turn news reports into a conflict-event dataset in which every value has its proof."""


def main() -> None:
    """Run the command line; end with one clear line and DESIGN's exit status, never a traceback."""
    try:
        affray.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.Abort:
        sys.exit("affray: interrupted")
    except AffrayError as error:
        click.echo(visible(f"affray: {error}"), err=True)  # it may name what a report or a hostile file says
        sys.exit(error.exit_status)
