"""Scoring: coded reports against what affray tells of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from events.evaluate.align import Alignment
from events.evaluate.compare import Compared, coded_slots, compare
from events.evaluate.gold import GoldIncident, GoldReport
from events.evaluate.predictions import Prediction, Row
from events.evaluate.scores import CountScore, Scores
from events.evaluate.slots import SLOTS, Presence, Slot
from events.evaluate.tally import Rate, Tally

__all__ = ["COUNTS", "count_told", "is_count_judged", "score_compared", "score_incidents"]

COUNTS = ("killed", "injured", "abducted")


def score_incidents(gold: Iterable[GoldReport], predictions: Mapping[str, Sequence[Row]]) -> Scores:
    """Score the rows of `mentions`, by the report's id, against coded reports.

    A report without rows tells nothing. The order of the rows does not matter. See `Scores` for what
    each measure means.
    """
    return score_compared(compare(gold, predictions))


def score_compared(every: Sequence[Compared]) -> Scores:
    """Score reports that were paired with what affray tells of them."""
    compared = [each for each in every if each.report.is_coded]
    slots = coded_slots(compared)
    aligned = {slot.name: _tallied(slot, compared, overall=False) for slot in slots}
    overall = {slot.name: _tallied(slot, compared, overall=True) for slot in slots}
    return Scores(
        reports=len(compared),
        left_out=len(every) - len(compared),
        incidents=sum((_incidents(each.alignment) for each in compared), Tally()),
        aligned=aligned,
        overall=overall,
        aligned_pooled=_pooled(aligned),
        overall_pooled=_pooled(overall),
        counts={kind: _count_score(kind, compared) for kind in COUNTS if kind in aligned},
        false_where_none=_rate(every, _told_nothing, wrong=bool),
        false_where_no_violence=_rate(every, lambda report: report.tells_no_violence, wrong=bool),
        silent=_rate(every, _must_be_found, wrong=lambda rows: not rows),
    )


def _told_nothing(report: GoldReport) -> bool:
    """Say whether the coders found no incident in the report."""
    return not report.incidents


def _must_be_found(report: GoldReport) -> bool:
    return report.is_coded and any(not incident.optional for incident in report.incidents)


def _incidents(alignment: Alignment) -> Tally:
    pairs = len(alignment.pairs)
    required = sum(not incident.optional for incident in alignment.missed)
    return Tally(expected=pairs + required, given=pairs + len(alignment.spurious), correct=pairs)


def _tallied(slot: Slot, compared: Iterable[Compared], *, overall: bool) -> Tally:
    tally = Tally()
    for each in compared:
        report, alignment = each.report, each.alignment
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


def _count_score(kind: str, compared: Iterable[Compared]) -> CountScore:
    overall, where_somebody, subset = Rate(), Rate(), Rate()
    for each in compared:
        report, told = each.report, each.told
        if not is_count_judged(report, kind):
            continue
        theirs = _number(report.incidents[0], kind)
        hit = theirs == count_told(kind, told)
        overall = overall.counting(hit=hit)
        if theirs:
            where_somebody = where_somebody.counting(hit=hit)
        if report.incidents[0].counts_subset and kind == "killed":
            subset = subset.counting(hit=theirs == sum(map(_killed_civilians, told)))
    return CountScore(overall=overall, where_somebody=where_somebody, subset=subset)


def is_count_judged(report: GoldReport, kind: str) -> bool:
    """Say whether a report's count is compared: it is coded with exactly one incident, whose count is known."""
    return len(report.incidents) == 1 and kind not in report.incidents[0].unscored


def count_told(kind: str, told: Iterable[Prediction]) -> int:
    """Add up one kind's count over all that is told of a report; nobody stated is 0."""
    return sum(_number(row, kind) for row in told)


def _number(incident: GoldIncident | Prediction, kind: str) -> int:
    return getattr(incident, kind) or 0


def _killed_civilians(row: Prediction) -> int:
    told_apart = row.killed_civilians
    return told_apart if told_apart is not None else row.killed or 0


def _rate(
    compared: Iterable[Compared],
    counts: Callable[[GoldReport], bool],
    *,
    wrong: Callable[[tuple[Prediction, ...]], bool],
) -> Rate:
    rate = Rate()
    for each in compared:
        if counts(each.report):
            rate = rate.counting(hit=wrong(each.told))
    return rate
