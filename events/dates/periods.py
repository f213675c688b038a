"""Rules for stretches of the calendar: "late last year", "the weekend", "the last week of May"."""

import re
from datetime import date, timedelta

from events.dates.anchors import Anchors
from events.dates.patterns import Patterns
from events.dates.reckoning import (
    SATURDAY,
    by_then,
    days_from,
    latest_month,
    piece_of,
    weekday_on_or_before,
    whole_of,
)
from events.dates.rule import Reading, Rule, rules_of
from events.dates.told import means_a_month, month_told, number_told, plain, third_told
from events.dates.words import Times
from schemas.when import When

__all__ = ["period_rules"]

EARLIER = r"(?:(?P<third>@third|earlier|later)(?: |-)(?:in )?)?"
PART = r"(?P<part>week|half|quarter|days)"
DIVIDED = (
    r"(?:the year )?(?:(?P<month>@month)(?:,? (?P<year>@year))?|(?P<only>@year)"
    r"|(?P<which>last|this|next) (?P<unit>month|year))"
)
WHICH_WEEKEND = r"(?P<which>(?:this )?(?:past|coming)|last|this|next|(?:the )?(?:previous|following)|the)"
SHIFTS = {"last": -1, "previous": -1, "this": 0, "the": 0, "that": 0, "same": 0, "next": 1, "following": 1}
PIECES = {"half": 2, "quarter": 4}
LENGTHS = {"week": 7, "days": 5}


def period_rules(compiled: Patterns) -> list[Rule]:
    """List the rules for weeks, months, years, their parts, and weekends."""
    unit = r"(?P<unit>week|month|year)\b"
    return [
        *rules_of(
            compiled,
            "unit",
            ("which-period", rf"(?<!\w){EARLIER}(?P<which>last|this|next|the) {unit}", _which_period),
            ("told-period", rf"(?<!\w)(?:the )?(?P<which>previous|following|same|that) {unit}", _told_period),
            ("part-of-period", rf"(?<!\w)(?:the )?(?P<nth>@ordinal) {PART} of {DIVIDED}", _part),
        ),
        *rules_of(compiled, "weekend", ("weekend", rf"(?<!\w)(?:{WHICH_WEEKEND} )?weekend\b", _weekend)),
    ]


def _which_period(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    which, third = plain(match["which"]), plain(match["third"])
    if which == "the" and third not in ("earlier", "later") and not third.startswith("the "):
        return None  # "early the year"; but "the start of the year"
    published = anchors.publication
    when = whole_of(plain(match["unit"]), published, shift=SHIFTS[which])
    if third == "later" or (anchors.facing == "future" and which == "this"):
        return Reading(When(start=max(published, when.start or published), end=when.end))
    if third in ("", "earlier"):
        return Reading(by_then(when, published))
    return Reading(third_told(match, when, times))


def _told_period(match: re.Match[str], anchors: Anchors, _times: Times) -> Reading | None:
    shift = SHIFTS[plain(match["which"])]
    return Reading(whole_of(plain(match["unit"]), anchors.told_day, shift=shift), anchored=False)


def _part(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    """Read "the first week of", "the second half of"; "the last" counts from the end."""
    if match["month"] and not means_a_month(match["month"], times):
        return None
    nth, part = number_told(match["nth"], times), plain(match["part"])
    whole, anchored = _divided(match, anchors, times)
    if part in PIECES:
        pieces = PIECES[part]
        number = pieces if nth < 0 else nth
        return Reading(piece_of(whole, number, pieces), anchored=anchored) if number <= pieces else None
    if whole.start is None or whole.end is None:
        return None
    length = LENGTHS[part]
    from_end = days_from(whole.end, 1 - length, 0)
    when = from_end if nth < 0 else days_from(whole.start, (nth - 1) * length, nth * length - 1)
    return Reading(when, anchored=anchored)


def _divided(match: re.Match[str], anchors: Anchors, times: Times) -> tuple[When, bool]:
    """Give the month or year that is divided, and whether it follows from publication."""
    if match["only"]:
        return When.in_year(int(match["only"])), False
    if match["unit"]:
        return whole_of(plain(match["unit"]), anchors.publication, shift=SHIFTS[plain(match["which"])]), True
    number = month_told(match["month"], times)
    if match["year"]:
        return When.in_month(int(match["year"]), number), False
    return latest_month(number, anchors.publication), True


def _weekend(match: re.Match[str], anchors: Anchors, _times: Times) -> Reading | None:
    """Read the latest Saturday and Sunday; "last weekend" said on one of them is the one before."""
    which = (plain(match["which"]) or "the").split()[-1]
    if which in ("previous", "following"):
        return Reading(_weekend_from(anchors.told_day, SHIFTS[which]), anchored=False)
    published = anchors.publication
    is_weekend = published.weekday() >= SATURDAY
    if which == "last" and is_weekend:
        return Reading(_weekend_from(published, -1))
    if which in ("next", "coming") or (anchors.facing == "future" and not is_weekend):
        return Reading(_weekend_from(published, 1))
    return Reading(_weekend_from(published, 0))


def _weekend_from(day: date, shift: int) -> When:
    saturday = weekday_on_or_before(day, SATURDAY) + timedelta(weeks=shift)
    return days_from(saturday, 0, 1)
