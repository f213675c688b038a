"""A time expression: the words of a report that say when, and the days they mean."""

from typing import Literal

from schemas.record import Record
from schemas.span import Span
from schemas.when import When

__all__ = ["NEEDS_PUBLICATION", "NEEDS_REFERENCE", "NO_SUCH_DAY", "DateOrder", "Facing", "TimeExpression"]

DateOrder = Literal["DMY", "MDY"]
Facing = Literal["past", "future"]

NEEDS_PUBLICATION = "needs-publication"
NEEDS_REFERENCE = "needs-reference"
NO_SUCH_DAY = "no-such-day"  # 31 February


class TimeExpression(Record):
    """Words at `span` that mean `when`, by `rule`.

    `anchored` says whether the days follow from the day of publication. A numeric date that reads two
    ways has an unknown `when` and both days in `readings`. Where `when` is unknown, `rule` says why.
    `is_telling` marks the day on which somebody said what is told: "police said Sunday". Where only the year is not
    known, `in_any_year` tells month and day, as XXXX-06-14.
    """

    span: Span
    when: When
    rule: str
    anchored: bool = False
    readings: tuple[When, ...] = ()
    is_telling: bool = False
    in_any_year: str | None = None
