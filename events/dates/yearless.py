"""Days whose year nobody tells: "June 14" in a note that says not when it was written."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from events.dates.expression import NEEDS_PUBLICATION, TimeExpression
from schemas.when import When

__all__ = ["with_days_of_any_year"]

# Leap years, for 29 February, and far apart in the year, so that "yesterday" and "the 24th" are not the same of both.
ASSUMED = (date(2000, 2, 9), date(2012, 8, 20))
MOST_DAYS = 31  # "this year" is from January to December of any year, and tells nothing

ReadFrom = Callable[[date], Sequence[TimeExpression]]


def with_days_of_any_year(times: Sequence[TimeExpression], read_from: ReadFrom) -> Iterator[TimeExpression]:
    """Give the times, those that only lack their year with the days that they are in any year.

    `read_from` reads the same text as if it had been published on a day: what two such readings have in common is
    month and day, and does not hang on that day.
    """
    if all(time.rule != NEEDS_PUBLICATION for time in times):
        yield from times
        return
    first, second = (read_from(day) for day in ASSUMED)
    for time in times:
        days = _of_any_year(time, first, second) if time.rule == NEEDS_PUBLICATION else None
        yield time.model_copy(update={"in_any_year": days}) if days else time


def _of_any_year(time: TimeExpression, first: Sequence[TimeExpression], second: Sequence[TimeExpression]) -> str | None:
    one, other = (
        {_days_of_year(each.when) for each in times if each.span.overlaps(time.span)} for times in (first, second)
    )
    return next(iter(one)) if len(one) == 1 and one == other else None


def _days_of_year(when: When) -> str | None:
    """Write ISO 8601-2 (EDTF, level 2), as TIMEX3 does, too: XXXX-06-14, and an interval of such days.

    >>> _days_of_year(When.on(date(2012, 6, 14)))
    'XXXX-06-14'
    """
    if when.start is None or when.end is None or (when.days or 0) > MOST_DAYS:
        return None
    first, last = (f"XXXX-{day:%m-%d}" for day in (when.start, when.end))
    return first if when.is_day else f"{first}/{last}"
