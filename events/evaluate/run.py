"""Running affray over coded reports: what it tells of each, in a dataset made for the purpose."""

import json
from collections.abc import Callable, Iterable, Mapping
from importlib import resources
from pathlib import Path

from events.evaluate.gold import GoldReport
from events.evaluate.predictions import Row
from outputs.store.connect import open_for_reading

__all__ = ["Builder", "predict"]

Builder = Callable[[Path, Path], object]
"""Build a dataset, the second path, from the reports in the first."""


def predict(gold: Iterable[GoldReport], *, build: Builder, folder: Path) -> tuple[Row, ...]:
    """Build a dataset in `folder` from the reports alone, and give all rows of its view `mentions`.

    `external_id` is the coded report's id. Of the coding nothing is handed on.
    """
    source, dataset = folder / "reports.jsonl", folder / "reports.duckdb"
    with source.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{json.dumps(_entry(report))}\n" for report in gold)
    build(source, dataset)
    return _rows(dataset)


def _entry(report: GoldReport) -> Mapping[str, str]:
    keys = ("id", "text", "published", "title", "publisher", "language")
    return {key: value for key in keys if (value := getattr(report, key)) is not None}


def _rows(dataset: Path) -> tuple[Row, ...]:
    query = resources.files("events.evaluate").joinpath("predictions.sql").read_text(encoding="utf-8")
    with open_for_reading(dataset) as connection:
        answer = connection.execute(query)
        names = [column[0] for column in answer.description]
        return tuple(dict(zip(names, row, strict=True)) for row in answer.fetchall())
