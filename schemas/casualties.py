"""Casualties: how many of whom were killed, injured, taken."""

from collections.abc import Iterable

from schemas.count import Count
from schemas.record import Record
from schemas.vocabulary import CasualtyKind, Side

__all__ = ["Casualties", "total"]


class Casualties(Record):
    """One kind's count for one side; the sum over the sides is the total of the kind."""

    kind: CasualtyKind
    side: Side
    count: Count


def total(casualties: Iterable[Casualties], kind: CasualtyKind) -> Count | None:
    """Add one kind's counts over the sides; None where nothing is stated, which is not zero."""
    counts = [entry.count for entry in casualties if entry.kind is kind]
    return sum(counts[1:], start=counts[0]) if counts else None
