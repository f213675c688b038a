"""Words that are known to tell a time, because somebody marked them: read where they stand, else by themselves."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from events.dates.expression import TimeExpression
from events.dates.find import find_times
from events.dates.grammar import Grammar
from events.dates.numeric import order_of
from events.dates.reckoning import year_of_short
from schemas.span import Span
from schemas.when import When

__all__ = ["read_marked"]

NIGHT = 2  # days: one night is two
# "overnight" and "hours later" begin on the day before; "three hours ago" is most likely today.
ONE_OF_TWO: dict[str, Literal["start", "end"]] = {"overnight": "start", "told-day": "start", "ago": "end"}
# The stamps of agencies, which are no dates elsewhere: 19980213, 02-13-98 1402EST
COMPACT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
SHORT = re.compile(r"(?<!\d)(?P<month>\d\d?)-(?P<day>\d\d?)-(?P<year>\d\d)(?!\d)")
CLOCK = re.compile(r"\d(?:[:.]\d\d)? ?[ap]\.?m\b|\bo'clock\b|\d\d:\d\d|\bmidnight\b|\bnoon\b|\bdawn\b", re.IGNORECASE)


def read_marked(
    text: str, marked: Sequence[Span], *, published: date, grammar: Grammar | None = None
) -> Iterator[When | None]:
    """Say of each of the marked words which days they mean; None where nobody knows.

    A night is the day on which it begins. A numeric date that reads two ways is the reading that lies nearer to
    the day of publication. An hour alone is one of the day that was told before it in the sentence, else of
    publication.
    """
    times = find_times(
        text,
        published=published,
        reference=published,
        date_order=order_of(text),
        joined=False,
        grammar=grammar,
    )
    for span in marked:
        words = span.of(text)
        yield (
            _nearest(_overlapping(times, span), published)
            or _nearest(_alone(words, _told_before(times, span, published), published, grammar), published)
            or _stamp(words, published)
            or _hour(words, published)
        )


def _told_before(times: Iterable[TimeExpression], span: Span, published: date) -> date:
    days = [time.when.start for time in times if time.span.end <= span.start and time.when.is_day]
    return next((day for day in reversed(days) if day), published)


def _alone(words: str, reference: date, published: date, grammar: Grammar | None) -> tuple[TimeExpression, ...]:
    """Read words without those around them: "the day before" is a time, whatever follows; "13-Feb-98" in capitals."""
    for written in (words, words.upper()):
        times = find_times(written, published=published, reference=reference, joined=False, grammar=grammar)
        if times:
            return times
    return ()


def _overlapping(times: Iterable[TimeExpression], span: Span) -> list[TimeExpression]:
    """Give the times that share words with the span, the longest first."""
    shared = [(min(time.span.end, span.end) - max(time.span.start, span.start), time) for time in times]
    return [time for length, time in sorted(shared, key=lambda each: -each[0]) if length > 0]


def _nearest(times: Sequence[TimeExpression], published: date) -> When | None:
    for time in times:
        which = ONE_OF_TWO.get(time.rule) if time.when.days == NIGHT else None
        day = getattr(time.when, which) if which else None
        if day:
            return When.on(day)
        if time.when != When.unknown():
            return time.when
        days = [reading.start for reading in time.readings if reading.start]
        if days:
            return When.on(min(days, key=lambda day: abs(day - published)))
    return None


def _stamp(words: str, published: date) -> When | None:
    for shape in (COMPACT, SHORT):
        found = shape.search(words)
        if found:
            year = int(found["year"])
            try:
                return When.on(
                    date(
                        year if shape is COMPACT else year_of_short(year, published),
                        int(found["month"]),
                        int(found["day"]),
                    )
                )
            except ValueError:
                continue
    return None


def _hour(words: str, published: date) -> When | None:
    return When.on(published) if CLOCK.search(words) else None
