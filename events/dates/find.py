"""Find every expression of time in a text and say which days it means."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import islice

from events.dates.anchors import Anchors
from events.dates.expression import DateOrder, Facing, TimeExpression
from events.dates.fallback import day_named
from events.dates.found import Found, read_at
from events.dates.grammar import Grammar, read_grammar
from events.dates.rule import Reading, Rule
from schemas.when import When

__all__ = ["find_times"]

FALLBACKS = 8  # dateparser is slow: a text of nothing but odd dates must not hang
NAMING = frozenset({"month", "weekday"})

YEAR = re.compile(r"\d{4}")

Windows = Mapping[str, list[tuple[int, int]]]
Candidate = tuple[int, int, Rule, re.Match[str]]


def find_times(
    text: str,
    *,
    published: date | None,
    date_order: DateOrder | None = None,
    reference: date | None = None,
    facing: Facing = "past",
    grammar: Grammar | None = None,
) -> tuple[TimeExpression, ...]:
    """List the times that a sentence tells, left to right, none overlapping, each with the days it means.

    Args:
        text: a sentence, or any text; spans count its characters.
        published: the day that "yesterday" and "Sunday" count from; without it they mean unknown days.
        date_order: how 06/07/2016 is read; without it both readings are kept and none is taken.
        reference: the day that "the next day" counts from: the one that the report has just told.
        facing: "future" reads a bare weekday as the next one, for what is planned.
        grammar: the rules over a user's own codebook, from `read_grammar`.

    >>> [str(time.when) for time in find_times("Four died on Sunday.", published=date(2023, 9, 25))]
    ['2023-09-24']

    """
    grammar = grammar or read_grammar()
    windows = grammar.windows_of(text)
    if not windows:
        return ()
    anchors = Anchors(published=published, reference=reference, order=date_order, facing=facing)
    found = _chosen(text, windows, grammar, anchors)
    return tuple(each.expression() for each in grammar.frames.applied(text, found, anchors))


def _chosen(text: str, windows: Windows, grammar: Grammar, anchors: Anchors) -> list[Found]:
    """Choose among all matches the longest first, then ask dateparser about what is left."""
    taken = bytearray(len(text))
    chosen: list[Found] = []
    candidates = sorted(_candidates(text, windows, grammar), key=lambda each: each[0] - each[1])
    for start, end, rule, match in candidates:
        if taken.find(1, start, end) >= 0:
            continue
        is_name = rule.guard or (rule.family in NAMING and grammar.makes_a_name(text, end))
        reread = partial(_read, rule, match, grammar)
        outcome = None if is_name else read_at(reread, anchors, rule.name)
        if outcome:
            chosen.append(Found(start, end, *outcome, rule.name, reread))
        if outcome or is_name:
            taken[start:end] = b"\1" * (end - start)
    chosen.extend(_left_to_dateparser(text, taken, windows, grammar, anchors))
    return sorted(chosen, key=lambda each: each.start)


def _candidates(text: str, windows: Windows, grammar: Grammar) -> Iterator[Candidate]:
    for rule in grammar.rules:
        for start, end in windows.get(rule.family, ()):
            for match in rule.pattern.finditer(text, start, end):
                yield *match.span(rule.group), rule, match


def _read(rule: Rule, match: re.Match[str], grammar: Grammar, anchors: Anchors) -> Reading | None:
    return rule.read(match, anchors, grammar.times)


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
