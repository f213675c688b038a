"""Columns share the window."""

import pytest

from outputs.query.window import shared_widths

CASES = [
    ([], [], 80, []),
    ([10, 20], [True, True], 30, [10, 20]),
    ([10, 90], [False, True], 60, [10, 50]),
    ([18, 200, 300], [True, True, True], 78, [18, 30, 30]),
    ([18, 200, 300], [True, True, True], 50, None),
    ([90], [False], 80, None),
    ([90], [True], 80, [80]),
]


@pytest.mark.parametrize(("natural", "cuttable", "room", "widths"), CASES)
def test_the_widest_text_is_cut_first(
    natural: list[int], cuttable: list[bool], room: int, widths: list[int] | None
) -> None:
    assert shared_widths(natural, cuttable=cuttable, room=room) == widths
