"""All mentions of a dataset placed anew with the gazetteer as it is now, from what is stored of their reports."""

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from events.link.link import Linked, relink
from events.mention import placed
from events.places.gazetteer import Gazetteer, ensure_gazetteer
from events.places.online.choice import OnlineChoice
from events.places.online.desk import AnswerDesk
from events.places.online.edition import edition, gazetteers
from events.places.online.setup import desk_for
from events.places.resolve import PlaceResolver
from events.places.weights import PlaceWeights
from events.progress import Progress, Silent
from events.settings import Settings, settle_settings
from outputs.store.connect import open_for_reading, open_for_writing
from outputs.store.renewal import (
    ReadReport,
    count_reports,
    forget_places,
    placed_with,
    read_candidates,
    read_reports,
    replace_mentions,
)
from outputs.store.runs import begin_run, finish_run
from outputs.store.settings import read_settings
from outputs.store.transaction import transaction
from schemas.actor import Participation
from schemas.codebook import load_codebook
from schemas.errors import GazetteerError
from schemas.incident import Extraction, Mention, Telling
from schemas.place import Candidate, PlaceReference
from schemas.record import Record

__all__ = ["RenewedPlaces", "renew_places"]

REPORTS_AT_ONCE = 512  # one look into the gazetteer costs much the same for one report and for hundreds


class RenewedPlaces(Record):
    """What a renewal did: mentions placed, those that are elsewhere now, those left where a person put them.

    `set_aside` counts the services that left names without an answer.
    """

    mentions: int = 0
    moved: int = 0
    by_person: int = 0
    incidents_new: int = 0
    incidents_changed: int = 0
    is_written: bool = False
    set_aside: int = 0


def renew_places(
    dataset: Path,
    *,
    chosen: Mapping[str, Any],
    now: Callable[[], datetime],
    gazetteer: Path | None = None,
    codebook: Path | None = None,
    online: OnlineChoice | None = None,
    sleep: Callable[[float], None] = time.sleep,
    progress: Progress | None = None,
) -> RenewedPlaces:
    """Place every mention anew and derive the incidents that this changes, in one transaction.

    The values are those of a dataset built anew with this gazetteer; the ids of incidents are kept, and a place
    that a person has corrected stays. Where nothing comes out otherwise than it stands, nothing is written.
    `online` is whom to ask for what the gazetteer lacks, at a pace that `sleep` keeps.

    Raises:
        StoreMissingError: there is no dataset.
        GazetteerError: the gazetteer is not there or cannot be used.
        SettingsConflictError: `chosen` differs from what the dataset was built with.
        StoreError: the dataset cannot be written.

    """
    if gazetteer is not None and not gazetteer.exists():
        raise GazetteerError(f"There is no gazetteer {gazetteer}. Name one that is there, or leave --gazetteer out.")
    with open_for_reading(dataset):  # a dataset that is not there is not made
        pass
    teller = progress or Silent()
    place_file = ensure_gazetteer(gazetteer, codebook=codebook)
    desk = desk_for(place_file, online, asking=teller.asking, now=now, sleep=sleep, codebook=codebook)
    with open_for_writing(dataset) as connection, Gazetteer(place_file) as places, transaction(connection):
        settings = settle_settings(chosen, stored=read_settings(connection))
        run = _Run(connection, settings, placed_with=lambda: edition(places, desk), now=now)
        renewal = _Renewal(connection, _resolver(places, codebook, desk), run, teller)
        renewal.place()
        unanswered = desk.unanswered() if desk else None
        if unanswered:
            teller.rejecting(unanswered)
        linked = Linked(new=0, changed=0)
        if renewal.mentions and (run.has_begun or gazetteers(placed_with(connection)) != {places.digest}):
            linked = renewal.link(settings)
            run.finish()
        return RenewedPlaces(
            mentions=renewal.mentions,
            moved=len(renewal.moved),
            by_person=renewal.by_person,
            incidents_new=linked.new,
            incidents_changed=linked.changed,
            is_written=run.has_begun,
            set_aside=1 if unanswered else 0,
        )


def _resolver(gazetteer: Gazetteer, codebook: Path | None, desk: AnswerDesk | None) -> PlaceResolver:
    weights = PlaceWeights.load(overlay=codebook)
    countries = load_codebook("countries", overlay=codebook)
    return PlaceResolver(gazetteer, weights=weights, countries=countries, answering=desk)


class _Run:
    """The renewal's run, begun when there is first something to write."""

    def __init__(
        self,
        connection: DuckDBPyConnection,
        settings: Settings,
        *,
        placed_with: Callable[[], str],
        now: Callable[[], datetime],
    ) -> None:
        self._connection, self._settings = connection, settings
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
            command="renew",
            renewed="places",
        )

    def finish(self) -> None:
        """Record that it has ended and added nothing."""
        finish_run(
            self._connection,
            self.id,
            finished_at=self._now(),
            gazetteer_digest=self._placed_with(),
            reports=0,
            mentions=0,
        )


class _Renewal:
    """One renewal within a transaction: what it placed, and the mentions that came out otherwise."""

    def __init__(self, connection: DuckDBPyConnection, resolver: PlaceResolver, run: _Run, progress: Progress) -> None:
        self._connection, self._resolver = connection, resolver
        self._run, self._progress = run, progress
        self.mentions = self.by_person = 0
        self.moved: list[str] = []

    def place(self) -> None:
        """Place all mentions anew and write those that differ."""
        self._progress.found(count_reports(self._connection))
        for reports in read_reports(self._connection, at_once=REPORTS_AT_ONCE):
            told = [linked for entry in reports for linked in entry.mentions]
            free = [linked.mention for linked in told if not linked.place_by_person]
            self.mentions += len(free)
            self.by_person += len(told) - len(free)
            self._replace(free, self._placed_anew(reports))
            self._progress.loaded(len(reports))

    def link(self, settings: Settings) -> Linked:
        """Derive anew the incidents of what has moved."""
        self._progress.linking()
        forget_places(self._connection, run_id=self._run.id)
        return relink(self._connection, settings, run_id=self._run.id, touched=self.moved)

    def _replace(self, standing: Collection[Mention], anew: Mapping[str, Mention]) -> None:
        considered = read_candidates(self._connection, [mention.mention_id for mention in standing])
        before = {mention.mention_id: _with(mention, considered.get(mention.mention_id, ())) for mention in standing}
        changed = [anew[name] for name, mention in before.items() if anew[name] != mention]
        self.moved += [new.mention_id for new in changed if _with(new, ()) != _with(before[new.mention_id], ())]
        if changed:
            replace_mentions(self._connection, changed, run_id=self._run.id)

    def _placed_anew(self, reports: Sequence[ReadReport]) -> dict[str, Mention]:
        extractions = [_extraction(entry) for entry in reports]
        locations = self._resolver.locate(extractions, {entry.report.report_id: entry.report for entry in reports})
        tellings = (telling for extraction in extractions for telling in extraction.tellings)
        return {telling.mention_id: placed(telling, locations[telling.mention_id]) for telling in tellings}


def _with(mention: Mention, candidates: tuple[Candidate, ...]) -> Mention:
    return mention.model_copy(update={"location": mention.location.model_copy(update={"candidates": candidates})})


def _extraction(entry: ReadReport) -> Extraction:
    """Give a report's mentions as they were told before they were placed."""
    references = {some.mention_id: some.places for some in entry.references}
    return Extraction(
        report_id=entry.report.report_id,
        tellings=tuple(
            _telling(linked.mention, references.get(linked.mention.mention_id, ())) for linked in entry.mentions
        ),
        toponyms=references.get(None, ()),
    )


def _telling(mention: Mention, places: tuple[PlaceReference, ...]) -> Telling:
    participants = tuple(_as_told(participant) for participant in mention.account.participants)
    return Telling(
        mention_id=mention.mention_id,
        report_id=mention.report_id,
        trigger=mention.trigger,
        status=mention.status,
        account=mention.account.model_copy(update={"participants": participants}),
        places=places,
    )


def _as_told(participant: Participation) -> Participation:
    if participant.type_as_told is None:
        return participant
    return participant.model_copy(update={"type": participant.type_as_told, "type_as_told": None})
