"""Scoring: coded reports against what affray tells of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from events.evaluate.align import Alignment, align
from events.evaluate.gold import GoldIncident, GoldReport
from events.evaluate.predictions import Prediction, Row
from events.evaluate.scores import CountScore, Scores
from events.evaluate.slots import SLOTS, Presence, Slot
from events.evaluate.tally import Rate, Tally

__all__ = ["score_incidents"]

COUNTS = ("killed", "injured", "abducted")


class _Compared(NamedTuple):
    """A coded report, the predictions that are scored, and how the two were paired."""

    report: GoldReport
    told: tuple[Prediction, ...]
    alignment: Alignment


def score_incidents(gold: Iterable[GoldReport], predictions: Mapping[str, Sequence[Row]]) -> Scores:
    """Score the rows of `mentions`, by the report's id, against coded reports.

    A report without rows tells nothing. The order of the rows does not matter. See `Scores` for what
    each measure means.
    """
    reports = tuple(gold)
    told = {report.id: _scored(predictions.get(report.id, ())) for report in reports}
    compared = [
        _Compared(report, told[report.id], align(report.incidents, told[report.id]))
        for report in reports
        if report.is_coded
    ]
    slots = _coded_slots(each.report for each in compared)
    aligned = {slot.name: _tallied(slot, compared, overall=False) for slot in slots}
    overall = {slot.name: _tallied(slot, compared, overall=True) for slot in slots}
    return Scores(
        reports=len(compared),
        left_out=len(reports) - len(compared),
        incidents=sum((_incidents(each.alignment) for each in compared), Tally()),
        aligned=aligned,
        overall=overall,
        aligned_pooled=_pooled(aligned),
        overall_pooled=_pooled(overall),
        counts={kind: _count_score(kind, compared) for kind in COUNTS if kind in aligned},
        false_where_none=_rate(reports, told, _told_nothing, wrong=bool),
        false_where_no_violence=_rate(reports, told, lambda report: report.tells_no_violence, wrong=bool),
        silent=_rate(reports, told, _must_be_found, wrong=lambda rows: not rows),
    )


def _told_nothing(report: GoldReport) -> bool:
    """Say whether the coders found no incident in the report."""
    return not report.incidents


def _must_be_found(report: GoldReport) -> bool:
    return report.is_coded and any(not incident.optional for incident in report.incidents)


def _scored(rows: Sequence[Row]) -> tuple[Prediction, ...]:
    return tuple(row for row in map(Prediction.from_row, rows) if row.is_scored)


def _coded_slots(reports: Iterable[GoldReport]) -> list[Slot]:
    """List the slots that the gold codes at least once.

    Else every date would be wrong in gold without dates, as soon as one incident is none of the gold's.
    """
    incidents = [incident for report in reports for incident in report.incidents]
    has_value = (Presence.REQUIRED, Presence.OPTIONAL)
    return [slot for slot in SLOTS.values() if any(slot.presence(incident) in has_value for incident in incidents)]


def _incidents(alignment: Alignment) -> Tally:
    pairs = len(alignment.pairs)
    required = sum(not incident.optional for incident in alignment.missed)
    return Tally(expected=pairs + required, given=pairs + len(alignment.spurious), correct=pairs)


def _tallied(slot: Slot, compared: Iterable[_Compared], *, overall: bool) -> Tally:
    tally = Tally()
    for report, _, alignment in compared:
        tally = sum((slot.judged(*pair) for pair in alignment.pairs), tally)
        if overall:
            required = (incident for incident in alignment.missed if not incident.optional)
            tally = sum((slot.missed(incident) for incident in required), tally)
            if _is_judged(slot, report):
                tally = sum((slot.spurious(row) for row in alignment.spurious), tally)
    return tally


def _is_judged(slot: Slot, report: GoldReport) -> bool:
    """Say whether a value too many is wrong: not where the report's source does not code the slot."""
    presences = [slot.presence(incident) for incident in report.incidents]
    if not presences:
        return slot.stands_alone
    return any(presence is not Presence.UNCODED for presence in presences)


def _pooled(slots: Mapping[str, Tally]) -> Tally:
    return sum((tally for name, tally in slots.items() if SLOTS[name].pooled), Tally())


def _count_score(kind: str, compared: Iterable[_Compared]) -> CountScore:
    overall, where_somebody, subset = Rate(), Rate(), Rate()
    for report, told, _ in compared:
        if len(report.incidents) != 1 or kind in report.incidents[0].unscored:
            continue
        theirs = _number(report.incidents[0], kind)
        hit = theirs == sum(_number(row, kind) for row in told)
        overall = overall.counting(hit=hit)
        if theirs:
            where_somebody = where_somebody.counting(hit=hit)
        if report.incidents[0].counts_subset and kind == "killed":
            subset = subset.counting(hit=theirs == sum(map(_killed_civilians, told)))
    return CountScore(overall=overall, where_somebody=where_somebody, subset=subset)


def _number(incident: GoldIncident | Prediction, kind: str) -> int:
    return getattr(incident, kind) or 0


def _killed_civilians(row: Prediction) -> int:
    told_apart = row.killed_civilians
    return told_apart if told_apart is not None else row.killed or 0


def _rate(
    reports: Iterable[GoldReport],
    told: Mapping[str, tuple[Prediction, ...]],
    counts: Callable[[GoldReport], bool],
    *,
    wrong: Callable[[tuple[Prediction, ...]], bool],
) -> Rate:
    rate = Rate()
    for report in reports:
        if counts(report):
            rate = rate.counting(hit=wrong(told[report.id]))
    return rate
