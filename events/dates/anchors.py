"""Anchors: the days that words of time count from."""

from dataclasses import dataclass, replace
from datetime import date

from events.dates.expression import NEEDS_PUBLICATION, NEEDS_REFERENCE, DateOrder, Facing

__all__ = ["Anchors", "MissingAnchorError"]


class MissingAnchorError(LookupError):
    """Mark words that count from a day which is not known; never leaves this package."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """The day of publication, the day told just before, and the report's habits."""

    published: date | None
    reference: date | None = None
    order: DateOrder | None = None
    facing: Facing | None = None

    @property
    def publication(self) -> date:
        """Give the day of publication.

        Raises:
            MissingAnchorError: there is none.

        """
        if self.published is None:
            raise MissingAnchorError(NEEDS_PUBLICATION)
        return self.published

    @property
    def told_day(self) -> date:
        """Give the day that the report has just told.

        Raises:
            MissingAnchorError: it has told none.

        """
        if self.reference is None:
            raise MissingAnchorError(NEEDS_REFERENCE)
        return self.reference

    def at(self, day: date) -> "Anchors":
        """Count from another day: the first end of a range counts from its last."""
        return replace(self, published=day, facing="past")
