"""Totals and parts are solved, never added to each other."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.extract.casualties.group import Group
from events.extract.casualties.ledger import Entry, settle, without
from schemas.count import Count
from schemas.vocabulary import ActorType

STATE, REBELS, CIVILIANS = ActorType.STATE_FORCES, ActorType.REBEL_GROUP, ActorType.CIVILIANS

BROAD = ("civilians", "officer", "rebels")


def told(best: int, word: str, kind: ActorType | None = None, *, sentence: int = 0, **marks: bool) -> Group:
    return Group(
        count=Count.exactly(best),
        type=kind,
        word=word.removesuffix("s"),
        sentence=sentence,
        is_generic=kind is None,
        is_broad=word in BROAD,
        **marks,
    )


def more(best: int, word: str, kind: ActorType | None = None, *, sentence: int) -> Group:
    return told(best, word, kind, sentence=sentence, is_additional=True)


def toll(best: int, *, sentence: int) -> Group:
    return told(best, "people", sentence=sentence, is_total=True)


def including(best: int, word: str, kind: ActorType | None, *, sentence: int = 0) -> Group:
    return told(best, word, kind, sentence=sentence, is_part=True)


def sums(entries: Sequence[Entry]) -> dict[str | None, int]:
    return {entry.type.value if entry.type else None: entry.count.best for entry in entries}


# what is told, and how many of whom there were
CASES = {
    "Five died.": ([told(5, "people")], {None: 5}),
    "Five died. The five were brothers.": ([told(5, "people"), told(5, "people", sentence=1)], {None: 5}),
    "Two died. Five are dead now.": ([told(2, "people"), told(5, "people", sentence=1)], {None: 5}),
    "Five died. An officer lost his life. Four more people died.": (
        [told(5, "individuals"), told(1, "officer", STATE, sentence=1), more(4, "individuals", sentence=2)],
        {"State forces": 1, None: 4},
    ),
    "An officer lost his life. Four more people died. Five died in all.": (
        [told(1, "officer", STATE), more(4, "people", sentence=1), told(5, "people", sentence=2)],
        {"State forces": 1, None: 4},
    ),
    "An officer died. Four more people died.": (
        [told(1, "officer", STATE), more(4, "people", sentence=1)],
        {"State forces": 1, None: 4},
    ),
    "Two soldiers and five rebels were killed.": (
        [told(2, "soldiers", STATE), told(5, "rebels", REBELS)],
        {"State forces": 2, "Rebel group": 5},
    ),
    "Seven died: two soldiers and five rebels.": (
        [told(7, "people"), told(2, "soldiers", STATE), told(5, "rebels", REBELS)],
        {"State forces": 2, "Rebel group": 5},
    ),
    "Ten people died, including three children.": (
        [told(10, "people"), including(3, "children", CIVILIANS)],
        {"Civilians": 3, None: 7},
    ),
    "Ten civilians died, including three children.": (
        [told(10, "civilians", CIVILIANS), including(3, "children", CIVILIANS)],
        {"Civilians": 10},
    ),
    "Ten people died, including three children. Three children were among the dead.": (
        [told(10, "people"), including(3, "children", CIVILIANS), including(3, "children", CIVILIANS, sentence=1)],
        {"Civilians": 3, None: 7},
    ),
    "Ten people died, among them two soldiers and three children.": (
        [told(10, "people"), including(2, "soldiers", STATE), including(3, "children", CIVILIANS)],
        {"State forces": 2, "Civilians": 3, None: 5},
    ),
    "Two people died, including nine children: the parts do not fit.": (
        [told(2, "people"), including(9, "children", CIVILIANS)],
        {None: 2},
    ),
    "Nine people died. The toll rose to 14.": ([told(9, "people"), toll(14, sentence=1)], {None: 14}),
    "The toll stood at nine. It rose to 14.": ([toll(9, sentence=0), toll(14, sentence=1)], {None: 14}),
    "The toll was put at 20. It was revised to 14.": ([toll(20, sentence=0), toll(14, sentence=1)], {None: 14}),
    "The toll rose to 14. Two of them were soldiers.": (
        [toll(14, sentence=0), told(2, "soldiers", STATE, sentence=1)],
        {"State forces": 2, None: 12},
    ),
    "Three soldiers died. The three soldiers were ambushed.": (
        [told(3, "soldiers", STATE), told(3, "soldiers", STATE, sentence=1, is_definite=True)],
        {"State forces": 3},
    ),
    "A policeman was killed. The officer was a father of two.": (
        [told(1, "policeman", STATE), told(1, "officer", STATE, sentence=1, is_definite=True)],
        {"State forces": 1},
    ),
    "Two soldiers died. Five soldiers have died now.": (
        [told(2, "soldiers", STATE), told(5, "soldiers", STATE, sentence=1)],
        {"State forces": 5},
    ),
    "A farmer and two students died. Three civilians died.": (
        [
            told(1, "farmer", CIVILIANS),
            told(2, "students", CIVILIANS),
            told(3, "civilians", CIVILIANS, sentence=1),
        ],
        {"Civilians": 3},
    ),
    "A nurse and a driver were killed: two people of one kind, told together.": (
        [told(1, "nurse", CIVILIANS), told(1, "driver", CIVILIANS)],
        {"Civilians": 2},
    ),
    "Three staff were killed, and two more.": (
        [told(3, "staff", CIVILIANS), more(2, "staff", CIVILIANS, sentence=0)],
        {"Civilians": 5},
    ),
    "Nobody was killed.": ([told(0, "nobody")], {None: 0}),
    "Nobody was killed. No deaths were reported.": (
        [told(0, "nobody"), told(0, "deaths", sentence=1)],
        {None: 0},
    ),
    "No soldier was killed. Two rebels were.": (
        [told(0, "soldier", STATE), told(2, "rebels", REBELS, sentence=1)],
        {"Rebel group": 2},
    ),
    "Nothing is told.": ([], {}),
}


@pytest.mark.parametrize(("groups", "expected"), CASES.values(), ids=CASES.keys())
def test_groups_are_settled(groups: list[Group], expected: dict[str | None, int]) -> None:
    assert sums(settle(groups)) == expected


def test_the_bounds_of_a_total_stay_with_what_it_leaves_over() -> None:
    dozens = replace(told(12, "people"), count=Count(low=12, best=12, high=99))
    entries = settle([dozens, including(3, "children", CIVILIANS)])
    assert entries == (
        Entry(CIVILIANS, Count.exactly(3)),
        Entry(None, Count(low=9, best=9, high=96)),
    )


def test_entries_come_in_the_order_of_the_types_and_the_unallotted_last() -> None:
    groups = [told(9, "people"), told(2, "farmers", CIVILIANS), told(1, "rebel", REBELS), told(1, "soldier", STATE)]
    assert [entry.type for entry in settle(groups)] == [STATE, REBELS, CIVILIANS, None]


@pytest.mark.parametrize("name", ["Five died. An officer lost his life. Four more people died."])
def test_the_order_in_which_total_and_parts_are_told_does_not_matter(name: str) -> None:
    total, officer, four_more = CASES[name][0]
    orders = ([total, officer, four_more], [officer, four_more, total], [officer, total, four_more])
    answers = {settle([replace(each, sentence=place) for place, each in enumerate(order)]) for order in orders}
    assert len(answers) == 1


COUNTS = st.tuples(st.integers(0, 40), st.integers(0, 5), st.integers(0, 50)).map(
    lambda drawn: Count(low=max(drawn[0] - drawn[1], 0), best=drawn[0], high=drawn[0] + drawn[2])
)
WORDS = st.sampled_from(["people", "soldiers", "officer", "farmers", "rebels", "others", "children"])


@st.composite
def group(draw: st.DrawFn) -> Group:
    kind = draw(st.sampled_from([None, STATE, REBELS, CIVILIANS]))
    return Group(
        count=draw(COUNTS),
        type=kind,
        is_generic=kind is None,
        word=draw(WORDS),
        sentence=draw(st.integers(0, 4)),
        is_additional=draw(st.booleans()),
        is_part=draw(st.booleans()),
        is_total=draw(st.booleans()),
        is_definite=draw(st.booleans()),
    )


GROUPS = st.lists(group(), max_size=8).map(lambda drawn: sorted(drawn, key=lambda each: each.sentence))


@given(GROUPS)
def test_never_more_than_all_that_is_told(groups: list[Group]) -> None:
    assert sum(entry.count.best for entry in settle(groups)) <= sum(each.count.best for each in groups)


@given(GROUPS)
def test_each_type_has_one_entry_with_ordered_bounds(groups: list[Group]) -> None:
    entries = settle(groups)
    assert len({entry.type for entry in entries}) == len(entries)
    assert all(entry.count.low <= entry.count.best <= entry.count.high for entry in entries)


@given(GROUPS)
def test_whoever_is_told_is_counted(groups: list[Group]) -> None:
    if any(each.count.high > 0 and not each.is_part for each in groups):
        assert settle(groups)


@given(st.lists(group().map(lambda each: replace(each, count=Count.exactly(0))), min_size=1))
def test_nobody_is_zero_and_not_unknown(groups: list[Group]) -> None:
    assert settle(groups) == (Entry(None, Count.exactly(0)),)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=6))
def test_a_total_told_again_and_again_is_the_highest(counts: list[int]) -> None:
    groups = [told(best, "people", sentence=place) for place, best in enumerate(counts)]
    assert sum(entry.count.best for entry in settle(groups)) == max(counts)


@given(st.permutations([(1, STATE, "officer"), (4, REBELS, "rebels"), (2, CIVILIANS, "farmers")]), st.integers(7, 30))
def test_parts_of_different_people_may_be_told_in_any_order(
    parts: Sequence[tuple[int, ActorType, str]], total: int
) -> None:
    groups = [told(best, word, kind, sentence=place) for place, (best, kind, word) in enumerate(parts)]
    first, last = told(total, "people", sentence=0), told(total, "people", sentence=9)
    assert settle([first, *groups]) == settle([*groups, last])
    assert sum(entry.count.best for entry in settle([first, *groups])) == total
    assert sum(entry.count.best for entry in settle(groups)) == 7


@given(GROUPS)
def test_a_sentence_that_is_said_twice_tells_no_more(groups: list[Group]) -> None:
    once = [replace(each, sentence=0) for each in groups]
    again = [replace(each, sentence=5) for each in groups]
    assert settle([*once, *again]) == settle(once)


def counted(groups: Sequence[Group]) -> int:
    return sum(entry.count.best for entry in settle(groups))


@given(GROUPS, st.integers(1, 9), st.sampled_from(["farmers", "soldiers", "children"]))
def test_a_part_never_raises_a_total(groups: list[Group], best: int, word: str) -> None:
    whole = [*groups, toll(60, sentence=9)]
    part = including(best, word, CIVILIANS, sentence=9)
    assert counted([*whole, part]) == counted(whole)


@given(GROUPS)
def test_nobody_beside_somebody_changes_nothing(groups: list[Group]) -> None:
    somebody = [*groups, told(3, "farmers", CIVILIANS, sentence=6)]
    assert settle([*somebody, told(0, "soldiers", STATE, sentence=7)]) == settle(somebody)


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 4))
def test_an_increment_is_added_once(first: int, later: int, times: int) -> None:
    increments = [more(later, "people", sentence=place) for place in range(1, times + 1)]
    assert counted([told(first, "people"), *increments]) == first + later


@given(GROUPS, st.integers(0, 200))
def test_a_later_fate_leaves_nobody_below_none(groups: list[Group], moved: int) -> None:
    entries = settle(groups)
    left = sum(entry.count.best for entry in without(entries, moved))
    assert left == max(sum(entry.count.best for entry in entries) - moved, 0)
