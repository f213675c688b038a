"""Dates in digits that read two ways follow the other dates of their report."""

from datetime import date

import pytest

from events.dates.expression import DateOrder
from events.dates.find import find_times
from events.dates.numeric import order_of

PUBLISHED = date(2016, 7, 20)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Attacks on 24/09/2023 and 06/07/2016.", "DMY"),
        ("Attacks on 09/24/2023 and 06/07/2016.", "MDY"),
        ("Attacks on 06/07/2016.", None),
        ("Attacks on 24/09/2023 and 09/24/2023.", None),
        ("Attacks on 24.09.2023.", "DMY"),
        ("No date at all, but 1.2.3.4 and 99/99/2023.", None),
        ("", None),
    ],
)
def test_the_order_follows_dates_that_read_one_way_only(text: str, order: DateOrder | None) -> None:
    assert order_of(text) == order


@pytest.mark.parametrize(
    ("order", "days"),
    [("DMY", "2016-07-06"), ("MDY", "2016-06-07")],
)
def test_the_order_decides_a_date_that_reads_two_ways(order: DateOrder, days: str) -> None:
    (time,) = find_times("on 06/07/2016", published=PUBLISHED, date_order=order)
    assert str(time.when) == days
    assert time.readings == ()


def test_without_an_order_both_readings_stand_and_none_is_taken() -> None:
    (time,) = find_times("on 06/07/2016", published=PUBLISHED)
    assert str(time.when) == "../.."
    assert sorted(str(reading) for reading in time.readings) == ["2016-06-07", "2016-07-06"]


def test_a_date_that_reads_one_way_only_beats_the_order() -> None:
    (time,) = find_times("on 24/09/2015", published=PUBLISHED, date_order="MDY")
    assert str(time.when) == "2015-09-24"


def test_a_range_is_not_built_on_a_date_that_reads_two_ways() -> None:
    times = find_times("from 06/07/2016 to 08/07/2016", published=PUBLISHED)
    assert [len(time.readings) for time in times] == [2, 2]
