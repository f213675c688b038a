"""Contents: all that a dataset's page tells, as plain values for JSON, words of reports made visible."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from duckdb import DuckDBPyConnection

from outputs.pages.asking import Row, asker
from outputs.pages.dossier import ToldClaim
from outputs.pages.marks import Mark, marks_of
from outputs.pages.passages import passages
from outputs.query.visible import visible

__all__ = ["Segment", "contents", "segments"]

ask = asker("outputs.pages.dataset")

# A piece of a report: words as they are, or what is claimed, in words, of the pieces inside: [field, label, pieces].
Segment: TypeAlias = "str | list[Any]"

ELISION = " … "


def contents(connection: DuckDBPyConnection, *, unit: str) -> dict[str, Any]:
    """Give the chosen incidents and what each report tells of them; `unit` is the period of a bar.

    Rows are lists below the names of their columns, which a thousand incidents would else repeat.
    """
    reports = {report["report_id"]: report for report in ask(connection, "reports")}
    numbers = {report_id: number for number, report_id in enumerate(reports)}
    claims: dict[str, list[ToldClaim]] = defaultdict(list)
    for row in ask(connection, "claims"):
        claims[row["mention_id"]].append(ToldClaim(**row))
    told: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mention in ask(connection, "mentions"):
        text = reports[mention["report_id"]]["text"]
        told[mention["incident_id"]].append(
            {
                "report": numbers[mention["report_id"]],
                "killed": _count(mention, "killed"),
                "injured": _count(mention, "injured"),
                "words": list(_passages(text, claims[mention["mention_id"]])),
            }
        )
    rows = ask(connection, "incidents", unit=unit)
    return {
        "incidents": _table(rows),
        "told": [told[row["id"]] for row in rows],
        "reports": _table([{name: row[name] for name in row if name != "text"} for row in reports.values()]),
    }


def segments(text: str, marks: Sequence[Mark], start: int, end: int) -> Iterator[Segment]:
    """Cut a part of a report at its marks; nothing in it steers what shows it."""
    position = start
    for mark in marks:
        if words := _shown(text[position : mark.start]):
            yield words
        label = ", ".join(_shown(label.words) for label in mark.labels)
        yield [mark.labels[0].field, label, list(segments(text, mark.inside, mark.start, mark.end))]
        position = mark.end
    if words := _shown(text[position:end]):
        yield words


def _passages(text: str, claims: Iterable[ToldClaim]) -> Iterator[Segment]:
    claims = list(claims)
    marks = marks_of(claims, taken={claim.claim_id for claim in claims})
    for number, passage in enumerate(passages(text, marks, whole=False)):
        if number:
            yield ELISION
        inside = [mark for mark in marks if passage.start <= mark.start < passage.end]
        yield from segments(text, inside, passage.start, passage.end)


def _count(row: Row, kind: str) -> list[int] | None:
    return None if row[kind] is None else [row[f"{kind}_low"], row[kind], row[f"{kind}_high"]]


def _table(rows: Sequence[Row]) -> dict[str, Any]:
    return {
        "columns": list(rows[0]) if rows else [],
        "rows": [[_shown(value) if isinstance(value, str) else value for value in row.values()] for row in rows],
    }


def _shown(words: str) -> str:
    lines = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "\n".join(map(visible, lines))
