"""Where nothing tells a report's day, a year in passing is of the past, and no year of the news."""

from collections.abc import Callable
from datetime import date

import pytest

from schemas.incident import Extraction
from schemas.vocabulary import Status

Extract = Callable[..., Extraction]

NEWS = "Police shot dead a teenager in Brooklyn, and rioters smashed shop windows near the station."
PAST = [
    "In 2009, officers of the same precinct shot dead two men in Queens.",
    "Police killed a schoolboy during a demonstration in Queens in 1985.",
]


@pytest.mark.parametrize("past", PAST)
def test_a_year_in_passing_dates_no_news(extract: Extract, past: str) -> None:
    tellings = extract(f"{NEWS} {past}", published=None).tellings
    assert {telling.account.when.start for telling in tellings if telling.status is Status.HAPPENED} == {None}


def test_a_year_told_first_dates_what_is_told(extract: Extract) -> None:
    (telling,) = extract("In 1985, police killed a schoolboy in Queens.", published=None).tellings
    assert (telling.status, telling.account.when.start) == (Status.HAPPENED, date(1985, 1, 1))
