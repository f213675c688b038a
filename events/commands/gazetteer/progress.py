"""What an addition to the gazetteer shows on stderr while it works."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Self

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from outputs.query.visible import visible

__all__ = ["AddProgress"]

MEGABYTE = 1_000_000
TOLD_EACH = 3  # lines of one fault; the others are counted
# What two lines with the same fault differ by.
PARTICULAR = re.compile(r"'.*'|\b[A-Z]{2}\b|[-\d.,]+")


class AddProgress:
    """A count of places, a line for what is set aside, and a sum where a file has one fault again and again."""

    def __init__(self, *, quiet: bool) -> None:
        self._console = Console(stderr=True, soft_wrap=True, highlight=False)
        self._bars = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TextColumn("{task.completed:,} places"),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            disable=quiet or not self._console.is_terminal,
        )
        self._reading = self._bars.add_task("reading", total=None)
        self._faults = Counter[tuple[str, str]]()

    def __enter__(self) -> Self:
        """Show the count."""
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take the count away, and sum up."""
        self._bars.stop()
        for (path, fault), count in self._faults.items():
            if count > TOLD_EACH:
                self._say(f"{path}: {count - TOLD_EACH:,} more lines set aside: {fault}")

    def set_aside(self, path: Path, part: str | None, reason: str) -> None:
        """Name what was set aside and why, on one line."""
        fault = (str(path), PARTICULAR.sub("...", reason))
        self._faults[fault] += 1
        if self._faults[fault] <= TOLD_EACH:
            where = f"{path}, {part}" if part else str(path)
            self._say(f"{where}: set aside: {reason}")

    def fetching(self, url: str) -> Callable[[int, int | None], None]:
        """Give what shows how much of a file has come."""

        def told(have: int, total: int | None) -> None:
            of = f" of {total / MEGABYTE:,.1f}" if total else ""
            self._bars.update(self._reading, description=f"fetching {visible(url)}: {have / MEGABYTE:,.1f}{of} MB,")

        return told

    def read(self, path: Path, places: int) -> None:
        """Show how many places were read."""
        self._bars.update(self._reading, description=f"reading {path.name}", completed=places)

    def _say(self, line: str) -> None:
        self._console.print(visible(line), markup=False, emoji=False)
