"""Rows: records as the columns of the store's tables."""

from datetime import UTC, datetime

from outputs.store.fingerprint import fingerprint
from outputs.store.flat import Row, shared_values
from schemas.actor import Actor
from schemas.claim import Claim
from schemas.count import Count
from schemas.incident import Account, Incident, Mention
from schemas.model_call import ModelCall
from schemas.place import Place, References
from schemas.report import Reject, Report

__all__ = [
    "actor_row",
    "candidate_rows",
    "casualty_rows",
    "claim_row",
    "derivation_rows",
    "in_utc",
    "incident_row",
    "membership_rows",
    "mention_row",
    "participant_rows",
    "place_row",
    "reference_rows",
    "reject_row",
    "report_row",
]


def in_utc(moment: datetime | None) -> datetime | None:
    """Write a moment as the store keeps it, UTC without an offset; one without an offset is UTC already."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment and moment.tzinfo else moment


def report_row(report: Report, *, extracted: bool) -> Row:
    """Give a report's row; `copy_of` is found later, from all reports together."""
    return {
        **report.model_dump(),
        "published_at": in_utc(report.published_at),
        "extracted": extracted,
        "text_fingerprint": fingerprint(report.text),
    }


def mention_row(mention: Mention) -> Row:
    """Give a mention's own row."""
    return {
        "mention_id": mention.mention_id,
        "report_id": mention.report_id,
        "status": mention.status,
        "trigger_start": mention.trigger.start,
        "trigger_end": mention.trigger.end,
        **shared_values(mention.account, mention.location),
    }


def incident_row(incident: Incident) -> Row:
    """Give an incident's own row."""
    return {
        "incident_id": incident.incident_id,
        "review_status": incident.review_status,
        **shared_values(incident.account, incident.location),
    }


def casualty_rows(account: Account, **ids: str) -> list[Row]:
    """Give an account's casualties, under the `mention_id` or the `incident_id` that is theirs."""
    return [
        {**ids, "position": position, "side": entry.side, "kind": entry.kind, **entry.count.model_dump()}
        for position, entry in enumerate(account.casualties)
    ]


def participant_rows(account: Account, **ids: str) -> list[Row]:
    """Give an account's participants, under the `mention_id` or the `incident_id` that is theirs."""
    return [
        {**ids, "position": position, **entry.model_dump(exclude={"count"}), **_bounds(entry.count)}
        for position, entry in enumerate(account.participants)
    ]


def candidate_rows(mention: Mention) -> list[Row]:
    """Give the places that were considered for a mention, the best first."""
    return [
        {"mention_id": mention.mention_id, "rank": rank, **entry.model_dump()}
        for rank, entry in enumerate(mention.location.candidates, start=1)
    ]


def reference_rows(references: References) -> list[Row]:
    """Give the names of places that a telling is tied to, or that its report names beside its tellings."""
    owner = {"report_id": references.report_id, "mention_id": references.mention_id}
    return [
        {
            **owner,
            "position": position,
            **place.model_dump(exclude={"span"}),
            "span_start": place.span.start,
            "span_end": place.span.end,
        }
        for position, place in enumerate(references.places)
    ]


def membership_rows(incident: Incident) -> list[Row]:
    """Give the mentions that tell an incident."""
    return [{"mention_id": mention_id, "incident_id": incident.incident_id} for mention_id in incident.mention_ids]


def derivation_rows(incident: Incident) -> list[Row]:
    """Give the rules that gave an incident its values."""
    return [{"incident_id": incident.incident_id, **entry.model_dump()} for entry in incident.derivations]


def claim_row(claim: Claim) -> Row:
    """Give a claim's row."""
    return {
        **claim.model_dump(exclude={"count", "span"}),
        **(claim.count.model_dump() if claim.count else {}),
        "span_start": claim.span.start if claim.span else None,
        "span_end": claim.span.end if claim.span else None,
    }


def reject_row(reject: Reject) -> Row:
    """Give a reject's row."""
    return reject.model_dump()


def call_row(call: ModelCall) -> Row:
    """Give the row of a call to a language model."""
    asked_at = call.asked_at.replace(tzinfo=None) if call.asked_at else None
    return {**call.model_dump(), "asked_at": asked_at}


def place_row(place: Place) -> Row:
    """Give a place's row."""
    return place.model_dump()


def actor_row(actor: Actor) -> Row:
    """Give an actor's row."""
    return {**actor.model_dump(), "aliases": list(actor.aliases)}


def _bounds(count: Count | None) -> Row:
    return {
        "count_low": count.low if count else None,
        "count": count.best if count else None,
        "count_high": count.high if count else None,
    }
