"""The task `dates`: what affray makes of words of time that people marked."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.table import Table

from events.dates.grammar import read_grammar
from events.dates.known import read_marked
from events.evaluate.predictions import Row
from events.evaluate.scores import Json, rate_json
from events.evaluate.table import rate_cells
from events.evaluate.tally import Rate
from events.evaluate.timexes import GoldTimes, Timex
from events.evaluate.values import value_of
from outputs.pages.errors.wrong import Line, Section, Verdict, WrongReport
from outputs.pages.marks import Label, Mark, nest
from schemas.record import Record

__all__ = ["DateScores", "predict_dates", "rows_of", "score_dates", "sections_of_dates", "wrong_dates"]

Predictions = dict[str, tuple[str | None, ...]]


class DateScores(Record):
    """The scores of one run over marked words of time.

    * `days`: words whose value names a day, whatever hour of it (1998-02-13, 1998-02-13TMO); a hit gives
      exactly that day, and nothing that is given for no day or for several is one.
    * `longer`: words that name a week, a month, a quarter or a year; a hit gives the same value.
    * `unscored`: all others: lengths of time (P2D), the vague present (PRESENT_REF), decades.
    """

    reports: int
    days: Rate
    longer: Rate
    unscored: int

    def as_json(self) -> Json:
        """Give all numbers under stable keys."""
        return {
            "task": "dates",
            "reports": self.reports,
            "unscored": self.unscored,
            "days": rate_json(self.days),
            "longer": rate_json(self.longer),
        }

    def measures(self) -> dict[str, float]:
        """Name every measure that has a value."""
        shares = {"days.exact": self.days.share, "longer.exact": self.longer.share}
        return {name: share for name, share in shares.items() if share is not None}

    def table(self) -> Table:
        """Lay the scores out."""
        table = Table(title="Words of time", title_justify="left")
        for column in ("", "words", "exact", "share"):
            table.add_column(column, justify="right" if column else "left")
        table.add_row("that name a day", *rate_cells(self.days))
        table.add_row("that name a week, month, quarter or year", *rate_cells(self.longer))
        return table


def predict_dates(gold: Iterable[GoldTimes], *, codebook: Path | None = None) -> Predictions:
    """Read the marked words of each report, the values of which nobody tells."""
    grammar = read_grammar(codebook)
    return {
        report.id: tuple(
            value_of(when) if when else None
            for when in read_marked(
                report.text, [timex.span for timex in report.timexes], published=report.dct, grammar=grammar
            )
        )
        for report in gold
    }


def rows_of(gold: Iterable[GoldTimes], predictions: Predictions) -> Iterator[Row]:
    """Give one row for each marked word."""
    for report in gold:
        for timex, value in zip(report.timexes, predictions[report.id], strict=True):
            yield {"id": report.id, "start": timex.start, "end": timex.end, "text": timex.text, "value": value}


def score_dates(gold: Iterable[GoldTimes], predictions: Predictions) -> DateScores:
    """Compare the values."""
    days, longer, unscored, reports = Rate(), Rate(), 0, 0
    for report in gold:
        reports += 1
        for timex, value in zip(report.timexes, predictions[report.id], strict=True):
            if timex.day:
                days = days.counting(hit=timex.day == value)
            elif timex.longer:
                longer = longer.counting(hit=timex.longer == value)
            else:
                unscored += 1
    return DateScores(reports=reports, days=days, longer=longer, unscored=unscored)


def sections_of_dates(report: GoldTimes, values: Iterable[str | None]) -> tuple[Section, ...]:
    """Lay out the words of a report with what was expected and given."""
    pairs = zip(report.timexes, values, strict=True)
    lines = [_line(timex, value) for timex, value in pairs if timex.value]
    return (Section(title="Words of time", lines=tuple(lines)),)


def _line(timex: Timex, value: str | None) -> Line:
    expected = timex.day or timex.longer
    verdict = Verdict.RIGHT if expected == value else Verdict.WRONG if value else Verdict.MISSING
    return Line(
        field="day" if timex.day else "longer time",
        expected=f"{timex.text}: {timex.value}",
        given=value or "",
        verdict=verdict if expected else Verdict.NOT_JUDGED,
    )


def wrong_dates(gold: Iterable[GoldTimes], predictions: Predictions) -> Iterator[WrongReport]:
    """Give the reports in which something is wrong, the marked words shown in them."""
    for report in gold:
        sections = sections_of_dates(report, predictions[report.id])
        if any(True for section in sections for _ in section.mistakes()):
            pairs = zip(report.timexes, predictions[report.id], strict=True)
            marks = nest(_mark(timex, value) for timex, value in pairs)
            yield WrongReport(id=report.id, published=str(report.dct), text=report.text, marks=marks, sections=sections)


def _mark(timex: Timex, value: str | None) -> Mark:
    label = Label(claim_id="", field="date", words=value or "no date")
    return Mark(start=timex.start, end=timex.end, labels=(label,))
