"""How columns share a window's width."""

from collections.abc import Sequence

__all__ = ["shared_widths"]

# An id is 18 characters: cut shorter, it could not be looked up.
LEAST_WIDTH = 20


def shared_widths(natural: Sequence[int], *, cuttable: Sequence[bool], room: int) -> list[int] | None:
    """Cut the widest columns to one width, as far as needed; None where the window is too narrow.

    >>> shared_widths([10, 90, 40], cuttable=[False, True, True], room=80)
    [10, 35, 35]
    """
    if sum(natural) <= room:
        return list(natural)
    for most in range(max(natural), LEAST_WIDTH - 1, -1):
        widths = [min(width, most) if can_cut else width for width, can_cut in zip(natural, cuttable, strict=True)]
        if sum(widths) <= room:
            return widths
    return None
