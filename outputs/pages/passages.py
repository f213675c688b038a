"""Passages: the parts of a report that are shown, the paragraphs that hold evidence."""

from bisect import bisect_right
from collections.abc import Iterable

from outputs.pages.marks import Mark
from schemas.span import Span

__all__ = ["passages"]

# Nobody breaks lines by hand behind so many characters: a longer line is a paragraph by itself.
LONGEST_BROKEN_LINE = 120

# Of a longer paragraph only the surroundings of the evidence are shown.
LONGEST_PARAGRAPH = 1500
AROUND = 300
LONGEST_WORD = 40


def passages(text: str, marks: Iterable[Mark], *, whole: bool) -> tuple[Span, ...]:
    """Give the passages that hold the marks, in their order, none overlapping; or the whole text."""
    if whole:
        return (Span(start=0, end=len(text)),) if text else ()
    starts = _paragraphs(text)
    found: list[Span] = []
    for mark in sorted(marks, key=lambda mark: mark.start):
        passage = _around(mark, text, starts)
        if found and passage.start <= found[-1].end:
            found[-1] = found[-1].joined(passage)
        else:
            found.append(passage)
    return tuple(found)


def _paragraphs(text: str) -> list[int]:
    """Give where paragraphs start: behind empty lines, and before and behind long ones."""
    starts, position = [0], 0
    before = ""
    for line in text.splitlines(keepends=True):
        if not line.strip() or not before.strip() or max(len(line), len(before)) > LONGEST_BROKEN_LINE:
            starts.append(position)
        before = line
        position += len(line)
    return sorted(set(starts))


def _around(mark: Mark, text: str, starts: list[int]) -> Span:
    first = bisect_right(starts, mark.start) - 1
    last = bisect_right(starts, mark.end - 1)
    start, end = starts[first], starts[last] if last < len(starts) else len(text)
    if end - start > LONGEST_PARAGRAPH:
        start = _behind_a_blank(text, max(start, mark.start - AROUND), start)
        end = _before_a_blank(text, min(end, mark.end + AROUND), end)
    return _stripped(text, Span(start=min(start, mark.start), end=max(end, mark.end)), mark)


def _behind_a_blank(text: str, position: int, start: int) -> int:
    if position == start:
        return start
    word = text[position : position + LONGEST_WORD]
    return position + next((index + 1 for index, sign in enumerate(word) if sign.isspace()), 0)


def _before_a_blank(text: str, position: int, end: int) -> int:
    if position == end:
        return end
    word = text[max(position - LONGEST_WORD, 0) : position]
    return position - next((index + 1 for index, sign in enumerate(reversed(word)) if sign.isspace()), 0)


def _stripped(text: str, span: Span, mark: Mark) -> Span:
    """Leave blanks and empty lines at the ends out, but never a mark's own."""
    start, end = span.start, span.end
    while start < mark.start and text[start].isspace():
        start += 1
    while end > mark.end and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)
