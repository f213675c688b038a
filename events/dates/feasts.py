"""Feasts: days that every year has, fixed ("Christmas Eve") or moving ("Labor Day", "Good Friday")."""

from datetime import date, timedelta

from events.dates.reckoning import weekday_after, weekday_on_or_before
from events.dates.words import Feast
from schemas.when import When

__all__ = ["feast_in", "nearest_feast"]

ONE_DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


def feast_in(feast: Feast, year: int) -> date:
    """Give the day of a feast in a year.

    >>> feast_in(Feast(month=11, weekday=3, nth=4), 1998)  # Thanksgiving
    datetime.date(1998, 11, 26)
    """
    if feast.easter is not None:
        return _easter(year) + timedelta(days=feast.easter)
    if feast.weekday is None or feast.nth is None:
        return date(year, feast.month or 1, feast.day or 1)
    month = When.in_month(year, feast.month or 1)
    if feast.nth < 0:
        return weekday_on_or_before(month.end or date(year, 12, 31), feast.weekday)
    return weekday_after((month.start or date(year, 1, 1)) - ONE_DAY, feast.weekday) + (feast.nth - 1) * WEEK


def nearest_feast(feast: Feast, anchor: date) -> date:
    """Give the feast in the year that brings it nearest to `anchor`."""
    years = range(max(date.min.year, anchor.year - 1), min(date.max.year, anchor.year + 1) + 1)
    return min((feast_in(feast, year) for year in years), key=lambda day: abs(day - anchor))


def _easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).

    >>> _easter(1998)
    datetime.date(1998, 4, 12)
    """
    century, year_of_century = divmod(year, 100)
    golden = year % 19
    leaps, rest = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * rest + 2 * (year_of_century // 4) - moon - year_of_century % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
