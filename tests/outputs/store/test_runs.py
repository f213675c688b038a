"""Runs are numbered, and a run that was cut off shows."""

from datetime import UTC, datetime, timedelta, timezone

from duckdb import DuckDBPyConnection

from outputs.store.runs import begin_run, finish_run, last_run_was_cut_off, outdated_reports


def begun(connection: DuckDBPyConnection) -> int:
    return begin_run(
        connection,
        started_at=datetime(2024, 1, 1, 2, tzinfo=timezone(timedelta(hours=2))),
        version="0.1.0",
        extractor="rules 1",
        settings_digest="s",
        gazetteer_digest="g",
    )


def test_runs_are_numbered_from_one(connection: DuckDBPyConnection) -> None:
    assert [begun(connection), begun(connection)] == [1, 2]


def test_a_finished_run_says_when_and_how_much(connection: DuckDBPyConnection) -> None:
    first, second = begun(connection), begun(connection)
    finish_run(connection, second, finished_at=datetime(2024, 1, 2, tzinfo=UTC), reports=3, mentions=4)
    found = connection.sql("select run_id, finished_at, reports, mentions from runs order by all").fetchall()
    assert found == [(first, None, None, None), (second, datetime(2024, 1, 2), 3, 4)]  # noqa: DTZ001 (the store keeps UTC without an offset)


def test_the_moment_is_kept_in_utc(connection: DuckDBPyConnection) -> None:
    begun(connection)
    assert connection.sql("select cast(started_at as varchar) from runs").fetchall() == [("2024-01-01 00:00:00",)]


def test_a_run_that_never_ended_was_cut_off_until_another_has_ended(connection: DuckDBPyConnection) -> None:
    assert not last_run_was_cut_off(connection)
    begun(connection)
    assert last_run_was_cut_off(connection)
    second = begun(connection)
    assert last_run_was_cut_off(connection)
    finish_run(connection, second, finished_at=datetime(2024, 1, 2, tzinfo=UTC), reports=0, mentions=0)
    assert not last_run_was_cut_off(connection)


def test_reports_of_another_version_are_counted(connection: DuckDBPyConnection) -> None:
    assert outdated_reports(connection, version="0.2.0") == 0
    for reports in (3, 4):
        finish_run(
            connection, begun(connection), finished_at=datetime(2024, 1, 2, tzinfo=UTC), reports=reports, mentions=0
        )
    assert outdated_reports(connection, version="0.1.0") == 0
    assert outdated_reports(connection, version="0.2.0") == 7
