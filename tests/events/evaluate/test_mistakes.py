"""Each mistake of a report is listed once, under the field in which it was made."""

from collections.abc import Mapping
from typing import Any

import pytest

from events.evaluate.captions import CAPTIONS
from events.evaluate.coding import incident_from
from events.evaluate.compare import compare
from events.evaluate.gold import GoldReport
from events.evaluate.mistakes import sections_of
from events.evaluate.slots import SLOTS

AMBUSH: dict[str, Any] = {
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "country": "Mali",
    "date": "2020-01-03",
    "killed": {"best": 3},
}
SECOND_CODED = {"event_type": "Protests", "country": "Chad"}
TOLD: dict[str, Any] = {
    "mention_id": "m-1",
    "status": "happened",
    "scope": "single",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "country_code": "ML",
    "country": "Mali",
    "date_start": "2020-01-03",
    "date_end": "2020-01-03",
    "killed": 3,
}
SECOND = {**TOLD, "mention_id": "m-2", "sub_event_type": "Attack", "event_type": "Explosions", "country": "Chad"}
SECOND |= {"country_code": "TD", "date_start": "2019-01-01", "date_end": "2019-01-01", "killed": None}


def told(**changes: object) -> dict[str, Any]:
    return {**TOLD, **changes}


def mistakes(coded: list[Mapping[str, Any]], rows: list[Mapping[str, Any]], **more: Any) -> list[str]:  # noqa: ANN401
    incidents = tuple(incident_from(entry, source={}) for entry in coded)
    (compared,) = compare([GoldReport(id="one", text="t", incidents=incidents, **more)], {"one": rows})
    sections = sections_of(compared, tuple(SLOTS.values()), rows)
    return [f"{field} {verdict}" for section in sections for field, verdict in section.mistakes()]


CASES = [
    ("all is right", [AMBUSH], [TOLD], []),
    ("a count is wrong, in its slot and in the whole", [AMBUSH], [told(killed=5)], ["killed wrong"]),
    ("a count is missing", [AMBUSH], [told(killed=None)], ["killed missing"]),
    ("nobody is coded dead", [{**AMBUSH, "killed": {"best": 0}}], [told(killed=2)], ["killed too many"]),
    ("the day is another", [AMBUSH], [told(date_start="2020-01-01", date_end="2020-01-01")], ["date wrong"]),
    ("there is no day", [AMBUSH], [told(date_start=None, date_end=None)], ["date missing"]),
    ("nothing was found", [AMBUSH], [], ["incident missing"]),
    ("one was found too many", [AMBUSH], [TOLD, SECOND], ["incident too many"]),
    (
        "one was found too many, and its dead with it",
        [AMBUSH],
        [TOLD, {**SECOND, "killed": 2}],
        ["incident too many", "killed wrong"],
    ),
    ("an optional one may be left out", [AMBUSH, {**SECOND_CODED, "optional": True}], [TOLD], []),
    ("the dead of the whole report are counted all the same", [{**AMBUSH, "optional": True}], [], ["killed wrong"]),
    ("what was recalled is no mistake by itself", [AMBUSH], [TOLD, {**SECOND, "status": "background"}], []),
    ("nothing happened, and something is told", [], [TOLD], ["incident too many"]),
]


@pytest.mark.parametrize(("coded", "rows", "found"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_mistake_is_listed_once(coded: list[Any], rows: list[Any], found: list[str]) -> None:
    assert mistakes(coded, rows) == found


def test_a_report_that_its_coders_left_out_is_judged_only_where_it_tells_no_violence() -> None:
    assert mistakes([AMBUSH], [SECOND], relevant=False) == []
    assert mistakes([AMBUSH], [SECOND], relevant=False, tells_no_violence=True) == ["incident too many"]


def test_every_slot_has_its_caption() -> None:
    assert set(CAPTIONS) == set(SLOTS)
