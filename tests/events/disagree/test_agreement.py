"""Krippendorff's alpha gives what is published, and the bounds that it must."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.disagree.agreement import interval_alpha, nominal_alpha

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section A: two observers, twelve binary units of
# which ten are told by both.
BINARY = list(zip("0100000010", "1110010000", strict=True))


def test_the_published_example_of_two_observers() -> None:
    assert nominal_alpha(BINARY) == pytest.approx(0.095, abs=0.001)


def test_binary_words_and_binary_numbers_agree_alike() -> None:
    numbers = [(float(one), float(other)) for one, other in BINARY]
    assert interval_alpha(numbers) == nominal_alpha(BINARY)


@pytest.mark.parametrize("pairs", [[], [("a", "a")], [("a", "a"), ("a", "a")]])
def test_without_variation_there_is_no_alpha(pairs: list[tuple[str, str]]) -> None:
    assert nominal_alpha(pairs) is None
    assert interval_alpha([(1.0, 1.0) for _ in pairs]) is None


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1))
def test_alpha_is_one_where_all_agree_and_never_more(pairs: list[tuple[int, int]]) -> None:
    for alpha in (nominal_alpha(pairs), interval_alpha([(float(one), float(other)) for one, other in pairs])):
        assert alpha is None or alpha <= 1
    agreeing = [(one, one) for one, _ in pairs]
    assert nominal_alpha(agreeing) in (None, 1.0)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1))
def test_which_reader_is_first_does_not_matter(pairs: list[tuple[int, int]]) -> None:
    assert nominal_alpha(pairs) == nominal_alpha([(other, one) for one, other in pairs])
