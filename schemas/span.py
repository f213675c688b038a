"""A stretch of a report's text, counted in Unicode code points."""

from typing import Self

from pydantic import NonNegativeInt, model_validator

from schemas.record import Record

__all__ = ["Span"]


class Span(Record):
    """Characters `start` up to, not including, `end` of a report's text; never empty."""

    start: NonNegativeInt
    end: NonNegativeInt

    @model_validator(mode="after")
    def _is_not_empty(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"a span ends after it starts; this one is {self.start} to {self.end}")
        return self

    def of(self, text: str) -> str:
        """Cut the span's words out of `text`."""
        return text[self.start : self.end]

    def shifted(self, offset: int) -> "Span":
        """Move the span by `offset` characters."""
        return Span(start=self.start + offset, end=self.end + offset)

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def joined(self, other: "Span") -> "Span":
        """Give the least span that holds both."""
        return Span(start=min(self.start, other.start), end=max(self.end, other.end))
