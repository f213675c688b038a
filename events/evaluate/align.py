"""Alignment: which prediction means which incident of the same report."""

from collections.abc import Sequence

from events.evaluate.assignment import best_pairs
from events.evaluate.gold import GoldIncident
from events.evaluate.predictions import Prediction
from events.evaluate.slots import SLOTS, Presence
from schemas.record import Record

__all__ = ["Alignment", "align", "overlap"]

LEAST_OVERLAP = 2
TYPES = frozenset({"type", "event_type", "sub_event_type"})
TELLING = TYPES | {"perpetrator", "target", "party"}


class Alignment(Record):
    """A report's pairs, what was not found and what was found too many."""

    pairs: tuple[tuple[GoldIncident, Prediction], ...]
    missed: tuple[GoldIncident, ...]
    spurious: tuple[Prediction, ...]


def align(gold: Sequence[GoldIncident], predictions: Sequence[Prediction]) -> Alignment:
    """Pair incidents and predictions for the greatest total overlap, whatever their order.

    At equal overlap an incident that must be found goes before an optional one; what is still equal is
    decided by the predictions' own words.
    """
    ours = sorted(predictions, key=Prediction.model_dump_json)
    weights = [[_weight(incident, row, size=len(gold)) for row in ours] for incident in gold]
    pairs = best_pairs(weights)
    found, used = {row for row, _ in pairs}, {column for _, column in pairs}
    return Alignment(
        pairs=tuple((gold[row], ours[column]) for row, column in pairs),
        missed=tuple(incident for row, incident in enumerate(gold) if row not in found),
        spurious=tuple(row for column, row in enumerate(ours) if column not in used),
    )


def overlap(gold: GoldIncident, prediction: Prediction) -> frozenset[str]:
    """Name the pooled slots on which the two agree."""
    slots = (slot for slot in SLOTS.values() if slot.pooled)
    return frozenset(slot.name for slot in slots if slot.right(gold, prediction))


def _weight(gold: GoldIncident, prediction: Prediction, *, size: int) -> int:
    shared = overlap(gold, prediction)
    if not _may_be_the_same(gold, shared):
        return 0
    # One point of overlap outweighs every preference for incidents that must be found.
    return len(shared) * (size + 1) + (not gold.optional)


def _may_be_the_same(gold: GoldIncident, shared: frozenset[str]) -> bool:
    """Say whether two points agree, and a type, a perpetrator or a target is among them.

    ACLED's two types are one point. Gold whose types are in words that ours cannot be compared with
    (AWSD's "Raid", CEHA's "religious conflict") needs the two points alone.
    """
    points = len(shared - TYPES) + bool(shared & TYPES)
    comparable = any(SLOTS[name].presence(gold) is not Presence.UNCODED for name in TYPES)
    return points >= LEAST_OVERLAP and (bool(shared & TELLING) or not comparable)
