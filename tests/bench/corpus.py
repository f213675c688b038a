"""The reports that are measured: the user's own, or the examples as news has them."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

from events.read import LANGUAGES
from schemas.report import Report
from sources.options import ReadOptions
from sources.read import read_sources

__all__ = ["readable_reports", "write_examples"]

EXAMPLES = Path(__file__).parents[2] / "examples"
QUIET_BESIDE_EACH = 9  # one report of ten tells an incident
A_WEEK = timedelta(days=7)  # a report told again is told of another week, so that its weekdays stay right


def write_examples(path: Path) -> Path:
    """Write the coded examples, each among nine reports that tell no incident, as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(entry)}\n" for entry in _mixed())
    return path


def readable_reports(path: Path) -> list[Report]:
    """Read the reports that affray extracts: those in a language that it knows."""
    read = read_sources([str(path)], ReadOptions())
    return [entry for entry in read if isinstance(entry, Report) and entry.language in (*LANGUAGES, None)]


def _mixed() -> Iterator[dict[str, str]]:
    quiet = cycle(_entries("quiet.jsonl"))
    for number, coded in enumerate(_entries("coded.jsonl")):
        yield coded
        for beside, entry in enumerate(islice(quiet, QUIET_BESIDE_EACH)):
            published = date.fromisoformat(entry["published"]) + number * A_WEEK
            yield {**entry, "id": f"{entry['id']}-{number}-{beside}", "published": published.isoformat()}


def _entries(name: str) -> list[dict[str, str]]:
    lines = (EXAMPLES / name).read_text(encoding="utf-8").splitlines()
    entries = (json.loads(line) for line in lines)
    return [{key: entry[key] for key in ("id", "published", "text")} for entry in entries]
