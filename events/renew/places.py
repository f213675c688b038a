"""All mentions of a dataset placed anew with the gazetteer as it is now, from what is stored of their reports."""

from collections.abc import Collection, Mapping, Sequence

from duckdb import DuckDBPyConnection

from events.mention import placed
from events.places.resolve import PlaceResolver
from events.progress import Progress
from events.renew.run import RenewalRun
from outputs.store.renewal import ReadReport, count_reports, read_candidates, read_reports, replace_mentions
from schemas.actor import Participation
from schemas.incident import Extraction, Mention, Telling
from schemas.place import Candidate, PlaceReference
from schemas.record import Record

__all__ = ["PlacedAnew", "place_again"]

REPORTS_AT_ONCE = 512  # one look into the gazetteer costs much the same for one report and for hundreds


class PlacedAnew(Record):
    """What placing anew did: mentions placed, those that a person had placed, and which are elsewhere now, by id."""

    mentions: int = 0
    by_person: int = 0
    moved: frozenset[str] = frozenset()


def place_again(
    connection: DuckDBPyConnection, resolver: PlaceResolver, run: RenewalRun, *, progress: Progress
) -> PlacedAnew:
    """Place every mention anew and write those that differ, within a transaction.

    A place that a person has corrected stays.
    """
    placing = _Placing(connection, resolver, run)
    progress.found(count_reports(connection))
    for reports in read_reports(connection, at_once=REPORTS_AT_ONCE):
        placing.place(reports)
        progress.loaded(len(reports))
    return PlacedAnew(mentions=placing.mentions, by_person=placing.by_person, moved=frozenset(placing.moved))


class _Placing:
    """What was placed so far, and the mentions that came out otherwise."""

    def __init__(self, connection: DuckDBPyConnection, resolver: PlaceResolver, run: RenewalRun) -> None:
        self._connection, self._resolver, self._run = connection, resolver, run
        self.mentions = self.by_person = 0
        self.moved: set[str] = set()

    def place(self, reports: Sequence[ReadReport]) -> None:
        """Place what some reports tell and write what differs."""
        told = [linked for entry in reports for linked in entry.mentions]
        free = [linked.mention for linked in told if not linked.place_by_person]
        self.mentions += len(free)
        self.by_person += len(told) - len(free)
        self._replace(free, self._placed_anew(reports))

    def _replace(self, standing: Collection[Mention], anew: Mapping[str, Mention]) -> None:
        considered = read_candidates(self._connection, [mention.mention_id for mention in standing])
        before = {mention.mention_id: _with(mention, considered.get(mention.mention_id, ())) for mention in standing}
        changed = [anew[name] for name, mention in before.items() if anew[name] != mention]
        self.moved |= {new.mention_id for new in changed if _with(new, ()) != _with(before[new.mention_id], ())}
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
