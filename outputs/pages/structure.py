"""Pages as structured objects, for other programs: the same as on the screen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from outputs.pages.claim_page import Use
from outputs.pages.dossier import Dossier, Kin, ToldClaim, ToldMention, ToldReport
from outputs.pages.headline import headline
from outputs.pages.marks import marks_of
from outputs.pages.passages import passages
from outputs.pages.prove import Proof, ProvedParticipant, ProvedToll, ProvedValue
from outputs.query.objects import unsteering

__all__ = ["claim_object", "event_object", "report_object", "written_object"]

Object = Mapping[str, Any]


def event_object(dossier: Dossier, proof: Proof, *, whole: bool) -> Object:
    """Describe an incident or a mention."""
    return {
        "kind": dossier.kind,
        "id": dossier.id,
        "headline": headline(dossier.values),
        **dossier.facts,
        "part_of": [_kin(one) for one in dossier.kin if not one.is_part],
        "parts": [_kin(one) for one in dossier.kin if one.is_part],
        "values": [_value(value, dossier) for value in proof.values],
        "also_told": [_claim(claim, dossier) for section in proof.sections for claim in section.also_told],
        "participants": [_participant(proved, dossier) for proved in proof.participants],
        "casualties": [_toll(proved, dossier) for proved in proof.tolls],
        "told_casualties": [toll for toll in dossier.tolls if toll.mention_id and toll.mention_id != dossier.account],
        "candidates": dossier.candidates,
        "mentions": [_mention(mention) for mention in dossier.mentions],
        "reports": [_report(report, dossier, taken=proof.taken, whole=whole) for report in dossier.reports],
    }


def report_object(dossier: Dossier, proofs: Mapping[str, Proof], *, whole: bool) -> Object:
    """Describe a report with all its mentions and claims."""
    taken = frozenset[str]().union(*(proof.taken for proof in proofs.values()))
    return {
        "kind": dossier.kind,
        "id": dossier.id,
        **_report(dossier.reports[0], dossier, taken=taken, whole=whole),
        "mentions": [_mention(mention) for mention in dossier.mentions],
        "claims": [_claim(claim, dossier) for claim in dossier.claims],
    }


def claim_object(claim: ToldClaim, dossier: Dossier, uses: Sequence[Use], *, whole: bool) -> Object:
    """Describe a claim with what it proves."""
    report = dossier.report(claim.report_id)
    return {
        "kind": "claim",
        "id": claim.claim_id,
        **_claim(claim, dossier),
        "proves": uses,
        "report": _report(report, dossier.model_copy(update={"claims": (claim,)}), taken={claim.claim_id}, whole=whole),
    }


def written_object(page: Object) -> str:
    """Write a page as JSON; nothing in it steers a terminal."""
    return unsteering(TypeAdapter(Any).dump_json(page, indent=2).decode("utf-8")) + "\n"


def _value(proved: ProvedValue, dossier: Dossier) -> Object:
    return {
        "column": proved.column,
        "value": proved.value,
        "standing": proved.standing,
        "by": proved.by,
        "lacking": proved.lacking,
        "taken_from": proved.account,
        "proofs": _claims(proved.claims, dossier),
    }


def _participant(proved: ProvedParticipant, dossier: Dossier) -> Object:
    told = proved.participant.model_dump(exclude={"mention_id"})
    return {**told, "standing": proved.standing, "proofs": _claims(proved.claims, dossier)}


def _toll(proved: ProvedToll, dossier: Dossier) -> Object:
    told = proved.toll.model_dump(exclude={"mention_id"})
    return {**told, "standing": proved.standing, "by": proved.by, "proofs": _claims(proved.claims, dossier)}


def _kin(one: Kin) -> Object:
    return {"incident_id": one.incident_id, "headline": headline(one.values), "reason": one.reason}


def _mention(mention: ToldMention) -> Object:
    return {**mention.model_dump(exclude={"values"}), "headline": headline(mention.values), **mention.values}


def _claims(claims: Iterable[ToldClaim], dossier: Dossier) -> list[Object]:
    return [_claim(claim, dossier) for claim in claims]


def _claim(claim: ToldClaim, dossier: Dossier) -> Object:
    report = dossier.report(claim.report_id)
    return {**claim.model_dump(), "publisher": report.publisher, "published": report.published}


def _report(report: ToldReport, dossier: Dossier, *, taken: Iterable[str], whole: bool) -> Object:
    claims = [claim for claim in dossier.claims if claim.report_id == report.report_id]
    spans = passages(report.text, marks_of(claims, taken=()), whole=whole)
    return {
        **report.model_dump(exclude={"text"}),
        "passages": [{"start": span.start, "end": span.end, "text": span.of(report.text)} for span in spans],
        "marks": [_mark(claim, is_taken=claim.claim_id in set(taken)) for claim in claims if claim.quote is not None],
    }


def _mark(claim: ToldClaim, *, is_taken: bool) -> Object:
    return {"start": claim.span_start, "end": claim.span_end, "claim_id": claim.claim_id, "is_taken": is_taken}
