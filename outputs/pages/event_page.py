"""The page of an incident or of a mention: what it is, its values with their words, its reports with their marks."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from outputs.pages.dossier import Dossier, ToldReport
from outputs.pages.headline import headline
from outputs.pages.identity import Kind
from outputs.pages.kin import drawn_kin
from outputs.pages.looks import FAINT, LOUD, named, spaced, written
from outputs.pages.marked import marked
from outputs.pages.marks import marks_of
from outputs.pages.prove import Proof
from outputs.pages.values import drawn_sections

__all__ = ["LEGEND", "drawn_event"]

LEGEND = (
    "Evidence stands in brackets, [field value: the report's words]; [also ...] was told and not taken; "
    r"\[ and \] are the report's own."
)


def drawn_event(dossier: Dossier, proof: Proof, *, window: int, whole: bool) -> Iterator[RenderableType]:
    """Draw an incident or a mention."""
    yield Text(headline(dossier.values), style=LOUD)
    yield _facts(dossier)
    yield Text()
    yield _report_list(dossier)
    yield from drawn_kin(dossier, whole=whole)
    yield from drawn_sections(dossier, proof, window=window)
    yield Text()
    yield Text(LEGEND, style=FAINT)
    for report in dossier.reports:
        claims = [claim for claim in dossier.claims if claim.report_id == report.report_id]
        yield Text()
        yield _source(report, dossier)
        yield from marked(report.text, marks_of(claims, taken=proof.taken), whole=whole)


def _facts(dossier: Dossier) -> Text:
    facts = dossier.facts
    name = Text(dossier.id, style=FAINT)
    if dossier.kind is Kind.INCIDENT:
        reports, publishers = facts["report_count"], facts["publisher_count"]
        told = f"{reports:,} {_plural('report', reports)}"
        if publishers:
            told += f" of {publishers:,} {_plural('publisher', publishers)}"
        return spaced(name, "incident", told, written(facts["review_status"]))
    incident = f"tells of {facts['incident_id']}" if facts["incident_id"] else "tells of no incident"
    return spaced(name, "mention", written(facts["status"]), incident)


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"


def _report_list(dossier: Dossier) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(style=FAINT, overflow="fold")
    for report in dossier.reports:
        table.add_row(Text(named(report)), Text(written(report.title or "")))
    return table


def _source(report: ToldReport, dossier: Dossier) -> Text:
    mentions = [mention.mention_id for mention in dossier.mentions if mention.report_id == report.report_id]
    copy = f"copy of {report.copy_of}" if report.copy_of else ""
    ids = [report.report_id, *mentions, written(report.url or ""), copy]
    return spaced(Text(named(report), style=LOUD), *(Text(part, style=FAINT) for part in ids if part))
