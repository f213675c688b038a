"""What dateparser reads behind the rules: odd ways of writing a day of a month, and nothing else.

dateparser makes a day of "September" and of "2008"; so it is asked only about words that hold a month
and one or two numbers, and only its day and month are taken.
"""

import re
import warnings
from datetime import date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from events.dates.reckoning import nearest_date

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

__all__ = ["day_named"]

# A leap year, so that 29 February is there; the year is never taken from it.
BASE = datetime(2000, 1, 1)  # noqa: DTZ001 - dateparser wants a moment of no zone
NUMBER = re.compile(r"\d+")
YEAR_DIGITS = 4
LONGEST_PHRASE = 60
KEPT_PHRASES = 4096


def day_named(phrase: str, *, published: date | None) -> date | None:
    """Read a day out of words that name a month and a day of it; None if they name none.

    A year is taken where it stands in four digits, else the nearest to `published`.
    """
    numbers = NUMBER.findall(phrase)
    years = [int(number) for number in numbers if len(number) == YEAR_DIGITS]
    if len(numbers) - len(years) != 1 or len(years) > 1 or len(phrase) > LONGEST_PHRASE:
        return None
    read = _read(" ".join(phrase.split()))
    if read is None or read.day != int(next(number for number in numbers if len(number) < YEAR_DIGITS)):
        return None
    if years:
        return date(years[0], read.month, read.day) if read.year == years[0] else None
    return nearest_date(read.month, read.day, published) if published else None


@lru_cache(maxsize=KEPT_PHRASES)
def _read(phrase: str) -> date | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own deprecations are no concern of a report's reader
        try:
            found = _parser().get_date_data(phrase).date_obj
        except (ValueError, OverflowError, RecursionError):
            return None
    return found.date() if found else None


@cache
def _parser() -> "DateDataParser":
    """Configure dateparser, once and not before it is needed: importing it takes a third of a second."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from dateparser.date import DateDataParser  # noqa: PLC0415 - see above

        return DateDataParser(
            languages=["en"],
            settings={
                "RELATIVE_BASE": BASE,
                "REQUIRE_PARTS": ["day", "month"],
                "PARSERS": ["absolute-time"],
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
