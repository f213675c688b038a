"""Withdrawing reports: what a retracted report told is taken out, and its words are erased where that is asked for."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from events.link.link import relink
from events.renew.run import RenewalRun
from events.settings import Settings, settle_settings
from outputs.store.connect import open_for_reading, open_for_writing
from outputs.store.erase import erase
from outputs.store.insert import ids_present
from outputs.store.load import known_reports
from outputs.store.past import settle
from outputs.store.renewal import forget_places
from outputs.store.reread import forget_actors
from outputs.store.rewrite import rewriting
from outputs.store.runs import last_gazetteer
from outputs.store.settings import read_settings
from outputs.store.transaction import transaction
from outputs.store.withdrawal import Withdrawal, bring_back, incidents_of, read_withdrawals, take_out
from schemas.errors import UsageError
from schemas.record import Record

__all__ = ["Withdrawn", "take_back", "withdraw"]


class Withdrawn(Record):
    """What a withdrawal did: reports taken out or brought back, those that were before, incidents that it reached."""

    reports: int = 0
    before: tuple[str, ...] = ()
    changed: int = 0
    gone: int = 0


def withdraw(
    dataset: Path,
    report_ids: Collection[str],
    *,
    why: str,
    by: str | None = None,
    erasing: bool = False,
    chosen: Mapping[str, Any],
    codebook: Path | None = None,
    now: Callable[[], datetime],
) -> Withdrawn:
    """Take out all that reports told and derive anew what it reached, in one transaction; the reports stay known.

    `erasing` also removes their words from every state and from the bytes of the file, which is written anew beside
    and moved into its place. Reports that are out already are left alone.

    Raises:
        StoreMissingError: there is no dataset.
        UsageError: the dataset does not know a report, or the reason is empty.
        SettingsConflictError: `chosen` differs from what the dataset was built with.
        StoreError: the dataset cannot be written.

    """
    if not why.strip():
        raise UsageError("A withdrawal needs its reason: --why 'retracted by the paper on 3 May'.")
    out = _withdrawn_before(dataset, report_ids)
    new = [one for one in dict.fromkeys(report_ids) if one not in out or (erasing and not out[one].erased)]
    before = tuple(one for one in dict.fromkeys(report_ids) if one not in new)
    if not new:
        return Withdrawn(before=before)
    entries = [Withdrawal(report_id=one, why=why.strip(), withdrawn_by=by, erased=erasing) for one in new]
    with (rewriting if erasing else open_for_writing)(dataset) as connection, transaction(connection):
        settings = settle_settings(chosen, stored=read_settings(connection))
        run = _run(connection, settings, now)
        reached = incidents_of(connection, new)
        take_out(connection, entries, run_id=run.id)
        gone = _link(connection, run, settings, codebook, reached)
        if erasing:
            erase(connection, new)
        run.finish()
    return Withdrawn(reports=len(new), before=before, changed=len(reached) - gone, gone=gone)


def take_back(
    dataset: Path,
    report_ids: Collection[str],
    *,
    chosen: Mapping[str, Any],
    codebook: Path | None = None,
    now: Callable[[], datetime],
) -> Withdrawn:
    """Bring back what withdrawn reports told when they were taken out, in one transaction.

    Raises:
        StoreMissingError: there is no dataset.
        UsageError: a report is not withdrawn, or its words were erased.
        StoreError: the dataset cannot be written.

    """
    out = _withdrawn_before(dataset, report_ids)
    for report_id in report_ids:
        if report_id not in out:
            raise UsageError(f"{report_id} is not withdrawn. There is nothing to undo.")
        if out[report_id].erased:
            raise UsageError(f"{report_id} was erased by run {out[report_id].run_id}. That cannot be undone.")
    with open_for_writing(dataset) as connection, transaction(connection):
        settings = settle_settings(chosen, stored=read_settings(connection))
        run = _run(connection, settings, now)
        bring_back(connection, list(out.values()), run_id=run.id)
        _link(connection, run, settings, codebook, set())
        reached = incidents_of(connection, report_ids)
        run.finish()
    return Withdrawn(reports=len(out), changed=len(reached))


def _withdrawn_before(dataset: Path, report_ids: Collection[str]) -> dict[str, Withdrawal]:
    """Give those of the reports that are out; a dataset of an earlier program is first brought up to date."""
    with open_for_reading(dataset):  # a dataset that is not there is not made
        pass
    with open_for_writing(dataset) as connection:
        return _require_known(connection, report_ids)


def _require_known(connection: DuckDBPyConnection, report_ids: Collection[str]) -> dict[str, Withdrawal]:
    known = known_reports(connection, report_ids)
    for report_id in report_ids:
        if report_id not in known:
            raise UsageError(
                f"There is no report {report_id} in this dataset. Ids of reports are in the table reports and in "
                "affray show."
            )
    return read_withdrawals(connection, report_ids)


def _run(connection: DuckDBPyConnection, settings: Settings, now: Callable[[], datetime]) -> RenewalRun:
    """Begin a run that reads nothing and places nothing."""
    placed_with = last_gazetteer(connection)
    return RenewalRun(connection, settings, command="withdraw", placed_with=lambda: placed_with, now=now)


def _link(
    connection: DuckDBPyConnection,
    run: RenewalRun,
    settings: Settings,
    codebook: Path | None,
    reached: Collection[str],
) -> int:
    """Link what is left; give how many of the incidents that were reached are no more."""
    relink(connection, settings, run_id=run.id, codebook=codebook)
    forget_places(connection, run_id=run.id)
    forget_actors(connection, run_id=run.id)
    settle(connection, run_id=run.id)
    return len(reached) - len(ids_present(connection, "incident_facts", "incident_id", reached))
