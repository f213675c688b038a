"""A renewal: what an older program or gazetteer made of a dataset's reports is made anew, in one transaction."""

import time
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from events.coded.matching import match
from events.link.link import Linked, relink
from events.llm.choice import LlmChoice
from events.places.gazetteer import Gazetteer, ensure_gazetteer
from events.places.online.choice import OnlineChoice
from events.places.online.desk import AnswerDesk
from events.places.online.edition import edition, gazetteers
from events.places.online.setup import desk_for
from events.places.resolve import PlaceResolver
from events.places.weights import PlaceWeights
from events.progress import Progress, Silent
from events.read import ReaderRecipe
from events.renew.extract import ReadAgain, extract_again
from events.renew.places import PlacedAnew, place_again
from events.renew.run import RenewalRun
from events.settings import settle_settings
from outputs.store.connect import open_for_reading, open_for_writing
from outputs.store.past import settle, stands_as_before
from outputs.store.renewal import forget_places, placed_with
from outputs.store.reread import every_mention, forget_actors, hand_on_memberships
from outputs.store.runs import outdated_reports
from outputs.store.settings import read_settings
from outputs.store.transaction import changing
from schemas.codebook import load_codebook
from schemas.errors import GazetteerError
from schemas.record import Record

__all__ = ["Renewed", "Stage", "renew"]


class Stage(StrEnum):
    """What can be done anew, in the order in which a report passes it; reading again places again."""

    EXTRACT = "extract"
    PLACES = "places"
    LINK = "link"


class Renewed(Record):
    """What a renewal did; `set_aside` counts the services that left names without an answer."""

    read: ReadAgain | None = None
    placed: PlacedAnew | None = None
    incidents_new: int = 0
    incidents_changed: int = 0
    is_written: bool = False
    set_aside: int = 0


def renew(
    dataset: Path,
    stages: Collection[Stage],
    *,
    chosen: Mapping[str, Any],
    now: Callable[[], datetime],
    workers: int = 1,
    gazetteer: Path | None = None,
    codebook: Path | None = None,
    online: OnlineChoice | None = None,
    llm: LlmChoice | None = None,
    sleep: Callable[[float], None] = time.sleep,
    progress: Progress | None = None,
) -> Renewed:
    """Do the stages anew and derive the incidents that this changes, in one transaction.

    The values are those of a dataset built anew by this program, with this gazetteer; the ids of incidents are
    kept, and what people have said stays. Where nothing comes out otherwise than it stands, nothing is written.
    `online` is whom to ask for what the gazetteer lacks, at a pace that `sleep` keeps,
    `llm` how a language model is asked, where the dataset's extractor asks one.

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
    with open_for_writing(dataset) as connection, Gazetteer(place_file) as places:
        settings = settle_settings(chosen, stored=read_settings(connection))
        recipe = ReaderRecipe(settings=settings, gazetteer=place_file, codebook=codebook, llm=llm)
        workers = 1 if llm else workers
        return _Renewal(connection, places, recipe, stages, desk=desk, now=now, progress=teller).run(workers=workers)


class _Renewal:
    """One renewal of an open dataset."""

    def __init__(
        self,
        connection: DuckDBPyConnection,
        gazetteer: Gazetteer,
        recipe: ReaderRecipe,
        stages: Collection[Stage],
        *,
        desk: AnswerDesk | None,
        now: Callable[[], datetime],
        progress: Progress,
    ) -> None:
        self._connection, self._gazetteer, self._recipe = connection, gazetteer, recipe
        self._desk, self._progress = desk, progress
        self._stages = frozenset(stages) | ({Stage.PLACES} if Stage.EXTRACT in stages else frozenset())
        self._run = RenewalRun(
            connection,
            recipe.settings,
            command="renew",
            renewed=[stage for stage in Stage if stage in self._stages],
            placed_with=lambda: edition(gazetteer, desk),
            now=now,
        )

    def run(self, *, workers: int) -> Renewed:
        """Do the stages in one transaction, which is rolled back where all comes out as it stood."""
        read = placed = None
        linked = Linked(new=0, changed=0)
        with changing(self._connection) as change:
            read = self._read(workers) if Stage.EXTRACT in self._stages else None
            placed = self._place() if Stage.PLACES in self._stages and not read else None
            is_due = self._is_due(read, placed)
            if is_due or self._run.has_begun or Stage.LINK in self._stages:
                linked = self._link(read, placed)
                change.is_kept = is_due or not stands_as_before(self._connection, run_id=self._run.id)
        unanswered = self._tell_unanswered()
        if not change.is_kept:
            linked = Linked(new=0, changed=0)
        return Renewed(
            read=read,
            placed=placed,
            incidents_new=linked.new,
            incidents_changed=linked.changed,
            is_written=change.is_kept,
            set_aside=unanswered,
        )

    def _read(self, workers: int) -> ReadAgain:
        return extract_again(
            self._connection,
            self._recipe,
            self._run,
            workers=workers,
            answering=self._desk,
            progress=self._progress,
        )

    def _place(self) -> PlacedAnew:
        weights = PlaceWeights.load(overlay=self._recipe.codebook)
        countries = load_codebook("countries", overlay=self._recipe.codebook)
        resolver = PlaceResolver(self._gazetteer, weights=weights, countries=countries, answering=self._desk)
        return place_again(self._connection, resolver, self._run, progress=self._progress)

    def _is_due(self, read: ReadAgain | None, placed: PlacedAnew | None) -> bool:
        """Say whether the run is recorded though all comes out as it stands.

        From then on the reports are known to be this program's, and the places this gazetteer's.
        """
        is_outdated = read is not None and outdated_reports(self._connection, version=metadata.version("affray")) > 0
        told = read.mentions if read else placed.mentions if placed else 0
        is_elsewhere = bool(told) and gazetteers(placed_with(self._connection)) != {self._gazetteer.digest}
        return is_outdated or is_elsewhere

    def _link(self, read: ReadAgain | None, placed: PlacedAnew | None) -> Linked:
        """Derive anew the incidents of what is told or placed otherwise, or all of them."""
        self._progress.linking()
        touched = (read.new | read.changed if read else frozenset()) | (placed.moved if placed else frozenset())
        if read:
            hand_on_memberships(self._connection, run_id=self._run.id)
        if Stage.LINK in self._stages:
            touched = frozenset(every_mention(self._connection))
        linked = relink(
            self._connection,
            self._recipe.settings,
            run_id=self._run.id,
            touched=touched,
            codebook=self._recipe.codebook,
        )
        if Stage.LINK in self._stages:
            match(self._connection, run_id=self._run.id, is_anew=True, codebook=self._recipe.codebook)
        forget_places(self._connection, run_id=self._run.id)
        forget_actors(self._connection, run_id=self._run.id)
        settle(self._connection, run_id=self._run.id)
        self._run.finish(mentions=len(read.new) if read else 0)
        return linked

    def _tell_unanswered(self) -> int:
        unanswered = self._desk.unanswered() if self._desk else None
        if unanswered:
            self._progress.rejecting(unanswered)
        return 1 if unanswered else 0
