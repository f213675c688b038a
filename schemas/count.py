"""A count of people as a report gives it."""

from typing import Self

from pydantic import NonNegativeInt, model_validator

from schemas.record import Record

__all__ = ["Count"]


class Count(Record):
    """How many, with the least and the most that the words allow: `low <= best <= high`."""

    low: NonNegativeInt
    best: NonNegativeInt
    high: NonNegativeInt

    @model_validator(mode="after")
    def _is_ordered(self) -> Self:
        if not self.low <= self.best <= self.high:
            raise ValueError(f"a count needs low <= best <= high; this one is {self.low}, {self.best}, {self.high}")
        return self

    @classmethod
    def exactly(cls, number: int) -> Self:
        """Give a count without doubt.

        >>> Count.exactly(4).high
        4
        """
        return cls(low=number, best=number, high=number)

    def __add__(self, other: "Count") -> "Count":
        """Add bound to bound."""
        return Count(low=self.low + other.low, best=self.best + other.best, high=self.high + other.high)
