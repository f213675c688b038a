"""Words of reports on a screen: what would steer the terminal is shown, not obeyed."""

import re
import unicodedata

__all__ = ["first_line", "visible"]

CONTROL_PICTURES = 0x2400
DELETE = 0x7F
DELETE_PICTURE = "\u2421"
LAST_LATIN_1 = 0xFF
LAST_OF_FOUR_DIGITS = 0xFFFF

# Cheap test first: nearly all cells are plain.
MAYBE_INVISIBLE = re.compile(r"[^ -~\u00a1-\u00ac\u00ae-\u05ff]")

# Persian and emoji need the joiners, Arabic its number signs; they move no other letter.
HARMLESS = frozenset("\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")


def visible(text: str) -> str:
    r"""Replace control, direction and other invisible characters by signs that can be read.

    >>> visible("\x1b[2J gone \u202e")
    '␛[2J gone \\u202e'
    """
    return MAYBE_INVISIBLE.sub(_sign, text)


def first_line(error: BaseException) -> str:
    """Give the first line of an error, with what it proposes instead, safe for a screen."""
    lines = str(error).splitlines() or [type(error).__name__]
    proposals = [line for line in lines[1:] if line.startswith(("Did you mean", "Candidate bindings"))]
    return visible(" ".join([lines[0], *proposals[:1]]))


def _sign(match: re.Match[str]) -> str:
    character = match.group()
    if character in HARMLESS or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return character
    code = ord(character)
    if code < ord(" "):
        return chr(CONTROL_PICTURES + code)
    if code == DELETE:
        return DELETE_PICTURE
    if code <= LAST_LATIN_1:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"
