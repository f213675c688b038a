from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from events.evaluate.assignment import best_pairs


def total(weights: list[list[int]], pairs: list[tuple[int, int]]) -> int:
    return sum(weights[row][column] for row, column in pairs)


def best_total_by_trying(weights: list[list[int]]) -> int:
    rows, columns = len(weights), len(weights[0])
    width = max(rows, columns)
    padded = [[*row, *[0] * (width - columns)] for row in weights] + [[0] * width] * (width - rows)
    return max(sum(padded[row][order[row]] for row in range(width)) for order in permutations(range(width)))


matrices = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda shape: st.lists(
        st.lists(st.integers(0, 9), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)


@given(matrices)
def test_no_other_pairing_has_a_greater_total(weights: list[list[int]]) -> None:
    assert total(weights, best_pairs(weights)) == best_total_by_trying(weights)


@given(matrices)
def test_nobody_is_paired_twice_and_nothing_with_weight_zero(weights: list[list[int]]) -> None:
    pairs = best_pairs(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(weights[row][column] > 0 for row, column in pairs)


def test_nothing_is_paired_with_nothing() -> None:
    assert best_pairs([]) == []
    assert best_pairs([[], []]) == []


def test_the_best_whole_beats_the_best_single_pair() -> None:
    assert best_pairs([[5, 4, 0], [4, 0, 0], [0, 0, 1]]) == [(0, 1), (1, 0), (2, 2)]


def test_a_hundred_by_a_hundred_is_paired_exactly() -> None:
    weights = [[(row * 7 + column * 13) % 101 for column in range(100)] for row in range(100)]
    assert len(best_pairs(weights)) == 100
