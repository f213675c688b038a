"""One kind's casualties as a person gives them: the whole, and the sides that sum to it."""

from collections.abc import Iterable, Mapping

from schemas.casualties import Casualties
from schemas.count import Count
from schemas.vocabulary import CasualtyKind, Side

__all__ = ["counted"]

# whose bounds give way first
YIELDING = (Side.UNKNOWN, Side.CIVILIANS, Side.B, Side.A)


def counted(
    casualties: Iterable[Casualties],
    kind: CasualtyKind,
    whole: Count | None,
    *,
    sides: Mapping[Side, int] | None = None,
) -> tuple[Casualties, ...]:
    """Put a kind's count in place of what is told of it; the other kinds stay.

    Without `sides`, those told are kept if they fit into the whole, and the rest belongs to none.
    """
    told = list(casualties)
    others = [entry for entry in told if entry.kind is not kind]
    if whole is None:
        return tuple(others)
    best = dict(sides) if sides is not None else _kept(told, kind, whole.best)
    counts = _spread({side: number for side, number in best.items() if number}, whole)
    new = [Casualties(kind=kind, side=side, count=counts[side]) for side in Side if side in counts]
    order = list(CasualtyKind)
    return tuple(sorted([*others, *new], key=lambda entry: order.index(entry.kind)))


def _kept(told: Iterable[Casualties], kind: CasualtyKind, best: int) -> dict[Side, int]:
    of_sides = [entry for entry in told if entry.kind is kind and entry.side is not Side.UNKNOWN]
    kept: dict[Side, int] = {entry.side: entry.count.best for entry in of_sides}
    if sum(kept.values()) > best:
        kept = {}
    return {**kept, Side.UNKNOWN: best - sum(kept.values())}


def _spread(best: dict[Side, int], whole: Count) -> dict[Side, Count]:
    """Give the sides' figures bounds that sum to the whole's: nobody knows on which side the doubt lies."""
    counts = {side: Count.exactly(number) for side, number in best.items()}
    if whole.high > whole.best or not counts:
        unknown = counts.get(Side.UNKNOWN, Count.exactly(0))
        counts[Side.UNKNOWN] = unknown.model_copy(update={"high": unknown.high + whole.high - whole.best})
    excess = whole.best - whole.low
    for side in YIELDING:
        if side in counts and excess > 0:
            step = min(excess, counts[side].low)
            counts[side] = counts[side].model_copy(update={"low": counts[side].low - step})
            excess -= step
    return counts
