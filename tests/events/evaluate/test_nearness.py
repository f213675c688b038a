"""An incident of a town that its coder knew, the report names and the gazetteer has is placed within 25 km of it."""

from collections.abc import Iterator

import pytest

from events.evaluate.coding import incident_from
from events.evaluate.compare import compare
from events.evaluate.gold import GoldReport
from events.evaluate.nearness import score_nearness
from events.evaluate.tally import Tally
from events.places.gazetteer import Gazetteer, ensure_gazetteer

GAO = {"country": "Mali", "iso2": "ML", "place": "Gao", "lat": 16.27, "lon": -0.04, "killed": {"best": 2}}
ROW = {"status": "happened", "scope": "single", "country_code": "ML", "place": "Gao", "place_precision": "settlement"}
HERE, ELSEWHERE = {"latitude": 16.3, "longitude": -0.1}, {"latitude": 12.6, "longitude": -8.0}
TEXT = "Two nurses were killed in Gao (Mali)."


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer(ensure_gazetteer()) as opened:
        yield opened


CASES = [
    ("right", TEXT, GAO, [{**ROW, **HERE}], (1, 1, 1)),
    ("elsewhere", TEXT, GAO, [{**ROW, **ELSEWHERE, "place": "Bamako"}], (1, 1, 0)),
    ("a country's point", TEXT, GAO, [{**ROW, **HERE, "place_precision": "country"}], (1, 0, 0)),
    ("silent", TEXT, GAO, [], (1, 0, 0)),
    ("not in the report", "Two nurses were killed.", GAO, [{**ROW, **HERE}], (0, 0, 0)),
    ("not in the gazetteer there", TEXT, {**GAO, "lat": 48.0, "lon": 2.0}, [{**ROW, **HERE}], (0, 0, 0)),
    ("without a point", TEXT, {**GAO, "lat": None}, [{**ROW, **HERE}], (0, 0, 0)),
    ("without a town", TEXT, {**GAO, "place": None, "admin1": "Gao"}, [{**ROW, **HERE}], (0, 0, 0)),
]


@pytest.mark.parametrize(("what", "text", "coded", "rows", "tally"), CASES, ids=[case[0] for case in CASES])
def test_a_town_that_could_be_found_is_expected(  # noqa: PLR0917 - a row of the table
    gazetteer: Gazetteer,
    what: str,
    text: str,
    coded: dict[str, object],
    rows: list[dict[str, object]],
    tally: tuple[int, int, int],
) -> None:
    del what
    report = GoldReport(id="one", text=text, incidents=(incident_from(coded, source={}),))
    expected, given, correct = tally
    found = score_nearness(compare([report], {"one": rows}), gazetteer)
    assert found == Tally(expected=expected, given=given, correct=correct)


def test_a_report_of_several_incidents_is_left_out(gazetteer: Gazetteer) -> None:
    report = GoldReport(id="one", text=TEXT, incidents=(incident_from(GAO, source={}),) * 2)
    assert score_nearness(compare([report], {"one": [{**ROW, **HERE}]}), gazetteer) == Tally()
