"""Which words call for which rules: a text without them is never searched."""

import re
from collections import defaultdict
from collections.abc import Mapping

from events.dates.patterns import plural
from events.dates.words import Times

__all__ = ["words_by_family"]

WORD = re.compile(r"[a-z]{2,16}")


def words_by_family(times: Times) -> Mapping[str, tuple[str, ...]]:
    """Give for each word the families of rules that it calls for."""
    units = {form for unit in times.units for form in (unit, plural(unit))}
    telling = units | set(times.parts_of_day)
    families: defaultdict[str, list[str]] = defaultdict(list)
    for family, words in _words(times, units).items():
        for word in words:
            families[word].append(family)
    for family, phrases in _phrases(times).items():
        for word in sorted({_telling_word(phrase, telling) for phrase in phrases}):
            families[word].append(family)
    return {word: tuple(called) for word, called in families.items()}


def _words(times: Times, units: set[str]) -> dict[str, list[str]]:
    return {
        "month": list(times.months),
        "weekday": [*times.weekdays, *times.weekday_abbreviations],
        "unit": [*sorted(units), "half", "quarter"],
        "season": list(times.seasons),
        "weekend": ["weekend"],
    }


def _phrases(times: Times) -> dict[str, list[str]]:
    return {
        "offset": list(times.day_offsets),
        "reference": [*times.reference_offsets, *times.reference_offsets_alone],
        "feast": list(times.feasts),
        "name": list(times.names),
    }


def _telling_word(phrase: str, telling: set[str]) -> str:
    """Pick the word of a phrase that seldom stands elsewhere: "that day" is looked for by "day"."""
    words: list[str] = WORD.findall(phrase.lower())
    return next((word for word in words if word in telling), max(words, key=len))
