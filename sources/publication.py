"""Dates of publication, as outlets write them."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from typing import Literal

import dateparser

from schemas.codebook import load_codebook
from schemas.record import Record
from sources.refusal import quoted

__all__ = ["DateOrder", "Publication", "is_date", "read_publication", "what_is_wrong"]

DateOrder = Literal["DMY", "MDY"]

EARLIEST, LATEST = 1800, 2100  # years; 0001-01-01 and 9999-12-31 are what programs write for "unknown"
SHORT_YEAR = 2  # digits
PIVOT = 40  # "3 JAN 90" is 1990 and "25 APR 17" is 2017: wires write two digits
LONGEST = 100  # characters; nothing longer is a date
NOON = 12


class Publication(Record):
    """The outlet's own day, and the moment in UTC where time and zone are written."""

    day: date
    moment: datetime | None = None


def read_publication(written: str, *, date_order: DateOrder | None = None) -> Publication | None:
    """Read a date of publication; None where no day, month and year are named or the day does not exist.

    ISO 8601, RFC 5322, "25 September 2023", "Sept. 25, 2023", "3 JAN 90" and what stands around them
    ("Published on", a weekday, a time). A numeric date that reads two ways needs `date_order`.

    >>> read_publication("Monday, Sept. 25, 2023").day
    datetime.date(2023, 9, 25)
    >>> read_publication("31 February 2023") is None
    True
    """
    value = " ".join(written.split())
    if not value or len(value) > LONGEST:
        return None
    match = _match(value)
    return _publication(match, date_order) if match else _from_dateparser(value)


def is_date(words: str) -> bool:
    """Say whether words are a date of publication and nothing else: "He died on 3 May 2021" is a sentence.

    >>> is_date("Monday, Sept. 25, 2023"), is_date("Gunmen came on Sept. 25, 2023")
    (True, False)
    """
    match = _match(words) if len(words) <= LONGEST else None
    return match is not None and _publication(match, None) is not None


def what_is_wrong(written: str) -> str:
    """Say why a value gives no date of publication, and what to do."""
    value = " ".join(written.split())
    shown = quoted(value)
    if any(read_publication(value, date_order=order) for order in ("DMY", "MDY")):
        return f"The date {shown} reads two ways; say which: --date-order DMY or MDY."
    return (
        f"{shown} is no date of publication with a day, a month and a year; the report is read without it. "
        "Give its date as YYYY-MM-DD, or for all reports that carry none: --published YYYY-MM-DD."
    )


def _match(value: str) -> re.Match[str] | None:
    if not any(letter.isdigit() for letter in value):
        return None
    return next((match for pattern in _patterns() if (match := pattern.fullmatch(value))), None)


def _publication(match: re.Match[str], date_order: DateOrder | None) -> Publication | None:
    day = _day(match.groupdict(), date_order)
    if day is None or not EARLIEST <= day.year <= LATEST:
        return None
    return Publication(day=day, moment=_moment(day, match.groupdict()))


def _day(parts: dict[str, str | None], date_order: DateOrder | None) -> date | None:
    year = _year(parts["year"] or "")
    if (left := parts.get("left")) and (right := parts.get("right")):
        is_short = len(parts["year"] or "") == SHORT_YEAR
        return _numeric_day(int(left), int(right), year, date_order, is_short=is_short)
    month = parts["month"] or ""
    return _existing(year, int(month) if month.isdigit() else _months()[month.casefold()], int(parts["day"] or 0))


def _numeric_day(left: int, right: int, year: int, date_order: DateOrder | None, *, is_short: bool) -> date | None:
    """Read 25/09/2023; 06/07/2016 and 25/09/23, which may be a day of 2025, only in a given order."""
    day_first, month_first = _existing(year, right, left), _existing(year, left, right)
    if date_order:
        preferred, other = (day_first, month_first) if date_order == "DMY" else (month_first, day_first)
        return preferred or other
    readings = {reading for reading in (day_first, month_first) if reading}
    return readings.pop() if len(readings) == 1 and not is_short else None


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 31 February
        return None


def _year(written: str) -> int:
    number = int(written)
    if len(written) > SHORT_YEAR:
        return number
    return number + (2000 if number < PIVOT else 1900)


def _moment(day: date, parts: dict[str, str | None]) -> datetime | None:
    zone = _zone(parts.get("zone"))
    if zone is None or parts.get("hour") is None:
        return None
    hour, minute, second = (int(parts.get(part) or 0) for part in ("hour", "minute", "second"))
    if half := parts.get("half"):
        hour = hour % NOON + (NOON if half.casefold() == "p" else 0)
    try:
        return datetime.combine(day, time(hour, minute, second), zone).astimezone(UTC)
    except ValueError:  # 25:61
        return None


def _zone(written: str | None) -> timezone | None:
    if not written:
        return None
    if match := re.fullmatch(r"(?:GMT|UTC)?([+-])(\d\d?):?(\d\d)?", written, re.IGNORECASE):
        sign, hours, minutes = match.groups()
        offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return timezone(offset if sign == "+" else -offset) if offset < timedelta(days=1) else None
    minutes_from_utc = _zones().get(written.casefold())
    return None if minutes_from_utc is None else timezone(timedelta(minutes=minutes_from_utc))


def _from_dateparser(value: str) -> Publication | None:
    """Ask dateparser, and take from it only a day, a month and a year that all stand in the value."""
    words = re.findall(r"[^\W\d_]+", value.casefold())
    numbers = re.findall(r"\d+", value)
    if not any(word in _months() for word in words):
        return None
    found = dateparser.parse(
        value,
        languages=["en"],
        settings={"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "TIMEZONE": "UTC"},
    )
    if found is None or not EARLIEST <= found.year <= LATEST:
        return None
    stands_there = str(found.year) in numbers and {str(found.day), f"{found.day:02}"} & set(numbers)
    return Publication(day=found.date()) if stands_there else None


@cache
def _zones() -> dict[str, int]:
    zones: dict[str, int] = load_codebook("front_matter")["zones"]
    return zones


@cache
def _months() -> dict[str, int]:
    months: dict[str, int] = load_codebook("times")["months"]
    return months


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Write the forms of a date, each with what may stand before and after it."""
    times, front_matter = load_codebook("times"), load_codebook("front_matter")
    leads = _any_of([*front_matter["published"], *front_matter["updated"]])
    weekdays = _any_of([*times["weekdays"], *times["weekday_abbreviations"]])
    month = rf"(?P<month>{_any_of(times['months'])})\.?"
    before = rf"(?:(?:{leads})\s*:?\s*(?:on|at)?\s*:?\s*)?"
    weekday = rf"(?:(?:{weekdays})\b\.?,?\s*)?"
    clock = (
        r"(?:T|\s*[,|·–—@-]?\s*(?:at\s+)?)?(?P<hour>\d{1,2})[:.h]?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?"
        r"(?:\s*(?P<half>[ap])\.?m\.?)?(?:\s*\(?(?P<zone>(?:GMT|UTC)?[+-]\d\d?:?\d*|[A-Z]{1,5})\)?)?"
        r"(?:\s*\([A-Z]{1,5}\))?"
    )
    earlier_clock = r"(?:\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{1,5})?\s*[,|·–—-]?\s*(?:on\s+)?)?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    forms = (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        rf"{day}(?:\s+of)?[\s,/.-]*{month}[\s,/.-]*'?(?P<year>\d{{4}}|\d\d)(?!\d)",
        rf"{month}\s*{day}(?:,\s*|\s+)(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}}),?\s+{month}\s+{day}",
        r"(?P<left>\d{1,2})(?P<mark>[-/.])(?P<right>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)",
    )
    return tuple(re.compile(rf"{before}{earlier_clock}{weekday}{form}(?:{clock})?\.?", re.IGNORECASE) for form in forms)


def _any_of(words: "dict[str, int] | list[str]") -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
