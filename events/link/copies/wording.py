"""A text as comparing takes it: its sentences and lines, and which of their words are facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from events.link.copies.sketch import shingles
from schemas.codebook import load_codebook

__all__ = ["Unit", "Wording", "wording"]

WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")
TERMINAL = re.compile(r"[.!?:,;][\"'”’)]*$")
# as in "HAMA, March 1 (Reuters) - Gunmen attacked" and "KABUL — Two people died"
DATELINE = re.compile(r"^(?:[^\W\d_a-z][^\na-z()]{2,40}(?:,[^\n()–—-]{0,30})?)?(?:\([^()\n]{2,30}\))?\s*[-–—]{1,2}\s+")
# "Gunmen (AFP) attacked"; a name's short form is left out of both texts alike
CREDIT = re.compile(r"\([A-Z][\w.]*(?: [A-Z][\w.]*)?\)")
# "Reporting by Jane Doe; editing by John Roe"
BYLINE = re.compile(
    r"(?:by|from|source|(?:additional )?(?:reporting|writing|editing)|compiled|written)\b", re.IGNORECASE
)
BYLINE_WORDS, CREDITS_WORDS = 8, 16
PARTICLE = 3  # letters at most: "in", "and", "for", "bin"


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case, and whether it is a number or a name: what tells one incident from another."""

    text: str
    is_number: bool
    is_name: bool

    @property
    def is_fact(self) -> bool:
        """Say whether it is either."""
        return self.is_number or self.is_name


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a line that is none; `is_line` where it stands alone without a full stop, as headlines do."""

    words: tuple[Word, ...]
    is_line: bool
    is_byline: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """A text's units, every stretch of three words in it, every word, and the facts that it tells of its own.

    The names of those who wrote it are none of its facts.
    """

    units: tuple[Unit, ...]
    shingles: frozenset[tuple[str, ...]]
    vocabulary: frozenset[str]
    facts: frozenset[str]

    @property
    def words(self) -> tuple[str, ...]:
        """Give all words, in order."""
        return tuple(word.text for unit in self.units for word in unit.words)


def wording(text: str) -> Wording:
    """Take a text apart, without its datelines and the agencies' names in brackets."""
    units = tuple(unit for line in text.splitlines() for unit in _units(line.strip()))
    words = [word.text for unit in units for word in unit.words]
    facts = (word.text for unit in units if not unit.is_byline for word in unit.words if word.is_fact)
    return Wording(
        units=units,
        shingles=frozenset(shingles(words)),
        vocabulary=frozenset(words),
        facts=frozenset(facts),
    )


def _units(line: str) -> Iterator[Unit]:
    bare = CREDIT.sub(" ", DATELINE.sub("", line)).strip()
    parts = SENTENCE_END.split(bare)
    for part in parts:
        words = tuple(_word(found.group()) for found in WORD.finditer(part))
        is_line = len(parts) == 1 and not TERMINAL.search(part)
        if words:
            yield Unit(words=words, is_line=is_line, is_byline=_is_byline(part, words, is_line=is_line))


def _word(written: str) -> Word:
    """Take what begins with a capital for a name, and what has none, too, as Arabic and Chinese do."""
    text = written.casefold()
    is_number = any(map(str.isdigit, text)) or text in _number_words()
    return Word(text=text, is_number=is_number, is_name=not is_number and not written[0].islower())


def _is_byline(part: str, words: tuple[Word, ...], *, is_line: bool) -> bool:
    """Say whether it names those who wrote: "Jane Doe, Hama", or "Reporting by Jane Doe; editing by John Roe."."""
    if any(word.is_number for word in words):
        return False
    if is_line and len(words) <= BYLINE_WORDS and all(word.is_name or len(word.text) <= PARTICLE for word in words):
        return True
    return len(words) <= CREDITS_WORDS and BYLINE.match(part) is not None


@cache
def _number_words() -> frozenset[str]:
    book = load_codebook("numbers")
    return frozenset(word for table in ("words", "multipliers", "fixed") for word in book[table])
