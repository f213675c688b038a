"""What a build or a renewal shows on stderr while it works."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from events.progress import Silent
from outputs.query.visible import visible
from schemas.report import Reject

__all__ = ["BuildProgress", "ImportProgress", "RenewalProgress"]

REJECTS_NAMED = 20  # of a list: a table with a broken line in the middle sets thousands aside


class BuildProgress:
    """Bars for reading and extracting, and a line for everything that is set aside."""

    def __init__(self, *, total: int, quiet: bool) -> None:
        self._console = Console(stderr=True, soft_wrap=True, highlight=False)
        self._bars = _bars(self._console, quiet=quiet)
        self._reading = self._bars.add_task("reading", total=total or None)
        self._extracting = self._bars.add_task("extracting", total=None)
        self._found = 0

    def __enter__(self) -> Self:
        """Show the bars."""
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Take the bars away."""
        self._bars.stop()

    def advance(self, count: int) -> None:
        """Move the reading bar by bytes."""
        self._bars.advance(self._reading, count)

    def found(self, reports: int) -> None:
        """Make the extracting bar longer by the new reports that were found."""
        self._found += reports
        self._bars.update(self._extracting, total=self._found)

    def rejecting(self, reject: Reject) -> None:
        """Name what was set aside and why, on one line."""
        _tell_reject(self._console, reject)

    def loaded(self, reports: int) -> None:
        """Move the extracting bar by the reports of a batch."""
        self._bars.advance(self._extracting, reports)

    def asking(self, server: str, agent: str) -> None:
        """Say where names go; also when quiet, for it is what leaves the machine."""
        _tell_asking(self._console, server, agent)

    def linking(self) -> None:
        """Say that the reports are in."""
        self._bars.update(self._extracting, description="linking")


class RenewalProgress(Silent):
    """One bar for the reports that are read or placed anew."""

    def __init__(self, *, quiet: bool) -> None:
        self._console = Console(stderr=True, soft_wrap=True, highlight=False)
        self._bars = _bars(self._console, quiet=quiet)
        self._renewing = self._bars.add_task("renewing", total=None)

    def __enter__(self) -> Self:
        """Show the bar."""
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Take the bar away."""
        self._bars.stop()

    def found(self, reports: int) -> None:
        """Say how many reports there are."""
        self._bars.update(self._renewing, total=reports)

    def loaded(self, reports: int) -> None:
        """Move the bar by the reports of a batch."""
        self._bars.advance(self._renewing, reports)

    def rejecting(self, reject: Reject) -> None:
        """Name who gave no answer."""
        _tell_reject(self._console, reject)

    def asking(self, server: str, agent: str) -> None:
        """Say where names go; also when quiet, for it is what leaves the machine."""
        _tell_asking(self._console, server, agent)

    def linking(self) -> None:
        """Say that all are done."""
        self._bars.update(self._renewing, description="linking")


class ImportProgress:
    """One bar for the bytes of a list, and a line for each of the first rows that are set aside."""

    def __init__(self, *, total: int, quiet: bool) -> None:
        self._console = Console(stderr=True, soft_wrap=True, highlight=False)
        self._bars = _bars(self._console, quiet=quiet)
        self._reading = self._bars.add_task("reading", total=total or None)
        self._rejects = 0

    def __enter__(self) -> Self:
        """Show the bar."""
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Take the bar away and say how many rows were not named."""
        self._bars.stop()
        if self._rejects > REJECTS_NAMED:
            self._console.print(f"and {self._rejects - REJECTS_NAMED:,} more set aside", markup=False, emoji=False)

    def advance(self, count: int) -> None:
        """Move the bar by bytes."""
        self._bars.advance(self._reading, count)

    def rejecting(self, reject: Reject) -> None:
        """Name a row that is set aside, if not too many were."""
        self._rejects += 1
        if self._rejects <= REJECTS_NAMED:
            _tell_reject(self._console, reject)


def _tell_reject(console: Console, reject: Reject) -> None:
    where = f"{reject.path}, {reject.part}" if reject.part else reject.path
    words = "read, but" if reject.reason.is_warning else "set aside"
    console.print(visible(f"{where}: {words}: {reject.detail}"), markup=False, emoji=False)


def _tell_asking(console: Console, server: str, agent: str) -> None:
    told = f"Names of places that the gazetteer lacks are asked of {server} as '{agent}'; no other words are sent."
    console.print(visible(told), markup=False, emoji=False)


def _bars(console: Console, *, quiet: bool) -> Progress:
    return Progress(
        TextColumn("{task.description:<10}"),
        BarColumn(),
        TaskProgressColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=quiet or not console.is_terminal,
    )
