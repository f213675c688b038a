"""Comparing: coded reports beside what affray tells of each, paired."""

from collections.abc import Iterable, Mapping, Sequence

from events.evaluate.align import Alignment, align
from events.evaluate.gold import GoldReport
from events.evaluate.predictions import Prediction, Row
from events.evaluate.slots import SLOTS, Presence, Slot
from schemas.record import Record

__all__ = ["Compared", "coded_slots", "compare"]


class Compared(Record):
    """A coded report, the predictions that are scored, and how the two were paired."""

    report: GoldReport
    told: tuple[Prediction, ...]
    alignment: Alignment


def compare(gold: Iterable[GoldReport], predictions: Mapping[str, Sequence[Row]]) -> tuple[Compared, ...]:
    """Pair the rows of `mentions`, by the report's id, with what is coded; a report without rows tells nothing."""
    return tuple(_compared(report, predictions.get(report.id, ())) for report in gold)


def coded_slots(compared: Iterable[Compared]) -> list[Slot]:
    """List the slots that the gold codes at least once.

    Else every date would be wrong in gold without dates, as soon as one incident is none of the gold's.
    """
    incidents = [incident for each in compared if each.report.is_coded for incident in each.report.incidents]
    has_value = (Presence.REQUIRED, Presence.OPTIONAL)
    return [slot for slot in SLOTS.values() if any(slot.presence(incident) in has_value for incident in incidents)]


def _compared(report: GoldReport, rows: Sequence[Row]) -> Compared:
    told = tuple(row for row in map(Prediction.from_row, rows) if row.is_scored)
    # What a report tells that its coders left out is not coded, so nothing is paired with it.
    coded = report.incidents if report.is_coded else ()
    return Compared(report=report, told=told, alignment=align(coded, told))
