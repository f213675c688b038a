"""Rules for months: "in September", "late September 2023", "last March"."""

import re

from events.dates.anchors import Anchors
from events.dates.patterns import Patterns
from events.dates.reckoning import latest_month, month_from
from events.dates.rule import Reading, Rule, rules_of
from events.dates.told import means_a_month, month_told, plain, third_told, year_told
from events.dates.words import Times
from schemas.when import When

__all__ = ["THIRD", "WHICH", "month_rules"]

THIRD = r"(?:(?P<third>@third)(?: |-))?"
WHICH = r"(?P<which>(?:this )?(?:past|coming)|last|this|next)"
YEAR = r"(?:,?(?: of)? (?P<year>@year)| ?['’](?P<short>\d\d)(?!\w)|,? (?:of )?(?P<yearly>last|this|next) year\b)"
UNTIL = r"(?: ?[-–] ?| (?:to|and|through|until) )"
# After the others "TO MARCH" in capitals is a verb.
PLAIN_INTRODUCERS = frozenset({"in", "since", "during", "throughout", "until", "by", "as of", "back in"})


def month_rules(compiled: Patterns) -> list[Rule]:
    """List the rules for months."""
    return rules_of(
        compiled,
        "month",
        ("month-of-year", rf"(?<!\w){THIRD}(?P<month>@month){YEAR}", _month_of_year),
        ("month", rf"(?<!\w)(?:(?P<introducer>@introducer) )?(?P<core>{THIRD}(?P<month>@month))", _month),
        ("which-month", rf"(?<!\w){THIRD}{WHICH} (?P<month>@month)", _which_month),
        (
            "months",
            rf"(?<!\w)(?:(?:between|from) )?(?P<first>@month){UNTIL}(?P<month>@month){YEAR}",
            _months,
        ),
    )


def _month_of_year(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    year = year_told(match, anchors)
    if year is None or not means_a_month(match["month"], times):
        return None
    month = When.in_month(year, month_told(match["month"], times))
    return Reading(third_told(match, month, times), anchored=match["yearly"] is not None)


def _month(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    """Read a month that a preposition or a third lets stand alone; "May" and "the March" are none."""
    introducer, has_third = plain(match["introducer"]), match["third"] is not None
    if not means_a_month(match["month"], times) or not (introducer or has_third):
        return None
    if _is_shouted_verb(match["month"], times) and not has_third and introducer not in PLAIN_INTRODUCERS:
        return None
    month = latest_month(month_told(match["month"], times), anchors.publication)
    return Reading(third_told(match, month, times))


def _which_month(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    word, which = match["month"], plain(match["which"]).split()[-1]
    if not means_a_month(word, times) or _is_shouted_verb(word, times):
        return None
    number, published = month_told(word, times), anchors.publication
    if which in ("last", "past"):
        when = latest_month(number, month_from(published, -1).end or published)
    elif which == "this":
        when = When.in_month(published.year, number)
    else:
        when = When.in_month(published.year + (number <= published.month), number)
    return Reading(third_told(match, when, times))


def _months(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    year = year_told(match, anchors)
    if year is None or not all(means_a_month(match[group], times) for group in ("first", "month")):
        return None
    first, last = month_told(match["first"], times), month_told(match["month"], times)
    start = When.in_month(year - (first > last), first).start
    return Reading(When(start=start, end=When.in_month(year, last).end), anchored=match["yearly"] is not None)


def _is_shouted_verb(word: str, times: Times) -> bool:
    """Say whether capitals hide what the word is: "THE PEASANTS BEGAN TO MARCH"."""
    return word.isupper() and word.rstrip(".").lower() in times.doubtful
