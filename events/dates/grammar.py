"""The grammar: all rules over one codebook's words, and where in a text they are worth trying."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from events.dates.absolute import absolute_rules
from events.dates.anchors import Anchors
from events.dates.facing import Facings
from events.dates.families import words_by_family
from events.dates.frames import Frames
from events.dates.months import month_rules
from events.dates.numeric import numeric_rules
from events.dates.patterns import Patterns
from events.dates.periods import period_rules
from events.dates.relative import relative_rules
from events.dates.rule import Reading, Rule
from events.dates.seasons import season_rules
from events.dates.told import means_a_month
from events.dates.weekdays import weekday_rules
from events.dates.words import Times, read_times
from events.dates.years import year_rules

__all__ = ["Grammar", "read_grammar"]

WORD = re.compile(r"[A-Za-z]{2,16}")
SHAPES = {
    "numeric": re.compile(r"\d[-/.]\d{1,2}[-/.]\d"),
    "year": re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)"),
    "ordinal": re.compile(r"\d(?:st|nd|rd|th)\b", re.IGNORECASE),
}
# How far the words of a rule may stand before and after the word that calls for it.
REACH_BEFORE, REACH_AFTER = 64, 96
LONGEST_NAME = 24

# "said Monday", "told reporters in Hama on Monday"
SAYING = r"(?<!\w)@saying(?: [^\s.,;:]{1,20}){0,4}? (?:(?:on|late|early|in a statement) ){0,2}$"
SAID_WITHIN = 72

Window = tuple[int, int]


class Grammar:
    """All rules, compiled once; never changes after that."""

    def __init__(self, times: Times) -> None:
        """Compile the rules with the words of one codebook."""
        compiled = Patterns(times)
        self.times = times
        self.compiled = compiled
        self.frames = Frames(compiled)
        self.rules = (
            Rule("name", "name", compiled(r"(?<!\w)(?:the )?@name"), _no_time, guard=True),
            *absolute_rules(compiled),
            *numeric_rules(compiled),
            *relative_rules(compiled),
            *weekday_rules(compiled),
            *month_rules(compiled),
            *year_rules(compiled),
            *period_rules(compiled),
            *season_rules(compiled),
        )
        self.facings = Facings(times.facing)
        self._saying = compiled(SAYING)
        self._families = words_by_family(times)
        self._month = compiled("@month")
        self._named = compiled(r" @named\b")
        piece = r"(?:@monthname|@anyweekday|\d{1,4}(?:st|nd|rd|th)?(?!\w))"
        opening = r"(?<!\w)(?:@monthname|@anyweekday|\d{1,4})"
        self._odd_date = compiled(rf"{opening}(?:[\s,./'’-]{{1,3}}{piece}){{1,5}}@uncounted")

    def windows_of(self, text: str) -> dict[str, list[Window]]:
        """Give for each family of rules the stretches of text around its words; empty if it tells no time."""
        at: defaultdict[str, list[int]] = defaultdict(list)
        for family, shape in SHAPES.items():
            at[family] = [match.start() for match in shape.finditer(text)]
        if not self._families.keys().isdisjoint(WORD.findall(text.lower())):
            for match in WORD.finditer(text):
                for family in self._families.get(match[0].lower(), ()):
                    at[family].append(match.start())
        return {family: list(_merged(starts)) for family, starts in at.items() if starts}

    def makes_a_name(self, text: str, end: int) -> bool:
        """Say whether a capitalised word after `end` makes a name of the date before it."""
        named = self._named.match(text, end, end + LONGEST_NAME)
        return named is not None and bool(named[0].lstrip()[0].isupper())

    def is_when_it_was_said(self, text: str, start: int) -> bool:
        """Say whether the time at `start` is that of the telling, not of what is told."""
        return self._saying.search(text, max(0, start - SAID_WITHIN), start) is not None

    def odd_dates(self, text: str, windows: Iterable[Window]) -> Iterator[Window]:
        """Give the stretches of months and numbers that might name a day."""
        for start, end in windows:
            for match in self._odd_date.finditer(text, start, end):
                # looking on behind the stretch: "12 MAY" in "12 MAY BE DEAD" is none
                month = self._month.search(text, match.start(), match.end() + LONGEST_NAME)
                if month and month.start() < match.end() and means_a_month(month[0], self.times):
                    yield match.span()


@cache
def read_grammar(overlay: Path | None = None) -> Grammar:
    """Read the codebook and compile its grammar, once for each overlay.

    Raises:
        CodebookError: the overlay cannot be used.

    """
    return Grammar(read_times(overlay))


def _merged(starts: list[int]) -> Iterator[Window]:
    """Join the windows around the starts, which ascend, where they meet."""
    first = last = starts[0]
    for start in starts:
        if start - REACH_BEFORE > last + REACH_AFTER:
            yield max(0, first - REACH_BEFORE), last + REACH_AFTER
            first = start
        last = start
    yield max(0, first - REACH_BEFORE), last + REACH_AFTER


def _no_time(_match: re.Match[str], _anchors: Anchors, _times: Times) -> Reading | None:
    return None
