"""Words of reports steer no terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outputs.query.visible import first_line, visible

CASES = [
    ("plain words", "plain words"),
    ("Zürich 北京 Алеппо حلب", "Zürich 北京 Алеппо حلب"),
    ("\x1b[2J", "␛[2J"),
    ("\x9b31m", "\\x9b31m"),
    ("a\nb\tc\r", "a␊b␉c␍"),
    ("\x7f", "␡"),
    ("\u202etxt.exe", "\\u202etxt.exe"),
    ("\u2066\u2069", "\\u2066\\u2069"),
    ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
    ("soft\xadhyphen", "soft\\xadhyphen"),
    ("tag\U000e0041", "tag\\U000e0041"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("👩\u200d🚒", "👩\u200d🚒"),
]


@pytest.mark.parametrize(("text", "shown"), CASES)
def test_steering_signs_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    assert not [sign for sign in visible(text) if unicodedata.category(sign) in {"Cc", "Zl", "Zp"}]


def test_an_error_without_words_is_named() -> None:
    assert first_line(ValueError()) == "ValueError"
