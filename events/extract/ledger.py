"""Totals and parts of casualties: what a report restates is counted once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schemas.count import Count
from schemas.vocabulary import ActorType

__all__ = ["Entry", "Group", "settle"]

CLASS_WORDS = frozenset({"civilians", "soldiers", "police", "officers", "militants", "rebels", "insurgents", "troops",
                         "fighters", "gunmen", "attackers", "protesters", "demonstrators", "terrorists"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """Victims of one kind as one sentence tells them.

    `type` is None where the words say nothing of whose they are ("four people"). `is_part` marks a group
    inside another ("including three children"), `is_additional` one beside it ("four more").
    """

    count: Count
    type: ActorType | None
    word: str
    sentence: int
    is_additional: bool = False
    is_part: bool = False
    is_total: bool = False
    is_definite: bool = False

    @property
    def is_whole(self) -> bool:
        """Say whether this may be the total that other groups are parts of."""
        return self.is_total or (self.type is None and not self.is_additional and not self.is_part)


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
    parts = _parts(group for group in told if not group.is_whole and not group.is_part)
    whole = _whole([group for group in told if group.is_whole])
    inside = _inside([group for group in told if group.is_part], parts, whole)
    return _balanced(whole, [*parts, *inside])


def _whole(groups: Sequence[Group]) -> Count | None:
    """Take the toll told last, else the highest total: a first word of "two" may stand beside the later "five"."""
    tolls = [group for group in groups if group.is_total]
    if tolls:
        return tolls[-1].count
    return max((group.count for group in groups), key=lambda count: count.best, default=None)


def _parts(groups: Iterable[Group]) -> list[Group]:
    parts: list[Group] = []
    for group in groups:
        alike = [part for part in parts if part.type is group.type and part.is_additional == group.is_additional]
        if not _is_retold(group, alike):
            parts = [part for part in parts if part not in _replaced(group, alike)]
            parts.append(group)
    return parts


def _is_retold(group: Group, alike: Sequence[Group]) -> bool:
    """Know a group told before: the same number, a smaller one in the same word, or "the officer"."""
    elsewhere = [part for part in alike if part.sentence != group.sentence]
    if any(part.count.best == group.count.best for part in elsewhere):
        return True
    if any(part.word == group.word and part.count.best >= group.count.best for part in elsewhere):
        return True
    if elsewhere and group.is_definite and group.count.best == 1:
        return True
    return bool(elsewhere) and group.count.best == sum(part.count.best for part in elsewhere)


def _replaced(group: Group, alike: Sequence[Group]) -> list[Group]:
    """List the parts that a later, larger figure for the same people stands in for."""
    earlier = [part for part in alike if part.sentence != group.sentence]
    if group.word in CLASS_WORDS and group.count.best >= sum(part.count.best for part in earlier):
        return earlier
    return [part for part in earlier if part.word == group.word and part.count.best < group.count.best]


def _inside(groups: Sequence[Group], parts: Sequence[Group], whole: Count | None) -> list[Group]:
    """Keep of "including three children" what says more than the total and the parts do."""
    if whole is None:
        return []
    known = {part.type for part in parts}
    kept: list[Group] = []
    for group in groups:
        told = any(other.type is group.type and other.count.best == group.count.best for other in kept)
        if group.type is not None and group.type not in known and not told:
            kept.append(group)
    room = whole.best - sum(part.count.best for part in parts)
    while kept and sum(group.count.best for group in kept) > room:
        kept.pop()
    return kept


def _balanced(whole: Count | None, parts: Sequence[Group]) -> tuple[Entry, ...]:
    entries = [_sum(kind, parts) for kind in ActorType if any(part.type is kind for part in parts)]
    rest = [part for part in parts if part.type is None]
    allotted = sum(entry.count.best for entry in entries) + sum(part.count.best for part in rest)
    if whole is not None and whole.best >= allotted:
        typed = sum(entry.count.best for entry in entries)
        remainder = Count(
            low=max(whole.low - typed, 0),
            best=whole.best - typed,
            high=max(whole.high - typed, whole.best - typed),
        )
        exact = tuple(Entry(entry.type, Count.exactly(entry.count.best)) for entry in entries)
        return (*exact, Entry(None, remainder)) if remainder.high else exact
    return (*entries, _sum(None, rest)) if rest else tuple(entries)


def _sum(kind: ActorType | None, parts: Sequence[Group]) -> Entry:
    counts = [part.count for part in parts if part.type is kind]
    return Entry(kind, sum(counts[1:], start=counts[0]))
