"""What the words of a match tell: a month's number, a year, a count, a third."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from events.dates.anchors import Anchors
from events.dates.reckoning import nearest_date, nearest_weekday_date, third_of, year_of_short
from events.dates.words import Times
from schemas.when import When

__all__ = [
    "as_it_faces",
    "count_told",
    "date_told",
    "means_a_month",
    "month_told",
    "number_told",
    "plain",
    "third_told",
    "weekday_told",
    "year_told",
]

SOON = timedelta(days=60)
YEAR = timedelta(days=365)
YEARLY = {"last": -1, "this": 0, "next": 1}
DIGITS = re.compile(r"\d+")


def plain(words: str | None) -> str:
    """Write words as the codebook does: lower case, single spaces, straight quotes; "" for None.

    >>> plain("NEW  YEAR’S EVE")
    "new year's eve"
    """
    return " ".join((words or "").lower().split()).replace("’", "'")


def month_told(word: str, times: Times) -> int:
    """Give the number of a month as written."""
    return times.months[word.rstrip(".").lower()]


def weekday_told(word: str, times: Times) -> int:
    """Give the number of a weekday as written, Monday being 0."""
    key = word.rstrip(".").lower()
    return times.weekdays[key] if key in times.weekdays else times.weekday_abbreviations[key]


def number_told(word: str, times: Times) -> int:
    """Give the number that "24th" or "first" means; "last" is -1."""
    digits = DIGITS.match(word)
    return int(digits[0]) if digits else times.ordinals[plain(word)]


def count_told(word: str, times: Times) -> tuple[int, int]:
    """Give the least and the most that a count means."""
    key = plain(word)
    if key.isdecimal():
        return int(key), int(key)
    parts = (
        [times.counts[key]] if key in times.counts else [times.counts[part] for part in key.replace("-", " ").split()]
    )
    return sum(part.least for part in parts), sum(part.most for part in parts)


def means_a_month(word: str, times: Times) -> bool:
    """Say whether the word is a month as it is written: "may" and "march" need their capital."""
    return word[0].isupper() or word.rstrip(".").lower() not in times.doubtful


def year_told(match: re.Match[str], anchors: Anchors) -> int | None:
    """Give the year that a match tells in four digits, in two or as "last year", if any."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("short"):
        return year_of_short(int(groups["short"][-2:]), anchors.published)
    if groups.get("yearly"):
        return anchors.publication.year + YEARLY[plain(groups["yearly"])]
    return None


def date_told(match: re.Match[str], day: str, anchors: Anchors, times: Times) -> tuple[date, bool]:
    """Give a day of the match's month, and whether it tells its year by number.

    Raises:
        ValueError: there is no such day.
        MissingAnchorError: the year is not told, and the day of publication is not known.

    """
    month, number, year = (
        month_told(match["month"], times),
        number_told(day, times),
        year_told(match, anchors),
    )
    if year is not None:
        return date(year, month, number), match.groupdict().get("yearly") is None
    weekday = match.groupdict().get("weekday")
    if weekday:
        return nearest_weekday_date(month, number, weekday_told(weekday, times), anchors.publication), False
    return as_it_faces(lambda anchor: nearest_date(month, number, anchor), anchors), False


def as_it_faces(nearest: Callable[[date], date], anchors: Anchors) -> date:
    """Give the nearest such day of any year, but what "was turned down March 14" was so before publication."""
    published = anchors.publication
    day = nearest(published)
    if anchors.facing == "past" and day - published > SOON:
        return nearest(day - YEAR)
    if anchors.facing == "future" and published - day > SOON:
        return nearest(day + YEAR)
    return day


def third_told(match: re.Match[str], when: When, times: Times) -> When:
    """Give the third of `when` that a match tells by "early", "mid" or "late", else all of it."""
    word = plain(match.groupdict().get("third"))
    return third_of(when, times.thirds[word]) if word in times.thirds else when
