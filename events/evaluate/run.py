"""Running affray over coded reports: what it tells of each, in a dataset made for the purpose."""

import json
from collections.abc import Callable, Iterable, Mapping
from importlib import resources
from pathlib import Path

from duckdb import DuckDBPyConnection

from events.evaluate.gold import GoldReport
from events.evaluate.predictions import Row
from events.evaluate.unread import Unread, unread_reports
from outputs.store.connect import open_for_reading
from schemas.record import Record

__all__ = ["Builder", "Told", "predict"]

Builder = Callable[[Path, Path], object]
"""Build a dataset, the second path, from the reports in the first."""


class Told(Record):
    """What affray tells: all rows of its view `mentions`, and the reports that it did not read.

    `dataset` is where it stands, as long as the folder does.
    """

    rows: tuple[Row, ...]
    unread: tuple[Unread, ...]
    dataset: Path


def predict(gold: Iterable[GoldReport], *, build: Builder, folder: Path) -> Told:
    """Build a dataset in `folder` from the reports alone, and give what it tells of them.

    `external_id` is the coded report's id. Of the coding nothing is handed on.
    """
    source, dataset = folder / "reports.jsonl", folder / "reports.duckdb"
    ids = []
    with source.open("w", encoding="utf-8", newline="\n") as file:
        for report in gold:
            ids.append(report.id)
            file.write(f"{json.dumps(_entry(report))}\n")
    build(source, dataset)
    with open_for_reading(dataset) as connection:
        return Told(rows=_rows(connection), unread=unread_reports(connection, ids), dataset=dataset)


def _entry(report: GoldReport) -> Mapping[str, str]:
    keys = ("id", "text", "published", "title", "publisher", "language")
    return {key: value for key in keys if (value := getattr(report, key)) is not None}


def _rows(connection: DuckDBPyConnection) -> tuple[Row, ...]:
    query = resources.files("events.evaluate").joinpath("predictions.sql").read_text(encoding="utf-8")
    answer = connection.execute(query)
    names = [column[0] for column in answer.description]
    return tuple(dict(zip(names, row, strict=True)) for row in answer.fetchall())
