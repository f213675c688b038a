"""A report's words cannot steer the screen, and its marks stand on the right characters all the same."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outputs.pages.looks import printed
from outputs.pages.marked import marked
from outputs.pages.marks import Label, Mark, nest
from outputs.query.visible import visible

WIDE = 10_000


def mark(start: int, end: int, words: str = "place", *, is_taken: bool = True) -> Mark:
    return Mark(start=start, end=end, labels=(Label(claim_id="c", field="place", words=words, is_taken=is_taken),))


def drawn(text: str, *marks: Mark, whole: bool = True, window: int = WIDE) -> str:
    page = printed(marked(text, nest(marks), whole=whole), window=window, colours=None)
    return "\n".join(line.removeprefix("    ") for line in page.splitlines())


def test_a_mark_holds_its_words() -> None:
    assert drawn("In Hama.", mark(3, 7, "killed 5")) == "In [killed 5: Hama]."


def test_a_mark_inside_another_is_drawn_inside() -> None:
    assert drawn("A Kosovo policeman died", mark(0, 23, "killed 1"), mark(2, 8)) == (
        "[killed 1: A [place: Kosovo] policeman died]"
    )


def test_overlapping_marks_are_cut_and_go_on() -> None:
    assert drawn("abcdef", mark(0, 4, "x"), mark(2, 6, "y")) == "[x: ab[y: cd]][… y: ef]"


HOSTILE = [
    ("\x1b[2J\x1b[31mHama", "Hama", r"␛\[2J␛\[31m[place: Hama]"),
    ("\u202eamaH\u202c Hama", "Hama", r"\u202eamaH\u202c [place: Hama]"),
    ("👩\u200d🚒 e\u0301 Hama", "Hama", "👩\u200d🚒 e\u0301 [place: Hama]"),
    ("[killed 99: forged] Hama", "Hama", r"\[killed 99: forged\] [place: Hama]"),
    ("Ha\u200bma]", "Ha\u200bma]", r"[place: Ha\u200bma\]]"),
    ("a\tb\rHama", "Hama", "a b\n[place: Hama]"),
    ("[bold]Hama[/bold] :fire:", "Hama", r"\[bold\][place: Hama]\[/bold\] :fire:"),
]


@pytest.mark.parametrize(("text", "words", "shown"), HOSTILE)
def test_hostile_words_are_shown_and_the_mark_is_right(text: str, words: str, shown: str) -> None:
    start = text.rindex(words)
    assert drawn(text, mark(start, start + len(words))) == shown


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 39), st.integers(1, 9)), max_size=4))
def test_no_page_steers_the_screen(text: str, ends: list[tuple[int, int]]) -> None:
    marks = [mark(start, min(start + length, len(text))) for start, length in ends if start < len(text)]
    page = drawn(text, *marks)
    assert not [sign for sign in page if sign != "\n" and unicodedata.category(sign) in {"Cc", "Zl", "Zp", "Cs"}]


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=30), st.data())
def test_without_its_marks_the_report_is_as_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert re.sub(r"\[place: (.*)\]", r"\1", drawn(text, mark(start, end))) == visible(text)


def test_what_is_left_out_is_dotted() -> None:
    text = "one\n\ntwo Hama\n\nthree"
    assert drawn(text, mark(9, 13), whole=False) == "...\ntwo [place: Hama]\n..."


def test_neighbouring_paragraphs_have_no_dots_between_them() -> None:
    assert drawn("Hama\n\nHama", mark(0, 4), mark(6, 10), whole=False) == "[place: Hama]\n\n[place: Hama]"


def test_lines_wrap_to_the_window() -> None:
    page = printed(marked("word " * 40, [mark(0, 4)], whole=True), window=30, colours=None)
    assert max(map(len, page.splitlines())) <= 30


def test_colours_underline_what_was_taken() -> None:
    page = printed(marked("Hama Homs", [mark(0, 4), mark(5, 9, is_taken=False)], whole=True), window=80, colours="256")
    assert "\x1b[4;32mHama" in page
    assert "\x1b[3mHoms" in page
