"""Patterns: templates with the codebook's words put in.

In a template `@name` stands for a fragment, and a space for any gap between two words of a report, a
line break among them. Every repetition is bounded, so that reading stays linear on hostile text.
"""

import re
from collections.abc import Iterable, Mapping

from events.dates.words import Times

__all__ = ["GAP", "Patterns", "alternation", "plural"]

GAP = r"(?:\s{1,4})"
FRAGMENT = re.compile(r"@([a-z]+)")
TEN, TWENTY = 10, 20
VOWELS = "aeiou"
MODAL = "may"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\w)(?![.:]\d|,\d{3}(?!\d))"


def alternation(words: Iterable[str]) -> str:
    """Give a pattern for any of the words, longest first, in whatever line breaks and quotes.

    >>> alternation(["may", "mayor"])
    '(?:mayor|may)'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_written(word) for word in ordered) + ")"


def plural(word: str) -> str:
    """Give the plural of a unit: centuries, days.

    >>> plural("century"), plural("day")
    ('centuries', 'days')
    """
    if word.endswith("y") and word[-2] not in VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _written(word: str) -> str:
    return GAP.join(re.escape(part) for part in word.split()).replace("'", "['’]")


class Patterns:
    """Compiles templates with one codebook's words."""

    def __init__(self, times: Times) -> None:
        """Build the fragments from the words."""
        self._fragments = _fragments(times)

    def cased(self, template: str) -> re.Pattern[str]:
        """Compile a template in which capitals count."""
        return re.compile(_filled(template, self._fragments))

    def __call__(self, template: str) -> re.Pattern[str]:
        """Compile a template; case is ignored."""
        return re.compile(_filled(template, self._fragments), re.IGNORECASE)


def _filled(template: str, fragments: Mapping[str, str]) -> str:
    return FRAGMENT.sub(lambda name: fragments[name[1]], template.replace(" ", GAP))


def _fragments(times: Times) -> dict[str, str]:
    counted = alternation(times.counted)
    uncounted = rf"(?!(?:\s{{1,4}}|-){counted}\b)"
    weekdays = alternation(times.weekdays)
    abbreviations = alternation(times.weekday_abbreviations)
    units = [form for unit in times.units for form in (unit, plural(unit))]
    return {
        # "24", "24th"; no part of a number, an hour, a sum of money or a longer numeric date
        "d": rf"(?<!\w)(?<!\d[.,:/])(?<![$€£#]){DAY}",
        "dd": DAY,
        "uncounted": uncounted,
        "year": rf"(?<!\w)(?:1[5-9]|20)\d\d(?!\w)(?![.,:]\d|-\d|%){uncounted}",
        "month": _month(times),
        "monthname": rf"{alternation(times.months)}\b",
        "nodate": alternation(times.dateline.no_date),
        "short": r"['’]?\d\d(?!\w)(?![.,:]\d)",
        "weekday": rf"{weekdays}\b",
        "anyweekday": rf"(?:{weekdays}\b|{abbreviations}\b\.?)",
        "abbreviated": rf"{abbreviations}\b\.?",
        "introducer": alternation(times.introducers),
        "part": rf"{alternation(times.parts_of_day)}\b",
        "third": alternation(times.thirds),
        "unit": rf"{alternation(units)}\b",
        "count": rf"(?<![\w-])(?<!\d[.,])(?:\d{{1,3}}|{_compounds(times)}|{alternation(times.counts)})",
        "hedge": alternation(times.hedges),
        "season": rf"{alternation(times.seasons)}\b",
        "feast": rf"{alternation(times.feasts)}\b(?!{GAP}(?:weekend|{alternation(times.after_a_feast)})\b)",
        "ordinal": rf"(?:{alternation(times.ordinals)}|\d{{1,2}}(?:st|nd|rd|th))\b",
        "dayordinal": rf"{alternation(word for word, day in times.ordinals.items() if day > 0)}\b",
        "saying": alternation(times.saying),
        "offset": rf"{alternation(times.day_offsets)}\b",
        "reference": rf"{alternation(times.reference_offsets)}\b",
        "alone": rf"{alternation(times.reference_offsets_alone)}\b",
        "named": alternation(times.named_after_a_date),
        "name": rf"{alternation(times.names)}\b",
        # "the day before," but not "the day before the vote"
        "last": r"(?=\s*(?:[.,;:)\]\"”'’]|$|(?:in|at|near|when|and|but|while|as|by|with)\b))",
    }


def _compounds(times: Times) -> str:
    """Give "twenty-five" and its like."""
    exact = {word: count.least for word, count in times.counts.items() if count.least == count.most}
    tens = alternation(word for word, number in exact.items() if number >= TWENTY and number % 10 == 0)
    ones = alternation(word for word, number in exact.items() if number < TEN and len(word) > len("an"))
    return rf"{tens}[-\s]{ones}"


def _month(times: Times) -> str:
    """Give the months; only the short forms take a full stop, and "12 MAY BE DEAD" tells no month."""
    longest = {
        number: max((w for w, n in times.months.items() if n == number), key=len) for number in times.months.values()
    }
    full = alternation(word for word in longest.values() if word != MODAL)
    short = alternation(word for word in times.months if word not in longest.values())
    modal = rf"{MODAL}\b(?!{GAP}{alternation(times.verbs_after_may)}\b)"
    return rf"(?:{full}\b|{modal}|{short}\b\.?)"
