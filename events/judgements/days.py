"""Dates as people write them: a day, a month, a year, an interval that may be open."""

import re
from datetime import date

from events.judgements.counts import UNKNOWN
from schemas.when import When

__all__ = ["OPEN", "read_days"]

OPEN = ".."
MONTH = re.compile(r"([0-9]{4})-([0-9]{2})", re.ASCII)
YEAR = re.compile(r"[0-9]{4}", re.ASCII)


def read_days(words: str) -> When:
    """Read ISO 8601: a day, a month, a year, or an interval of days with `..` for an open end; or what is not known.

    >>> str(read_days("2023-09"))
    '2023-09-01/2023-09-30'

    Raises:
        ValueError: the words are no date.

    """
    if words == UNKNOWN:
        return When.unknown()
    start, slash, end = words.partition("/")
    if slash:
        return When(start=_end(start), end=_end(end))
    if found := MONTH.fullmatch(words):
        return When.in_month(int(found[1]), _month(found[2]))
    return When.in_year(int(words)) if YEAR.fullmatch(words) else When.on(date.fromisoformat(words))


def _end(words: str) -> date | None:
    return None if words == OPEN else date.fromisoformat(words)


def _month(words: str) -> int:
    return date(2000, int(words), 1).month  # a month of 00 or 13 is none
