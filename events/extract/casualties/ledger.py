"""Totals and parts of casualties: what a report restates is counted once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from events.extract.casualties.group import Group, holds, same
from events.extract.casualties.roll import enrol
from schemas.count import Count
from schemas.vocabulary import ActorType

__all__ = ["Entry", "settle", "without"]

VAGUE = 2  # times the least: "dozens" may be 99, "around thirty" only 33


@dataclass(frozen=True, slots=True)
class Entry:
    """How many victims of one type an incident has, by the report's own arithmetic."""

    type: ActorType | None
    count: Count


def settle(groups: Sequence[Group]) -> tuple[Entry, ...]:
    """Solve for the groups that an incident had, never adding what is told twice.

    "Five died ... an officer lost his life ... four more" is five: the officer and the four are the
    parts of the total. Without a total the parts are summed. Entries are ordered by type, the
    unallotted last; their sum is the incident's count.
    """
    told = [group for group in groups if group.count.high > 0]
    if not told:
        return (Entry(None, Count.exactly(0)),) if groups else ()
    wholes = _once(group for group in told if group.is_whole)
    people = [group for group in enrol(group for group in told if not group.is_whole) if not group.is_held]
    if not wholes:
        return _entries(people)
    apart = [group for group in people if not group.is_part]
    whole = _whole(wholes)
    if apart and _is_vague(whole.count) and whole.count.low <= sum(group.count.best for group in apart):
        return _entries(apart)
    inside = _inside([group for group in people if group.is_part], apart, whole.count)
    return _balanced(_with_increments(whole, [*apart, *inside]), [*apart, *inside])


def without(entries: Sequence[Entry], moved: int) -> tuple[Entry, ...]:
    """Take those away of whom a later fate is told, of the unallotted first: "two of the wounded died"."""
    kept: list[Entry] = []
    for entry in reversed(entries):
        taken = min(moved, entry.count.best)
        moved -= taken
        low, best, high = (max(bound - taken, 0) for bound in (entry.count.low, entry.count.best, entry.count.high))
        if best or not taken:
            kept.append(Entry(entry.type, Count(low=low, best=best, high=high)))
    return tuple(reversed(kept))


def _once(wholes: Iterable[Group]) -> list[Group]:
    """Keep the first telling of each total."""
    kept: list[Group] = []
    for group in wholes:
        if not any(other.count == group.count and other.is_total == group.is_total for other in kept):
            kept.append(group)
    return kept


def _whole(wholes: Sequence[Group]) -> Group:
    """Take the toll told last, else the highest total: a first word of "two" may stand beside the later "five"."""
    tolls = [group for group in wholes if group.is_total]
    if tolls:
        return tolls[-1]
    return max([group for group in wholes if not _is_vague(group.count)] or wholes, key=lambda group: group.count.best)


def _is_vague(count: Count) -> bool:
    """Know "several" and "dozens", which a figure told elsewhere makes exact."""
    return count.high > VAGUE * max(count.low, 1)


def _with_increments(whole: Group, people: Sequence[Group]) -> Count:
    """Add "two more" to a total told before, unless the total has room for it beside the parts told.

    "Five died. Two more died in hospital" is seven; in "five died ... an officer ... four more" all are parts.
    """
    told = (whole.sentence, whole.line)
    later = [group for group in people if group.is_additional and told < (group.sentence, group.line)]
    others = sum(group.count.best for group in people if group not in later)
    added = sum(group.count.best for group in later)
    if not later or (others > 0 and others + added <= whole.count.best):
        return whole.count
    return sum((group.count for group in later), start=whole.count)


def _inside(groups: Sequence[Group], apart: Sequence[Group], whole: Count) -> list[Group]:
    """Keep of "including three children" what says more than the total and the groups told apart do."""
    kept: list[Group] = []
    for group in groups:
        is_told = any(same(other, group) or holds(other, group) for other in apart)
        if group.type is not None and not is_told:
            kept.append(group)
    room = whole.best - sum(group.count.best for group in apart)
    while kept and sum(group.count.best for group in kept) > room:
        kept.pop()
    return kept


def _balanced(whole: Count, parts: Sequence[Group]) -> tuple[Entry, ...]:
    """Allot a total to the parts of a known type; what they leave over is nobody's known."""
    if sum(part.count.best for part in parts) > whole.best:
        return _entries(parts)
    typed = [part for part in parts if part.type]
    allotted = sum(part.count.best for part in typed)
    remainder = Count(
        low=max(whole.low - allotted, 0),
        best=whole.best - allotted,
        high=max(whole.high - allotted, whole.best - allotted),
    )
    exact = [Entry(entry.type, Count.exactly(entry.count.best)) for entry in _entries(typed)]
    return (*exact, Entry(None, remainder)) if remainder.high else tuple(exact)


def _entries(parts: Sequence[Group]) -> tuple[Entry, ...]:
    """Sum the groups of each type."""
    kinds: tuple[ActorType | None, ...] = (*ActorType, None)
    counts = {kind: [part.count for part in parts if part.type is kind] for kind in kinds}
    return tuple(Entry(kind, sum(told[1:], start=told[0])) for kind, told in counts.items() if told)
