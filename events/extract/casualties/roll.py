"""The roll of an incident's victims of one kind: the same people told again are entered once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from events.extract.casualties.group import Group, differ, holds, same

__all__ = ["Roll", "enrol"]

FEWEST_SUMMED = 2  # groups that a later figure may restate in one


def enrol(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Enter groups sentence by sentence; those inside others are marked `is_held` or `is_part`."""
    roll = Roll()
    for _, sentence in groupby(groups, key=lambda group: group.sentence):
        roll.enter(list(sentence))
    return tuple(roll.people)


class Roll:
    """Gathers the groups that one sentence after the other tells."""

    def __init__(self) -> None:
        self.people: list[Group] = []
        self._free: list[int] = []  # places of those told before and not again in this sentence
        self._held: dict[int, int] = {}  # how many of the people at a place were told by themselves

    def enter(self, sentence: Sequence[Group]) -> None:
        """Match a sentence's groups with those told before, each at most once, the same numbers first."""
        before = len(self.people)
        self._free = list(range(before))
        fresh = [group for group in sentence if not self._matches(group, is_exact=True)]
        for _, line in groupby(fresh, key=lambda group: group.line):
            beside = list(line)
            if self._lists(beside):
                self.people.extend(replace(group, is_held=True) for group in beside)
                continue
            for group in beside:
                if not (self._restates(group) or self._matches(group, is_exact=False)):
                    self._place(group, before)

    def _lists(self, line: Sequence[Group]) -> bool:
        """Know a number told before, told again one by one: "three staff ... the head, a nurse and the driver"."""
        if len(line) < FEWEST_SUMMED or any(group.is_additional or group.is_part for group in line):
            return False
        counted = sum(group.count.best for group in line)
        for place in self._free:
            told = self.people[place]
            if told.count.best == counted and not any(differ(told, group) for group in line):
                self._free.remove(place)
                return True
        return False

    def _matches(self, group: Group, *, is_exact: bool) -> bool:
        """Know the people told before; a larger number stands in for a smaller."""
        for place in self._free:
            told = self.people[place]
            if (not is_exact or told.count.best == group.count.best) and same(told, group):
                self._free.remove(place)
                self.people[place] = _joined(told, group)
                return True
        return False

    def _restates(self, group: Group) -> bool:
        """Know one figure for several told before: "a farmer ... two students ... the three civilians"."""
        summed = [place for place in self._free if self._is_under(self.people[place], group)]
        counted = sum(self.people[place].count.best for place in summed)
        if len(summed) < FEWEST_SUMMED or counted != group.count.best:
            return False
        self._free = [place for place in self._free if place not in summed]
        return True

    def _is_under(self, told: Group, group: Group) -> bool:
        is_apart = not told.is_held and not told.is_part
        return is_apart and not group.is_additional and (holds(group, told) or _shares_word(told, group))

    def _place(self, group: Group, before: int) -> None:
        if self._is_pointed_at(group, before):
            return
        if group.is_part:
            self.people.append(replace(group, is_held=group.is_held or self._is_among(group)))
        elif self._is_someone_else(group, before):
            self.people.append(replace(group, is_held=True))
        elif not (self._goes_inside(group, before) or self._takes_in(group)):
            self.people.append(group)

    def _is_someone_else(self, group: Group, before: int) -> bool:
        """Know one person named after another, each alone: the victims of two incidents, unless "also" joins them."""
        names = [told for told in self.people[:before] if told.name]
        return bool(group.name) and bool(names) and not group.is_additional

    def _is_among(self, part: Group) -> bool:
        """Say whether a part is one of a group of its own sentence, or of a wider word for the same."""
        for place, told in enumerate(self.people):
            is_here = place not in self._free and not differ(told, part)
            is_before = place in self._free and not told.is_single and not differ(told, part)  # "two of the dead"
            if told.count.best >= part.count.best and not told.is_part and (is_here or is_before or holds(told, part)):
                return True
        return False

    def _is_pointed_at(self, group: Group, before: int) -> bool:
        """Know "the officer" later in the sentence that told him, if not beside him."""
        here = self.people[before:]
        return group.is_definite and any(told.line != group.line and same(told, group) for told in here)

    def _goes_inside(self, group: Group, before: int) -> bool:
        """Enter a group as some of those told before, while there is room among them."""
        if group.is_additional:
            return False
        for place, told in enumerate(self.people[:before]):
            used = self._held.get(place, 0)
            if not told.is_additional and holds(told, group) and used + group.count.best <= told.count.best:
                self._held[place] = used + group.count.best
                self.people.append(replace(group, is_held=True))
                return True
        return False

    def _takes_in(self, group: Group) -> bool:
        """Enter a group as the whole of smaller ones told before; a smaller whole tells no more than they do."""
        inside = [place for place in self._free if not self.people[place].is_held and holds(group, self.people[place])]
        if not inside or group.is_additional:
            return False
        counted = sum(self.people[place].count.best for place in inside)
        if counted > group.count.best:
            self.people.append(replace(group, is_held=True))
            return True
        for place in inside:
            self.people[place] = replace(self.people[place], is_held=True)
        self._held[len(self.people)] = counted
        self.people.append(group)
        return True


def _shares_word(told: Group, group: Group) -> bool:
    return told.word == group.word and told.type is group.type and told.count.best < group.count.best


def _joined(told: Group, again: Group) -> Group:
    """Give what two tellings of the same people say of them."""
    is_narrower = (told.is_broad and not again.is_broad) or (bool(again.name) and not told.name)
    return replace(
        told,
        count=max(told.count, again.count, key=lambda count: count.best),
        type=told.type or again.type,
        word=again.word if is_narrower else told.word,
        name=told.name | again.name,
        said=told.said | again.said | {group.word for group in (told, again) if not group.name},
        is_broad=told.is_broad and again.is_broad,
        is_companion=told.is_companion and again.is_companion,
        country=told.country or again.country,
    )
