"""Every value is shown with what it stands on, and what stands on nothing cannot be hidden."""

from collections.abc import Callable

import pytest
from duckdb import DuckDBPyConnection

from outputs.pages.dossier import Dossier, ToldClaim, read_dossier
from outputs.pages.identity import identify
from outputs.pages.prove import Proof, ProvedValue, Standing, prove


@pytest.fixture
def incident(told: DuckDBPyConnection, ids: dict[str, str]) -> Dossier:
    return read_dossier(told, identify(told, ids["incident"]))


def valued(proof: Proof, column: str) -> ProvedValue:
    return next(value for value in proof.values if value.column == column)


def quotes(proved: ProvedValue) -> list[str | None]:
    return [claim.quote for claim in proved.claims]


def without(dossier: Dossier, fields: set[str]) -> Dossier:
    return dossier.model_copy(update={"claims": tuple(c for c in dossier.claims if c.field not in fields)})


def revalued(dossier: Dossier, **values: object) -> Dossier:
    return dossier.model_copy(update={"values": {**dossier.values, **values}})


def test_the_account_that_was_taken_proves_first(incident: Dossier) -> None:
    proved = valued(prove(incident), "date_start")
    assert quotes(proved) == ["Sunday", "on Sunday"]
    assert proved.account is not None
    assert (proved.account.field, proved.account.rule) == ("date", "latest")


def test_every_value_that_is_not_null_is_shown(incident: Dossier) -> None:
    told = [column for column, value in incident.values.items() if value is not None]
    assert sorted(value.column for value in prove(incident).values) == sorted(told)


def test_an_inference_proves_and_its_sources_are_taken_with_it(incident: Dossier) -> None:
    proof = prove(incident)
    (claim,) = valued(proof, "killed").claims
    assert claim.basis == "inference"
    assert set(claim.derived_from) < proof.taken


def test_a_bound_is_proved_by_another_report(incident: Dossier) -> None:
    assert quotes(valued(prove(incident), "killed_low")) == ["A policeman was killed"]


def test_a_side_is_proved_by_its_own_claims(incident: Dossier) -> None:
    proof = prove(incident)
    assert quotes(valued(proof, "killed_side_a")) == ["Two officers"]
    assert quotes(valued(proof, "killed_side_b")) == ["three gunmen"]
    assert valued(proof, "killed_civilians").by == "no report calls any of them civilians"


BY_RULE = ["event_type", "scope", "country", "latitude", "date_precision", "actor1_type", "killed_unknown"]


@pytest.mark.parametrize("column", BY_RULE)
def test_what_follows_from_claimed_values_follows_by_a_rule(incident: Dossier, column: str) -> None:
    proved = valued(prove(incident), column)
    assert proved.standing is Standing.BY_RULE
    assert proved.by


def test_a_value_without_a_claim_says_so(incident: Dossier) -> None:
    assert valued(prove(incident), "weapon").standing is Standing.UNCLAIMED


@pytest.mark.parametrize("column", ["country", "latitude", "disputed_by", "place_precision"])
def test_no_rule_hides_that_its_source_has_no_claim(incident: Dossier, column: str) -> None:
    proved = valued(prove(without(incident, {"place"})), column)
    assert proved.standing is Standing.UNCLAIMED
    assert proved.lacking == ("place_as_written",)


def test_another_value_than_the_claims_is_unclaimed(incident: Dossier) -> None:
    assert valued(prove(revalued(incident, killed=6)), "killed").standing is Standing.UNCLAIMED


def test_a_denial_proves_nothing_that_is_asserted(incident: Dossier) -> None:
    assert "nine were killed" in [claim.quote for section in prove(incident).sections for claim in section.also_told]


def test_a_denial_is_shown_where_nothing_else_proves_the_value(incident: Dossier) -> None:
    (claim,) = valued(prove(revalued(incident, killed=9)), "killed").claims
    assert claim.modality == "denied"


def test_parts_that_sum_to_the_value_prove_it(incident: Dossier) -> None:
    parts = tuple(claim for claim in incident.claims if claim.basis != "inference")
    proved = valued(prove(incident.model_copy(update={"claims": parts})), "killed")
    assert quotes(proved) == ["Two officers", "three gunmen"]


def test_a_date_is_proved_by_the_claim_of_the_whole_interval(
    incident: Dossier, told_claim: Callable[..., ToldClaim]
) -> None:
    shared = {"report_id": incident.reports[0].report_id, "mention_id": incident.mentions[0].mention_id}
    weekend = told_claim("date", 0, 7, value="2023-09-23/2023-09-24", quote="weekend", **shared)
    dossier = incident.model_copy(update={"claims": (*incident.claims, weekend)})
    assert "weekend" not in quotes(valued(prove(dossier), "date_end"))
    wider = revalued(dossier, date_start="2023-09-20")
    assert "weekend" in quotes(valued(prove(wider), "date_end"))


def test_the_summary_has_to_be_the_reports_own(incident: Dossier) -> None:
    assert valued(prove(incident), "summary").standing is Standing.CLAIMED
    invented = revalued(incident, summary="Nine were killed, nobody said.")
    assert valued(prove(invented), "summary").standing is Standing.UNCLAIMED


def test_unknown_needs_no_claim(incident: Dossier) -> None:
    nowhere = dict.fromkeys(["place_as_written", "date_start", "date_end"])
    proof = prove(revalued(incident, **nowhere, place_precision="unknown", date_precision="unknown"))
    assert valued(proof, "place_precision").standing is Standing.BY_RULE
    assert valued(proof, "date_precision").standing is Standing.BY_RULE
    assert valued(proof, "country").standing is Standing.UNCLAIMED


def test_a_participant_is_proved_by_its_name_and_its_number(incident: Dossier) -> None:
    police, armed_men = sorted(prove(incident).participants, key=lambda proved: proved.participant.side or "")
    assert police.standing is Standing.CLAIMED
    assert [claim.quote for claim in armed_men.claims] == ["Armed men"]
    assert armed_men.standing is Standing.UNCLAIMED, "nobody says that they were thirty"


def test_casualties_by_side_are_proved(incident: Dossier) -> None:
    assert {(p.toll.side, p.toll.best, p.standing) for p in prove(incident).tolls} == {
        ("a", 2, Standing.CLAIMED),
        ("b", 3, Standing.CLAIMED),
    }


def test_a_mention_is_proved_by_its_own_claims(told: DuckDBPyConnection, ids: dict[str, str]) -> None:
    proof = prove(read_dossier(told, identify(told, ids["early"])))
    assert quotes(valued(proof, "killed")) == ["A policeman was killed"]
    assert valued(proof, "killed").account is None
