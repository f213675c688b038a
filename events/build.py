"""Building a dataset: reports in, read in batches on all cores, written by one process, then linked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from importlib import metadata
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from duckdb import DuckDBPyConnection

from events.link.link import Linked, link
from events.places.gazetteer import Gazetteer, ensure_gazetteer
from events.read import ReaderRecipe
from events.settings import Settings, settle_settings
from events.workers import read_batches
from outputs.store.connect import open_for_writing
from outputs.store.link import unlinked_mentions
from outputs.store.load import Batch, known_reports, load_batch, new_rejects
from outputs.store.runs import begin_run, finish_run
from outputs.store.settings import read_settings, write_settings
from schemas.errors import NothingToReadError
from schemas.record import Record
from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason

__all__ = ["BuildSummary", "Progress", "Silent", "build"]

REPORTS_AT_ONCE = 64
CHARACTERS_AT_ONCE = 400_000
NOTHING = "No report was found in the sources. Name files or folders that hold reports."


class Progress(Protocol):
    """What a build tells while it works."""

    def reading(self, report: Report) -> None:
        """Tell of a report that was found."""

    def rejecting(self, reject: Reject) -> None:
        """Tell of something that was set aside."""

    def loaded(self, reports: int) -> None:
        """Tell how many reports a batch brought into the dataset."""

    def linking(self) -> None:
        """Tell that all reports are in and the incidents are being formed."""


class Silent:
    """Tells nothing."""

    def reading(self, report: Report) -> None:
        """Tell nothing."""

    def rejecting(self, reject: Reject) -> None:
        """Tell nothing."""

    def loaded(self, reports: int) -> None:
        """Tell nothing."""

    def linking(self) -> None:
        """Tell nothing."""


class BuildSummary(Record):
    """What a build did, in numbers of reports, things set aside, mentions and incidents."""

    reports_read: int = 0
    reports_new: int = 0
    reports_unread: int = 0
    set_aside: int = 0
    warnings: int = 0
    mentions_new: int = 0
    incidents_new: int = 0
    incidents_changed: int = 0


class _Intake:
    """Parts what the sources give: new reports go on in batches, rejects wait for the next transaction."""

    def __init__(self, connection: DuckDBPyConnection, progress: Progress) -> None:
        self._connection = connection
        self._progress = progress
        self._waiting: list[Reject] = []
        self.reports = 0
        self.set_aside = 0
        self.warnings = 0

    def batches(self, items: Iterable[Report | Reject]) -> Iterator[list[Report]]:
        """Give the reports that the dataset lacks, in batches that bound their number and their length."""
        batch: dict[str, Report] = {}
        length = 0
        for item in items:
            if isinstance(item, Reject):
                self.set_down(item)
                continue
            self.reports += 1
            self._progress.reading(item)
            batch.setdefault(item.report_id, item)
            length += len(item.text)
            if len(batch) >= REPORTS_AT_ONCE or length >= CHARACTERS_AT_ONCE:
                yield from self._new(batch)
                batch, length = {}, 0
        yield from self._new(batch)

    def _new(self, batch: dict[str, Report]) -> Iterator[list[Report]]:
        known = known_reports(self._connection, batch)
        new = [report for report_id, report in batch.items() if report_id not in known]
        if new:
            yield new

    def set_down(self, reject: Reject) -> None:
        """Count a reject and keep it for the next transaction."""
        self._progress.rejecting(reject)
        self._waiting.append(reject)
        if reject.reason.is_warning:
            self.warnings += 1
        else:
            self.set_aside += 1

    def new_rejects(self) -> tuple[Reject, ...]:
        """Hand over those of the waiting rejects that the dataset lacks."""
        waiting, self._waiting = self._waiting, []
        return tuple(new_rejects(self._connection, waiting))


class _Run:
    """One run, begun when there is first something to write, so that building twice leaves one row."""

    def __init__(self, connection: DuckDBPyConnection, begin: Callable[[], int]) -> None:
        self._connection = connection
        self._begin = begin
        self._id: int | None = None
        self.reports = 0
        self.mentions = 0

    @property
    def has_begun(self) -> bool:
        """Say whether anything was written."""
        return self._id is not None

    @property
    def id(self) -> int:
        """Give the run's number, beginning it if need be."""
        if self._id is None:
            self._id = self._begin()
        return self._id

    def load(self, batch: Batch) -> None:
        """Write a batch in one transaction."""
        if batch.reports or batch.rejects:
            load_batch(self._connection, batch, run_id=self.id)
            self.reports += len(batch.reports)
            self.mentions += len(batch.mentions)


def build(
    items: Iterable[Report | Reject],
    *,
    into: Path,
    chosen: Mapping[str, Any],
    now: Callable[[], datetime],
    workers: int = 1,
    gazetteer: Path | None = None,
    codebook: Path | None = None,
    progress: Progress | None = None,
) -> BuildSummary:
    """Read reports into a dataset, new or not; what is there already is left alone.

    Each batch is one transaction and linking is one more, so that a killed build, run again, ends as if
    nothing had happened. The values depend on the set of reports and the settings alone, not on order,
    portions or `workers`.

    Raises:
        NothingToReadError: the sources hold no report.
        SettingsConflictError: `chosen` differs from what the dataset was built with.
        StoreError: the dataset cannot be written.

    """
    teller = progress or Silent()
    items = _refusing_nothing(iter(items), teller, into)
    place_file = ensure_gazetteer(gazetteer)
    with open_for_writing(into) as connection:
        settings = _settings(connection, chosen)
        run = _Run(connection, _beginning(connection, settings, place_file, now))
        intake = _Intake(connection, teller)
        recipe = ReaderRecipe(settings=settings, gazetteer=place_file, codebook=codebook)
        unread = 0
        for batch in read_batches(intake.batches(items), recipe, workers=workers):
            whole = batch.model_copy(update={"rejects": (*intake.new_rejects(), *batch.rejects)})
            run.load(whole)
            unread += sum(not entry.extracted for entry in whole.reports)
            teller.loaded(len(whole.reports))
        run.load(Batch(rejects=intake.new_rejects()))
        linked = _linked(connection, settings, run, teller)
        if run.has_begun:
            finish_run(connection, run.id, finished_at=now(), reports=run.reports, mentions=run.mentions)
    if intake.reports == 0:
        raise NothingToReadError(NOTHING)
    return BuildSummary(
        reports_read=intake.reports,
        reports_new=run.reports,
        reports_unread=unread,
        set_aside=intake.set_aside,
        warnings=intake.warnings,
        mentions_new=run.mentions,
        incidents_new=linked.new,
        incidents_changed=linked.changed,
    )


def _refusing_nothing(items: Iterator[Report | Reject], progress: Progress, into: Path) -> Iterator[Report | Reject]:
    """Refuse, before a dataset is made, sources of which none is there; give everything else on."""
    held: list[Reject] = []
    for item in items:
        if isinstance(item, Report) or item.reason is not RejectReason.MISSING:
            return chain(held, [item], items)
        held.append(item)
    if not into.exists():
        for reject in held:
            progress.rejecting(reject)
        raise NothingToReadError(NOTHING)
    return iter(held)


def _settings(connection: DuckDBPyConnection, chosen: Mapping[str, Any]) -> Settings:
    stored = read_settings(connection)
    settings = settle_settings(chosen, stored=stored)
    if not stored:
        write_settings(connection, settings.stored())
    return settings


def _beginning(
    connection: DuckDBPyConnection, settings: Settings, place_file: Path, now: Callable[[], datetime]
) -> Callable[[], int]:
    started_at = now()

    def begin() -> int:
        with Gazetteer(place_file) as places:
            digest = places.digest
        return begin_run(
            connection,
            started_at=started_at,
            version=metadata.version("affray"),
            extractor=settings.extractor,
            settings_digest=settings.digest,
            gazetteer_digest=digest,
        )

    return begin


def _linked(connection: DuckDBPyConnection, settings: Settings, run: _Run, progress: Progress) -> Linked:
    """Link what this run loaded, and what a run that was killed left unlinked."""
    if not run.has_begun and not unlinked_mentions(connection):
        return Linked(new=0, changed=0)
    progress.linking()
    return link(connection, settings, run_id=run.id)
