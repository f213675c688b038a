"""Counts as people write them: 4, 3..4..6, 3-6, unknown."""

import re

from schemas.count import Count

__all__ = ["UNKNOWN", "read_count", "written_count"]

UNKNOWN = "unknown"
MOST = 2**31 - 1  # what the column holds
NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+"
EXACTLY = re.compile(rf"({NUMBER})", re.ASCII)
BOUNDED = re.compile(rf"({NUMBER})\.\.({NUMBER})\.\.({NUMBER})", re.ASCII)
BETWEEN = re.compile(rf"({NUMBER})(?:-|–|\.\.)({NUMBER})", re.ASCII)


def read_count(words: str) -> Count | None:
    """Read a number, its bounds, or what is not known; of two bounds alone the lower is the best figure, as in reports.

    >>> read_count("3-6")
    Count(low=3, best=3, high=6)

    Raises:
        ValueError: the words are no count.

    """
    if words == UNKNOWN:
        return None
    if found := EXACTLY.fullmatch(words) or BETWEEN.fullmatch(words) or BOUNDED.fullmatch(words):
        numbers = [int(number.replace(",", "")) for number in found.groups()]
        if max(numbers) <= MOST:
            middle = numbers[1] if len(numbers) > 2 else numbers[0]  # noqa: PLR2004 - low, best and high are given
            return Count(low=numbers[0], best=middle, high=numbers[-1])
    raise ValueError(words)


def written_count(count: Count | None) -> str:
    """Write a count as `read_count` reads it.

    >>> written_count(Count(low=3, best=4, high=6))
    '3..4..6'
    """
    if count is None:
        return UNKNOWN
    return str(count.best) if count.low == count.high else f"{count.low}..{count.best}..{count.high}"
