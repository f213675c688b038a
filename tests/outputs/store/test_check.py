"""Each check finds what breaks its sentence, and nothing in a sound dataset."""

import pytest
from duckdb import DuckDBPyConnection

from outputs.store.check import check, checks
from outputs.store.columns import catalogue

# What is broken, and the check that must say so; others may say so too.
DAMAGES = [
    ("update claims set quote = 'five attackers' where basis = 'quote'", "proof"),
    ("update claims set quote = '' where basis = 'quote'", "proof"),
    ("update claims set quote = null where basis = 'quote'", "proof"),
    ("update claims set span_start = span_start + 1 where basis = 'quote'", "proof"),
    ("update reports set text = 'X' || text", "proof"),
    ("update reports set report_id = 'r-other'", "proof"),
    ("insert into claims from claims", "unique_ids"),
    ("insert into reports from reports", "unique_ids"),
    ("insert into memberships by name select mention_id, 'i-other' as incident_id from memberships", "unique_ids"),
    ("insert into settings values ('rule', 'latest'), ('rule', 'lowest')", "unique_ids"),
    ("update actors set actor_id = null", "unique_ids"),
    ("update incident_facts set killed_side_b = 2", "parts_sum_to_totals"),
    ("update mention_facts set killed = null", "parts_sum_to_totals"),
    ("update mention_facts set killed_unknown = null", "parts_sum_to_totals"),
    ("update casualty_facts set best = 3 where side = 'unknown'", "casualties_sum_to_totals"),
    ("update incident_facts set injured = 0", "casualties_sum_to_totals"),
    ("delete from casualty_facts", "casualties_sum_to_totals"),
    ("update mention_facts set killed_low = 6", "counts_are_ordered"),
    ("update claims set high = 3 where best = 4", "counts_are_ordered"),
    ("update participant_facts set count_low = -1 where count = 30", "counts_are_ordered"),
    ("update casualty_facts set low = null", "counts_are_ordered"),
    ("update incident_facts set date_end = date '2023-09-23'", "dates_are_ordered"),
    ("update actors set until = date '2000-01-01'", "dates_are_ordered"),
    ("update mention_facts set latitude = 90.5", "points_are_on_earth"),
    ("update incident_facts set longitude = null", "points_are_on_earth"),
    ("update places set radius_km = -1", "points_are_on_earth"),
    ("update mention_facts set longitude = 'nan'", "points_are_on_earth"),
    ("update claims set confidence = 1.1", "values_are_in_range"),
    ("update mention_facts set ucdp_type = 4", "values_are_in_range"),
    ("update mention_facts set crowd_size = -1", "values_are_in_range"),
    ("update claims set span_end = null", "values_are_in_range"),
    ("update reports set copy_of = 'r-other'", "references_of_reports"),
    ("update reports set copy_of = report_id", "references_of_reports"),
    ("update claims set mention_id = 'm-other'", "references_of_claims"),
    ("update claims set derived_from = ['c-other'] where basis = 'inference'", "references_of_claims"),
    ("update claims set derived_from = [] where basis = 'inference'", "references_of_claims"),
    ("delete from places", "references_of_mentions"),
    ("delete from actors", "references_of_mentions"),
    ("delete from runs", "references_of_mentions"),
    ("update mention_facts set report_id = 'r-other'", "references_of_mentions"),
    ("update mention_facts set trigger_end = 5000", "references_of_mentions"),
    ("update place_candidates set mention_id = 'm-other'", "references_of_mentions"),
    ("delete from memberships", "references_of_incidents"),
    ("insert into retired (old_id, new_id) values ('i-gone', 'i-nowhere')", "retired_ids_resolve"),
    ("update derivations set mention_id = 'm-other'", "references_of_incidents"),
    ("update incident_facts set place_id = 'p-other'", "references_of_incidents"),
    ("update memberships set mention_id = 'm-other'", "references_of_memberships"),
    ("delete from incident_facts", "references_of_memberships"),
    ("update participant_facts set mention_id = null, incident_id = null", "references_of_memberships"),
    ("update rejects set run_id = 99", "references_of_rejects"),
    ("update llm_calls set run_id = 99", "references_of_calls"),
    ("update second_claims set quote = 'Forty' where basis = 'quote'", "proof_of_second_claims"),
    ("insert into coded_events from coded_events", "unique_ids"),
    ("update coded_events set latitude = 90.5", "points_are_on_earth"),
    ("update coded_events set date_end = date '2023-09-23'", "dates_are_ordered"),
    ("update coded_events set killed = 9", "counts_are_ordered"),
    ("update coded_events set injured = -1", "counts_are_ordered"),
    ("delete from coded_events", "references_of_matches"),
    ("update matches set id = 'i-other'", "references_of_matches"),
    ("update matches set id = event_id", "references_of_matches"),
    ("insert into parts (aggregate_id, part_id) values ('i-gone', 'i-nowhere')", "parts_of_round_ups"),
    (
        "insert into parts by name select incident_id as aggregate_id, incident_id as part_id from incident_facts",
        "parts_of_round_ups",
    ),
    ("delete from memberships", "founding_mentions_have_incidents"),
    ("delete from judgement_facts", "references_of_judgements"),
    ("delete from judgement_anchors", "references_of_judgements"),
    ("update judgement_bindings set mention_id = 'm-other'", "references_of_judgements"),
    ("insert into judgement_undoings (judgement_id) values ('j-other')", "references_of_judgements"),
    (
        "insert into judgement_undoings (judgement_id) select judgement_id from judgement_facts",
        "references_of_judgements",
    ),
    ("update claims set basis = 'person', quote = 'words of nobody' where basis = 'quote'", "words_of_persons"),
]
CLOSED = [
    (relation.name, column.name)
    for relation in catalogue().values()
    for column in relation.columns
    if relation.kind == "table" and column.words
]


def found_by(connection: DuckDBPyConnection) -> set[str]:
    return {finding.check for finding in check(connection)}


def test_a_sound_dataset_has_no_findings(breakable: DuckDBPyConnection) -> None:
    assert check(breakable) == []


def test_an_empty_dataset_has_no_findings(connection: DuckDBPyConnection) -> None:
    assert check(connection) == []


@pytest.mark.parametrize(("damage", "name"), DAMAGES)
def test_damage_is_found(breakable: DuckDBPyConnection, damage: str, name: str) -> None:
    breakable.execute(damage)
    assert name in found_by(breakable)


@pytest.mark.parametrize(("relation", "column"), CLOSED)
def test_a_word_outside_its_vocabulary_is_found(breakable: DuckDBPyConnection, relation: str, column: str) -> None:
    breakable.execute(f"update {relation} set {column} = 'nonsense'")
    assert "words_are_of_the_vocabulary" in found_by(breakable)


def test_a_run_that_was_cut_off_before_it_linked_is_no_damage(breakable: DuckDBPyConnection) -> None:
    """The next run will link what it loaded; once one has ended, a mention without an incident is a finding."""
    breakable.execute("insert into runs (run_id) values (2)")
    breakable.execute(
        "insert into mention_facts (mention_id, report_id, status, trigger_start, trigger_end, run_id, confidence) "
        "select 'm-2', report_id, status, trigger_start, trigger_end, 2, confidence from mention_facts"
    )
    assert check(breakable) == []
    breakable.execute("update runs set finished_at = started_at where run_id = 1")
    assert check(breakable) == []
    breakable.execute("update runs set finished_at = now() where run_id = 2")
    assert found_by(breakable) == {"founding_mentions_have_incidents"}


def test_every_check_has_a_damage_that_it_finds() -> None:
    tested = {name for _, name in DAMAGES} | {"words_are_of_the_vocabulary"}
    assert set(checks()) == tested


def test_every_check_says_what_it_proves() -> None:
    assert all(sentence.startswith(("Every", "The", "Confidence")) for sentence in checks().values())


def test_a_finding_counts_all_and_shows_some(breakable: DuckDBPyConnection) -> None:
    breakable.execute("insert into rejects select 'file ' || range, null, 'empty', 'Nothing in it.', 7 from range(12)")
    (finding,) = check(breakable)
    assert (finding.check, finding.count, len(finding.samples)) == ("references_of_rejects", 12, 5)
    assert str(finding).startswith("references_of_rejects: 12 break this: Every reject's run is there. (file 0,")
