"""Rules for days that are counted: "yesterday", "two days ago", "the next day", "in the past week"."""

import re
from datetime import date, timedelta
from math import ceil

from events.dates.anchors import Anchors
from events.dates.patterns import Patterns, plural
from events.dates.reckoning import days_from, month_from
from events.dates.rule import Reading, Rule, rules_of
from events.dates.told import count_told, plain
from events.dates.words import Times, Unit
from schemas.vocabulary import DateExtent
from schemas.when import When

__all__ = ["relative_rules"]

HOURS_A_DAY = 24
MONTHS_A_YEAR = 12
DAYS_A_MONTH = 365.25 / 12
A_FEW = (2, 5)
ONE = (1, 1)


def relative_rules(compiled: Patterns) -> list[Rule]:
    """List the rules for counted days."""
    number = r"(?<!\w)(?:(?P<hedge>@hedge) )?(?P<count>@count) (?P<unit>@unit) "
    after = r"(?P<direction>earlier|later|previously|afterwards?|(?:before|after)(?: that\b|@last))(?!\w)(?! than\b)"
    window = (
        r"(?<!\w)(?:(?P<throughout>for|throughout) )?(?P<the>the |these )?"
        r"(?P<which>past|last|previous|following|next|coming) (?:(?P<count>@count) )?(?P<unit>@unit)(?! of\b)"
    )
    return [
        *rules_of(
            compiled,
            "reference",
            ("told-day", r"(?<!\w)(?P<phrase>@reference)", _from_told_day),
            ("told-day", r"(?<!\w)(?P<phrase>@alone)@last", _from_told_day),
        ),
        *rules_of(
            compiled,
            "offset",
            ("overnight", r"(?<!\w)(?P<phrase>overnight)(?!\w)", _from_publication),
            ("relative-day", r"(?<!\w)(?P<phrase>@offset)", _from_publication),
        ),
        *rules_of(
            compiled,
            "unit",
            ("ago", rf"{number}(?P<direction>ago)\b(?: (?P<today>today)\b)?", _ago),
            ("from-now", rf"{number}from (?:now|today)\b", _from_now),
            ("earlier-or-later", rf"{number}{after}", _from_told_days),
            ("past-units", window, _window),
        ),
    ]


def _from_publication(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    days = times.day_offsets[plain(match["phrase"])]
    return Reading(days_from(anchors.publication, days.first, days.last))


def _from_told_day(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    phrase = plain(match["phrase"])
    days = times.reference_offsets.get(phrase) or times.reference_offsets_alone[phrase]
    return Reading(days_from(anchors.told_day, days.first, days.last), anchored=False)


def _unit(match: re.Match[str], times: Times) -> Unit:
    word = match["unit"].lower()
    return next(unit for name, unit in times.units.items() if word in (name, plural(name)))


def _ago(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    unit, (low, high) = _unit(match, times), count_told(match["count"], times)
    anchor = anchors.publication
    if match["today"]:
        return Reading(When.on(_exactly(anchor, -low, unit)))
    return Reading(_hedged(_away(anchor, -high, -low, unit), unit, _hedge(match, times)))


def _from_now(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    unit, (low, high) = _unit(match, times), count_told(match["count"], times)
    return Reading(_away(anchors.publication, low, high, unit))


def _from_told_days(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    """Read "two days earlier" and "a week later", which count from the day told just before."""
    unit, (low, high) = _unit(match, times), count_told(match["count"], times)
    if plain(match["direction"]).split()[0] in ("later", "after", "afterward", "afterwards"):
        return Reading(_away(anchors.told_day, low, high, unit), anchored=False)
    earlier = _away(anchors.told_day, -high, -low, unit)
    return Reading(_hedged(earlier, unit, _hedge(match, times)), anchored=False)


def _hedge(match: re.Match[str], times: Times) -> str:
    return times.hedges[plain(match["hedge"])] if match["hedge"] else "none"


def _exactly(anchor: date, count: int, unit: Unit) -> date:
    """Count whole units to one day: "a year ago today"."""
    if not unit.months:
        return anchor + timedelta(days=count * unit.days)
    month = month_from(anchor, count * unit.months).start or anchor
    return month.replace(day=anchor.day)


def _away(anchor: date, first: int, last: int, unit: Unit) -> When:
    """Give the days that are `first` to `last` units away, as widely as the unit is used."""
    if unit.months >= MONTHS_A_YEAR:
        years = unit.months // MONTHS_A_YEAR
        start, end = anchor.year + first * years - unit.slack, anchor.year + last * years + unit.slack
        return When(start=date(start, 1, 1), end=date(end, 12, 31))
    if unit.months:
        first_month, last_month = (
            month_from(anchor, first * unit.months),
            month_from(anchor, last * unit.months),
        )
        return When(start=first_month.start, end=last_month.end)
    if unit.hours:
        return days_from(anchor, -ceil(-first / HOURS_A_DAY), ceil(last / HOURS_A_DAY))
    return days_from(anchor, first * unit.days - unit.slack, last * unit.days + unit.slack)


def _hedged(when: When, unit: Unit, hedge: str) -> When:
    """Widen by one unit, but never past the next count."""
    size = timedelta(days=max(unit.days, unit.months * DAYS_A_MONTH))
    start, end = when.start, when.end
    if start and hedge in ("more", "both"):
        start -= size
    if end and hedge in ("less", "both"):
        end += size
    return When(start=start, end=end)


def _window(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    """Read the days up to publication, or from it; "last week" alone is a week of the calendar."""
    which, is_several = plain(match["which"]), match["unit"].lower().endswith("s")
    is_bare = not match["count"] and not is_several
    if is_bare and not (which == "past" or (which == "last" and match["the"])):
        return None
    vaguely = A_FEW if is_several else ONE
    most = count_told(match["count"], times)[1] if match["count"] else vaguely[1]
    reach = _length(most, _unit(match, times))
    first, last = {"previous": (-reach, -1), "following": (1, reach)}.get(which) or (
        (0, reach) if which in ("next", "coming") else (-reach, 0)
    )
    from_told = which in ("previous", "following")
    when = days_from(anchors.told_day if from_told else anchors.publication, first, last)
    extent = DateExtent.THROUGHOUT if match["throughout"] else DateExtent.WITHIN
    return Reading(When(start=when.start, end=when.end, extent=extent), anchored=not from_told)


def _length(count: int, unit: Unit) -> int:
    """Give the days in so many units, months taken as a twelfth of a year."""
    if unit.hours:
        return max(1, ceil(count * unit.hours / HOURS_A_DAY))
    return round(count * (unit.days + unit.months * DAYS_A_MONTH))
