"""When something happened: an interval of days that keeps its precision."""

import calendar
from datetime import date, timedelta
from typing import Self

from pydantic import model_validator

from schemas.record import Record
from schemas.vocabulary import DateExtent, DatePrecision

__all__ = ["When"]

DAYS_IN_A_WEEK = 7
LONGEST_MONTH = 31
LONGEST_YEAR = 366


class When(Record):
    """Days `start` to `end`, both inclusive, either open (None): "on or before Friday" has no start."""

    start: date | None
    end: date | None
    extent: DateExtent = DateExtent.WITHIN

    @model_validator(mode="after")
    def _is_ordered(self) -> Self:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"an interval ends after it starts; this one is {self.start} to {self.end}")
        return self

    @classmethod
    def unknown(cls) -> Self:
        """Give the interval that says nothing."""
        return cls(start=None, end=None)

    @classmethod
    def on(cls, day: date) -> Self:
        """Give one day."""
        return cls(start=day, end=day)

    @classmethod
    def in_month(cls, year: int, month: int) -> Self:
        """Give a calendar month."""
        last = calendar.monthrange(year, month)[1]
        return cls(start=date(year, month, 1), end=date(year, month, last))

    @classmethod
    def in_year(cls, year: int) -> Self:
        """Give a calendar year."""
        return cls(start=date(year, 1, 1), end=date(year, 12, 31))

    @classmethod
    def until(cls, day: date) -> Self:
        """Give "on or before" a day."""
        return cls(start=None, end=day)

    @property
    def is_day(self) -> bool:
        """Say whether one day is meant."""
        return self.start is not None and self.start == self.end

    @property
    def days(self) -> int | None:
        """Count the days, both ends included; None where an end is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    @property
    def precision(self) -> DatePrecision:
        """Say how well the date is known."""
        days = self.days
        if days is None or days > LONGEST_YEAR:
            return DatePrecision.UNKNOWN
        if days == 1:
            return DatePrecision.DAY
        if days < DAYS_IN_A_WEEK:
            return DatePrecision.DAYS
        if days == DAYS_IN_A_WEEK:
            return DatePrecision.WEEK
        return DatePrecision.MONTH if days <= LONGEST_MONTH else DatePrecision.YEAR

    def overlaps(self, other: "When") -> bool:
        """Say whether both may mean the same moment.

        >>> When.on(date(2023, 9, 24)).overlaps(When.in_month(2023, 9))
        True
        """
        starts_too_late = self.start and other.end and self.start > other.end
        ends_too_early = self.end and other.start and self.end < other.start
        return not (starts_too_late or ends_too_early)

    def shifted(self, *, days: int) -> "When":
        """Move the whole interval by days."""
        move = timedelta(days=days)
        return When(
            start=self.start + move if self.start else None,
            end=self.end + move if self.end else None,
            extent=self.extent,
        )

    def __str__(self) -> str:
        """Write ISO 8601: a day, or `start/end` with `..` for an open end."""
        if self.is_day:
            return str(self.start)
        return f"{self.start or '..'}/{self.end or '..'}"
