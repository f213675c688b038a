"""Days as lists write them."""

from datetime import date

import pytest

from sources.coded.days import day_of


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-09-24", date(2023, 9, 24)),
        ("2023-09-24 00:00:00.000", date(2023, 9, 24)),
        ("2023-09-24T00:00:00Z", date(2023, 9, 24)),
        ("24 September 2023", date(2023, 9, 24)),
        ("24-Sep-23", date(2023, 9, 24)),
        ("24/9/2023", date(2023, 9, 24)),  # what a spreadsheet made of it, with one reading
        ("9/24/2023 0:00", date(2023, 9, 24)),
        ("5/5/2023", date(2023, 5, 5)),
        ("6/7/2016", None),  # June or July
        ("2023-02-00", None),
        ("2023-02-30", None),
        ("0000-01-01", None),
        ("31/31/2023", None),
        ("2023", None),
        ("soon", None),
    ],
)
def test_a_day_is_read_in_one_way_or_not_at_all(written: str, day: date | None) -> None:
    assert day_of(written) == day
