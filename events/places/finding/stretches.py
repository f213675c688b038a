"""Stretches of words that could be a name: two capitals and what joins them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from events.places.finding.words import HYPHENS, Word, are_together

__all__ = ["Stretch", "stretches"]

LONGEST_NAME = 6  # words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `first` up to, not including, `last` of a report, and how the report writes them together."""

    first: int
    last: int
    text: str


def stretches(text: str, words: Sequence[Word], *, joints: frozenset[str]) -> Iterator[Stretch]:
    """Give everything that could be a name, from the left, the shortest first: linear in the number of words."""
    for first, opening in enumerate(words):
        if not _may_begin(opening):
            continue
        for last in range(first + 1, min(first + LONGEST_NAME, len(words)) + 1):
            word = words[last - 1]
            if last > first + 1 and not (are_together(words[last - 2], word) and _goes_on(word, joints)):
                break
            if _may_end(word):
                yield Stretch(first, last, text[opening.start : word.end])


def _may_begin(word: Word) -> bool:
    return word.is_name or (word.in_capitals and word.text[0].isalpha())


def _goes_on(word: Word, joints: frozenset[str]) -> bool:
    return word.is_name or word.in_capitals or word.lower in joints or word.gap in HYPHENS


def _may_end(word: Word) -> bool:
    return word.is_name or word.in_capitals or word.gap in HYPHENS
