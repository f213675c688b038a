import pytest
from pydantic import ValidationError

from events.evaluate.tally import Rate, Tally


def test_measures_follow_their_definitions() -> None:
    tally = Tally(expected=4, given=2, correct=1)
    assert (tally.recall, tally.precision, tally.f1) == (0.25, 0.5, 0.3333)


def test_a_measure_of_nothing_is_unknown() -> None:
    assert (Tally().recall, Tally().precision, Tally().f1, Rate().share) == (None, None, None, None)
    assert Tally(expected=1).f1 == 0


def test_tallies_add_up() -> None:
    assert Tally(expected=1) + Tally(expected=1, given=1, correct=1) == Tally(expected=2, given=1, correct=1)


def test_more_right_than_there_is_cannot_be() -> None:
    with pytest.raises(ValidationError, match="no more can be right"):
        Tally(expected=1, given=0, correct=1)


def test_rates_count_cases_and_hits() -> None:
    rate = Rate().counting(hit=True).counting(hit=False)
    assert (rate, rate.share) == (Rate(cases=2, hits=1), 0.5)
