"""Tallies: how many values were expected, given, and right."""

from typing import Self

from pydantic import NonNegativeInt, model_validator

from schemas.record import Record

__all__ = ["Rate", "Tally"]

DIGITS = 4


class Tally(Record):
    """Values that the gold has, that we gave, and that agree; a measure of nothing is None."""

    expected: NonNegativeInt = 0
    given: NonNegativeInt = 0
    correct: NonNegativeInt = 0

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        if self.correct > min(self.expected, self.given):
            raise ValueError("no more can be right than was expected and than was given")
        return self

    def __add__(self, other: "Tally") -> "Tally":
        """Add number to number."""
        return Tally(
            expected=self.expected + other.expected,
            given=self.given + other.given,
            correct=self.correct + other.correct,
        )

    @property
    def recall(self) -> float | None:
        """The part of the expected that is right."""
        return _share(self.correct, self.expected)

    @property
    def precision(self) -> float | None:
        """The part of the given that is right."""
        return _share(self.correct, self.given)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of recall and precision: twice the right among expected and given."""
        return _share(2 * self.correct, self.expected + self.given)


class Rate(Record):
    """How many of some cases show what is counted."""

    cases: NonNegativeInt = 0
    hits: NonNegativeInt = 0

    @property
    def share(self) -> float | None:
        """The part of the cases that shows it; None without a case."""
        return _share(self.hits, self.cases)

    def counting(self, *, hit: bool) -> "Rate":
        """Add a case."""
        return Rate(cases=self.cases + 1, hits=self.hits + hit)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, DIGITS) if whole else None
