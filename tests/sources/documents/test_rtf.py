r"""Rich text gives its words in any of its encodings, and never the code about them."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.report import Report
from tests.sources.conftest import ReadBytes

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}"


def written(words: str) -> str:
    """Write words as rich text does: other letters than ASCII by number."""
    halves = words.encode("utf-16-le")
    units = [int.from_bytes(halves[at : at + 2], "little") for at in range(0, len(halves), 2)]
    return "".join(
        f"\\{chr(unit)}"
        if chr(unit) in "\\{}"
        else chr(unit)
        if 32 <= unit < 127
        else f"\\u{(unit ^ 0x8000) - 0x8000}?"
        for unit in units
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\f0 Four people died.\par A second paragraph.\par}", "Four people died.\n\nA second paragraph."),
        (r"\f0 Radoi\u269?i\u263?\par}", "Radoičić"),
        (r"\f0 Caf\'e9 \'93shut\'94\par}", "Café “shut”"),
        (r"\f1 \'cf\'ee\'e3\'e8\'e1\'eb\'e8\f0  two\par}", "Погибли two"),
        (r"{\*\generator Writer;}\f0 Four {\b died}\tab there.\par}", "Four died\tthere."),
        (r"{\header Example Monitor\par}\f0 Four died.\par}", "Four died."),
        (r"{\f0 Four{\footnote Said the mayor.\par} died.\par}}", "Four died.\n\nSaid the mayor."),
        (r"\f0 {\deleted Nine }Four died.\par}", "Four died."),
        (r"{\pict\wmetafile8 0102030405}\f0 Four died.\par}", "Four died."),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt Four died.}}\par}", "Four died."),
        (r"\f0 Four \{died\} \\ there.\par}", "Four {died} \\ there."),
        (r"\trowd\intbl Killed\cell 4\cell\row}", "Killed\n\n4"),
    ],
)
def test_the_words_come_out_of_the_code(report: Callable[..., Report], body: str, text: str) -> None:
    read = report(HEAD + body, "report.rtf")
    assert read.text == text
    assert read.media_type in {"application/rtf", "text/rtf"}


@pytest.mark.parametrize(
    "data",
    [
        "{\\rtf1 " + "{" * 100_000,
        "{\\rtf1" + "\\b" * 200_000,
        "{\\rtf1 \\bin999999999 x",
        "{\\rtf1 \\u99999999999999999 ?}",
        "{\\rtf1",
    ],
    ids=["deep", "endless", "lying", "a number without end", "cut off"],
)
def test_a_hostile_one_is_told_in_a_line_or_read(read: ReadBytes, data: str) -> None:
    for entry in read(data, "report.rtf"):
        assert isinstance(entry, Report) or entry.detail.isprintable()


LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zs", "Zl", "Zp", "Mn", "Mc", "Me", "Lm", "So"))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(LETTERS, min_size=1))
def test_every_letter_comes_back(report: Callable[..., Report], words: str) -> None:
    read = report(f"{HEAD}\\f0 Said: {written(words)} end\\par}}", "report.rtf")
    assert read.text == unicodedata.normalize("NFC", f"Said: {words} end")
