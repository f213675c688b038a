"""Stops: where the sentence around a time begins and ends, near enough for the words of time."""

import re

__all__ = ["REACH", "part_after", "part_before"]

# A longer sentence is cut: no more than this is looked at on each side.
REACH = 160
# A full stop ends a sentence, but for "Nov. 15" and "5 p.m. Friday".
STOP = re.compile(r"[.!?;][\"”’')\]]{0,3}\s+(?=[\"“‘(\[]?[A-Z])|\n\s*\n")
ABBREVIATED = re.compile(r"(?:\b[A-Z][a-z]{1,4}|\b[A-Za-z](?:\.[A-Za-z])*)\.$")


def part_before(text: str, start: int) -> str:
    """Give what stands before `start` in its sentence.

    >>> part_before("He left. On Nov. 5 they met", 25)
    'On Nov. 5 they m'
    """
    before = text[max(0, start - REACH) : start]
    begins = 0
    for stop in STOP.finditer(before):
        if not ABBREVIATED.search(before[: stop.start() + 1]):
            begins = stop.end()
    return before[begins:]


def part_after(text: str, end: int) -> str:
    """Give what stands behind `end` in its sentence."""
    after = text[end : end + REACH]
    stop = STOP.search(after)
    return after[: stop.start()] if stop else after
