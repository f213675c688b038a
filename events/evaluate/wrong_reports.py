"""Wrong reports: each report with a mistake, with its text, its marks and its claims out of the dataset."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from duckdb import DuckDBPyConnection

from events.evaluate.compare import Compared
from events.evaluate.gold import GoldReport
from events.evaluate.mistakes import sections_of
from events.evaluate.predictions import Row
from events.evaluate.slots import Slot
from outputs.pages.dossier import read_report
from outputs.pages.errors.wrong import Section, WrongReport
from outputs.pages.marks import lettered, marks_of

__all__ = ["judged_incidents", "wrong_reports"]

Judgement = tuple[GoldReport, tuple[Section, ...]]


def judged_incidents(
    compared: Iterable[Compared], slots: Sequence[Slot], rows: Mapping[str, Sequence[Row]]
) -> list[Judgement]:
    """Judge every report."""
    return [(each.report, sections_of(each, slots, rows.get(each.report.id, ()))) for each in compared]


def wrong_reports(
    judged: Iterable[Judgement], rows: Mapping[str, Sequence[Row]], connection: DuckDBPyConnection
) -> Iterator[WrongReport]:
    """Give the reports in which something is wrong, one at a time, so that any number of them fits."""
    for report, sections in judged:
        if any(True for section in sections for _ in section.mistakes()):
            yield _wrong_report(report, sections, rows.get(report.id, ()), connection)


def _wrong_report(
    gold: GoldReport, sections: tuple[Section, ...], rows: Sequence[Row], connection: DuckDBPyConnection
) -> WrongReport:
    held = read_report(connection, gold.id)
    if held is None:  # it was set aside: nothing is known but what the coders have
        return WrongReport(id=gold.id, title=gold.title, published=gold.published, text=gold.text, sections=sections)
    report, claims = held
    taken = {claim.claim_id for claim in claims}
    return WrongReport(
        id=gold.id,
        title=report.title,
        published=str(report.published) if report.published else None,
        text=report.text,
        marks=marks_of(claims, taken=taken, names=lettered([row["mention_id"] for row in rows])),
        claims=claims,
        sections=sections,
    )
