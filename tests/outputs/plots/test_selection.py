"""A choice of incidents is by the days that they may have been on, and by country."""

from datetime import date
from pathlib import Path

import pytest

from outputs.plots.selection import Box, Choice, Extent, choose
from outputs.query.session import locked
from schemas.errors import UsageError

CHOICES = [
    (Choice(), 1),
    (Choice(since=date(2023, 9, 24)), 1),
    (Choice(since=date(2023, 9, 25)), 0),
    (Choice(until=date(2023, 9, 23)), 0),
    (Choice(since=date(2023, 9, 1), until=date(2023, 9, 30), countries=("xk",)), 1),
    (Choice(countries=("KOSOVO",)), 1),
]


@pytest.mark.parametrize(("choice", "incidents"), CHOICES)
def test_a_choice_is_by_day_and_country(told_path: Path, choice: Choice, incidents: int) -> None:
    with locked(told_path) as connection:
        assert choose(connection, choice).incidents == incidents


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (Choice(countries=("SY",)), "no incident in 'SY'. Its countries are XK"),
        (Choice(since=date(2024, 1, 2), until=date(2024, 1, 1)), "is later than --until"),
    ],
)
def test_a_choice_that_cannot_be_made_says_what_can(told_path: Path, choice: Choice, words: str) -> None:
    with locked(told_path) as connection, pytest.raises(UsageError, match=words):
        choose(connection, choice)


UNITS = [
    (None, None, "month"),
    (date(2023, 1, 1), date(2023, 3, 1), "day"),
    (date(2023, 1, 1), date(2024, 3, 1), "month"),
    (date(1990, 1, 1), date(2024, 3, 1), "year"),
]


@pytest.mark.parametrize(("first", "last", "unit"), UNITS)
def test_bars_stand_for_longer_periods_where_there_are_more_years(
    first: date | None, last: date | None, unit: str
) -> None:
    box = Box(west=0, south=0, east=1, north=1)
    assert Extent(first_day=first, last_day=last, box=box, incidents=1, located=1).unit == unit
