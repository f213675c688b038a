"""Tables: scores as a person reads them."""

from collections.abc import Iterator

from rich.table import Table

from events.evaluate.scores import CountScore, Scores
from events.evaluate.tally import Rate, Tally

__all__ = ["rate_cells", "tables", "tally_cells"]

NOTHING = "-"


def tables(scores: Scores) -> Iterator[Table]:
    """Lay the scores out: incidents and reports, the slots, the counts."""
    yield _incidents(scores)
    yield _slots("Slots of aligned incidents", scores.aligned, scores.aligned_pooled)
    yield _slots("Slots over all", scores.overall, scores.overall_pooled)
    if scores.counts:
        yield _counts(scores.counts)
    if scores.towns.expected:
        yield _towns(scores)
    yield _reports(scores)


def _incidents(scores: Scores) -> Table:
    table = _tally_table("Incidents", "")
    table.add_row(f"{scores.reports:,} reports", *tally_cells(scores.incidents))
    return table


def _towns(scores: Scores) -> Table:
    table = _tally_table("Places", "")
    table.add_row("within 25 km of a town the gazetteer has", *tally_cells(scores.towns))
    return table


def _slots(title: str, slots: dict[str, Tally], pooled: Tally) -> Table:
    table = _tally_table(title, "slot")
    for name, tally in slots.items():
        table.add_row(name, *tally_cells(tally))
    table.add_section()
    table.add_row("pooled", *tally_cells(pooled))
    return table


def _tally_table(title: str, first: str) -> Table:
    return _numbers(title, first, ("expected", "given", "correct", "recall", "precision", "F1"))


def _counts(counts: dict[str, CountScore]) -> Table:
    table = _numbers("Counts exact in reports of one incident", "", ("reports", "exact", "share"))
    for kind, score in counts.items():
        table.add_row(kind, *rate_cells(score.overall))
        table.add_row(f"{kind}, where somebody was", *rate_cells(score.where_somebody))
        if score.subset.cases:
            table.add_row(f"{kind}, civilians alone", *rate_cells(score.subset))
    return table


def _reports(scores: Scores) -> Table:
    table = _numbers("Reports", "", ("reports", "of them", "share"))
    table.add_row("coded as telling none, given an incident", *rate_cells(scores.false_where_none))
    table.add_row("set aside as no violence, given one", *rate_cells(scores.false_where_no_violence))
    table.add_row("coded as telling one, given none", *rate_cells(scores.silent))
    return table


def _numbers(title: str, first: str, columns: tuple[str, ...]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(first)
    for column in columns:
        table.add_column(column, justify="right")
    return table


def tally_cells(tally: Tally) -> list[str]:
    """Write how many values are expected, given and right, and the shares."""
    numbers = (tally.expected, tally.given, tally.correct)
    shares = (tally.recall, tally.precision, tally.f1)
    return [*(f"{number:,}" for number in numbers), *map(_share_cell, shares)]


def rate_cells(rate: Rate) -> list[str]:
    """Write how many cases there are, how many show what is counted, and their share."""
    return [f"{rate.cases:,}", f"{rate.hits:,}", _share_cell(rate.share)]


def _share_cell(share: float | None) -> str:
    return NOTHING if share is None else f"{share:.3f}"
