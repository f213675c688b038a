"""Tasks: what can be scored against coded reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, Protocol

from rich.table import Table

from events.evaluate.compare import Compared, coded_slots, compare
from events.evaluate.dates import predict_dates, rows_of, score_dates, sections_of_dates, wrong_dates
from events.evaluate.entries import entry_from
from events.evaluate.finder import finder
from events.evaluate.floors import measures
from events.evaluate.link_scores import link_scores
from events.evaluate.linked_entries import link_entries
from events.evaluate.links import rows_of_links, sections_of_links, wrong_links
from events.evaluate.nearness import score_nearness
from events.evaluate.places import (
    answer_found,
    answer_marked,
    rows_of_places,
    score_places,
    section_of_places,
    wrong_places,
)
from events.evaluate.predictions import Row
from events.evaluate.reader import read_coded, read_gold
from events.evaluate.run import Builder, predict
from events.evaluate.score import score_compared
from events.evaluate.scores import Json
from events.evaluate.table import tables
from events.evaluate.timexes import timexes_from
from events.evaluate.toponyms import toponyms_from
from events.evaluate.unread import Unread
from events.evaluate.wrong_reports import judged_incidents, wrong_reports
from events.places.gazetteer import Gazetteer, ensure_gazetteer
from events.places.resolve import PlaceResolver
from events.places.weights import PlaceWeights
from outputs.pages.errors.page import error_page
from outputs.store.connect import open_for_reading
from schemas.codebook import load_codebook
from schemas.record import Record

__all__ = ["TASKS", "Evaluation", "Task", "TaskOptions"]


class Evaluation(NamedTuple):
    """The scores, for programs, for floors and for people, all that was scored, and what was not read."""

    scores: Json
    measures: dict[str, float]
    tables: tuple[Table, ...]
    predictions: tuple[Row, ...]
    unread: tuple[Unread, ...] = ()


class TaskOptions(Record):
    """How a task is done.

    `errors` is a file to be made, the page of what is wrong. What is scored without a dataset uses the user's own
    codebooks in the folder `codebook` and the gazetteer `gazetteer`, as the builder does. `find`: names of places
    are found, too, and not only resolved.
    """

    errors: Path | None = None
    codebook: Path | None = None
    gazetteer: Path | None = None
    find: bool = False


SHIPPED = TaskOptions()


class Task(Protocol):
    """Score what affray makes of coded reports."""

    def __call__(self, gold: Path, *, build: Builder, options: TaskOptions = SHIPPED) -> Evaluation:
        """Read the coded reports, let `build` make a dataset of them, and compare."""


def evaluate_incidents(gold: Path, *, build: Builder, options: TaskOptions = SHIPPED) -> Evaluation:
    """Score incidents and their fields.

    Raises:
        GoldError: a line of `gold` is no coded report.

    """
    reports = read_gold(gold)
    with TemporaryDirectory(prefix="affray-evaluate-") as folder:
        told = predict(reports, build=build, folder=Path(folder))
        by_report = _by_report(told.rows)
        compared = compare(reports, by_report)
        if options.errors is not None:
            _write_errors(options.errors, compared, by_report, told.dataset, title=_title(gold))
    with Gazetteer(ensure_gazetteer(options.gazetteer, codebook=options.codebook)) as gazetteer:
        towns = score_nearness(compared, gazetteer)
    scores = score_compared(compared).model_copy(update={"towns": towns})
    return Evaluation(scores.as_json(), measures(scores), tuple(tables(scores)), told.rows, told.unread)


def _by_report(rows: Iterable[Row]) -> Mapping[str, Sequence[Row]]:
    by_report: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_report[row["external_id"]].append(row)
    return by_report


def _write_errors(
    path: Path, compared: Sequence[Compared], rows: Mapping[str, Sequence[Row]], dataset: Path, *, title: str
) -> None:
    judged = judged_incidents(compared, coded_slots(compared), rows)
    by_id = [(report.id, sections) for report, sections in judged]
    with open_for_reading(dataset) as connection:
        _write_page(path, error_page(by_id, wrong_reports(judged, rows, connection), title=title))


def evaluate_dates(gold: Path, *, build: Builder, options: TaskOptions = SHIPPED) -> Evaluation:
    """Score what words of time are taken to mean; no dataset is built for that.

    Raises:
        GoldError: a line of `gold` is no report with marked words of time.

    """
    del build
    reports = read_coded(gold, timexes_from)
    predictions = predict_dates(reports, codebook=options.codebook)
    if options.errors is not None:
        judged = [(report.id, sections_of_dates(report, predictions[report.id])) for report in reports]
        _write_page(options.errors, error_page(judged, wrong_dates(reports, predictions), title=_title(gold)))
    scores = score_dates(reports, predictions)
    rows = tuple(rows_of(reports, predictions))
    return Evaluation(scores.as_json(), scores.measures(), (scores.table(),), rows)


def evaluate_places(gold: Path, *, build: Builder, options: TaskOptions = SHIPPED) -> Evaluation:
    """Score which places names are taken for; no dataset is built for that.

    Raises:
        GoldError: a line of `gold` is no report with marked names of places.

    """
    del build
    reports = read_coded(gold, toponyms_from)
    with Gazetteer(ensure_gazetteer(options.gazetteer, codebook=options.codebook)) as gazetteer:
        resolver = PlaceResolver(
            gazetteer,
            weights=PlaceWeights.load(overlay=options.codebook),
            countries=load_codebook("countries", overlay=options.codebook),
        )
        if options.find:
            answers = answer_found(reports, resolver, find=finder(gazetteer, codebook=options.codebook))
        else:
            answers = answer_marked(reports, resolver)
        scores = score_places(reports, answers, gazetteer, finds=options.find)
    if options.errors is not None:
        judged = [(report.id, (section_of_places(report, answers[report.id]),)) for report in reports]
        _write_page(options.errors, error_page(judged, wrong_places(reports, answers), title=_title(gold)))
    return Evaluation(scores.as_json(), scores.measures(), scores.tables(), tuple(rows_of_places(reports, answers)))


def evaluate_links(gold: Path, *, build: Builder, options: TaskOptions = SHIPPED) -> Evaluation:
    """Score which entries of event lists are put together; no dataset is built for that.

    Raises:
        GoldError: a line of `gold` is no entry.

    """
    del build
    entries = read_coded(gold, entry_from)
    linked = link_entries(entries, codebook=options.codebook)
    if options.errors is not None:
        judged = sections_of_links(entries, linked)
        by_id = [(entry.id, sections) for entry, sections in judged]
        _write_page(options.errors, error_page(by_id, wrong_links(judged), title=_title(gold)))
    scores = link_scores(entries, linked.clusters)
    return Evaluation(scores.as_json(), scores.measures(), scores.tables(), tuple(rows_of_links(entries, linked)))


def _title(gold: Path) -> str:
    return f"What is wrong in {gold.name}"


def _write_page(path: Path, page: Iterable[str]) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.writelines(page)


TASKS: dict[str, Task] = {
    "incidents": evaluate_incidents,
    "dates": evaluate_dates,
    "places": evaluate_places,
    "links": evaluate_links,
}
