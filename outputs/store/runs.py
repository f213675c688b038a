"""Runs: the builds and renewals that wrote to a dataset, numbered from 1."""

from datetime import datetime

from duckdb import DuckDBPyConnection

from outputs.store.rows import in_utc
from outputs.store.script import statement

__all__ = ["begin_run", "finish_run", "last_gazetteer", "last_run_was_cut_off", "outdated_reports"]


def begin_run(
    connection: DuckDBPyConnection,
    *,
    started_at: datetime,
    version: str,
    extractor: str,
    settings_digest: str,
    gazetteer_digest: str,
    command: str = "build",
    renewed: str | None = None,
) -> int:
    """Record that a run has begun and give its number; call it when there is something to write.

    `command` is the command that it is, `renewed` what it does anew of what is there, where it does.
    """
    values = {
        "started_at": in_utc(started_at),
        "version": version,
        "extractor": extractor,
        "settings_digest": settings_digest,
        "gazetteer_digest": gazetteer_digest,
        "command": command,
        "renewed": renewed,
    }
    ((run_id,),) = connection.execute(statement("begin_run"), values).fetchall()
    return int(run_id)


def finish_run(
    connection: DuckDBPyConnection,
    run_id: int,
    *,
    finished_at: datetime,
    reports: int,
    mentions: int,
    gazetteer_digest: str | None = None,
) -> None:
    """Record that a run has ended, what it added, and what its gazetteer had become by then."""
    values = {
        "run_id": run_id,
        "finished_at": in_utc(finished_at),
        "gazetteer_digest": gazetteer_digest,
        "reports": reports,
        "mentions": mentions,
    }
    connection.execute(statement("finish_run"), values)


def last_run_was_cut_off(connection: DuckDBPyConnection) -> bool:
    """Say whether the last run never ended, so that what it loaded may not be linked yet."""
    return connection.sql(statement("last_run_was_cut_off")).fetchall() == [(True,)]


def outdated_reports(connection: DuckDBPyConnection, *, version: str) -> int:
    """Count the reports that were read by another version of the program than `version`."""
    ((reports,),) = connection.execute(statement("outdated_reports"), {"version": version}).fetchall()
    return int(reports)


def last_gazetteer(connection: DuckDBPyConnection) -> str:
    """Give the digest of the gazetteer that the last run had; empty before the first."""
    found = connection.sql(statement("last_gazetteer")).fetchall()
    return str(found[0][0]) if found else ""
