"""Passages are the paragraphs that hold evidence, and of long ones what stands around it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outputs.pages.marks import Mark
from outputs.pages.passages import AROUND, LONGEST_PARAGRAPH, LONGEST_WORD, passages

LONG_LINE = "This line is a paragraph by itself, for it is longer than any line that a person or a program breaks. " * 2


def mark(start: int, end: int) -> Mark:
    return Mark(start=start, end=end, labels=())


def around(text: str, words: str) -> list[str]:
    start = text.index(words)
    return [span.of(text) for span in passages(text, [mark(start, start + len(words))], whole=False)]


PARAGRAPHS = [
    ("one", "one"),
    ("before\n\nThe one\nparagraph\n\nbehind", "The one\nparagraph"),
    ("before\n  \nThe one", "The one"),
    ("before\r\n\r\nThe one\r\n\r\nbehind", "The one"),
    (f"{LONG_LINE}\nThe one\n{LONG_LINE}", "The one"),
    ("\n\n  The one  \n\n", "The one"),
]


@pytest.mark.parametrize(("text", "passage"), PARAGRAPHS)
def test_a_passage_is_the_paragraph(text: str, passage: str) -> None:
    assert around(text, "one") == [passage]


def test_two_marks_of_a_paragraph_share_a_passage() -> None:
    text = "one two\n\nthree"
    assert [span.of(text) for span in passages(text, [mark(0, 3), mark(4, 7)], whole=False)] == ["one two"]


def test_a_mark_over_two_paragraphs_joins_them() -> None:
    text = "a one\n\ntwo b\n\nc"
    assert [span.of(text) for span in passages(text, [mark(2, 10)], whole=False)] == ["a one\n\ntwo b"]


def test_of_a_long_paragraph_only_the_surroundings_are_shown() -> None:
    text = f"{'word ' * 1000}evidence{' word' * 1000}"
    (passage,) = around(text, "evidence")
    assert len(passage) <= 2 * AROUND + len("evidence")
    assert set(passage.split()) == {"word", "evidence"}


def test_a_long_line_without_blanks_is_cut_all_the_same() -> None:
    (passage,) = around(f"{'x' * LONGEST_PARAGRAPH}one{'x' * LONGEST_PARAGRAPH}", "one")
    assert len(passage) <= 2 * (AROUND + LONGEST_WORD)


def test_the_whole_text_is_one_passage() -> None:
    assert [(span.start, span.end) for span in passages("a\n\nb", [], whole=True)] == [(0, 4)]
    assert passages("", [], whole=True) == ()


@given(
    st.text(st.sampled_from("ab \n\r\u2028\x1b"), min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 9)), max_size=5),
)
def test_every_mark_stands_in_one_passage_and_none_overlap(text: str, ends: list[tuple[int, int]]) -> None:
    marks = [mark(start, min(start + length, len(text))) for start, length in ends if start < len(text)]
    shown = passages(text, marks, whole=False)
    for one in marks:
        assert sum(span.start <= one.start and one.end <= span.end for span in shown) == 1
    assert all(before.end < behind.start for before, behind in pairwise(shown))
