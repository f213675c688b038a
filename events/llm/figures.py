"""Numbers that a model gives, held against the words that it quotes for them."""

import re
from collections.abc import Iterator
from itertools import combinations

from events.extract.words.counts import Numbers
from schemas.count import Count

__all__ = ["count_told"]

WORD = re.compile(r"\d{1,3}(?:[,\u202f\u00a0]\d{3})+|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?|[-–]")
ARTICLES = frozenset({"a", "an", "one", "another"})
NOBODY = frozenset({"no", "none", "nobody", "zero", "without", "neither"})
LONGEST_NUMBER = 7  # words: "at least two hundred and twenty-five"
MOST_WORDS = 80  # of a quote that are looked at
MOST_PARTS = 4  # "two officers, a guard and three gunmen"


def count_told(
    quote: str, number: int | None, numbers: Numbers, *, measures: frozenset[str] = frozenset()
) -> tuple[Count, str] | None:
    """Give the count that a quote tells and the rule by which it follows; None where it tells no such number.

    The rules: `stands` (in figures or words, with its "at least" and "around"), `article` ("a policeman" is
    one), `nobody` ("no casualties" is none), `sum-in-quote` ("two officers and a guard" are three). Without a
    number, "dozens" is read where it is the only count told. What stands before one of `measures` ("kilometres",
    "year-old") counts nobody.
    """
    words = [word.lower().replace("\u202f", ",").replace("\u00a0", ",") for word in WORD.findall(quote)][:MOST_WORDS]
    standing = list(_standing(words, numbers, measures))
    if number is None:
        told = dict.fromkeys(standing)
        return (next(iter(told)), "stands") if len(told) == 1 else None
    for count in sorted(standing, key=lambda count: count.high - count.low, reverse=True):
        if count.best == number:
            return count, "stands"
    if number == 0 and NOBODY & set(words):
        return Count.exactly(0), "nobody"
    single = ARTICLES & set(words)
    if number == 1 and single and not standing:
        return Count.exactly(1), "article"
    if number in _sums([count.best for count in standing], articles=sum(word in ARTICLES for word in words)):
        return Count.exactly(number), "sum-in-quote"
    return None


def _standing(words: list[str], numbers: Numbers, measures: frozenset[str]) -> Iterator[Count]:
    """Read the numbers of a quote, each as long as it goes, with the words before that bound it."""
    position = 0
    while position < len(words):
        if not numbers.is_number(words[position]):
            position += 1
            continue
        end = position + 1
        while end < len(words) and end - position < LONGEST_NUMBER and _goes_on(words, end, numbers):
            end += 1
        is_measured = any(word in measures for word in words[end : end + 2] if word != "-")
        for start in range(max(0, position - 3), position + 1):
            count = None if is_measured else numbers.read(words[start:end])
            if count is not None:
                yield count
        position = end


def _goes_on(words: list[str], at: int, numbers: Numbers) -> bool:
    if numbers.is_number(words[at]):
        return True
    joins = words[at] in ("and", "-", "–", "to", "or")
    return joins and at + 1 < len(words) and numbers.is_number(words[at + 1])


def _sums(told: list[int], *, articles: int) -> set[int]:
    parts = [*told[: MOST_PARTS * 2], *([1] * min(articles, MOST_PARTS))]
    return {sum(some) for size in range(2, MOST_PARTS + 1) for some in combinations(parts, size)}
