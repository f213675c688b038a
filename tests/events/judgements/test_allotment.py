"""What a person says of one kind's casualties holds to the last figure, however the sides were told."""

from hypothesis import given
from hypothesis import strategies as st

from events.judgements.allotment import counted
from schemas.casualties import Casualties, total
from schemas.count import Count
from schemas.vocabulary import CasualtyKind, Side

KILLED, INJURED = CasualtyKind.KILLED, CasualtyKind.INJURED

bounds = st.lists(st.integers(0, 50), min_size=3, max_size=3).map(
    lambda numbers: Count(**dict(zip(("low", "best", "high"), sorted(numbers), strict=True)))
)
told = st.dictionaries(st.sampled_from(Side), bounds).map(
    lambda sides: [Casualties(kind=KILLED, side=side, count=count) for side, count in sides.items()]
)


def of_sides(entries: tuple[Casualties, ...]) -> dict[Side, int]:
    return {entry.side: entry.count.best for entry in entries if entry.kind is KILLED}


def some(**sides: int) -> list[Casualties]:
    return [Casualties(kind=KILLED, side=Side(side), count=Count.exactly(count)) for side, count in sides.items()]


def test_sides_that_fit_are_kept_and_the_rest_is_of_none() -> None:
    assert of_sides(counted(some(a=1, b=2), KILLED, Count.exactly(5))) == {Side.A: 1, Side.B: 2, Side.UNKNOWN: 2}


def test_sides_that_do_not_fit_are_not() -> None:
    assert of_sides(counted(some(a=3, b=2), KILLED, Count.exactly(4))) == {Side.UNKNOWN: 4}


def test_nobody_killed_is_a_count_and_not_its_lack() -> None:
    assert total(counted(some(a=3), KILLED, Count.exactly(0)), KILLED) == Count.exactly(0)
    assert total(counted(some(a=3), KILLED, None), KILLED) is None


OTHERS = [[], [Casualties(kind=INJURED, side=Side.A, count=Count.exactly(9))]]


@given(told, st.none() | bounds, st.sampled_from(OTHERS))
def test_the_sum_is_what_was_said(entries: list[Casualties], whole: Count | None, other: list[Casualties]) -> None:
    result = counted([*entries, *other], KILLED, whole)
    assert total(result, KILLED) == whole
    assert [entry for entry in result if entry.kind is INJURED] == other
    assert len({(entry.kind, entry.side) for entry in result}) == len(result)


@given(st.dictionaries(st.sampled_from(Side), st.integers(0, 20), min_size=1), st.integers(0, 5), st.integers(0, 5))
def test_sides_that_were_said_are_taken_as_they_are(sides: dict[Side, int], below: int, above: int) -> None:
    best = sum(sides.values())
    whole = Count(low=max(0, best - below), best=best, high=best + above)
    result = counted(some(b=7), KILLED, whole, sides=sides)
    assert total(result, KILLED) == whole
    taken = of_sides(result)
    assert {side: taken.get(side, 0) for side in sides} == sides
