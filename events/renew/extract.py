"""All reports of a dataset read again with the extractor as it is now."""

from collections.abc import Iterator
from contextlib import closing

from duckdb import DuckDBPyConnection

from events.intake import CHARACTERS_AT_ONCE, REPORTS_AT_ONCE
from events.places.online.question import Answering
from events.progress import Progress
from events.read import ReaderRecipe
from events.renew.run import RenewalRun
from events.workers import read_batches
from outputs.store.reread import Rereading, count_readable_reports, readable_reports
from schemas.errors import ModelStopError
from schemas.record import Record
from schemas.report import Report

__all__ = ["ReadAgain", "extract_again"]


WAS_KEPT = "What was read is kept"


class ReadAgain(Record):
    """What reading again did: reports read, those kept unread, and the ids of the mentions that differ."""

    reports: int = 0
    unread: int = 0
    mentions: int = 0
    new: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()


def extract_again(
    connection: DuckDBPyConnection,
    recipe: ReaderRecipe,
    run: RenewalRun,
    *,
    workers: int,
    answering: Answering | None,
    progress: Progress,
) -> ReadAgain:
    """Read every report again, place what it tells, and write what differs, within a transaction.

    Reports stream from the dataset, a few batches at a time, whatever their number.

    Raises:
        ModelStopError: no language model can be asked any more.

    """
    progress.found(count_readable_reports(connection))
    rereading = Rereading(connection, run=lambda: run.id)
    reports = unread = mentions = 0
    with closing(read_batches(_batches(connection), recipe, workers=workers, answering=answering)) as batches:
        for batch in batches:
            if batch.stopped:
                raise ModelStopError(batch.stopped.replace(WAS_KEPT, "Nothing was changed; answers are kept"))
            for reject in batch.rejects:
                progress.rejecting(reject)
            rereading.replace(batch)
            reports += len(batch.reports)
            unread += sum(not entry.extracted for entry in batch.reports)
            mentions += len(batch.mentions)
            progress.loaded(len(batch.reports))
    return ReadAgain(
        reports=reports,
        unread=unread,
        mentions=mentions,
        new=frozenset(rereading.new),
        gone=frozenset(rereading.gone),
        changed=frozenset(rereading.changed),
    )


def _batches(connection: DuckDBPyConnection) -> Iterator[list[Report]]:
    """Give the reports in batches that bound their number and their length."""
    for reports in readable_reports(connection, at_once=REPORTS_AT_ONCE):
        batch: list[Report] = []
        length = 0
        for report in reports:
            batch.append(report)
            length += len(report.text)
            if length >= CHARACTERS_AT_ONCE:
                yield batch
                batch, length = [], 0
        if batch:
            yield batch
