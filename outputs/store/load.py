"""Loading: batches of reports with all that was read from them, each in one transaction."""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from duckdb import DuckDBPyConnection

from outputs.store.insert import ids_present, insert, put, put_if_absent
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
    report_row,
)
from outputs.store.script import statement
from outputs.store.transaction import transaction
from schemas.actor import Actor
from schemas.claim import Claim
from schemas.incident import Mention
from schemas.model_call import ModelCall
from schemas.place import Place, References
from schemas.record import Record
from schemas.report import Reject, Report

__all__ = ["Batch", "BatchReport", "insert_mentions", "known_reports", "load_batch", "new_rejects"]

Value = TypeVar("Value")


class BatchReport(Record):
    """A report, and whether incidents were looked for in it: not in a language that nobody here reads."""

    report: Report
    extracted: bool = True


class Batch(Record):
    """Reports with all that was read from them; what a batch holds is loaded whole or not at all.

    `references` are the names that the mentions were placed by. `places` are those used beside the
    mentions' own, which are loaded anyway; `actors` are the codebook's entries that participants name by
    `actor_id`. `calls` are those to a language model. `stopped` says why nothing more can be read after it.
    """

    reports: tuple[BatchReport, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    rejects: tuple[Reject, ...] = ()
    references: tuple[References, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    calls: tuple[ModelCall, ...] = ()
    stopped: str | None = None


def known_reports(connection: DuckDBPyConnection, report_ids: Collection[str]) -> set[str]:
    """Give those of the reports that the dataset has."""
    return ids_present(connection, "reports", "report_id", report_ids)


def load_batch(connection: DuckDBPyConnection, batch: Batch, *, run_id: int) -> None:
    """Add what the dataset lacks of a batch, in one transaction; loading it again changes nothing.

    An id hashes its content, so what has an id that is there is there already. A place that is there stays as
    the gazetteer had it when the dataset first used it, until its places are renewed.
    """
    with transaction(connection):
        known = known_reports(connection, _named_reports(batch))
        _load_reports(connection, batch.reports, known=known, run_id=run_id)
        _load_mentions(connection, batch.mentions, known=known, run_id=run_id)
        _load_references(connection, batch.references, known=known, run_id=run_id)
        _load_claims(connection, batch.claims, known=known, run_id=run_id)
        _load_rejects(connection, batch.rejects, run_id=run_id)
        _load_calls(connection, batch.calls, run_id=run_id)
        own = [mention.location.place for mention in batch.mentions if mention.location.place]
        put_if_absent(connection, "places", "place_id", map(place_row, [*own, *batch.places]), run_id=run_id)
        put(connection, "actors", "actor_id", map(actor_row, batch.actors), run_id=run_id)


def _named_reports(batch: Batch) -> set[str]:
    return {
        *(entry.report.report_id for entry in batch.reports),
        *(mention.report_id for mention in batch.mentions),
        *(claim.report_id for claim in batch.claims),
        *(entry.report_id for entry in batch.references),
    }


def _load_reports(
    connection: DuckDBPyConnection, reports: Iterable[BatchReport], *, known: Collection[str], run_id: int
) -> None:
    new = {entry.report.report_id: entry for entry in reports if entry.report.report_id not in known}
    rows = [report_row(entry.report, extracted=entry.extracted) for entry in new.values()]
    insert(connection, "reports", rows, run_id=run_id)


def _load_mentions(
    connection: DuckDBPyConnection, mentions: Iterable[Mention], *, known: Collection[str], run_id: int
) -> None:
    given = {mention.mention_id: mention for mention in mentions}
    # A report that is new here cannot have a mention here: the look-up is for the others alone.
    doubtful = {name for name, mention in given.items() if mention.report_id in known}
    new = _without(given, ids_present(connection, "mention_facts", "mention_id", doubtful))
    insert_mentions(connection, new, run_id=run_id)


def insert_mentions(connection: DuckDBPyConnection, mentions: Collection[Mention], *, run_id: int) -> None:
    """Add mentions that the dataset lacks, with the places considered, the casualties and the participants."""
    insert(connection, "mention_facts", [mention_row(mention) for mention in mentions], run_id=run_id)
    considered = [row for mention in mentions for row in candidate_rows(mention)]
    insert(connection, "place_candidates", considered, run_id=run_id)
    for table, rows in (("casualty_facts", casualty_rows), ("participant_facts", participant_rows)):
        told = [row for mention in mentions for row in rows(mention.account, mention_id=mention.mention_id)]
        insert(connection, table, told, run_id=run_id)


def _load_references(
    connection: DuckDBPyConnection, references: Iterable[References], *, known: Collection[str], run_id: int
) -> None:
    given = {(entry.report_id, entry.mention_id): entry for entry in references}
    doubtful = {report_id for report_id, _ in given if report_id in known}
    there = ids_present(connection, "place_references", "report_id", doubtful)
    new = [entry for entry in given.values() if entry.report_id not in there]
    insert(connection, "place_references", [row for entry in new for row in reference_rows(entry)], run_id=run_id)


def _load_claims(
    connection: DuckDBPyConnection, claims: Iterable[Claim], *, known: Collection[str], run_id: int
) -> None:
    given = {claim.claim_id: claim for claim in claims}
    doubtful = {name for name, claim in given.items() if claim.report_id in known}
    new = _without(given, ids_present(connection, "claims", "claim_id", doubtful))
    insert(connection, "claims", [claim_row(claim) for claim in new], run_id=run_id)


def new_rejects(connection: DuckDBPyConnection, rejects: Collection[Reject]) -> list[Reject]:
    """Give those of the rejects that the dataset lacks, each once."""
    if not rejects:
        return []
    paths = [reject.path for reject in rejects]
    there = set(connection.execute(statement("list_rejects"), {"paths": paths}).fetchall())
    return [
        reject
        for reject in dict.fromkeys(rejects)
        if (reject.path, reject.part, reject.reason, reject.detail) not in there
    ]


def _load_rejects(connection: DuckDBPyConnection, rejects: Collection[Reject], *, run_id: int) -> None:
    new = new_rejects(connection, rejects)
    insert(connection, "rejects", [reject_row(reject) for reject in new], run_id=run_id)


def _load_calls(connection: DuckDBPyConnection, calls: Collection[ModelCall], *, run_id: int) -> None:
    if calls:
        requests = [call.request for call in calls]
        there = set(connection.execute(statement("list_calls"), {"requests": requests}).fetchall())
        rows = [call_row(call) for call in calls]
        new = [row for row in rows if (row["request"], row["attempt"], row["asked_at"]) not in there]
        insert(connection, "llm_calls", new, run_id=run_id)


def _without(given: Mapping[str, Value], there: Collection[str]) -> list[Value]:
    return [value for name, value in given.items() if name not in there]
