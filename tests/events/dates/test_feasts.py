from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from events.dates.feasts import feast_in, nearest_feast
from events.dates.words import Feast

EASTER = Feast(easter=0)
KNOWN = [(1818, "1818-03-22"), (1943, "1943-04-25"), (1998, "1998-04-12"), (2008, "2008-03-23"), (2024, "2024-03-31")]


@pytest.mark.parametrize(("year", "day"), KNOWN)
def test_easter_is_where_the_church_has_it(year: int, day: str) -> None:
    assert str(feast_in(EASTER, year)) == day


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    day = feast_in(EASTER, year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


NTH = [
    (Feast(month=11, weekday=3, nth=4), 1998, "1998-11-26"),
    (Feast(month=5, weekday=0, nth=-1), 2024, "2024-05-27"),
    (Feast(month=9, weekday=0, nth=1), 2025, "2025-09-01"),
    (Feast(month=7, day=14), 2016, "2016-07-14"),
    (Feast(easter=-2), 2023, "2023-04-07"),
]


@pytest.mark.parametrize(("feast", "year", "day"), NTH)
def test_a_feast_moves_as_it_says(feast: Feast, year: int, day: str) -> None:
    assert str(feast_in(feast, year)) == day


def test_the_nearest_one_may_be_that_of_another_year() -> None:
    assert nearest_feast(Feast(month=12, day=25), date(1990, 1, 3)) == date(1989, 12, 25)


@pytest.mark.parametrize("entry", [{}, {"month": 5}, {"month": 5, "weekday": 1}, {"easter": 0, "day": 1}])
def test_a_feast_that_is_no_day_is_refused(entry: dict[str, int]) -> None:
    with pytest.raises(ValidationError, match="a feast takes"):
        Feast(**entry)
