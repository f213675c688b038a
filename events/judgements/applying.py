"""After deriving: incidents take the values that persons have given them, with claims and rules that say so."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from duckdb import DuckDBPyConnection

from events.judgements.amending import amended
from events.judgements.amendment import Amendment
from events.judgements.asking import ask
from events.judgements.evidence import CORRECTION, claims_of, derivations_of
from outputs.store.corrected import Corrected, write_corrected
from outputs.store.flat import shared_values
from outputs.store.judgements import any_judgement, judged, standing_judgements
from outputs.store.read import read_incidents
from schemas.claim import Claim
from schemas.incident import Account, Incident
from schemas.judgement import Judgement
from schemas.place import Location
from schemas.vocabulary import JudgementKind, ReviewStatus

__all__ = ["apply_judgements"]

STATUS = {
    JudgementKind.CORRECT: ReviewStatus.CORRECTED,
    JudgementKind.MERGE: ReviewStatus.CORRECTED,
    JudgementKind.SPLIT: ReviewStatus.CORRECTED,
    JudgementKind.ADD: ReviewStatus.ADDED,
    JudgementKind.DISMISS: ReviewStatus.DISMISSED,
    JudgementKind.CONFIRM: ReviewStatus.CONFIRMED,
}

Bound = Sequence[tuple[Judgement, str]]


def apply_judgements(connection: DuckDBPyConnection, incident_ids: Collection[str], *, run_id: int) -> None:
    """Amend the incidents that were derived anew by what stands of them; the others are as they were amended before.

    Call it within the transaction, after deriving and before what is written is settled.
    """
    if not any_judgement(connection):
        return
    standing = standing_judgements(connection)
    found = judged(connection, incident_ids)
    bound = {
        incident_id: [(standing[judgement_id], mention_id) for judgement_id, mention_id in entries]
        for incident_id, entries in found.items()
    }
    report_ids = dict(ask(connection, "reports_of", mention_ids=[m for some in bound.values() for _, m in some]))
    corrected = [
        _corrected(incident, bound[incident.incident_id], report_ids)
        for incident in read_incidents(connection, list(bound))
    ]
    write_corrected(connection, corrected, derived_anew=incident_ids, rule=CORRECTION, run_id=run_id)


def _corrected(incident: Incident, bound: Bound, report_ids: Mapping[str, str]) -> Corrected:
    amendment = Amendment.of(bound)
    account, location = amended(incident.account, incident.location, amendment)
    return Corrected(
        incident_id=incident.incident_id,
        columns=_changed(incident, account, location) | {"review_status": STATUS[bound[-1][0].kind]},
        account=account,
        places=tuple(place for judgement, _ in bound for place in judgement.meant.places),
        actors=tuple(
            party.actor for judgement, _ in bound for party in judgement.meant.parties.values() if party.actor
        ),
        claims=tuple(_claims(amendment, account, location, report_ids)),
        derivations=tuple(derivations_of(amendment)),
    )


def _changed(incident: Incident, account: Account, location: Location) -> dict[str, Any]:
    """Give the columns that persons have changed: what else a rule writes of an incident is left alone."""
    before, after = shared_values(incident.account, incident.location), shared_values(account, location)
    return {name: value for name, value in after.items() if value != before[name]}


def _claims(amendment: Amendment, account: Account, location: Location, report_ids: Mapping[str, str]) -> list[Claim]:
    """Give the claims of corrections; those of an addition came with its mention."""
    words = {field: word for field, word in amendment.words.items() if word.judgement.kind is JudgementKind.CORRECT}
    return list(claims_of(Amendment(words=words), account, location, report_ids=report_ids))
