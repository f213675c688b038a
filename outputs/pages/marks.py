"""Marks: the claims of a report over its text, one inside the other where their words are."""

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from outputs.pages.dossier import ToldClaim
from schemas.record import Record

__all__ = ["Label", "Mark", "claimed_words", "lettered", "marks_of", "nest"]

MENTIONS_TOLD_APART = 2


class Label(Record):
    """What a mark says of its words: the field and the value, and whether the value was taken."""

    claim_id: str
    field: str
    words: str
    is_taken: bool = True


class Mark(Record):
    """Characters `start` up to `end` of a text with what is claimed of them.

    `is_continued` says that the mark began before: two that overlap are cut, so that each lies
    inside or outside of every other.
    """

    start: int
    end: int
    labels: tuple[Label, ...]
    is_continued: bool = False
    inside: tuple["Mark", ...] = ()


def marks_of(
    claims: Iterable[ToldClaim], *, taken: Collection[str], names: Mapping[str, str] | None = None
) -> tuple[Mark, ...]:
    """Mark the words of the claims that quote; `names` puts a mention's letter before its labels."""
    quoting = [claim for claim in claims if claim.span_start is not None and claim.span_end is not None]
    by_span: dict[tuple[int, int], list[Label]] = {}
    for claim in quoting:
        span = (claim.span_start or 0, claim.span_end or 0)
        name = (names or {}).get(claim.mention_id or "", "")
        label = _label(claim, is_taken=claim.claim_id in taken, name=name)
        labels = by_span.setdefault(span, [])
        if label.words not in [other.words for other in labels]:
            labels.append(label)
    return nest(
        Mark(start=start, end=end, labels=tuple(sorted(labels, key=lambda label: not label.is_taken)))
        for (start, end), labels in by_span.items()
    )


def lettered(mention_ids: Sequence[str]) -> dict[str, str]:
    """Give each of several mentions a letter, and a number too behind the 26th; one alone needs none.

    >>> lettered(["m-one", "m-two"])
    {'m-one': 'A', 'm-two': 'B'}
    """
    if len(mention_ids) < MENTIONS_TOLD_APART:
        return {}
    rounds = len(ascii_uppercase)
    return {
        mention_id: ascii_uppercase[index % rounds] + (str(index // rounds) if index >= rounds else "")
        for index, mention_id in enumerate(mention_ids)
    }


def _label(claim: ToldClaim, *, is_taken: bool, name: str) -> Label:
    words = claimed_words(claim, is_taken=is_taken)
    return Label(
        claim_id=claim.claim_id, field=claim.field, words=f"{name} {words}" if name else words, is_taken=is_taken
    )


def claimed_words(claim: ToldClaim, *, is_taken: bool = True) -> str:
    """Say what a claim claims, short: "killed 5", "also place", "event Attack, denied".

    A value that its quote spells out is not repeated.
    """
    parts = [claim.field, told_value(claim)]
    words = " ".join(part for part in parts if part)
    if claim.modality not in (None, "asserted", "attributed"):
        words = f"{words}, {claim.modality}"
    return words if is_taken else f"also {words}"


def told_value(claim: ToldClaim) -> str | None:
    """Give a claim's value where its quote does not spell it out, with the count and its bounds."""
    spelled = claim.value is not None and claim.quote is not None and claim.value.casefold() == claim.quote.casefold()
    value = None if spelled or claim.value == str(claim.best) else claim.value
    return ", ".join(part for part in (value, count_of(claim.low, claim.best, claim.high)) if part) or None


def count_of(low: int | None, best: int | None, high: int | None) -> str | None:
    """Write a count with its bounds where they differ.

    >>> count_of(25, 30, 35)
    '30 (25–35)'
    """
    if best is None:
        return None
    return f"{best:,}" if low == best == high else f"{best:,} ({low:,}–{high:,})"


@dataclass
class _Open:
    """A mark that may still take others in."""

    start: int
    end: int
    mark: Mark | None = None
    inside: list[Mark] = field(default_factory=list)

    def closed(self) -> Mark | None:
        return self.mark.model_copy(update={"inside": tuple(self.inside)}) if self.mark else None


def nest(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Put each mark inside the narrowest one that holds it; cut in two what crosses another's end."""
    waiting = [(mark.start, -mark.end, order, mark) for order, mark in enumerate(marks) if mark.end > mark.start]
    heapq.heapify(waiting)
    order = len(waiting)
    top = _Open(0, max((mark.end for *_, mark in waiting), default=0))
    stack = [top]
    while waiting:
        *_, mark = heapq.heappop(waiting)
        _close(stack, until=mark.start)
        border = stack[-1].end
        if mark.end <= border:
            stack.append(_Open(mark.start, mark.end, mark))
            continue
        for start, end, is_continued in ((mark.start, border, mark.is_continued), (border, mark.end, True)):
            order += 1
            piece = mark.model_copy(update={"start": start, "end": end, "is_continued": is_continued})
            heapq.heappush(waiting, (start, -end, order, piece))
    _close(stack, until=top.end)
    return tuple(top.inside)


def _close(stack: list[_Open], *, until: int) -> None:
    while len(stack) > 1 and stack[-1].end <= until:
        closed = stack.pop().closed()
        if closed:
            stack[-1].inside.append(closed)
