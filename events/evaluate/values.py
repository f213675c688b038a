"""Values: days as TIMEX3 and ISO 8601 write them."""

from datetime import timedelta

from schemas.when import When

__all__ = ["value_of"]

WEEK = timedelta(days=6)
WEEKEND = timedelta(days=1)
MONDAY, SATURDAY = 0, 5
MONTHS_A_QUARTER = 3


def value_of(when: When) -> str:
    """Write a day, a week, a weekend, a month, a quarter or a year short, all else as an interval.

    >>> from datetime import date
    >>> value_of(When.on(date(1998, 2, 13))), value_of(When.in_month(1998, 2))
    ('1998-02-13', '1998-02')
    >>> value_of(When(start=date(1998, 5, 11), end=date(1998, 5, 17)))
    '1998-W20'
    """
    start, end = when.start, when.end
    if start is None or end is None or start == end:
        return str(when)
    year, week, weekday = start.isocalendar()
    if end - start == WEEK and weekday == MONDAY + 1:
        return f"{year}-W{week:02}"
    if end - start == WEEKEND and weekday == SATURDAY + 1:
        return f"{year}-W{week:02}-WE"
    if when.start == When.in_year(start.year).start and when.end == When.in_year(start.year).end:
        return f"{start.year}"
    if start.day == 1 and end == When.in_month(start.year, start.month).end:
        return f"{start.year}-{start.month:02}"
    quarter, first = divmod(start.month - 1, MONTHS_A_QUARTER)
    last_month = start.month + MONTHS_A_QUARTER - 1
    if first == 0 and start.day == 1 and end == When.in_month(start.year, last_month).end:
        return f"{start.year}-Q{quarter + 1}"
    return str(when)
