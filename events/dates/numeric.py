"""Rules for dates in digits: "2023-09-24", "24/09/2023", and which way round a report writes them."""

import re
from collections.abc import Iterator
from datetime import date

from events.dates.anchors import Anchors
from events.dates.expression import DateOrder
from events.dates.patterns import Patterns
from events.dates.reckoning import year_of_short
from events.dates.rule import Reading, Rule, rules_of
from events.dates.told import weekday_told
from events.dates.words import Times
from schemas.when import When

__all__ = ["numeric_rules", "order_of"]

ALONE = r"(?<![\w/$€£#])(?<!\d[.,:-])"
ENDS = r"(?![\d/])(?![-.,:]\d)(?!%)"
NUMERIC = (
    rf"{ALONE}(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second>\d{{1,2}})(?P=mark)"
    rf"(?P<year>(?:19|20)\d\d|\d\d)(?!\w){ENDS}"
)
ISO = r"(?P<year>(?:1[5-9]|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
DAY_MONTH_YEAR = re.compile(NUMERIC)
LAST_MONTH = 12
FOUR_DIGITS = 4


def numeric_rules(compiled: Patterns) -> list[Rule]:
    """List the rules for dates in digits."""
    return rules_of(
        compiled,
        "numeric",
        # the time of a stamp may follow: 2023-09-24T10:00
        ("iso-day", rf"{ALONE}{ISO}(?:(?=T\d\d)|(?!\w)){ENDS}", _iso_day),
        ("numeric-day", rf"(?<!\w)(?:(?P<weekday>@anyweekday),? )?{NUMERIC}", _numeric_day),
    )


def order_of(text: str) -> DateOrder | None:
    """Say which way round a report writes numeric dates, from those that read one way only.

    None where there is no such date, or where they disagree.

    >>> order_of("Attacks on 24/09/2023 and 06/07/2016.")
    'DMY'
    """
    orders = {order for match in DAY_MONTH_YEAR.finditer(text) for order in _only_order(match)}
    return orders.pop() if len(orders) == 1 else None


def _only_order(match: re.Match[str]) -> Iterator[DateOrder]:
    first, second = int(match["first"]), int(match["second"])
    if second <= LAST_MONTH < first:
        yield "DMY"
    if first <= LAST_MONTH < second:
        yield "MDY"


def _iso_day(match: re.Match[str], _anchors: Anchors, _times: Times) -> Reading | None:
    return Reading(When.on(date(int(match["year"]), int(match["month"]), int(match["day"]))), anchored=False)


def _numeric_day(match: re.Match[str], anchors: Anchors, times: Times) -> Reading | None:
    if len(match["year"]) < FOUR_DIGITS and match["mark"] == "-":
        return None  # "won 21-10-12": a score or a vote
    days = _days_of(match, anchors)
    if match["weekday"]:
        weekday = weekday_told(match["weekday"], times)
        days = [day for day in days if day.weekday() == weekday] or days
    if not days:
        raise ValueError(f"{match[0]} is no day")
    if len(days) == 1:
        return Reading(When.on(days[0]), anchored=False)
    return Reading(When.unknown(), anchored=False, readings=tuple(When.on(day) for day in days))


def _days_of(match: re.Match[str], anchors: Anchors) -> list[date]:
    """List the days that a numeric date can be, those of the report's own order where it has one."""
    year = int(match["year"])
    if len(match["year"]) < FOUR_DIGITS:
        year = year_of_short(year, anchors.published)
    first, second = int(match["first"]), int(match["second"])
    by_order: dict[DateOrder, tuple[int, int]] = {"DMY": (second, first), "MDY": (first, second)}
    orders = {anchors.order: by_order[anchors.order]} if anchors.order else by_order
    days = [day for month, number in orders.values() for day in _real(year, month, number)]
    if not days and anchors.order:  # 24/09/2023 in a report that writes 09/24/2023
        days = [day for month, number in by_order.values() for day in _real(year, month, number)]
    return sorted(set(days), key=days.index)


def _real(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
