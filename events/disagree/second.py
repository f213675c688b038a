"""A dataset's reports read by a second extractor, in a dataset of its own, and compared with the first."""

from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from duckdb import DuckDBPyConnection

from events.build import build
from events.disagree.compare import Comparison, compare
from events.disagree.reading import mentions_told
from events.llm.choice import LlmChoice
from events.places.gazetteer import Gazetteer, ensure_gazetteer
from events.progress import Progress
from events.settings import Settings
from outputs.store.connect import open_for_reading, open_for_writing
from outputs.store.flat import Row
from outputs.store.runs import begin_run, finish_run
from outputs.store.second import keep_second_claims, sampled_reports
from outputs.store.settings import read_settings
from outputs.store.transaction import transaction
from schemas.errors import ModelStopError, NothingToReadError, UsageError
from schemas.report import Report

__all__ = ["disagree"]

# What is chosen by the dataset for any extractor; the rest is the first one's own.
SHARED = ("pipeline", "date_order", "include_crime", "codebook")


def disagree(
    dataset: Path,
    *,
    extractor: str,
    sample: int,
    seed: int,
    now: Callable[[], datetime],
    llm: LlmChoice | None = None,
    workers: int = 1,
    gazetteer: Path | None = None,
    codebook: Path | None = None,
    progress: Progress | None = None,
) -> tuple[Comparison, dict[str, Report]]:
    """Read a sample of a dataset's reports with another extractor and compare; give the reports by id, too.

    Its claims are kept in `second_claims`, apart from the dataset's, and asking again replaces them.

    Raises:
        UsageError: the extractor is the dataset's own, or there is none of its name.
        NothingToReadError: the dataset has no report that was read.
        ModelStopError: no language model can be asked any more; answers that came are kept.

    """
    with open_for_reading(dataset) as connection:
        settings = Settings.from_stored(read_settings(connection))
        if extractor == settings.extractor:
            raise UsageError(f"The dataset was read by '{extractor}' itself. Name another with --extractor.")
        reports = sampled_reports(connection, seed=seed, count=sample)
        report_ids = sorted(report.report_id for report in reports)
        first = mentions_told(connection, report_ids)
    if not reports:
        raise NothingToReadError(f"{dataset} has no report that was read. Build it first.")
    chosen: dict[str, Any] = {name: getattr(settings, name) for name in SHARED} | {"extractor": extractor}
    if llm is not None:
        chosen["llm"] = llm.kept
    with TemporaryDirectory() as folder:
        apart = Path(folder) / "second.duckdb"
        built = build(
            iter(reports),
            into=apart,
            chosen=chosen,
            now=now,
            workers=workers,
            gazetteer=gazetteer,
            codebook=codebook,
            llm=llm,
            progress=progress,
        )
        if built.stopped:
            raise ModelStopError(built.stopped)
        with open_for_reading(apart) as connection:
            second = mentions_told(connection, report_ids)
            claims, calls = _rows(connection, "claims"), _rows(connection, "llm_calls")
    with Gazetteer(ensure_gazetteer(gazetteer, codebook=codebook)) as places:
        digest = places.digest
    _keep(dataset, settings, {"claims": claims, "calls": calls}, extractor=extractor, report_ids=report_ids,
          digest=digest, now=now)  # fmt: skip
    return compare(report_ids, first, second), {report.report_id: report for report in reports}


def _keep(
    dataset: Path,
    settings: Settings,
    told: Mapping[str, list[Row]],
    *,
    extractor: str,
    report_ids: list[str],
    digest: str,
    now: Callable[[], datetime],
) -> None:
    with open_for_writing(dataset) as connection, transaction(connection):
        run_id = begin_run(
            connection,
            started_at=now(),
            version=metadata.version("affray"),
            extractor=extractor,
            settings_digest=settings.digest,
            gazetteer_digest=digest,
            command="disagree",
        )
        keep_second_claims(
            connection,
            extractor=extractor,
            report_ids=report_ids,
            claims=told["claims"],
            calls=told["calls"],
            run_id=run_id,
        )
        finish_run(connection, run_id, finished_at=now(), reports=0, mentions=0)


def _rows(connection: DuckDBPyConnection, table: str) -> list[Row]:
    found = connection.sql(f"select * exclude (run_id) from {table} order by all")  # noqa: S608 (words of this file)
    return [dict(zip(found.columns, values, strict=True)) for values in found.fetchall()]
