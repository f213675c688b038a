"""Rules for weekdays: the latest on or before the day of publication, that same day allowed."""

import re
from datetime import date, timedelta

from events.dates.anchors import Anchors
from events.dates.patterns import Patterns
from events.dates.reckoning import latest_month, month_from, week_of, weekday_after, weekday_on_or_before
from events.dates.rule import Reading, Rule, rules_of
from events.dates.told import count_told, month_told, number_told, plain, weekday_told
from events.dates.words import Times
from schemas.when import When

__all__ = ["weekday_rules"]

WHICH = (
    r"(?:(?P<which>(?:this )?(?:past|coming)|this|last|next|(?:the )?(?:previous|following)) )?"
    r"(?P<weekday>@weekday)"
    r"(?: (?P<week>(?:of )?(?:last|this|next) week))?"
)
MONTH = r"(?P<month>@month)(?:,? (?P<year>@year))?"
SUNDAY = 6
MONTHS_TO_TRY = 12
MONTHS_A_YEAR = 12
ONE_DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


def weekday_rules(compiled: Patterns) -> list[Rule]:
    """List the rules for weekdays."""
    introduced = r"(?<!\w)(?:on|since|by|until|late|early|last) "
    return rules_of(
        compiled,
        "weekday",
        ("weekday", rf"(?<!\w)(?:(?P<every>every|each|@dayordinal) )?{WHICH}", _weekday),
        (
            "weekday-of-month",
            r"(?<!\w)(?P<weekday>@weekday),? the (?P<day>\d{1,2})(?:st|nd|rd|th)(?!\w)",
            _weekday_of_month,
        ),
        ("nth-weekday", rf"(?<!\w)(?:the )?(?P<nth>@ordinal) (?P<weekday>@weekday) (?:of|in) {MONTH}", _nth_weekday),
        ("weekday-short", rf"{introduced}(?P<core>(?P<weekday>@abbreviated))", _short_weekday),
        ("weeks-ago", r"(?<!\w)(?P<count>@count) weeks? ago,?(?: on)? (?P<weekday>@weekday)", _weeks_ago),
        (
            "years-ago",
            r"(?<!\w)(?P<count>@count) (?P<unit>month|year)s? ago,?(?: on)? (?P<weekday>@weekday)",
            _years_ago,
        ),
        ("weeks-from", r"(?<!\w)(?P<count>@count) weeks? from(?: next)? (?P<weekday>@weekday)", _weeks_from),
    )


def _weekday(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    if match["every"]:
        return None
    number = weekday_told(match["weekday"], times)
    which = plain(match["which"]).rpartition(" ")[2]
    if which in ("previous", "following"):
        return Reading(When.on(_from_told(number, which, anchors.told_day)), anchored=False)
    if match["week"]:
        return Reading(When.on(_in_week(number, match["week"].lower(), anchors.publication)))
    return Reading(When.on(_from_publication(number, which, anchors)))


def _from_told(weekday: int, which: str, told: date) -> date:
    return weekday_after(told, weekday) if which == "following" else weekday_on_or_before(told - ONE_DAY, weekday)


def _from_publication(weekday: int, which: str, anchors: Anchors) -> date:
    published = anchors.publication
    if which in ("last", "past"):
        return weekday_on_or_before(published - ONE_DAY, weekday)
    if which == "next":
        return _in_the_next_week(published, weekday)
    if which == "coming" or anchors.facing == "future" or (which == "this" and anchors.facing != "past"):
        return weekday_after(published - ONE_DAY, weekday)
    return weekday_on_or_before(published, weekday)


def _in_the_next_week(published: date, weekday: int) -> date:
    """Give the weekday of the next week, Sunday being its first day: on a Monday "next Friday" is not this one."""
    sunday = weekday_after(published, SUNDAY)
    return weekday_after(sunday - ONE_DAY, weekday)


def _in_week(weekday: int, week: str, published: date) -> date:
    monday = week_of(published).start or published
    weeks = {"last": -WEEK, "next": WEEK}
    shift = next((move for word, move in weeks.items() if word in week), timedelta())
    return monday + shift + timedelta(days=weekday)


def _short_weekday(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    if not match["weekday"][0].isupper():
        return None  # "on sat", "late wed"
    number = weekday_told(match["weekday"], times)
    return Reading(When.on(_from_publication(number, "", anchors)))


def _nth_weekday(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    """Read "the first Monday of May"; a fifth that the month has not is no day."""
    weekday, nth = weekday_told(match["weekday"], times), number_told(match["nth"], times)
    number = month_told(match["month"], times)
    month = When.in_month(int(match["year"]), number) if match["year"] else latest_month(number, anchors.publication)
    first, last = month.start, month.end
    if first is None or last is None:
        return None
    day = weekday_on_or_before(last, weekday) if nth < 0 else weekday_after(first - ONE_DAY, weekday) + (nth - 1) * WEEK
    if day > last:
        raise ValueError(f"{match[0]} is no day")
    return Reading(When.on(day), anchored=match["year"] is None)


def _weekday_of_month(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    """Read "Friday the 13th": the nearest such day of a month that is that weekday."""
    weekday, number, published = weekday_told(match["weekday"], times), int(match["day"]), anchors.publication
    first_days = (month_from(published, shift).start for shift in range(-MONTHS_TO_TRY, MONTHS_TO_TRY + 1))
    days = [first + (number - 1) * ONE_DAY for first in first_days if first]
    fitting = [day for day in days if day.day == number and day.weekday() == weekday]
    return Reading(When.on(min(fitting, key=lambda day: abs(day - published)))) if fitting else None


def _weeks_from(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    """Read "a week from Monday", which counts from the Monday that comes."""
    low, high = count_told(match["count"], times)
    if low != high:
        return None
    day = weekday_after(anchors.publication - ONE_DAY, weekday_told(match["weekday"], times))
    return Reading(When.on(day + low * WEEK))


def _years_ago(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    """Read "a year ago Tuesday", which is the same day of the month as the latest Tuesday."""
    low, high = count_told(match["count"], times)
    if low != high:
        return None
    day = weekday_on_or_before(anchors.publication, weekday_told(match["weekday"], times))
    months = low * (MONTHS_A_YEAR if plain(match["unit"]) == "year" else 1)
    return Reading(When.on((month_from(day, -months).start or day).replace(day=day.day)))


def _weeks_ago(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    low, high = count_told(match["count"], times)
    if low != high:
        return None
    day = weekday_on_or_before(anchors.publication, weekday_told(match["weekday"], times))
    return Reading(When.on(day - low * WEEK))
