"""The page of a report: the incidents that it tells, and its text with all evidence marked."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from outputs.pages.dossier import Dossier, ToldMention
from outputs.pages.event_page import LEGEND
from outputs.pages.headline import headline
from outputs.pages.looks import FAINT, LOUD, named, spaced, written
from outputs.pages.marked import marked
from outputs.pages.marks import lettered, marks_of
from outputs.pages.prove import Proof

__all__ = ["drawn_report"]


def drawn_report(dossier: Dossier, proofs: Mapping[str, Proof], *, whole: bool) -> Iterator[RenderableType]:
    """Draw a report; `proofs` are those of its mentions, by their ids."""
    (report,) = dossier.reports
    names = lettered([mention.mention_id for mention in dossier.mentions])
    taken = frozenset[str]().union(*(proof.taken for proof in proofs.values()))
    yield Text(written(report.title or "Without a headline"), style=LOUD)
    yield spaced(
        Text(report.report_id, style=FAINT),
        "report",
        named(report, with_number=False),
        written(report.byline or ""),
        written(report.url or ""),
        f"copy of {report.copy_of}" if report.copy_of else "",
        "" if report.extracted else f"not searched for incidents, language {written(report.language)}",
    )
    yield Text()
    if not dossier.mentions:
        yield Text("It tells no incident.")
    yield _mentions(dossier, names)
    yield Text()
    if dossier.claims:
        yield Text(LEGEND, style=FAINT)
        yield Text()
    yield from marked(report.text, marks_of(dossier.claims, taken=taken, names=names), whole=whole)


def _mentions(dossier: Dossier, names: Mapping[str, str]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style=LOUD)
    table.add_column(overflow="fold")
    for mention in dossier.mentions:
        table.add_row(names.get(mention.mention_id, ""), Text(headline(mention.values)).append_text(_ids(mention)))
    return table


def _ids(mention: ToldMention) -> Text:
    incident = f"tells of {mention.incident_id}" if mention.incident_id else "tells of no incident"
    return Text().append(f"\n{written(mention.status)} · {mention.mention_id} · {incident}", FAINT)
