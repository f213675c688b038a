"""The intake of a build: what the sources give, parted into new reports and what is set aside."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from duckdb import DuckDBPyConnection

from events.progress import Progress
from outputs.store.load import Batch, known_reports
from outputs.store.withdrawal import read_withdrawals
from schemas.errors import NothingToReadError
from schemas.report import Reject, Report

__all__ = ["Intake", "holding_a_report", "nothing_to_read"]

REPORTS_AT_ONCE = 64
CHARACTERS_AT_ONCE = 400_000
REJECTS_AT_ONCE = 1_000
REJECTS_HELD = 10_000  # before the first report; a file of a million broken lines must not fill the memory


class Intake:
    """Gives new reports on in batches; what is set aside is told at once and kept in the dataset by `keep`."""

    def __init__(
        self, connection: DuckDBPyConnection, progress: Progress, keep: Callable[[Sequence[Reject]], None]
    ) -> None:
        self._connection = connection
        self._progress = progress
        self._keep = keep
        self._waiting: list[Reject] = []
        self._in_work: set[str] = set()
        self.reports = 0
        self.set_aside = 0
        self.warnings = 0
        self.withdrawn = 0

    def batches(self, items: Iterable[Report | Reject]) -> Iterator[list[Report]]:
        """Give the reports that the dataset lacks, in batches that bound their number and their length."""
        batch: dict[str, Report] = {}
        length = 0
        for item in items:
            if isinstance(item, Reject):
                self._set_aside(item)
                continue
            self.reports += 1
            batch.setdefault(item.report_id, item)
            length += len(item.text)
            if len(batch) >= REPORTS_AT_ONCE or length >= CHARACTERS_AT_ONCE:
                yield from self._new(batch)
                batch, length = {}, 0
        yield from self._new(batch)

    def taken(self, batch: Batch) -> Batch:
        """Take back a batch that was read: its rejects are told, and those that waited go with it."""
        self._in_work -= {entry.report.report_id for entry in batch.reports}
        for reject in batch.rejects:
            self._tell(reject)
        waiting, self._waiting = self._waiting, []
        return batch.model_copy(update={"rejects": (*waiting, *batch.rejects)})

    def _new(self, batch: dict[str, Report]) -> Iterator[list[Report]]:
        # what is being read in another process is not in the dataset yet
        known = known_reports(self._connection, batch) | self._in_work
        self.withdrawn += len(read_withdrawals(self._connection, batch))
        new = [report for report_id, report in batch.items() if report_id not in known]
        if new:
            self._in_work.update(report.report_id for report in new)
            self._progress.found(len(new))
            yield new

    def _set_aside(self, reject: Reject) -> None:
        self._tell(reject)
        self._waiting.append(reject)
        if len(self._waiting) >= REJECTS_AT_ONCE:
            waiting, self._waiting = self._waiting, []
            self._keep(waiting)

    def _tell(self, reject: Reject) -> None:
        self._progress.rejecting(reject)
        if reject.reason.is_warning:
            self.warnings += 1
        else:
            self.set_aside += 1


def holding_a_report(items: Iterable[Report | Reject], progress: Progress) -> Iterator[Report | Reject]:
    """Give all items on, once there is a report among them.

    Raises:
        NothingToReadError: there is none, and each reject was told.

    """
    stream = iter(items)
    held: list[Reject] = []
    for item in stream:
        if isinstance(item, Report) or len(held) >= REJECTS_HELD:
            return chain(held, [item], stream)
        held.append(item)
    for reject in held:
        progress.rejecting(reject)
    raise nothing_to_read()


def nothing_to_read() -> NothingToReadError:
    """Say that the sources hold no report."""
    return NothingToReadError("No report was found in the sources. Name files or folders that hold reports.")
