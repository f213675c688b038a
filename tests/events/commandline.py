"""How tests run the command line, and what they get back."""

import sys
from collections.abc import Callable
from typing import Any, NamedTuple

__all__ = ["COMMAND", "Affray", "Ended", "Exports", "Rows", "Tables"]

COMMAND = (sys.executable, "-c", "from events.commands import main; main()")


class Ended(NamedTuple):
    """How a command ended and what it said."""

    status: int | str | None
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Give what it said on standard error, line by line."""
        return self.err.splitlines()


Affray = Callable[..., Ended]
Exports = Callable[..., dict[str, bytes]]
Rows = Callable[..., list[tuple[Any, ...]]]
Tables = Callable[..., dict[str, list[tuple[Any, ...]]]]
