"""Number words and figures are read as counts of people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.extract.words.counts import MOST_PEOPLE, Numbers
from events.extract.words.lexicon import Lexicon

# words as the parser parts them, and low, best, high
EXACT = [
    ("zero", 0),
    ("one", 1),
    ("four", 4),
    ("12", 12),
    ("1,200", 1200),
    ("12,345,678,901", None),
    ("twenty - five", 25),
    ("twenty five", 25),
    ("ninety - nine", 99),
    ("one hundred", 100),
    ("a hundred", 100),
    ("two hundred and five", 205),
    ("two hundred and twenty - five", 225),
    ("three thousand", 3000),
    ("40 thousand", 40_000),
    ("a dozen", 12),
    ("two dozen", 24),
    ("three score", 60),
    ("a couple", 2),
    ("a pair", 2),
    ("both", 2),
    ("a trio", 3),
    ("at least four", 4),
    ("no fewer than nine", 9),
    ("more than ten", 10),
    ("as many as 30", 30),
    ("half a dozen", 6),
    ("three thousand four hundred", 3400),
    ("two hundred and five thousand", 205_000),
    ("over 100", 100),
    ("up to six", 6),
    ("one international and three national staff", 4),
    ("two men and one woman", 3),
    ("four more", 4),
    ("the 11 dead", 11),
    ("people", None),
    ("a", None),
    ("", None),
]

BETWEEN = [
    ("between four and six", 4, 4, 6),
    ("four to six", 4, 4, 6),
    ("4 - 6", 4, 4, 6),
    ("4 – 6", 4, 4, 6),
    ("four or five", 4, 4, 5),
    ("from 20 to 30", 20, 20, 30),
    ("between 100 and 120", 100, 100, 120),
]

VAGUE = [
    ("several", 3, 3, 9),
    ("a few", 3, 3, 9),
    ("a handful", 3, 3, 9),
    ("many", 3, 10, 99),
    ("several hundred", 300, 300, 900),
    ("a few dozen", 36, 36, 108),
    ("numerous", 3, 10, 99),
    ("dozens", 12, 12, 99),
    ("scores", 20, 20, 99),
    ("hundreds", 100, 100, 999),
    ("thousands", 1000, 1000, 9999),
    ("tens of thousands", 10_000, 10_000, 99_999),
    ("hundreds of thousands", 100_000, 100_000, 999_999),
]

ABOUT = [
    ("around thirty", 27, 30, 33),
    ("about 200", 180, 200, 220),
    ("some 40", 36, 40, 44),
    ("nearly 100", 90, 100, 110),
    ("approximately two thousand", 1800, 2000, 2200),
    ("close to 50", 45, 50, 55),
    ("about three", 3, 3, 3),
]

NO_PEOPLE = ["99999999999", "½", "1.2.3", "-", ",", "and", "-- -", "six-shooter", "№"]


@pytest.fixture(scope="module")
def numbers(lexicon: Lexicon) -> Numbers:
    return Numbers(lexicon.numbers)


def read(numbers: Numbers, words: str) -> tuple[int, int, int] | None:
    count = numbers.read(words.split())
    return (count.low, count.best, count.high) if count else None


@pytest.mark.parametrize(("words", "best"), EXACT)
def test_a_number_is_read(numbers: Numbers, words: str, best: int | None) -> None:
    count = numbers.read(words.split())
    assert (count.best if count else None) == best


@pytest.mark.parametrize(("words", "low", "best", "high"), [*BETWEEN, *VAGUE, *ABOUT])
def test_words_that_allow_several_numbers_say_how_many(
    numbers: Numbers, words: str, low: int, best: int, high: int
) -> None:
    assert read(numbers, words) == (low, best, high)


@pytest.mark.parametrize("word", NO_PEOPLE)
def test_what_is_no_number_of_people_is_none(numbers: Numbers, word: str) -> None:
    assert read(numbers, word) is None


@pytest.mark.parametrize(("words", "fewest"), [("at least four", 4), ("more than ten", 10), ("no fewer than 30", 30)])
def test_a_least_number_is_never_undercut(numbers: Numbers, words: str, fewest: int) -> None:
    count = numbers.read(words.split())
    assert count is not None
    assert count.low == fewest


@pytest.mark.parametrize("word", ["four", "12", "1,200", "hundred", "dozen", "dozens", "several", "zero"])
def test_a_number_word_is_known(numbers: Numbers, word: str) -> None:
    assert numbers.is_number(word)


@pytest.mark.parametrize("word", ["people", "for", "12th", "one-off", "", "second"])
def test_other_words_are_no_numbers(numbers: Numbers, word: str) -> None:
    assert not numbers.is_number(word)


@given(st.integers(min_value=0, max_value=MOST_PEOPLE))
def test_a_figure_is_its_number_with_or_without_commas(numbers: Numbers, number: int) -> None:
    assert read(numbers, str(number)) == read(numbers, f"{number:,}") == (number, number, number)


@given(st.integers(1, 9), st.integers(2, 9), st.integers(1, 9))
def test_hundreds_tens_and_ones_add_up(numbers: Numbers, hundreds: int, tens: int, ones: int) -> None:
    words = {value: word for word, value in numbers._words.items()}
    text = f"{words[hundreds]} hundred and {words[10 * tens]} - {words[ones]}"
    number = 100 * hundreds + 10 * tens + ones
    assert read(numbers, text) == (number, number, number)


@given(st.lists(st.sampled_from(["one", "9", "hundred", "and", "-", "to", "about", "dozens", "x", "٣", "9" * 500])))
def test_any_words_give_an_ordered_count_of_people_or_none(numbers: Numbers, words: list[str]) -> None:
    count = numbers.read(words)
    assert count is None or count.low <= count.best <= count.high
