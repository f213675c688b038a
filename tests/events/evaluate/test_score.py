from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from events.evaluate.coding import incident_from, source_of
from events.evaluate.gold import GoldReport
from events.evaluate.score import score_incidents
from events.evaluate.scores import CountScore, Scores
from events.evaluate.tally import Rate, Tally

Row = dict[str, Any]


def report(name: str, *incidents: Mapping[str, Any], **more: Any) -> GoldReport:  # noqa: ANN401
    source = source_of(name)
    coded = tuple(incident_from(entry, source=source) for entry in incidents)
    return GoldReport(id=name, text="t", incidents=coded, **more)


def row(**values: object) -> Row:
    return {"status": "happened", "scope": "single", **values}


AMBUSH = {"event_type": "Battles", "sub_event_type": "Armed clash", "country": "Mali", "killed": 3}
KIDNAP = {
    "event_type": "Violence against civilians",
    "sub_event_type": "Abduction/forced disappearance",
    "country": "Niger",
    "killed": None,
}
AMBUSH_ROW = row(event_type="Battles", sub_event_type="Armed clash", country="Mali", killed=3)
KIDNAP_ROW = row(
    event_type="Violence against civilians",
    sub_event_type="Abduction/forced disappearance",
    country="Niger",
)


def test_incidents_found_missed_and_too_many_are_told_apart() -> None:
    gold = [report("one", AMBUSH, KIDNAP), report("two"), report("three", {**KIDNAP, "optional": True})]
    scores = score_incidents(gold, {"one": [AMBUSH_ROW], "two": [KIDNAP_ROW]})
    assert scores.incidents == Tally(expected=2, given=2, correct=1)
    assert scores.false_where_none == Rate(cases=1, hits=1)
    assert scores.silent == Rate(cases=1, hits=0)


def test_slots_are_counted_within_pairs_and_over_all() -> None:
    gold = [report("one", AMBUSH, KIDNAP), report("two")]
    rows = {"one": [{**AMBUSH_ROW, "killed": 4}], "two": [{**AMBUSH_ROW, "country": None}]}
    scores = score_incidents(gold, rows)
    assert scores.aligned["country"] == Tally(expected=1, given=1, correct=1)
    assert scores.overall["country"] == Tally(expected=2, given=1, correct=1)
    assert scores.aligned["killed"] == Tally(expected=1, given=1, correct=0)
    assert scores.overall["killed"] == Tally(expected=1, given=2, correct=0)
    assert scores.overall["event_type"] == Tally(expected=2, given=2, correct=1)
    # event type, sub-event type and country right, killed wrong
    assert scores.aligned_pooled == Tally(expected=4, given=4, correct=3)
    assert scores.overall_pooled == Tally(expected=7, given=7, correct=3)


def test_a_slot_that_nobody_codes_is_left_out() -> None:
    scores = score_incidents([report("one", AMBUSH)], {"one": [{**AMBUSH_ROW, "place": "Gao"}]})
    assert not {"place", "type", "date", "abducted"} & set(scores.overall)


def test_a_value_too_many_is_not_wrong_where_the_source_does_not_code_it() -> None:
    dated = report("one", {**AMBUSH, "date": "2020-01-01"})
    aid_workers = report("awsd:1", {"date": "2020-01", "country": "Mali", "killed": {"best": 3}})
    extra = row(event_type="Riots", date_start=date(2020, 1, 1), date_end=date(2020, 1, 1), country="Chad")
    scores = score_incidents([dated, aid_workers], {"awsd:1": [extra]})
    assert scores.overall["date"] == Tally(expected=1)
    assert scores.overall["country"] == Tally(expected=2, given=1)


def test_parties_too_many_are_wrong_only_where_parties_are_coded() -> None:
    clash = report("one", {**AMBUSH, "actors": [{"name": "rebels", "role": "party"}]})
    extra = {**KIDNAP_ROW, "actor1": "gunmen"}
    scores = score_incidents([clash, report("two", KIDNAP), report("three")], {"three": [extra]})
    assert scores.overall["party"] == Tally(expected=1)
    scores = score_incidents([clash], {"one": [extra]})
    assert scores.overall["party"] == Tally(expected=1, given=1)


def test_an_optional_incident_counts_only_when_found() -> None:
    gold = [report("one", {**AMBUSH, "optional": True})]
    assert score_incidents(gold, {}).incidents == Tally()
    assert score_incidents(gold, {}).overall["killed"] == Tally()
    assert score_incidents(gold, {"one": [AMBUSH_ROW]}).incidents == Tally(expected=1, given=1, correct=1)


def test_what_did_not_happen_or_is_a_round_up_is_not_scored() -> None:
    rows = [{**AMBUSH_ROW, "status": "background"}, {**AMBUSH_ROW, "scope": "aggregate"}]
    scores = score_incidents([report("one", AMBUSH)], {"one": rows})
    assert scores.incidents == Tally(expected=1)
    assert scores.silent == Rate(cases=1, hits=1)


def test_counts_are_exact_over_reports_of_one_incident() -> None:
    gold = [
        report("right", {"killed": {"best": 3}}),
        report("wrong", {"killed": {"best": 3}}),
        report("nobody", {"killed": {"best": 0}}),
        report("not stated", {"killed": None}),
        report("not judged", {"killed": {"low": 2, "status": "plural"}}),
        report("two incidents", {"killed": 1}, {"killed": 1}),
    ]
    rows = {"right": [row(killed=2), row(killed=1)], "wrong": [row(killed=3), row(killed=3)]}
    score = score_incidents(gold, {**rows, "nobody": [row(killed=None)]}).counts["killed"]
    assert score == CountScore(overall=Rate(cases=4, hits=3), where_somebody=Rate(cases=2, hits=1))


def test_counts_of_aid_workers_are_compared_with_civilians_too() -> None:
    gold = [report("awsd:1", {"killed": {"best": 2}}), report("awsd:2", {"killed": {"best": 2}})]
    rows = {"awsd:1": [row(killed=5, killed_civilians=2)], "awsd:2": [row(killed=2)]}
    score = score_incidents(gold, rows).counts["killed"]
    assert score.overall == Rate(cases=2, hits=1)
    assert score.subset == Rate(cases=2, hits=2)


def test_reports_set_aside_are_judged_by_false_incidents_alone() -> None:
    sport = report("sport", AMBUSH, relevant=False, tells_no_violence=True)
    summary = report("summary", AMBUSH, relevant=False)
    scores = score_incidents([sport, summary], {"sport": [AMBUSH_ROW], "summary": [AMBUSH_ROW]})
    assert (scores.reports, scores.left_out) == (0, 2)
    assert scores.incidents == Tally()
    assert scores.false_where_no_violence == Rate(cases=1, hits=1)
    assert scores.false_where_none == Rate()


def test_json_keeps_its_keys() -> None:
    scores = score_incidents([report("one", AMBUSH)], {"one": [AMBUSH_ROW]}).as_json()
    assert list(scores) == [
        "task",
        "reports",
        "left_out",
        "incidents",
        "slots",
        "counts",
        "false_where_none",
        "false_where_no_violence",
        "silent",
        "towns",
    ]
    right = {"expected": 1, "given": 1, "correct": 1, "recall": 1.0, "precision": 1.0, "f1": 1.0}
    assert scores["incidents"] == right
    assert scores["slots"]["overall"]["killed"] == right  # type: ignore[index, call-overload]


names = st.sampled_from(["FMLN", "gunmen", "the army", "villagers", "police station"])
counts = st.none() | st.integers(0, 3)
incidents = st.fixed_dictionaries(
    {
        "event_type": st.sampled_from(["Battles", "Riots"]),
        "sub_event_type": st.sampled_from(["Armed clash", "Mob violence"]),
        "date": st.dates(date(2020, 1, 1), date(2020, 1, 3)).map(str),
        "country": st.sampled_from(["Mali", "Peru"]),
        "place": st.none() | st.sampled_from(["Gao", "Lima"]),
        "perpetrator": st.none() | names,
        "target": st.none() | names,
        "killed": counts,
        "injured": counts,
        "abducted": counts,
        "optional": st.booleans(),
    }
)
reports = st.lists(st.lists(incidents, max_size=4), max_size=3)


# A busy machine may need longer for a case than hypothesis allows by itself.
law = settings(deadline=None)


def coded(entry: Row) -> Row:
    actors = [{"name": entry[role], "role": role} for role in ("perpetrator", "target") if entry[role]]
    return {**entry, "actors": actors}


def told(entry: Row) -> Row:
    """Tell exactly what was coded."""
    return row(**{**entry, "date_start": entry["date"], "date_end": entry["date"]})


def as_gold(drawn: Sequence[Sequence[Row]]) -> list[GoldReport]:
    return [report(str(number), *map(coded, entries)) for number, entries in enumerate(drawn)]


def as_rows(drawn: Sequence[Sequence[Row]]) -> dict[str, list[Row]]:
    return {str(number): [told(entry) for entry in entries] for number, entries in enumerate(drawn)}


def all_measures(scores: Scores) -> list[float]:
    tallies = [scores.incidents, *scores.aligned.values(), *scores.overall.values()]
    tallies += [scores.aligned_pooled, scores.overall_pooled]
    rates = [scores.false_where_none, scores.false_where_no_violence, scores.silent]
    for count in scores.counts.values():
        rates += [count.overall, count.where_somebody, count.subset]
    values = [value for tally in tallies for value in (tally.recall, tally.precision, tally.f1)]
    return [value for value in [*values, *(rate.share for rate in rates)] if value is not None]


@law
@given(reports)
def test_who_tells_what_was_coded_scores_one(drawn: list[list[Row]]) -> None:
    scores = score_incidents(as_gold(drawn), as_rows(drawn))
    tallies = [scores.incidents, *scores.aligned.values(), *scores.overall.values()]
    assert all(tally.f1 in (None, 1.0) for tally in tallies)
    assert all(count.overall.share in (None, 1.0) for count in scores.counts.values())
    assert scores.false_where_none.hits == scores.silent.hits == 0


@law
@given(reports, reports, st.randoms(use_true_random=False))
def test_the_order_of_predictions_does_not_matter(
    drawn: list[list[Row]],
    other: list[list[Row]],
    random: Any,  # noqa: ANN401
) -> None:
    rows = as_rows(other)
    shuffled = {key: random.sample(values, len(values)) for key, values in reversed(rows.items())}
    assert score_incidents(as_gold(drawn), shuffled) == score_incidents(as_gold(drawn), rows)


@law
@given(reports, reports)
def test_scores_lie_between_none_and_all(drawn: list[list[Row]], other: list[list[Row]]) -> None:
    scores = score_incidents(as_gold(drawn), as_rows(other))
    assert all(0 <= value <= 1 for value in all_measures(scores))


@law
@given(reports)
def test_who_tells_nothing_finds_nothing_and_says_nothing_false(drawn: list[list[Row]]) -> None:
    scores = score_incidents(as_gold(drawn), {})
    assert scores.incidents.given == scores.overall_pooled.given == 0
    assert scores.false_where_none.hits == 0
    assert scores.silent.hits == scores.silent.cases
