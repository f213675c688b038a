import pytest

from events.evaluate.align import align, overlap
from events.evaluate.coding import incident_from
from events.evaluate.gold import GoldIncident
from events.evaluate.predictions import Prediction


def gold(**coded: object) -> GoldIncident:
    return incident_from({"event_type": "ATTACK", **coded}, source={})


def told(**row: object) -> Prediction:
    return Prediction.from_row({"weapon": "Firearms", **row})


def people(role: str, name: str) -> dict[str, object]:
    return {"actors": [{"name": name, "role": role}]}


@pytest.mark.parametrize(
    ("incident", "prediction", "paired"),
    [
        (gold(country="Peru"), told(country="Peru"), True),
        (gold(country="Peru"), told(country="Chile"), False),
        (gold(country="Peru", date="1990-01-01"), told(country="Peru", weapon="Explosives"), False),
        (
            gold(country="Peru", place="Lima"),
            told(country="Peru", place="Lima", weapon="Explosives"),
            False,
        ),
        (
            gold(country="Peru", **people("target", "BANK")),
            told(country="Peru", target="banks", weapon="Explosives"),
            True,
        ),
        (
            gold(event_type="Riots", sub_event_type="Mob violence"),
            told(event_type="Riots", sub_event_type="Mob violence"),
            False,
        ),
        # types in words that ours cannot be compared with
        (gold(event_type="Raid", country="Peru", killed=2), told(country="Peru", killed=2), True),
        (gold(event_type="Raid", country="Peru", killed=2), told(country="Peru", killed=3), False),
    ],
)
def test_a_pair_shares_two_points_and_says_who_or_what(
    incident: GoldIncident,
    prediction: Prediction,
    paired: bool,  # noqa: FBT001 - a table's column
) -> None:
    alignment = align([incident], [prediction])
    assert bool(alignment.pairs) is paired
    assert bool(alignment.missed) is bool(alignment.spurious) is not paired


def test_the_whole_report_is_paired_for_the_greatest_overlap() -> None:
    first = gold(country="Peru", place="Lima", killed=2)
    second = gold(country="Peru", place="Cusco")
    both = told(country="Peru", place="Lima", killed=2)
    vague = told(country="Peru", place="Lima")
    alignment = align([second, first], [vague, both])
    assert (first, both) in alignment.pairs
    assert (second, vague) in alignment.pairs


def test_at_equal_overlap_the_incident_that_must_be_found_is_taken() -> None:
    optional, required = gold(country="Peru", optional=True), gold(country="Peru")
    for incidents in ([optional, required], [required, optional]):
        assert align(incidents, [told(country="Peru")]).pairs[0][0] == required


def test_a_point_more_goes_before_what_must_be_found() -> None:
    optional, required = gold(country="Peru", killed=1, optional=True), gold(country="Peru")
    assert align([required, optional], [told(country="Peru", killed=1)]).pairs[0][0] == optional


def test_the_overlap_names_what_agrees() -> None:
    incident = gold(country="Peru", killed=1, weapon="Firearms")
    assert overlap(incident, told(country="Peru", killed=1)) == {"type", "country", "killed"}


def test_nothing_told_leaves_all_missed() -> None:
    assert align([gold()], []).missed == (gold(),)
    assert align([], [told()]).spurious == (told(),)
