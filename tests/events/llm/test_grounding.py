"""A quote stands in the report or it does not: white space, quotation marks and Unicode forms aside."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.llm.grounding import Grounds
from events.llm.pieces import number_sentences
from schemas.span import Span


def find(text: str, words: str, sentence: int = 1) -> str | None:
    span = Grounds(text, number_sentences(text)).find(words, sentence)
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Four people were killed.", "Four people", "Four people"),
        ("Four  people\nwere killed.", "Four people were", "Four  people\nwere"),
        ("He said: “We won’t go” – twice.", '"We won\'t go" - twice', "“We won’t go” – twice"),
        ("The ﬁrst ﬁve died.", "first five", "ﬁrst ﬁve"),
        ("In Malmö five died.", "Malmo\u0308", "Malmö"),
        ("Some 1\u202f200 fled.", "1 200 fled", "1\u202f200 fled"),
        ("The gun\u00admen fled.", "gunmen", "gun\u00admen"),
        ("在加沙有四人死亡。", "加沙", "加沙"),
        ("قتل أربعة أشخاص في غزة", "أربعة أشخاص", "أربعة أشخاص"),
    ],
)
def test_words_are_found_and_their_span_is_the_reports_own(text: str, words: str, found: str) -> None:
    assert find(text, words) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("14 people died.", "4 people"),
        ("4,500 people fled.", "500 people"),
        ("4,500 people fled.", "4"),
        ("1.4 million fled.", "4 million"),
        ("The policemen died.", "police"),
        ("Four people died.", "four people"),
        ("Four people died.", "Four persons died"),
        ("Four people died.", "Four ... died"),
        ("Four people died.", "Four died"),
        ("Four people died.", ""),
        ("Four people died.", " . "),
        ("Four died. Four died.", "No such words"),
        ("a" * 700, "a" * 700),
    ],
)
def test_nothing_is_found_by_likeness_or_inside_a_word(text: str, words: str) -> None:
    assert find(text, words) is None


def test_the_sentence_tells_several_places_apart() -> None:
    text = "Police came. Police shot. Police left."
    grounds = Grounds(text, number_sentences(text))
    assert grounds.find("Police", 2) == Span(start=13, end=19)
    assert grounds.find("Police", 9) is None, "which of the three is anybody's guess"


def test_order_tells_apart_what_one_sentence_says_twice() -> None:
    text = "Two officers and later two officers died."
    text = text.replace("two officers died", "Two officers died")
    grounds = Grounds(text, number_sentences(text))
    first = grounds.find("Two officers", 1)
    assert first == Span(start=0, end=12)
    assert grounds.find("Two officers", 1, taken=frozenset({first})) == Span(start=23, end=35)


def test_a_wrong_sentence_does_not_hide_words_that_stand_once() -> None:
    assert find("One came. Two died.", "Two died", sentence=1) == "Two died"


@given(st.text(min_size=1, max_size=60), st.data())
def test_every_stretch_that_is_found_says_what_was_quoted(text: str, data: st.DataObject) -> None:
    text = unicodedata.normalize("NFC", text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Grounds(text, number_sentences(text)).find(text[start:end], 1)
    if span is not None:
        assert text[span.start : span.end] == text[start:end].strip()
