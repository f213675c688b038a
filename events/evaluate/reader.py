"""Reading gold: JSON lines, one coded report each."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from events.evaluate.coding import incident_from, source_of, vocabulary
from events.evaluate.gold import GoldReport
from schemas.errors import GoldError

__all__ = ["read_coded", "read_gold"]


class Identified(Protocol):
    """Whatever has an id."""

    @property
    def id(self) -> str:
        """Give the id."""


Coded = TypeVar("Coded", bound=Identified)


def read_gold(path: Path) -> tuple[GoldReport, ...]:
    """Read every coded report of a file; keys that nobody knows are passed over.

    Raises:
        GoldError: the file cannot be read, a line is no coded report, or an id comes twice.

    """
    return read_coded(path, _coded_report)


def read_coded(path: Path, read: Callable[[dict[str, Any]], Coded]) -> tuple[Coded, ...]:
    """Read every line of a file by `read`, which may raise what a value of the wrong kind raises.

    Raises:
        GoldError: the file cannot be read, a line is no coded report, or an id comes twice.

    """
    reports: dict[str, Coded] = {}
    for number, line in _lines(path):
        report = _report(line, read, place=f"{path}, line {number}")
        if report.id in reports:
            raise GoldError(f"{path}, line {number}: the id {report.id!r} comes twice. Give each its own.")
        reports[report.id] = report
    if not reports:
        raise GoldError(f"{path} holds no coded report. Give a file with one JSON object a line.")
    return tuple(reports.values())


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        # Only "\n" ends a line: a report's text may hold the other line ends that Unicode knows.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path} cannot be read: {error}. Give a file of JSON lines in UTF-8.") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, line


def _report(line: str, read: Callable[[dict[str, Any]], Coded], *, place: str) -> Coded:
    try:
        return read(json.loads(line))
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise GoldError(f"{place} is no coded report: {_reason(error)}. Mend the line or take it out.") from error


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"it has no {error.args[0]!r}"
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))} is {first['input']!r}: {first['msg']}"
    return " ".join(str(error).split()) or type(error).__name__


def _coded_report(coded: dict[str, Any]) -> GoldReport:
    source = source_of(str(coded["id"]))
    reason = str(coded.get("not_relevant_reason") or "").casefold()
    return GoldReport(
        id=str(coded["id"]),
        text=coded["text"],
        published=coded.get("published"),
        title=coded.get("title"),
        publisher=coded.get("publisher"),
        language=coded.get("language"),
        relevant=coded.get("relevant"),
        tells_no_violence=any(phrase in reason for phrase in vocabulary()["no_violence"]),
        incidents=tuple(incident_from(entry, source=source) for entry in coded["incidents"]),
    )
