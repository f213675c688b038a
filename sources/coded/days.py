"""Days as lists of events write them."""

import re
from datetime import date, datetime

__all__ = ["day_of"]

ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?")
NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?: 0?0:00(?::00)?)?")
WITH_MONTH = ("%d %B %Y", "%d-%B-%Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y")
MONTHS_IN_A_YEAR = 12


def day_of(written: str) -> date | None:
    """Read a day; None where it is none, or reads two ways.

    >>> day_of("2023-09-24 00:00:00.000"), day_of("24 September 2023"), day_of("6/7/2016")
    (datetime.date(2023, 9, 24), datetime.date(2023, 9, 24), None)
    """
    try:
        if match := ISO.fullmatch(written):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := NUMERIC.fullmatch(written):
            return _numeric(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return next(filter(None, (_with_month(written, form) for form in WITH_MONTH)), None)


def _numeric(first: int, second: int, year: int) -> date | None:
    """Read what a spreadsheet has made of a day, if only one reading is a day: 24/9/2023."""
    if first == second or second > MONTHS_IN_A_YEAR:
        return date(year, first, second)
    return date(year, second, first) if first > MONTHS_IN_A_YEAR else None


def _with_month(written: str, form: str) -> date | None:
    try:
        return datetime.strptime(written, form).date()  # noqa: DTZ007 (a day has no zone)
    except ValueError:
        return None
