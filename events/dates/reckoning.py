"""Arithmetic on days: which Sunday, which September, which third of a month."""

import calendar
from datetime import date, timedelta
from math import ceil

from schemas.when import When

__all__ = [
    "SATURDAY",
    "by_then",
    "days_from",
    "latest_month",
    "month_from",
    "nearest_date",
    "nearest_weekday_date",
    "piece_of",
    "third_of",
    "week_of",
    "weekday_after",
    "weekday_on_or_before",
    "whole_of",
    "year_of_short",
]

WEEK = 7
SATURDAY = 5
MONTHS = 12
TEN_DAYS = 10
FARTHEST_LEAP_YEAR = 8  # 1896 and 1904 have no leap year between them
FIRST_POSIX_SHORT_YEAR = 69
THIRDS = 3


def weekday_on_or_before(day: date, weekday: int) -> date:
    """Give the latest such weekday (Monday is 0) that is not after `day`.

    >>> weekday_on_or_before(date(2023, 9, 25), 6)
    datetime.date(2023, 9, 24)
    """
    return day - timedelta(days=(day.weekday() - weekday) % WEEK)


def weekday_after(day: date, weekday: int) -> date:
    """Give the first such weekday that is later than `day`."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % WEEK + 1)


def week_of(day: date) -> When:
    """Give Monday to Sunday around `day`."""
    monday = day - timedelta(days=day.weekday())
    return When(start=monday, end=monday + timedelta(days=WEEK - 1))


def days_from(day: date, first: int, last: int) -> When:
    """Give the days from `first` to `last`, counted from `day`."""
    return When(start=day + timedelta(days=first), end=day + timedelta(days=last))


def whole_of(unit: str, day: date, *, shift: int) -> When:
    """Give the week, month or year of the calendar that is `shift` after the one around `day`."""
    if unit == "week":
        return week_of(day).shifted(days=WEEK * shift)
    if unit == "month":
        return month_from(day, shift)
    return When.in_year(day.year + shift)


def month_from(day: date, months: int) -> When:
    """Give the calendar month that is so many months after the one of `day`."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return When.in_month(year, month + 1)


def nearest_date(month: int, day: int, anchor: date) -> date:
    """Give the day and month in the year that brings it nearest to `anchor`.

    Raises:
        ValueError: no year has such a day.

    >>> nearest_date(12, 30, date(1990, 1, 3))
    datetime.date(1989, 12, 30)

    """
    reach = FARTHEST_LEAP_YEAR if (month, day) == (2, 29) else 1
    years = range(max(date.min.year, anchor.year - reach), min(date.max.year, anchor.year + reach) + 1)
    days = [date(year, month, day) for year in years if day <= calendar.monthrange(year, month)[1]]
    if not days:
        raise ValueError(f"no year has a day {day} in month {month}")
    return min(days, key=lambda each: abs(each - anchor))


def nearest_weekday_date(month: int, day: int, weekday: int, anchor: date) -> date:
    """Give the nearest day and month, preferring a neighbouring year in which it is that weekday."""
    nearest = nearest_date(month, day, anchor)
    if nearest.weekday() == weekday:
        return nearest
    others = (
        date(year, month, day)
        for year in (anchor.year, anchor.year - 1, anchor.year + 1)
        if day <= calendar.monthrange(year, month)[1]
    )
    return next((other for other in others if other.weekday() == weekday), nearest)


def latest_month(month: int, anchor: date) -> When:
    """Give the latest such month that has begun by `anchor`."""
    return When.in_month(anchor.year - (month > anchor.month), month)


def year_of_short(digits: int, anchor: date | None) -> int:
    """Give the year that two digits mean: the nearest to `anchor`, else POSIX's (69 is 1969, 68 is 2068)."""
    if anchor is None:
        return digits + (1900 if digits >= FIRST_POSIX_SHORT_YEAR else 2000)
    century = anchor.year - anchor.year % 100
    return min(
        (century - 100 + digits, century + digits, century + 100 + digits),
        key=lambda year: abs(year - anchor.year),
    )


def third_of(when: When, third: int) -> When:
    """Give the first, middle or last third: ten days of a month, four months of a year, else even parts."""
    start, end = when.start, when.end
    if start is None or end is None:
        return when
    is_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if is_years and start.year != end.year:
        first, last = _third(end.year - start.year + 1, third)
        return When(start=date(start.year + first, 1, 1), end=date(start.year + last, 12, 31))
    if is_years:
        first, last = third * MONTHS // THIRDS - 3, third * MONTHS // THIRDS
        return When(start=start.replace(month=first), end=When.in_month(end.year, last).end)
    if start.day == 1 and when == When.in_month(start.year, start.month):
        last_day = end if third == THIRDS else start.replace(day=third * TEN_DAYS)
        return When(start=start.replace(day=(third - 1) * TEN_DAYS + 1), end=last_day)
    return days_from(start, *_third((end - start).days + 1, third))


def _third(length: int, third: int) -> tuple[int, int]:
    """Give the first and last of a third of so many things; the thirds may share their ends."""
    size = ceil(length / THIRDS)
    skipped = (0, (length - size) // 2, length - size)[third - 1]
    return skipped, skipped + size - 1


def by_then(when: When, day: date) -> When:
    """Cut off what lies after `day`; an interval that begins later stays whole."""
    if when.start is None or when.end is None or when.start > day or when.end <= day:
        return when
    return When(start=when.start, end=day, extent=when.extent)


def piece_of(when: When, number: int, pieces: int) -> When:
    """Give one half or quarter: of a year by months, of a month by days."""
    start, end, days = when.start, when.end, when.days
    if start is None or end is None or days is None:
        return when
    if start.month != end.month:
        months = MONTHS // pieces
        first = When.in_month(start.year, (number - 1) * months + 1).start
        return When(start=first, end=When.in_month(start.year, number * months).end)
    length = days // pieces
    first_day = start + timedelta(days=(number - 1) * length)
    return When(start=first_day, end=end if number == pieces else first_day + timedelta(days=length - 1))
