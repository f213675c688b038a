"""Rules for weekdays: the latest on or before the day of publication, that same day allowed."""

import re
from datetime import date, timedelta

from events.dates.anchors import Anchors
from events.dates.patterns import Patterns
from events.dates.reckoning import latest_month, week_of, weekday_after, weekday_on_or_before
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
ONE_DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


def weekday_rules(compiled: Patterns) -> list[Rule]:
    """List the rules for weekdays."""
    introduced = r"(?<!\w)(?:on|since|by|until|late|early|last) "
    return rules_of(
        compiled,
        "weekday",
        ("weekday", rf"(?<!\w)(?:(?P<every>every|each|@dayordinal) )?{WHICH}", _weekday),
        ("nth-weekday", rf"(?<!\w)(?:the )?(?P<nth>@ordinal) (?P<weekday>@weekday) (?:of|in) {MONTH}", _nth_weekday),
        ("weekday-short", rf"{introduced}(?P<core>(?P<weekday>@abbreviated))", _short_weekday),
        ("weeks-ago", r"(?<!\w)(?P<count>@count) weeks? ago,?(?: on)? (?P<weekday>@weekday)", _weeks_ago),
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
        return weekday_after(published, weekday)
    if which in ("this", "coming") or anchors.facing == "future":
        return weekday_after(published - ONE_DAY, weekday)
    return weekday_on_or_before(published, weekday)


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


def _weeks_ago(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    low, high = count_told(match["count"], times)
    if low != high:
        return None
    day = weekday_on_or_before(anchors.publication, weekday_told(match["weekday"], times))
    return Reading(When.on(day - low * WEEK))
