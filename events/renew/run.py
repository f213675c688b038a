"""A renewal's run: it is there when there is first something to write, so that renewing twice leaves one row."""

from collections.abc import Callable, Collection
from datetime import datetime
from functools import cached_property
from importlib import metadata

from duckdb import DuckDBPyConnection

from events.settings import Settings
from outputs.store.runs import begin_run, finish_run

__all__ = ["RenewalRun"]


class RenewalRun:
    """One run of a command that changes what is there and adds no report.

    `renewed` names the stages that are done anew. `placed_with` gives the gazetteer's digest, which answers from
    online services may still change until the run has ended.
    """

    def __init__(
        self,
        connection: DuckDBPyConnection,
        settings: Settings,
        *,
        command: str,
        renewed: Collection[str] = (),
        placed_with: Callable[[], str],
        now: Callable[[], datetime],
    ) -> None:
        self._connection, self._settings = connection, settings
        self._command, self._renewed = command, " ".join(renewed)
        self._placed_with, self._now, self._started_at = placed_with, now, now()
        self.has_begun = False

    @cached_property
    def id(self) -> int:
        """Give the run's number, beginning it if need be."""
        self.has_begun = True
        return begin_run(
            self._connection,
            started_at=self._started_at,
            version=metadata.version("affray"),
            extractor=self._settings.extractor,
            settings_digest=self._settings.digest,
            gazetteer_digest=self._placed_with(),
            command=self._command,
            renewed=self._renewed or None,
        )

    def finish(self, *, mentions: int = 0) -> None:
        """Record that it has ended, how many mentions it added, and that it added no report."""
        finish_run(
            self._connection,
            self.id,
            finished_at=self._now(),
            gazetteer_digest=self._placed_with(),
            reports=0,
            mentions=mentions,
        )
