"""Building a dataset: reports in, read in batches on all cores, written by one process, then linked."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from events.intake import Intake, holding_a_report, nothing_to_read
from events.link.link import Linked, link
from events.llm.choice import LlmChoice
from events.places.gazetteer import Gazetteer, ensure_gazetteer
from events.places.online.choice import OnlineChoice
from events.places.online.desk import AnswerDesk
from events.places.online.edition import edition, gazetteers
from events.places.online.setup import desk_for
from events.progress import Progress, Silent
from events.read import BatchReader, ReaderRecipe
from events.settings import settle_settings
from events.workers import read_batches
from outputs.store.connect import open_for_writing
from outputs.store.link import unlinked_mentions
from outputs.store.load import Batch, load_batch, new_rejects
from outputs.store.renewal import placed_with
from outputs.store.runs import begin_run, finish_run, last_run_was_cut_off, outdated_reports
from outputs.store.settings import read_settings, write_settings
from schemas.model_call import ModelCall
from schemas.record import Record
from schemas.report import Reject, Report

__all__ = ["BuildSummary", "build"]


class BuildSummary(Record):
    """What a build did, in numbers of reports, things set aside, mentions, incidents and names asked online.

    `reports_withdrawn`: reports that were read and stay out, since they were withdrawn from the dataset.
    `calls`: attempts to ask a language model, with their tokens and cost (None: unknown); `answers_from_cache` were
    not paid again. `stopped` says why reports were left for another build.
    `is_placed_otherwise`: mentions of earlier runs stand where another gazetteer placed them.
    """

    reports_read: int = 0
    reports_new: int = 0
    reports_unread: int = 0
    reports_withdrawn: int = 0
    set_aside: int = 0
    warnings: int = 0
    mentions_new: int = 0
    incidents_new: int = 0
    incidents_changed: int = 0
    reports_outdated: int = 0
    is_placed_otherwise: bool = False
    names_asked: int = 0
    names_found: int = 0
    calls: int = 0
    answers_from_cache: int = 0
    tokens: int = 0
    cost: float | None = 0.0
    stopped: str | None = None


class _Run:
    """One run, begun when there is first something to write, so that building twice leaves one row."""

    def __init__(self, connection: DuckDBPyConnection, begin: Callable[[], int]) -> None:
        self._connection = connection
        self._begin = begin
        self._id: int | None = None
        self.reports = 0
        self.unread = 0
        self.mentions = 0
        self.calls = self.cached = self.tokens = 0
        self.cost: float | None = 0.0

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
        """Write what the dataset lacks of a batch in one transaction."""
        whole = batch.model_copy(update={"rejects": tuple(new_rejects(self._connection, batch.rejects))})
        if whole.reports or whole.rejects or whole.calls:
            load_batch(self._connection, whole, run_id=self.id)
            self.reports += len(whole.reports)
            self.unread += sum(not entry.extracted for entry in whole.reports)
            self.mentions += len(whole.mentions)
            self._count(whole.calls)

    def _count(self, calls: Sequence[ModelCall]) -> None:
        made = [call for call in calls if not call.from_cache]
        self.cached += len(calls) - len(made)
        self.calls += len(made)
        self.tokens += sum((call.input_tokens or 0) + (call.output_tokens or 0) for call in made)
        answered = [call.cost for call in made if call.input_tokens is not None or call.cost is not None]
        unknown = self.cost is None or None in answered
        self.cost = None if unknown else (self.cost or 0.0) + sum(cost or 0.0 for cost in answered)

    def set_down(self, rejects: Sequence[Reject]) -> None:
        """Write what was set aside."""
        self.load(Batch(rejects=tuple(rejects)))


def build(
    items: Iterable[Report | Reject],
    *,
    into: Path,
    chosen: Mapping[str, Any],
    now: Callable[[], datetime],
    workers: int = 1,
    gazetteer: Path | None = None,
    codebook: Path | None = None,
    online: OnlineChoice | None = None,
    llm: LlmChoice | None = None,
    sleep: Callable[[float], None] = time.sleep,
    progress: Progress | None = None,
) -> BuildSummary:
    """Read reports into a dataset, new or not; what is there already is left alone.

    Each batch is one transaction and linking is one more, so that a killed build, run again, ends as if
    nothing had happened. The values depend on the set of reports and the settings alone, not on order,
    portions or `workers`. `codebook` is the folder whose digest `chosen` holds. `online` is whom to ask for
    what the gazetteer lacks, at a pace that `sleep` keeps, `llm` how a language model is asked, where the extractor
    asks one; without them no connection is opened. A model that can be asked no more ends the reading, not the run:
    what was read is linked, and the summary says why it `stopped`.

    Raises:
        NothingToReadError: the sources hold no report; no dataset is made then.
        SettingsConflictError: `chosen` differs from what the dataset was built with.
        UsageError: there is no extractor of the name, or the online service lacks what it needs.
        CodebookError: a codebook in the folder is wrong.
        StoreError: the dataset cannot be written.

    """
    teller = progress or Silent()
    is_new = not into.exists()
    if is_new:
        items = holding_a_report(items, teller)
    place_file = ensure_gazetteer(gazetteer, codebook=codebook)
    desk = desk_for(place_file, online, asking=teller.asking, now=now, sleep=sleep, codebook=codebook)
    if is_new and chosen:
        to_come = settle_settings(chosen, stored={})
        _try(ReaderRecipe(settings=to_come, gazetteer=place_file, codebook=codebook, llm=llm))
    with open_for_writing(into) as connection:
        settings = settle_settings(chosen, stored=read_settings(connection))
        recipe = ReaderRecipe(settings=settings, gazetteer=place_file, codebook=codebook, llm=llm)
        workers = 1 if llm else workers  # it asks several times at once itself, and one keeps the purse
        run = _Run(connection, _beginning(connection, recipe, desk, now))
        intake = Intake(connection, teller, run.set_down)
        stopped: str | None = None
        with closing(read_batches(intake.batches(items), recipe, workers=workers, answering=desk)) as batches:
            for batch in batches:
                run.load(intake.taken(batch))
                teller.loaded(len(batch.reports))
                stopped = batch.stopped
                if stopped:
                    break
        unanswered = desk.unanswered() if desk else None
        run.load(intake.taken(Batch(rejects=(unanswered,) if unanswered else ())))
        linked = _linked(connection, recipe, run, teller)
        if run.has_begun:
            finish_run(
                connection,
                run.id,
                finished_at=now(),
                gazetteer_digest=_placed_with(place_file, desk),
                reports=run.reports,
                mentions=run.mentions,
            )
        outdated = outdated_reports(connection, version=metadata.version("affray"))
        with Gazetteer(place_file) as places:
            is_placed_otherwise = not gazetteers(placed_with(connection)) <= {places.digest}
    if intake.reports == 0:
        raise nothing_to_read()
    return BuildSummary(
        reports_read=intake.reports,
        reports_new=run.reports,
        reports_unread=run.unread,
        reports_withdrawn=intake.withdrawn,
        set_aside=intake.set_aside,
        warnings=intake.warnings,
        mentions_new=run.mentions,
        incidents_new=linked.new,
        incidents_changed=linked.changed,
        reports_outdated=outdated,
        is_placed_otherwise=is_placed_otherwise,
        names_asked=desk.answered if desk else 0,
        names_found=desk.found if desk else 0,
        calls=run.calls,
        answers_from_cache=run.cached,
        tokens=run.tokens,
        cost=run.cost,
        stopped=stopped,
    )


def _try(recipe: ReaderRecipe) -> None:
    """Refuse a wrong extractor or codebook before a dataset is made that would keep it."""
    BatchReader(recipe).close()


def _beginning(
    connection: DuckDBPyConnection, recipe: ReaderRecipe, desk: AnswerDesk | None, now: Callable[[], datetime]
) -> Callable[[], int]:
    """Give what begins a run: the dataset keeps its settings from the first one on."""
    started_at = now()

    def begin() -> int:
        if not read_settings(connection):
            write_settings(connection, recipe.settings.stored())
        return begin_run(
            connection,
            started_at=started_at,
            version=metadata.version("affray"),
            extractor=recipe.settings.extractor,
            settings_digest=recipe.settings.digest,
            gazetteer_digest=_placed_with(recipe.gazetteer, desk),
        )

    return begin


def _placed_with(gazetteer: Path, desk: AnswerDesk | None) -> str:
    with Gazetteer(gazetteer) as places:
        return edition(places, desk)


def _linked(connection: DuckDBPyConnection, recipe: ReaderRecipe, run: _Run, progress: Progress) -> Linked:
    """Link what this run loaded, and what a run that was killed left unlinked."""
    if not (run.has_begun or last_run_was_cut_off(connection) or unlinked_mentions(connection)):
        return Linked(new=0, changed=0)
    progress.linking()
    return link(connection, recipe.settings, run_id=run.id, codebook=recipe.codebook)
