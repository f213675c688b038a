"""Tasks: what can be scored against coded reports."""

from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, Protocol

from rich.table import Table

from events.evaluate.floors import measures
from events.evaluate.predictions import Row
from events.evaluate.reader import read_gold
from events.evaluate.run import Builder, predict
from events.evaluate.score import score_incidents
from events.evaluate.scores import Json
from events.evaluate.table import tables

__all__ = ["TASKS", "Evaluation", "Task"]


class Evaluation(NamedTuple):
    """The scores, for programs, for floors and for people, and all that was scored."""

    scores: Json
    measures: dict[str, float]
    tables: tuple[Table, ...]
    predictions: tuple[Row, ...]


class Task(Protocol):
    """Score what affray makes of coded reports."""

    def __call__(self, gold: Path, *, build: Builder) -> Evaluation:
        """Read the coded reports, let `build` make a dataset of them, and compare."""


def evaluate_incidents(gold: Path, *, build: Builder) -> Evaluation:
    """Score incidents and their fields.

    Raises:
        GoldError: a line of `gold` is no coded report.

    """
    reports = read_gold(gold)
    with TemporaryDirectory(prefix="affray-evaluate-") as folder:
        rows = predict(reports, build=build, folder=Path(folder))
    by_report: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_report[row["external_id"]].append(row)
    scores = score_incidents(reports, by_report)
    return Evaluation(scores.as_json(), measures(scores), tuple(tables(scores)), rows)


TASKS: dict[str, Task] = {"incidents": evaluate_incidents}
