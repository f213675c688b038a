"""The cells of one row, read by their column, with what was odd about them."""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sources.coded.days import day_of
from sources.refusal import quoted

__all__ = ["Cells", "Oddity", "UnusableRowError"]

# What the lists, and the programs that they pass through, write where there is nothing.
NOTHING = frozenset({"", "na", "n/a", "nan", "null", "none", "."})
NUMBER = re.compile(r"[+-]?\d{1,18}(?:\.\d*)?|[+-]?\.\d+")
WHOLE = re.compile(r"[+-]?\d{1,18}")
LARGEST_COUNT = 2_147_483_647


class Oddity(NamedTuple):
    """Something that a row was read in spite of: the column, what is odd in words that fit all such rows, the value."""

    column: str
    told: str
    value: str
    line: int


class UnusableRowError(Exception):
    """Say why a row cannot be kept at all; the reader makes a `Reject` of it."""


class Cells:
    """One row: every cell by the name of its column, in lower case; `odd` grows as cells are read."""

    def __init__(self, line: int, columns: Mapping[str, int], values: Sequence[str]) -> None:
        self.line = line
        self.odd: list[Oddity] = []
        self._columns = columns
        self._values = values

    def note(self, column: str, told: str) -> None:
        """Remember that a cell is odd."""
        self.odd.append(Oddity(column, told, self.text(column) or "", self.line))

    def text(self, column: str) -> str | None:
        """Give the words in a cell, on one line; None where there are none."""
        at = self._columns.get(column)
        if at is None:
            return None
        words = " ".join(self._values[at].split())
        return None if words.casefold() in NOTHING else words

    def texts(self, column: str) -> tuple[str, ...]:
        """Give a list that semicolons part; each word once."""
        words = (self.text(column) or "").split(";")
        return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))

    def identity(self, column: str) -> str:
        """Give the row's own id.

        Raises:
            UnusableRowError: there is none.

        """
        written = self.text(column)
        if written is None:
            raise UnusableRowError(f"It has no {column}. Every event needs the id that its list gives it.")
        return written.removesuffix(".0")

    def day(self, column: str) -> date | None:
        """Give a day; None where the cell is empty.

        Raises:
            UnusableRowError: what is written there is no day.

        """
        written = self.text(column)
        if written is None:
            return None
        day = day_of(written)
        if day is None:
            raise UnusableRowError(
                f"Its {column} {quoted(written)} is no day, or reads two ways. Write it as 2023-09-24."
            )
        return day

    def whole(self, column: str) -> int | None:
        """Give a whole number, also where a program has written 12.0; None where there is none."""
        number = self._number(column)
        if number is None:
            return None
        if not number.is_integer():
            self.note(column, "a number with a fraction, left out")
            return None
        if not WHOLE.fullmatch(self.text(column) or ""):
            self.note(column, "whole numbers written like 12.0")
        return int(number)

    def count(self, column: str, *, unknown: Sequence[int] = ()) -> int | None:
        """Give a number of people; None for what says that it is unknown."""
        number = self.whole(column)
        if number is None or number in unknown:
            return None
        if number < 0 or number > LARGEST_COUNT:
            self.note(column, "no possible number of people, left out")
            return None
        return number

    def code(self, column: str) -> str | None:
        """Give a code as its digits, or as the words that stand in its place."""
        written = self.text(column)
        return written.removesuffix(".0") if written else None

    def point(self) -> tuple[float, float] | tuple[None, None]:
        """Give latitude and longitude, both or neither."""
        latitude, longitude = self._number("latitude"), self._number("longitude")
        if latitude is None or longitude is None:
            return None, None
        for column, value, most in (("latitude", latitude, 90), ("longitude", longitude, 180)):
            if abs(value) > most:
                self.note(column, f"beyond {most} degrees, point left out")
                return None, None
        return latitude, longitude

    def _number(self, column: str) -> float | None:
        written = self.text(column)
        if written is None:
            return None
        number = float(written) if NUMBER.fullmatch(written) else math.nan
        if math.isnan(number):
            self.note(column, "no number, left out")
            return None
        return number
