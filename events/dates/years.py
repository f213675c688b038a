"""Rules for years: "in 1994", "the 1994 genocide", "between 1992 and 1995", "the early 1990s"."""

import re
from datetime import date

from events.dates.anchors import Anchors
from events.dates.months import THIRD
from events.dates.patterns import Patterns
from events.dates.rule import Reading, Rule, rules_of
from events.dates.told import third_told
from events.dates.words import Times
from schemas.when import When

__all__ = ["year_rules"]

FOUR_DIGITS = r"(?:1[5-9]|20)\d\d"
LAST = rf"(?P<last>{FOUR_DIGITS}|\d\d)(?!\w|[-–/]|[.,]\d)"
LONGEST_AHEAD = 30  # "BY 2030 HOURS" in 1989
DECADE_ENDS = 9


def year_rules(compiled: Patterns) -> list[Rule]:
    """List the rules for years; a number alone is none ("2008 recognised")."""
    return rules_of(
        compiled,
        "year",
        ("year", rf"(?<!\w)@introducer (?P<core>{THIRD}(?P<year>@year))", _year),
        ("year", r"(?<!\w)(?P<core>(?P<third>@third)(?: |-)(?P<year>@year))", _year),
        ("year-of-event", r"(?<!\w)(?:the|his|her|its|their|a) (?P<core>(?P<year>@year))(?= [a-z])", _year),
        ("years", rf"(?<!\w)(?:@introducer|the) (?P<core>(?P<year>{FOUR_DIGITS})[-–/]{LAST})", _years),
        ("years", rf"(?<!\w)between (?P<year>@year) and {LAST}", _years),
        ("decade", rf"(?<!\w)the (?P<core>{THIRD}(?P<year>(?:1[5-9]|20)\d0)['’]?s)\b", _decade),
    )


def _year(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    year = int(match["year"])
    if anchors.published and year > anchors.published.year + LONGEST_AHEAD:
        return None
    return Reading(third_told(match, When.in_year(year), times), anchored=False)


def _years(match: re.Match[str], _anchors: Anchors, _times: Times) -> Reading | None:
    first, last = match["year"], match["last"]
    end = int(first[: -len(last)] + last)
    if end <= int(first):
        return None
    return Reading(When(start=date(int(first), 1, 1), end=date(end, 12, 31)), anchored=False)


def _decade(match: re.Match[str], _anchors: Anchors, times: Times) -> Reading | None:
    first = int(match["year"])
    decade = When(start=date(first, 1, 1), end=date(first + DECADE_ENDS, 12, 31))
    return Reading(third_told(match, decade, times), anchored=False)
