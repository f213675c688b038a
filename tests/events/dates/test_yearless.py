"""Days whose year nobody tells keep their month and day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.dates.find import find_times

IN_ANY_YEAR = [
    ("A nurse was shot dead on June 14.", "XXXX-06-14"),
    ("A nurse was shot dead on 3 March.", "XXXX-03-03"),
    ("A nurse was shot dead on Sunday, June 14.", "XXXX-06-14"),
    ("A nurse was shot dead on 29 February.", "XXXX-02-29"),
    ("A nurse was shot dead on the night of 12-13 May.", "XXXX-05-12/XXXX-05-13"),
    ("A nurse was held from June 14 to June 16.", "XXXX-06-14/XXXX-06-16"),
    ("A nurse was shot dead in early June.", "XXXX-06-01/XXXX-06-10"),
    ("A nurse was shot dead in September.", "XXXX-09-01/XXXX-09-30"),
    ("A nurse was shot dead on Christmas Day.", "XXXX-12-25"),
]
HANGS_ON_PUBLICATION = ["on Sunday", "yesterday", "last week", "on the 24th", "at Easter", "this year", "since 3 March"]


@pytest.mark.parametrize(("sentence", "days"), IN_ANY_YEAR)
def test_a_day_without_a_year_keeps_month_and_day(sentence: str, days: str) -> None:
    assert {time.in_any_year for time in find_times(sentence, published=None)} == {days}


@pytest.mark.parametrize("words", HANGS_ON_PUBLICATION)
def test_what_hangs_on_the_day_of_publication_is_no_day_of_any_year(words: str) -> None:
    (time,) = find_times(f"A nurse was shot dead {words}.", published=None)
    assert time.in_any_year is None


@pytest.mark.parametrize("sentence", ["On June 14, 2010, a nurse died.", "On 31 June a nurse died."])
def test_a_day_that_is_known_or_none_is_not_left_without_its_year(sentence: str) -> None:
    assert [time.in_any_year for time in find_times(sentence, published=None)] == [None]


@given(published=st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1)))
def test_where_publication_is_known_the_year_follows(published: date) -> None:
    (time,) = find_times("A nurse was shot dead on June 14.", published=published)
    assert (time.in_any_year, time.when.start and f"{time.when.start:%m-%d}") == (None, "06-14")
