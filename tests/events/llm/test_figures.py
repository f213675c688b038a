"""A number enters when its words tell it, by a rule that has a name."""

import pytest

from events.extract.words.counts import Numbers
from events.extract.words.lexicon import Lexicon
from events.llm.figures import count_told

LEXICON = Lexicon()
NUMBERS = Numbers(LEXICON.numbers)


@pytest.mark.parametrize(
    ("quote", "number", "bounds", "rule"),
    [
        ("Four people were killed", 4, (4, 4, 4), "stands"),
        ("killed 1,200 people", 1200, (1200, 1200, 1200), "stands"),
        ("twenty-five soldiers", 25, (25, 25, 25), "stands"),
        ("two hundred and five", 205, (205, 205, 205), "stands"),
        ("between four and six died", 4, (4, 4, 6), "stands"),
        ("dozens were hurt", None, (12, 12, 99), "stands"),
        ("a policeman was killed", 1, (1, 1, 1), "article"),
        ("no casualties", 0, (0, 0, 0), "nobody"),
        ("two officers and a guard died", 3, (3, 3, 3), "sum-in-quote"),
        ("three rebels, two soldiers", 5, (5, 5, 5), "sum-in-quote"),
    ],
)
def test_a_number_that_its_words_tell(quote: str, number: int | None, bounds: tuple[int, ...], rule: str) -> None:
    told = count_told(quote, number, NUMBERS, measures=LEXICON.measures)
    assert told is not None
    assert ((told[0].low, told[0].best, told[0].high), told[1]) == (bounds, rule)


@pytest.mark.parametrize(
    ("quote", "number"),
    [
        ("14 people were killed", 4),
        ("Four people were killed", 5),
        ("Four people were killed", 40),
        ("people were killed", 4),
        ("people were killed", None),
        ("four dead and six hurt", None),
        ("Four people were killed", 1),
        ("a policeman was killed", 2),
        ("30 km from the town", 30),
        ("a 24-year-old was killed", 24),
        ("police said so", 0),
        ("Four people were killed", -4),
    ],
)
def test_a_number_that_its_words_do_not_tell(quote: str, number: int | None) -> None:
    assert count_told(quote, number, NUMBERS, measures=LEXICON.measures) is None
