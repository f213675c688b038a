"""Rules for days that are named: "24 September 2023", "May 3-5", "on the 24th"."""

import re

from events.dates.anchors import Anchors
from events.dates.patterns import Patterns
from events.dates.reckoning import days_from, month_from
from events.dates.rule import Reading, Rule, rules_of
from events.dates.told import date_told, means_a_month, number_told, plain
from events.dates.words import Times
from schemas.vocabulary import DateExtent
from schemas.when import When

__all__ = ["YEAR_MAY_FOLLOW", "absolute_rules"]

START = r"(?<!\w)"
# A weekday may stand before a day, with a comma, a bracket or "the": it helps to find the year.
WEEKDAY = r"(?:(?P<weekday>@anyweekday)(?: @part)?(?:,? |, ?| ?(?P<open>[(\[]))(?:the )?)?"
CLOSE = r"(?(open)[)\]])"
# ", 2023", "-2023", " of 2023", " '89", " last year"
YEAR_MAY_FOLLOW = (
    r"(?:(?:,? |, ?|-|/| of )(?P<year>@year)| ?['’](?P<short>\d\d)(?!\w)"
    r"|,? (?:of )?(?P<yearly>last|this|next) year\b)?"
)
OF = r"(?: of | day of |[-/]| )"
DASH = r" ?[-–—/] ?"
THROUGH = r" (?:to|through|until|till) "
# "31 OCT 89 --", but "31 OCT 89 SOLDIERS" tells the day alone
NO_WORD = r"(?!\s{1,4}[^\W\d_])"
# After "on the 24th" a noun ("battalion", "floor") makes another ordinal of it.
NO_NOUN = r"(?=\W*$|[.,;:)\]]| (?:at|in|when|and(?! \d)|by|near|as|after|with|while|but|that|the|of)\b)"
GOES_ON = re.compile(r"\b(?:from|to|through|until|till)\b", re.IGNORECASE)
LAST_OF_WEEK = 6


def absolute_rules(compiled: Patterns) -> list[Rule]:
    """List the rules for named days."""
    year, between = YEAR_MAY_FOLLOW, rf"{START}(?:(?:between|from) )?"
    days = rf"(?:the )?(?P<first>@d)(?:{DASH}|{THROUGH}| (?:and|or) )(?:the )?(?P<day>@dd)"
    the_nth = r"(?P<core>the (?P<day>\d{1,2})(?:st|nd|rd|th)(?: of (?P<which>this|last|the same|that) month)?)"
    week = rf"{START}the week (?:of|starting|beginning) "
    return [
        *rules_of(
            compiled,
            "month",
            ("day-month", rf"{START}{WEEKDAY}(?P<day>@d){OF}(?P<month>@month){year}{CLOSE}", _day),
            (
                "month-day",
                rf"{START}{WEEKDAY}(?P<month>@month)(?: |(?<=\.))(?:the )?(?P<day>@d)@uncounted{year}{CLOSE}",
                _day,
            ),
            ("year-month-day", rf"{START}(?P<year>@year),?[-/\s](?P<month>@month)[-/\s](?P<day>@d)", _day),
            ("ordinal-day", rf"{START}(?P<day>@dayordinal)(?: day)? of (?P<month>@month){year}", _day),
            (
                "agency-day",
                rf"(?P<day>@d)[-/\s](?P<month>@month)[-/\s](?P<short>@short){NO_WORD}",
                _agency_day,
            ),
            (
                "agency-day",
                rf"{START}(?P<month>@month)[-/\s](?P<day>@d) (?P<short>@short){NO_WORD}",
                _agency_day,
            ),
            ("week-of-day", rf"{week}(?P<day>@d){OF}(?P<month>@month){year}", _week_of_day),
            ("week-of-day", rf"{week}(?P<month>@month) (?P<day>@d)@uncounted{year}", _week_of_day),
            (
                "days-of-month",
                rf"{between}{days}{OF}(?P<month>@month){year}",
                _days,
            ),
            (
                "month-days",
                rf"{between}(?P<month>@month) (?P<first>@d)(?:{DASH}|{THROUGH})(?P<day>@dd)@uncounted{year}",
                _days,
            ),
            (
                "between-month-days",
                rf"{START}between (?P<month>@month) (?P<first>@d) and (?P<day>@dd)@uncounted{year}",
                _days,
            ),
        ),
        *rules_of(
            compiled,
            "ordinal",
            (
                "day-of-month",
                rf"{START}(?:on|since|by|until|of|from|and) {the_nth}{NO_NOUN}",
                _day_of_month,
            ),
        ),
    ]


def _day(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    if not means_a_month(match["month"], times) and not match.groupdict().get("year"):
        return None
    day, told = date_told(match, match["day"], anchors, times)
    return Reading(When.on(day), anchored=not told)


def _agency_day(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    """Read a year of two digits, which only the capitals of an agency make sure."""
    return _day(match, anchors, times) if match["month"].isupper() else None


def _week_of_day(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    day = _day(match, anchors, times)
    if day is None or day.when.start is None:
        return None
    return Reading(days_from(day.when.start, 0, LAST_OF_WEEK), anchored=day.anchored)


def _days(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    """Read "3-5 May"; "from ... to" says that it lasted, "between" that it lay within."""
    first, last = number_told(match["first"], times), number_told(match["day"], times)
    if first >= last or not means_a_month(match["month"], times):
        return None
    end, told = date_told(match, match["day"], anchors, times)
    extent = DateExtent.THROUGHOUT if GOES_ON.search(match[0]) else DateExtent.WITHIN
    return Reading(When(start=end.replace(day=first), end=end, extent=extent), anchored=not told)


def _day_of_month(match: re.Match[str], anchors: Anchors, _times: Times) -> Reading | None:
    day, which = int(match["day"]), plain(match["which"])
    if which in ("that", "the same"):
        return Reading(When.on(anchors.told_day.replace(day=day)), anchored=False)
    published = anchors.publication
    month = month_from(published, _months_away(day, which, anchors)).start or published
    return Reading(When.on(month.replace(day=day)))


def _months_away(day: int, which: str, anchors: Anchors) -> int:
    """Say in which month "the 24th" is: the latest that has begun it, or the next where it is to come."""
    today = anchors.publication.day
    if which:
        return -1 if which == "last" else 0
    if anchors.facing == "future":
        return int(day < today)
    return -int(day > today)
