"""Mistakes: what is wrong in each report, slot by slot, each mistake once."""

from collections.abc import Iterator, Mapping, Sequence

from events.evaluate.captions import CAPTIONS
from events.evaluate.compare import Compared
from events.evaluate.gold import GoldIncident
from events.evaluate.predictions import Prediction, Row
from events.evaluate.score import COUNTS, count_told, is_count_judged
from events.evaluate.slots import Presence, Slot
from outputs.pages.errors.wrong import Line, Section, Verdict
from outputs.pages.marks import lettered

__all__ = ["sections_of"]


def sections_of(compared: Compared, slots: Sequence[Slot], rows: Sequence[Row]) -> tuple[Section, ...]:
    """Lay a report's judgement out: pairs, what was missed, what is too many, counts of the whole report.

    `rows` are all that affray tells of it, scored or not. A report that was left out by its coders is
    judged only where they say that it tells no violence.
    """
    if not (compared.report.is_coded or compared.report.tells_no_violence):
        return ()
    letters = lettered([row["mention_id"] for row in rows])
    pairs = [_paired(*pair, slots, letters) for pair in compared.alignment.pairs]
    missed = [_missed(incident, slots) for incident in compared.alignment.missed if not incident.optional]
    spurious = [_spurious(row, slots, letters) for row in compared.alignment.spurious]
    unscored = [section for row in rows for section in _unscored(row, slots, letters)]
    return (*pairs, *missed, *spurious, *_totals(compared, pairs), *unscored)


def _paired(gold: GoldIncident, told: Prediction, slots: Sequence[Slot], letters: Mapping[str, str]) -> Section:
    lines = tuple(line for slot in slots for line in _judged(slot, gold, told))
    return Section(title=_titled("Incident", told, letters), lines=lines)


def _judged(slot: Slot, gold: GoldIncident, told: Prediction) -> Iterator[Line]:
    """Judge a slot of a pair; one that nobody coded makes no line."""
    expects, gives = CAPTIONS[slot.name]
    expected, given, verdict = expects(gold), gives(told), _verdict(slot, gold, told)
    if verdict is not Verdict.NOT_JUDGED or expected:
        yield Line(field=slot.name, expected=expected, given=given, verdict=verdict)


def _verdict(slot: Slot, gold: GoldIncident, told: Prediction) -> Verdict:
    tally = slot.judged(gold, told)
    if tally.correct:
        return Verdict.RIGHT
    if tally.given:
        return Verdict.TOO_MANY if slot.presence(gold) is Presence.ABSENT else Verdict.WRONG
    return Verdict.MISSING if tally.expected else Verdict.NOT_JUDGED


def _missed(gold: GoldIncident, slots: Sequence[Slot]) -> Section:
    lines = ((slot.name, CAPTIONS[slot.name][0](gold)) for slot in slots)
    return Section(
        title="Incident that was not found",
        verdict=Verdict.MISSING,
        lines=tuple(Line(field=field, expected=words, verdict=Verdict.NOT_JUDGED) for field, words in lines if words),
    )


def _spurious(told: Prediction, slots: Sequence[Slot], letters: Mapping[str, str]) -> Section:
    title = _titled("Incident that nobody coded", told, letters)
    return Section(title=title, verdict=Verdict.TOO_MANY, lines=_given(told, slots))


def _unscored(row: Row, slots: Sequence[Slot], letters: Mapping[str, str]) -> Iterator[Section]:
    """Show what was told as background, denied or of several incidents at once: it may explain what is missing."""
    told = Prediction.from_row(row)
    if not told.is_scored:
        title = _titled(f"Told and not scored: {row.get('status')}, {row.get('scope')}", told, letters)
        yield Section(title=title, lines=_given(told, slots))


def _given(told: Prediction, slots: Sequence[Slot]) -> tuple[Line, ...]:
    lines = ((slot.name, CAPTIONS[slot.name][1](told)) for slot in slots)
    return tuple(Line(field=field, given=words, verdict=Verdict.NOT_JUDGED) for field, words in lines if words)


def _totals(compared: Compared, pairs: Sequence[Section]) -> Iterator[Section]:
    """Judge the counts of a report of one incident, where no slot has told the same mistake already."""
    told_already = {field for section in pairs for field, _ in section.mistakes()}
    lines = [
        line
        for kind in COUNTS
        if kind not in told_already
        for line in _total(compared, kind)
        if line.verdict.is_mistake
    ]
    if lines:
        yield Section(title="Counts of the whole report", field="count", lines=tuple(lines))


def _total(compared: Compared, kind: str) -> Iterator[Line]:
    report = compared.report
    if not is_count_judged(report, kind) or not report.is_coded:
        return
    (incident,) = report.incidents
    if not compared.alignment.pairs and not incident.optional:
        return  # the incident that was not found says it already
    expected, given = getattr(incident, kind) or 0, count_told(kind, compared.told)
    verdict = Verdict.RIGHT if expected == given else Verdict.WRONG
    yield Line(field=kind, expected=f"{expected:,}", given=f"{given:,} in all", verdict=verdict)


def _titled(title: str, told: Prediction, letters: Mapping[str, str]) -> str:
    letter = letters.get(told.mention_id or "", "")
    return f"{title}, {letter} in the marks" if letter else title
