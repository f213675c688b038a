"""Reports read again: what they are read to tell now is written in place of what stands, where it differs."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from itertools import chain

from duckdb import DuckDBPyConnection

from outputs.store.columns import catalogue
from outputs.store.flat import Row
from outputs.store.insert import insert, remove, rows_present
from outputs.store.load import Batch, new_rejects
from outputs.store.rows import (
    actor_row,
    call_row,
    candidate_rows,
    casualty_rows,
    claim_row,
    mention_row,
    participant_rows,
    place_row,
    reference_rows,
    reject_row,
)
from outputs.store.script import statement
from schemas.report import Report

__all__ = [
    "Rereading",
    "count_readable_reports",
    "every_mention",
    "forget_actors",
    "hand_on_memberships",
    "readable_reports",
]

RUN = "run_id"
Rows = Iterable[Row]


def count_readable_reports(connection: DuckDBPyConnection) -> int:
    """Count the reports whose words are here to be read."""
    ((reports,),) = connection.sql(statement("count_readable_reports")).fetchall()
    return int(reports)


def every_mention(connection: DuckDBPyConnection) -> list[str]:
    """Give the ids of all mentions."""
    return [mention_id for (mention_id,) in connection.sql(statement("every_mention")).fetchall()]


def readable_reports(connection: DuckDBPyConnection, *, at_once: int) -> Iterator[list[Report]]:
    """Give the reports whose words are here to be read, some at a time, by id; they may be replaced meanwhile."""
    after = ""
    while True:
        found = connection.execute(statement("readable_reports"), {"after": after, "count": at_once})
        names = [column[0] for column in found.description or ()]
        rows = [dict(zip(names, values, strict=True)) for values in found.fetchall()]
        if not rows:
            return
        yield [Report(**{name: row[name] for name in Report.model_fields}) for row in rows]
        after = rows[-1]["report_id"]


def forget_actors(connection: DuckDBPyConnection, *, run_id: int) -> None:
    """Remove the actors that nothing tells of any more."""
    idle = [actor_id for (actor_id,) in connection.sql(statement("idle_actors")).fetchall()]
    remove(connection, "actors", "actor_id", idle, run_id=run_id)


def hand_on_memberships(connection: DuckDBPyConnection, *, run_id: int) -> None:
    """Let new mentions stand for those that were read at another word, within a transaction and before linking."""
    connection.execute(statement("hand_on_memberships"), {"run_id": run_id})


class Rereading:
    """Reports of the dataset that are read again within one transaction; what people said of them stays.

    `new`, `gone` and `changed` are ids of mentions. `run` gives the run's number, and is asked only where there is
    something to write.
    """

    def __init__(self, connection: DuckDBPyConnection, *, run: Callable[[], int]) -> None:
        self._connection, self._run = connection, run
        self.new: set[str] = set()
        self.gone: set[str] = set()
        self.changed: set[str] = set()

    def replace(self, batch: Batch) -> None:
        """Write what a batch of known reports tells now in place of what it told."""
        report_ids = [entry.report.report_id for entry in batch.reports]
        changed = self._replace_mentions(batch, report_ids)
        changed |= self._replace_claims(batch, report_ids)
        self._write("place_references", "report_id", report_ids, _every(map(reference_rows, batch.references)))
        self._write("actors", "actor_id", [actor.actor_id for actor in batch.actors], map(actor_row, batch.actors))
        self._replace_places(batch)
        self._replace_reports(batch, report_ids)
        made = [call_row(call) for call in batch.calls if not call.from_cache]
        if made:
            insert(self._connection, "llm_calls", made, run_id=self._run())
        self.changed |= changed - self.new - self.gone

    def _replace_mentions(self, batch: Batch, report_ids: Collection[str]) -> set[str]:
        by_person = self._ids("mentions_by_person", report_ids)
        stood = self._ids("mentions_of_reports", report_ids) - by_person
        mentions = [mention for mention in batch.mentions if mention.mention_id not in by_person]
        told = {mention.mention_id for mention in mentions}
        self.new |= told - stood
        self.gone |= stood - told
        tables: dict[str, Rows] = {
            "mention_facts": map(mention_row, mentions),
            "casualty_facts": _every(casualty_rows(m.account, mention_id=m.mention_id) for m in mentions),
            "participant_facts": _every(participant_rows(m.account, mention_id=m.mention_id) for m in mentions),
        }
        changed = [self._write(table, "mention_id", stood | told, rows) for table, rows in tables.items()]
        self._write("place_candidates", "mention_id", stood | told, _every(map(candidate_rows, mentions)))
        return set().union(*changed)

    def _replace_claims(self, batch: Batch, report_ids: Collection[str]) -> set[str]:
        claims = {claim.claim_id: claim for claim in batch.claims}
        stood = self._ids("claims_of_reports", report_ids)
        told_by = {str(row["claim_id"]): row["mention_id"] for row in self._standing("claims", "claim_id", stood)}
        told_by |= {claim.claim_id: claim.mention_id for claim in batch.claims}
        changed = self._write("claims", "claim_id", told_by.keys(), map(claim_row, claims.values()))
        return {str(told_by[claim_id]) for claim_id in changed if told_by[claim_id]}

    def _replace_places(self, batch: Batch) -> None:
        own = (mention.location.place for mention in batch.mentions)
        places = {place.place_id: place_row(place) for place in (*own, *batch.places) if place}
        self._write("places", "place_id", places.keys(), places.values())

    def _replace_reports(self, batch: Batch, report_ids: Collection[str]) -> None:
        """Say which reports were read, and what was set aside of them; the rejects of earlier runs are those runs'."""
        read = {entry.report.report_id: entry.extracted for entry in batch.reports}
        differing = self._ids("reports_extracted", report_ids) ^ {name for name, extracted in read.items() if extracted}
        stood = self._standing("reports", "report_id", differing)
        rows = [{**row, "extracted": read[str(row["report_id"])]} for row in stood]
        self._write("reports", "report_id", differing, rows)
        rejects = [reject_row(reject) for reject in new_rejects(self._connection, batch.rejects)]
        if rejects:
            insert(self._connection, "rejects", rejects, run_id=self._run())

    def _write(self, table: str, key: str, ids: Collection[str], rows: Rows) -> set[str]:
        """Let the rows of a table that have one of the ids be these; give the ids whose rows differed."""
        told, stood = _by(key, rows, table), _by(key, self._standing(table, key, ids), table)
        differing = {name for name in told.keys() | stood.keys() if told.get(name) != stood.get(name)}
        if differing:
            remove(self._connection, table, key, differing & stood.keys(), run_id=self._run())
            new = [row for name in sorted(differing & told.keys()) for row in told[name]]
            insert(self._connection, table, new, run_id=self._run())
        return differing

    def _standing(self, table: str, key: str, ids: Collection[str]) -> list[Row]:
        return rows_present(self._connection, table, key, ids) if ids else []

    def _ids(self, name: str, report_ids: Collection[str]) -> set[str]:
        found = self._connection.execute(statement(name), {"report_ids": list(report_ids)})
        return {found_id for (found_id,) in found.fetchall()}


def _every(rows: Iterable[Iterable[Row]]) -> Iterator[Row]:
    return chain.from_iterable(rows)


def _by(key: str, rows: Rows, table: str) -> dict[str, list[dict[str, object]]]:
    """Group rows by an id, as the table holds them, each group in an order of its own."""
    groups: defaultdict[str, list[dict[str, object]]] = defaultdict(list)
    for row in rows:
        groups[str(row[key])].append({name: _stored(row.get(name)) for name in _said(table)})
    return {name: sorted(group, key=repr) for name, group in groups.items()}


@cache
def _said(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in catalogue()[table].columns if column.name != RUN)


def _stored(value: object) -> object:
    """Write a value as the store gives it back: a word as text, a tuple as a list."""
    if isinstance(value, str):
        return str(value)
    return list(value) if isinstance(value, tuple) else value
