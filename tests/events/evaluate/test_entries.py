from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from events.evaluate.entries import entry_from
from schemas.when import When


def test_a_row_without_any_value_is_an_entry() -> None:
    entry = entry_from({"id": 7})
    assert entry.id == "7"
    assert entry.when == When.unknown()
    assert (entry.lat, entry.killed, entry.cluster, entry.caption) == (None, None, None, "7; ../..")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2011-03-04", "2011-03-06", When(start=date(2011, 3, 4), end=date(2011, 3, 6))),
        ("2011-03-04 00:00:00.000", None, When.on(date(2011, 3, 4))),
        (None, "2011-03-04T10:00:00", When.on(date(2011, 3, 4))),
        ("2011-03", None, When.in_month(2011, 3)),
        ("2011-03-00", "", When.in_month(2011, 3)),
        (2011, None, When.in_year(2011)),
        ("2011-03-06", "2011-03-04", When(start=date(2011, 3, 4), end=date(2011, 3, 6))),
        (None, None, When.unknown()),
    ],
)
def test_dates_are_read_as_lists_write_them(start: object, end: object, expected: When) -> None:
    assert entry_from({"id": "a", "date_start": start, "date_end": end}).when == expected


@pytest.mark.parametrize(
    ("coded", "killed"),
    [(3, 3), (3.0, 3), ("3", 3), ("", None), (-99, None), (float("nan"), None), (None, None), (0, 0)],
)
def test_what_a_list_does_not_know_is_no_count(coded: object, killed: int | None) -> None:
    assert entry_from({"id": "a", "killed": coded}).killed == killed


@pytest.mark.parametrize(("lat", "lon"), [(1.5, None), (None, 2.5), (float("nan"), 2.5), ("", "")])
def test_half_a_point_is_none(lat: object, lon: object) -> None:
    entry = entry_from({"id": "a", "lat": lat, "lon": lon})
    assert (entry.lat, entry.lon) == (None, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"date_start": "2011-02-31"},
        {"date_start": "Friday"},
        {"lat": 91.0, "lon": 0.0},
        {"radius_km": -1},
        {"killed": "many"},
        {"killed": [3]},
        {"id": None},
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError, ValidationError)):
        entry_from({"id": "a", **wrong})


def test_a_cluster_may_be_a_number() -> None:
    assert entry_from({"id": "a", "cluster": 12.0}).cluster == "12"
