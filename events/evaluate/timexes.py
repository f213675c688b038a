"""Timexes: the words of time that people marked in a report, each with its value in TIMEX3's words."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from pydantic import NonNegativeInt, model_validator

from schemas.record import Record
from schemas.span import Span

__all__ = ["GoldTimes", "Timex", "timexes_from"]

# TIMEX3 writes "Friday morning" as 1998-02-13TMO, "at nine" as 1998-02-13T21:00
DAY = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?:T.*)?")
LONGER = re.compile(r"\d{4}(?:-\d{2}|-W\d{2}(?:-WE)?|-Q[1-4])?")


class Timex(Record):
    """Words from `start` to `end` and what they mean; `value` is None where nobody could say."""

    start: NonNegativeInt
    end: NonNegativeInt
    text: str
    value: str | None = None

    @property
    def span(self) -> Span:
        """Give the characters of the words."""
        return Span(start=self.start, end=self.end)

    @property
    def day(self) -> str | None:
        """Give the day that is named, whatever hour of it; None where none is."""
        found = DAY.fullmatch(self.value or "")
        return found["day"] if found else None

    @property
    def longer(self) -> str | None:
        """Give the week, month, quarter or year that is named; None where none is."""
        return self.value if self.value and LONGER.fullmatch(self.value) else None


class GoldTimes(Record):
    """A report whose words of time are marked; `dct` is the day of its publication."""

    id: str
    text: str
    dct: date
    timexes: tuple[Timex, ...]

    @model_validator(mode="after")
    def _stands_in_the_text(self) -> Self:
        for timex in self.timexes:
            if timex.span.of(self.text) != timex.text:
                raise ValueError(f"{timex.text!r} does not stand at {timex.start} to {timex.end}")
        return self


def timexes_from(coded: Mapping[str, Any]) -> GoldTimes:
    """Read one line of the gold; of `dct` the day counts, not the hour."""
    return GoldTimes(
        id=str(coded["id"]),
        text=coded["text"],
        dct=date.fromisoformat(str(coded["dct"])[: len("1998-02-13")]),
        timexes=tuple(Timex(**{key: entry.get(key) for key in Timex.model_fields}) for entry in coded["timexes"]),
    )
