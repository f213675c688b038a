"""A dossier: all that a dataset holds on one incident, mention or report."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from duckdb import DuckDBPyConnection

from outputs.pages.asking import Row, ask
from outputs.pages.identity import Identity, Kind
from outputs.store.columns import shared_columns
from schemas.incident import Derivation
from schemas.record import Record

__all__ = [
    "Candidate",
    "Dossier",
    "Kin",
    "Participant",
    "ToldClaim",
    "ToldMention",
    "ToldReport",
    "Toll",
    "read_claim",
    "read_dossier",
    "read_report",
]


Told = TypeVar("Told", bound=Record)


class ToldReport(Record):
    """A report with its number on the page."""

    number: int
    report_id: str
    external_id: str | None
    publisher: str | None
    published: date | None
    title: str | None
    byline: str | None
    url: str | None
    language: str | None
    copy_of: str | None
    extracted: bool | None
    text: str


class ToldMention(Record):
    """A mention and its values of the shared columns."""

    mention_id: str
    incident_id: str | None
    report_id: str
    status: str
    values: dict[str, Any]


class ToldClaim(Record):
    """A claim as the dataset holds it."""

    claim_id: str
    report_id: str
    mention_id: str | None
    field: str
    value: str | None
    low: int | None
    best: int | None
    high: int | None
    side: str | None
    span_start: int | None
    span_end: int | None
    quote: str | None
    speaker: str | None
    modality: str | None
    basis: str
    confidence: float | None
    extractor: str | None
    rule: str | None
    derived_from: tuple[str, ...]


class Toll(Record):
    """One kind's count for one side, told by a mention or, without one, derived for the incident."""

    mention_id: str | None
    kind: str
    side: str
    low: int | None
    best: int | None
    high: int | None


class Participant(Record):
    """Somebody who took part, told by a mention or, without one, derived for the incident."""

    mention_id: str | None
    actor_id: str | None
    actor: str
    name_as_written: str | None
    kind: str | None
    type: str | None
    country_code: str | None
    side: str | None
    role: str | None
    count_low: int | None
    count: int | None
    count_high: int | None


class Candidate(Record):
    """A place that was considered for a mention; its name is known where the dataset uses it."""

    mention_id: str
    place_id: str
    name: str | None
    score: float
    reason: str


class Kin(Record):
    """A part of the round-up that is shown (`is_part`), or a round-up that the incident shown is part of."""

    incident_id: str
    is_part: bool
    reason: str
    values: dict[str, Any]


class Dossier(Record):
    """What is known of one incident, mention or report.

    `facts` are its own columns and `values` the shared ones, both empty for a report.
    """

    kind: Kind
    id: str
    facts: dict[str, Any]
    values: dict[str, Any]
    mentions: tuple[ToldMention, ...]
    reports: tuple[ToldReport, ...]
    claims: tuple[ToldClaim, ...]
    tolls: tuple[Toll, ...]
    participants: tuple[Participant, ...]
    candidates: tuple[Candidate, ...]
    derivations: tuple[Derivation, ...]
    kin: tuple[Kin, ...] = ()

    @property
    def account(self) -> str | None:
        """Give the mention whose own rows are the values; None where they are derived for an incident."""
        return self.id if self.kind is Kind.MENTION else None

    def report(self, report_id: str) -> ToldReport:
        """Give one of the reports by its id."""
        return next(report for report in self.reports if report.report_id == report_id)

    def mention(self, mention_id: str) -> ToldMention | None:
        """Give one of the mentions by its id."""
        return next((mention for mention in self.mentions if mention.mention_id == mention_id), None)


def read_dossier(connection: DuckDBPyConnection, identity: Identity) -> Dossier:
    """Gather what the dataset holds on an incident, a mention or a report."""
    found = ask(connection, "mentions", id=identity.id)
    told = [_of(ToldMention, row, values=_shared(row)) for row in found]
    ids: dict[str, Any] = {
        "mention_ids": [mention.mention_id for mention in told],
        "report_ids": _report_ids(identity, told),
    }
    own = _own(connection, identity, found)
    rows = {"mention_ids": ids["mention_ids"], "id": identity.id}
    reports = ask(connection, "reports", report_ids=ids["report_ids"])
    return Dossier(
        kind=identity.kind,
        id=identity.id,
        facts={name: value for name, value in own.items() if name not in _shared(own)},
        values=_shared(own),
        mentions=tuple(told),
        reports=tuple(_of(ToldReport, row, number=number) for number, row in enumerate(reports, start=1)),
        claims=tuple(_claim(row) for row in ask(connection, "claims", **_claimed_by(identity, ids))),
        tolls=_all(Toll, ask(connection, "casualties", **rows)),
        participants=_all(Participant, ask(connection, "participants", **rows)),
        candidates=_all(Candidate, ask(connection, "candidates", mention_ids=ids["mention_ids"])),
        derivations=_all(Derivation, ask(connection, "derivations", id=identity.id)),
        kin=tuple(_of(Kin, row, values=_shared(row)) for row in ask(connection, "parts", id=identity.id)),
    )


def read_claim(connection: DuckDBPyConnection, claim_id: str) -> ToldClaim:
    """Read one claim that is there."""
    (row,) = ask(connection, "claim", id=claim_id)
    return _claim(row)


def read_report(connection: DuckDBPyConnection, external_id: str) -> tuple[ToldReport, tuple[ToldClaim, ...]] | None:
    """Read a report by the id that its source gave it, with all its claims; None if it is not there."""
    rows = ask(connection, "report_called", external_id=external_id)
    if not rows:
        return None
    claims = ask(connection, "report_claims", report_id=rows[0]["report_id"])
    return _of(ToldReport, rows[0], number=1), tuple(map(_claim, claims))


def _own(connection: DuckDBPyConnection, identity: Identity, mentions: Sequence[Row]) -> Row:
    if identity.kind is Kind.INCIDENT:
        return ask(connection, "incident", id=identity.id)[0]
    return mentions[0] if identity.kind is Kind.MENTION else {}


def _report_ids(identity: Identity, mentions: Iterable[ToldMention]) -> list[str]:
    if identity.kind is Kind.REPORT:
        return [identity.id]
    return list(dict.fromkeys(mention.report_id for mention in mentions))


def _claimed_by(identity: Identity, ids: dict[str, Any]) -> dict[str, Any]:
    """Leave out what belongs to the whole report, unless the page is the report's."""
    return ids if identity.kind is Kind.REPORT else {**ids, "report_ids": []}


def _shared(row: Row) -> Row:
    return {column.name: row[column.name] for column in shared_columns() if column.name in row}


def _claim(row: Row) -> ToldClaim:
    return _of(ToldClaim, {**row, "derived_from": row["derived_from"] or ()})


def _all(record: type[Told], rows: Iterable[Row]) -> tuple[Told, ...]:
    return tuple(_of(record, row) for row in rows)


def _of(record: type[Told], row: Row, **further: object) -> Told:
    values = {name: value for name, value in row.items() if name in record.model_fields}
    return record(**{**values, **further})
