"""A group of commands, each imported when it is asked for: a summary need not wait for the parser."""

from collections.abc import Mapping
from importlib import import_module

import click

__all__ = ["LazyGroup"]


class LazyGroup(click.Group):
    """Knows its commands by name and module; a module gives its command under the name `command`."""

    def __init__(self, *args: object, modules: Mapping[str, str], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type] # click's own arguments, handed through
        self._modules = modules

    def list_commands(self, context: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the names, in the order in which a user meets them."""
        return list(self._modules)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import the command of the name; None where there is none."""
        if name not in self._modules:
            return None
        command = import_module(self._modules[name]).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{self._modules[name]} has no command")
        return command
