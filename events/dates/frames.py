"""Frames: the words around times that widen, join and bound them.

"late Sunday night", "from Friday to Sunday", "overnight into Monday", "since Friday", "by 5 May".
"""

from dataclasses import replace
from datetime import date

from events.dates.anchors import Anchors
from events.dates.expression import NEEDS_REFERENCE
from events.dates.found import Found, read_at
from events.dates.patterns import Patterns
from events.dates.reckoning import by_then, days_from
from events.dates.rule import Reading
from schemas.vocabulary import DateExtent
from schemas.when import When

__all__ = ["Frames"]

NEAR = 12  # "the night from Friday to Saturday" is one night
REACH = 48  # characters before a time in which its frame begins
TWO_DAYS = 2
OVERNIGHT = "overnight"
# These read again from the end of their range: in "30 September to 2 October 2020" both have the year.
READ_AGAIN = frozenset({"weekday", "weekday-short", "day-month", "month-day", "month"})


class Frames:
    """The words around times, compiled with one codebook's parts of the day."""

    def __init__(self, compiled: Patterns) -> None:
        """Compile the frames."""
        late = "(?:early|late|earlier|later)"
        self._before = compiled(
            rf"(?<!\w)(?:{late} (?:on )?|{late} in the @part (?:of|on) "
            r"|(?:(?:early|late) )?(?:the )?@part (?:of |on )?)(?:the )?$"
        )
        self._after = compiled(r"(?: |-)(?:(?:at|before|around|in|during) )?(?:the )?@part(?!\w)")
        self._goes_on = compiled(r",? (?:to|through|until|till) (?:the )?(?:late |early )?")
        self._dash = compiled(r" ?[-–] ?")
        self._into = compiled(r" into (?:the )?(?:early |@part of )?")
        self._and = compiled(r" and (?:the )?")
        self._between = compiled(r"(?<!\w)between (?:the )?$")
        self._from = compiled(r"(?<!\w)from (?:the )?$")
        self._bound = compiled(
            r"(?<!\w)(?P<word>since|by|until|till|up to|up until|on or before|no later than)"
            r"(?: (?:the|at least|about|around))? $"
        )
        self._overnight = compiled(r",? (?P<into>into|to|until|through)?(?:on|from|between|of)?(?: the)? ?")

    def applied(self, text: str, found: list[Found], anchors: Anchors) -> list[Found]:
        """Widen, join and bound what was found, left to right."""
        widened = self._widened(text, found)
        joined = self._joined(text, widened, anchors)
        through_nights = self._overnights(text, joined, anchors)
        return self._all_bounded(text, through_nights, anchors)

    def _widened(self, text: str, found: list[Found]) -> list[Found]:
        """Take in what leaves the day as it is: "early", "on the morning of", "night"."""
        widened: list[Found] = []
        limits = [each.start for each in found[1:]] + [len(text)]
        for each, limit in zip(found, limits, strict=False):
            if each.rule == OVERNIGHT or not _in_few_days(each):
                widened.append(each)
                continue
            floor = widened[-1].end if widened else 0
            before = self._before.search(text, max(floor, each.start - REACH), each.start)
            after = self._after.match(text, each.end, min(limit, each.end + REACH))
            start = before.start() if before else each.start
            widened.append(replace(each, start=start, end=after.end() if after else each.end))
        return widened

    def _joined(self, text: str, found: list[Found], anchors: Anchors) -> list[Found]:
        joined: list[Found] = []
        for each in found:
            floor = joined[-2].end if len(joined) > 1 else 0
            whole = self._range(text, joined[-1], each, anchors, floor) if joined else None
            if whole:
                joined[-1] = whole
            else:
                joined.append(each)
        return joined

    def _range(self, text: str, first: Found, last: Found, anchors: Anchors, floor: int) -> Found | None:
        """Join "Friday to Sunday", "between Friday and Sunday", "Friday-Sunday"."""
        if OVERNIGHT in (first.rule, last.rule):
            return None
        window = max(floor, first.start - REACH)
        opening, between = (each.search(text, window, first.start) for each in (self._from, self._between))
        if self._goes_on.fullmatch(text, first.end, last.start):
            is_night = "night" in text[max(floor, first.start - NEAR) : last.start].lower()
            extent = DateExtent.WITHIN if is_night else DateExtent.THROUGHOUT
        elif self._into.fullmatch(text, first.end, last.start) or (
            first.family == last.family and self._dash.fullmatch(text, first.end, last.start)
        ):
            extent = DateExtent.WITHIN
        elif between and self._and.fullmatch(text, first.end, last.start):
            extent, opening = DateExtent.WITHIN, between
        else:
            return None
        return _spanning(first, last, anchors, opening.start() if opening else first.start, extent)

    def _overnights(self, text: str, found: list[Found], anchors: Anchors) -> list[Found]:
        """Join "overnight Friday", "overnight into Saturday", "Friday overnight"."""
        joined: list[Found] = []
        for each in found:
            night = self._night(text, joined[-1], each, anchors) if joined else None
            if night:
                joined[-1] = night
            else:
                joined.append(each)
        return joined

    def _night(self, text: str, first: Found, last: Found, anchors: Anchors) -> Found | None:
        gap = self._overnight.fullmatch(text, first.end, last.start)
        if gap is None or (first.rule == OVERNIGHT) == (last.rule == OVERNIGHT):
            return None
        day = last if first.rule == OVERNIGHT else first
        if not _in_few_days(day) or day.reading.readings:
            return None
        when = When(start=day.when.start, end=day.when.end)
        if when.is_day and when.start:
            when = _night_of(when.start, anchors.published, ends=bool(gap["into"]) and day is last)
        rule = OVERNIGHT if day.is_known else day.rule
        return replace(day, start=first.start, end=last.end, rule=rule, reading=replace(day.reading, when=when))

    def _all_bounded(self, text: str, found: list[Found], anchors: Anchors) -> list[Found]:
        bounded: list[Found] = []
        for each in found:
            floor = bounded[-1].end if bounded else 0
            bounded.append(self._bounded(text, each, anchors, floor))
        return bounded

    def _bounded(self, text: str, each: Found, anchors: Anchors, floor: int) -> Found:
        """Read "since Friday", "by Friday", "until Friday"; "by Friday's blast" tells who did it."""
        bound = self._bound.search(text, max(floor, each.start - REACH), each.start)
        if bound is None or not each.is_known:
            return each
        word = bound["word"].lower()
        if word == "since":
            when = _since(each.when, anchors.published)
        elif text[each.end : each.end + 1] in ("'", "’"):
            when = None
        else:
            when = _until(each.when, anchors.published, throughout=word in ("until", "till", "up to", "up until"))
        if when is None:
            return each
        anchored = each.reading.anchored or (word == "since" and anchors.published is not None)
        name = "since" if word == "since" else "until"
        return replace(each, start=bound.start(), rule=name, reading=Reading(when, anchored=anchored))


def _in_few_days(each: Found) -> bool:
    """Say whether parts of the day can stand beside it: "the night of 24-25 September"."""
    return not each.is_known or (each.when.days or 0) <= TWO_DAYS


def _spanning(first: Found, last: Found, anchors: Anchors, start: int, extent: DateExtent) -> Found | None:
    """Give the range of two times, the first read from the last one's day."""
    if NEEDS_REFERENCE in (first.rule, last.rule) or last.reading.readings or first.reading.readings:
        return None
    end = last.when.end
    if end is None:
        return replace(last, start=start) if not last.is_known and not first.is_known else None
    again = read_at(first.reread, anchors.at(end), first.rule) if first.family in READ_AGAIN else None
    reading = again[1] if again and again[1].when.start else first.reading
    if reading.when.start is None or reading.when.start > end:
        return None
    when = When(start=reading.when.start, end=end, extent=extent)
    anchored = last.reading.anchored or (first.reading.anchored and not again)
    return replace(last, start=start, rule="range", reading=Reading(when, anchored=anchored))


def _night_of(day: date, published: date | None, *, ends: bool) -> When:
    """Give the two days of a night that begins on `day`, or ends on it if it cannot have ended otherwise."""
    if ends or (published and day >= published):
        return days_from(day, -1, 0)
    return days_from(day, 0, 1)


def _since(when: When, published: date | None) -> When | None:
    if when.start is None or (published and when.start > published):
        return None
    return When(start=when.start, end=published, extent=DateExtent.THROUGHOUT)


def _until(when: When, published: date | None, *, throughout: bool) -> When | None:
    end = (by_then(when, published) if published else when).end
    extent = DateExtent.THROUGHOUT if throughout else DateExtent.WITHIN
    return When(start=None, end=end, extent=extent) if end else None
