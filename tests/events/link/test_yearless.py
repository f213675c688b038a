"""Days of which nobody tells the year: the same in any year speaks for two tellings, another parts them."""

from collections.abc import Mapping
from typing import Any

import duckdb
import pytest

from events.link.partition import partition
from events.link.tellings import make_tellings
from events.link.weights import LinkingWeights

# A coder's stock phrase, in which the day is all that tells two apart
NOTE: Mapping[str, Any] = {
    "founds": True,
    "recalls": False,
    "scope": "single",
    "country_code": "MZ",
    "latitude": -19.84,
    "longitude": 34.84,
    "radius_km": 5.0,
    "place_precision": "settlement",
    "event_type": "Violence against civilians",
    "sub_event_type": "Attack",
    "killed": 3,
    "text": "Three local staff of a relief agency shot and killed in their car in Beira",
}
JUNE_14 = {"yearless": ["XXXX-06-14"]}

ONE = [
    ("the same day", JUNE_14),
    ("the day is one of several", {"yearless": ["XXXX-06-10/XXXX-06-20"]}),
    ("no day at all", {}),
    ("the same day of a year that is told", {"date_start": "2015-06-14", "date_end": "2015-06-14"}),
]
TWO = [
    ("three days later", {"yearless": ["XXXX-06-17"]}),
    ("another month", {"yearless": ["XXXX-09-01/XXXX-09-30"]}),
    ("another day of a year that is told", {"date_start": "2015-08-02", "date_end": "2015-08-02"}),
]


def clusters(*tellings: Mapping[str, Any]) -> int:
    """Count the incidents that they tell."""
    with duckdb.connect() as connection:
        make_tellings(connection)
        for number, telling in enumerate(tellings):
            row = {"id": f"m-{number}", "group_id": f"r-{number}", **NOTE, **telling}
            columns = ", ".join(row)
            marks = ", ".join("?" for _ in row)
            connection.execute(f"insert into tellings ({columns}) values ({marks})", list(row.values()))
        partition(connection, LinkingWeights.load())
        return len(connection.sql("select distinct cluster from clusters").fetchall())


@pytest.mark.parametrize("other", [facts for _, facts in ONE], ids=[name for name, _ in ONE])
def test_stock_notes_of_one_day_are_one(other: Mapping[str, Any]) -> None:
    assert (clusters(JUNE_14, other), clusters(other, JUNE_14)) == (1, 1)


@pytest.mark.parametrize("other", [facts for _, facts in TWO], ids=[name for name, _ in TWO])
def test_stock_notes_of_different_days_are_two(other: Mapping[str, Any]) -> None:
    assert (clusters(JUNE_14, other), clusters(other, JUNE_14)) == (2, 2)


def test_the_turn_of_the_year_is_one_night() -> None:
    assert clusters({"yearless": ["XXXX-12-31/XXXX-01-01"]}, {"yearless": ["XXXX-01-01"]}) == 1


def test_what_another_extractor_writes_that_is_no_day_says_nothing() -> None:
    assert clusters({"yearless": ["XXXX-02-31"]}, {"yearless": ["XXXX-soon"]}, JUNE_14) == 1
