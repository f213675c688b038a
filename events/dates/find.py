"""Find every expression of time in a text and say which days it means."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice

from events.dates.anchors import Anchors
from events.dates.expression import NEEDS_REFERENCE, DateOrder, Facing, TimeExpression
from events.dates.fallback import day_named
from events.dates.found import Found, read_at
from events.dates.grammar import Grammar, read_grammar
from events.dates.rule import Reading, Rule
from events.dates.stops import part_before
from events.dates.yearless import with_days_of_any_year
from schemas.when import When

__all__ = ["find_times"]

FALLBACKS = 8  # dateparser is slow: a text of nothing but odd dates must not hang
# What these tell depends on whether it has happened: "will meet Friday", "met Friday".
FACING = frozenset({"month", "weekday", "ordinal", "feast"})
# What counts from a day that the report has told.
COUNTING = frozenset({"told-day", "earlier-or-later", "weekday", NEEDS_REFERENCE})
THE = "the "
NAMING = frozenset({"month", "weekday", "feast"})

YEAR = re.compile(r"\d{4}")

Windows = Mapping[str, list[tuple[int, int]]]
Candidate = tuple[int, int, Rule, re.Match[str]]


def find_times(
    text: str,
    *,
    published: date | None,
    date_order: DateOrder | None = None,
    reference: date | None = None,
    facing: Facing | None = None,
    joined: bool = True,
    grammar: Grammar | None = None,
) -> tuple[TimeExpression, ...]:
    """List the times that a sentence tells, left to right, none overlapping, each with the days it means.

    Args:
        text: a sentence, or any text; spans count its characters.
        published: the day that "yesterday" and "Sunday" count from; without it they mean unknown days, and "June 14"
            one of any year.
        date_order: how 06/07/2016 is read; without it both readings are kept and none is taken.
        reference: the day that "the next day" counts from before the text tells one itself.
        facing: "future" reads a bare weekday as the next one, for what is planned; without it the words
            around decide, each time for itself.
        joined: whether "from Friday to Sunday" is one time; else each word of time is told by itself.
        grammar: the rules over a user's own codebook, from `read_grammar`.

    >>> [str(time.when) for time in find_times("Four died on Sunday.", published=date(2023, 9, 25))]
    ['2023-09-24']

    """
    grammar = grammar or read_grammar()
    windows = grammar.windows_of(text)
    if not windows:
        return ()
    anchors = Anchors(published=published, reference=reference, order=date_order, facing=facing)
    times = _read_from(anchors, text, windows, grammar, joined=joined)
    if published is not None:
        return times
    return tuple(
        with_days_of_any_year(
            times,
            lambda day: _read_from(replace(anchors, published=day), text, windows, grammar, joined=joined),
        )
    )


def _read_from(
    anchors: Anchors, text: str, windows: Windows, grammar: Grammar, *, joined: bool
) -> tuple[TimeExpression, ...]:
    found = _chosen(text, windows, grammar, anchors)
    if joined:
        found = grammar.frames.applied(text, found, anchors)
    return tuple(each.expression() for each in found)


def _chosen(text: str, windows: Windows, grammar: Grammar, anchors: Anchors) -> list[Found]:
    """Choose among all matches the longest first, then ask dateparser about what is left."""
    taken = bytearray(len(text))
    chosen: list[Found] = []
    candidates = sorted(_candidates(text, windows, grammar), key=lambda each: each[0] - each[1])
    for start, end, rule, match in candidates:
        if taken.find(1, start, end) >= 0:
            continue
        is_name = rule.guard or (rule.family in NAMING and grammar.makes_a_name(text, end))
        reread = partial(_read, rule, match, grammar, _facing(rule, text, match, grammar, anchors))
        outcome = None if is_name else read_at(reread, anchors, rule.name)
        if outcome:
            chosen.append(Found(start, end, *outcome, rule.name, reread))
        if outcome or is_name:
            taken[start:end] = b"\1" * (end - start)
    chosen.extend(_left_to_dateparser(text, taken, windows, grammar, anchors))
    return _in_order(sorted(chosen, key=lambda each: each.start), text, grammar, anchors)


def _in_order(chosen: list[Found], text: str, grammar: Grammar, anchors: Anchors) -> list[Found]:
    """Count "two days later" from the day that was told last; the day on which somebody said so is none."""
    told: list[Found] = []
    said: Found | None = None
    for each in chosen:
        found = _counted(each, anchors, said, text)
        if found.when.is_day and grammar.is_when_it_was_said(text, found.start):
            said = found = replace(found, is_telling=True)
        elif found.when.is_day:
            anchors = replace(anchors, reference=found.when.start)
        told.append(found)
    return told


def _counted(found: Found, anchors: Anchors, said: Found | None, text: str) -> Found:
    """Read words again from the day told last; "he said Sunday that they came the day before" counts from Sunday."""
    if said and found.rule in COUNTING and found.start - said.end < len(part_before(text, found.start)):
        before = read_at(found.reread, replace(anchors, reference=said.when.start), found.family)
        if before and before[1].when.end and said.when.start and before[1].when.end < said.when.start:
            return replace(found, rule=before[0], reading=before[1])
    if anchors.reference is None:
        return found
    again = read_at(found.reread, anchors, found.family)
    return replace(found, rule=again[0], reading=again[1]) if again else found


def _candidates(text: str, windows: Windows, grammar: Grammar) -> Iterator[Candidate]:
    for rule in grammar.rules:
        for start, end in windows.get(rule.family, ()):
            for match in rule.pattern.finditer(text, start, end):
                yield *match.span(rule.group), rule, match


def _facing(rule: Rule, text: str, match: re.Match[str], grammar: Grammar, anchors: Anchors) -> Facing | None:
    start, end = match.span(rule.group)
    if anchors.facing or rule.family not in FACING:
        return anchors.facing
    if rule.family == "month" and text[max(0, start - len(THE)) : start].lower() == THE:
        return None  # "will be tried for the March 14 raid"
    return grammar.facings.at(text, start, end)


def _read(
    rule: Rule, match: re.Match[str], grammar: Grammar, facing: Facing | None, anchors: Anchors
) -> Reading | None:
    return rule.read(match, replace(anchors, facing=anchors.facing or facing), grammar.times)


def _left_to_dateparser(
    text: str, taken: bytearray, windows: Windows, grammar: Grammar, anchors: Anchors
) -> Iterator[Found]:
    left = (each for each in grammar.odd_dates(text, windows.get("month", ())) if taken.find(1, *each) < 0)
    for start, end in islice(left, FALLBACKS):
        phrase = text[start:end]
        day = day_named(phrase, published=anchors.published)
        if day:
            reading = Reading(When.on(day), anchored=not YEAR.search(phrase))
            yield Found(start, end, "dateparser", reading, "dateparser", partial(_again, reading))


def _again(reading: Reading, _anchors: Anchors) -> Reading:
    return reading
