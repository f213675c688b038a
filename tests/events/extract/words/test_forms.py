"""Forms are found by their words, whatever stands between and around them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.extract.words.forms import Forms, words_of

FORMS = ["killed", "opened fire", "a mob", "shoot-out", "took to the streets", "ied"]

CASES = [
    ("Gunmen killed five.", True),
    ("KILLED: five", True),
    ("Nobody was skilled.", False),
    ("They opened\n  fire.", True),
    ("They opened; fire broke out.", True),
    ("The shop opened. A fire broke out.", False),
    ("It was a mob.", True),
    ("The mob was there.", False),
    ("A shoot-out, a shoot out.", True),
    ("A shootout.", False),
    ("They took to the streets.", True),
    ("to the streets", False),
    ("He applied, and they allied.", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "answer"), CASES)
def test_a_form_is_found_as_whole_words_in_a_row(text: str, answer: bool) -> None:  # noqa: FBT001 -- a table's column
    assert Forms(FORMS).stand_in(words_of(text)) is answer


@given(st.lists(st.sampled_from(["opened", "fire", "a", "mob", "took", "to", "the", "streets", "killed", "ied"])))
def test_it_is_found_where_a_pattern_of_all_forms_finds_it(words: list[str]) -> None:
    pattern = re.compile(rf"\b(?:{'|'.join(FORMS)})\b")
    assert Forms(FORMS).stand_in(words) is bool(pattern.search(" ".join(words)))
