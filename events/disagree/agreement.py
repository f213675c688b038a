"""Krippendorff's alpha of two readers: how far they agree beyond what chance gives."""

from collections import Counter
from collections.abc import Hashable, Sequence

__all__ = ["interval_alpha", "nominal_alpha"]


def nominal_alpha(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Give alpha of words, of which two are alike or not; None where nothing varies.

    Each pair is what two readers say of one unit that both tell. 1 is agreement, 0 what chance gives.

    Source: K. Krippendorff, Content Analysis, 2nd ed. (2004), chapter 11.

    >>> nominal_alpha([("a", "a"), ("b", "b"), ("a", "b"), ("b", "b")])
    0.5333

    """
    values = Counter(value for pair in pairs for value in pair)
    total = values.total()
    expected = total * total - sum(count * count for count in values.values())
    if not expected:
        return None
    differing = 2 * sum(one != other for one, other in pairs)
    return round(1 - (total - 1) * differing / expected, 4)


def interval_alpha(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Give alpha of numbers, whose difference counts by its square; None where nothing varies.

    Source: K. Krippendorff, Content Analysis, 2nd ed. (2004), chapter 11.

    >>> interval_alpha([(1, 1), (4, 4), (9, 9)])
    1.0

    """
    values = [value for pair in pairs for value in pair]
    total = len(values)
    expected = 2 * (total * sum(value * value for value in values) - sum(values) ** 2)
    if not expected:
        return None
    differing = 2 * sum((one - other) ** 2 for one, other in pairs)
    return round(1 - (total - 1) * differing / expected, 4)
