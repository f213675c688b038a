"""A locked session reads its dataset and reaches nothing else."""

import os
from pathlib import Path

import duckdb
import pytest
from duckdb import DuckDBPyConnection

from outputs.query.question import Question
from outputs.query.session import MOST_THREADS, THREAD_MEGABYTES, locked
from outputs.query.statement import answering, require_one_read
from schemas.errors import QueryError, StoreBusyError, StoreError, StoreMissingError

REACHING_OUT = [
    "from read_csv('{file}')",
    "from read_text('{file}')",
    "from read_blob('{file}')",
    "from read_json('{file}')",
    "from read_parquet('{file}')",
    "from read_parquet('https://example.org/x.parquet')",
    "from '{file}'",
    "select * from glob('/*')",
    "from sniff_csv('{file}')",
    "from parquet_metadata('{file}')",
    "attach '{file}'",
    "attach '{file}' as other (read_only)",
    "copy incidents to '{new}'",
    "copy incidents from '{file}'",
    "export database '{new}'",
    "import database '{new}'",
    "install httpfs",
    "load httpfs",
    "load '{file}'",
    "update extensions",
    "create secret (type s3)",
    "from duckdb_secrets()",
    "select getenv('HOME')",
    "from query('copy incidents to ''{new}''')",
    "with away as (from read_text('{file}')) from away",
    "select (select content from read_text('{file}'))",
]

WRITING = [
    "insert into runs default values",
    "update reports set text = ''",
    "delete from reports",
    "truncate reports",
    "drop view incidents",
    "alter table reports add column mine int",
    "comment on table reports is 'mine'",
    "create table mine (a int)",
    "create table memory.main.mine (a int)",
    "create temp table mine as from incidents",
    "create or replace view incidents as select 1",
    "create macro mine() as 1",
    "merge into reports using reports as r on false when not matched then insert",
    "set threads = 1",
    "set enable_external_access = true",
    "set variable mine = 1",
    "reset lock_configuration",
    "pragma database_list",
    "pragma enable_profiling",
    "call pragma_version()",
    "use memory",
    "detach dataset",
    "checkpoint",
    "force checkpoint",
    "vacuum",
    "begin",
    "prepare mine as select 1",
    "explain analyze insert into runs default values",
]


def answer(connection: DuckDBPyConnection, sql: str) -> list[tuple[str | None, ...]]:
    with answering():
        require_one_read(connection, sql)
        return list(Question(connection, sql).rows("printed_rows"))


@pytest.mark.parametrize("sql", REACHING_OUT)
def test_nothing_but_the_dataset_is_reached(connection: DuckDBPyConnection, tmp_path: Path, sql: str) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("word\nxyzzy\n")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(QueryError) as refusal:
        answer(connection, sql.format(file=secret, new=tmp_path / "new"))
    assert len(str(refusal.value).splitlines()) == 1
    assert "xyzzy" not in str(refusal.value)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("sql", WRITING)
def test_a_statement_that_writes_is_told_that_query_only_reads(connection: DuckDBPyConnection, sql: str) -> None:
    with pytest.raises(QueryError, match=r"query only reads the dataset: .* is refused"):
        answer(connection, sql)


def test_a_session_writes_the_one_file_it_was_opened_for(dataset: Path, tmp_path: Path) -> None:
    allowed, other = tmp_path / "allowed.csv", tmp_path / "other.csv"
    with locked(dataset, output=allowed) as connection:
        assert Question(connection, "from incidents").copy("copy_csv", allowed) == 4
        with pytest.raises(duckdb.PermissionException):
            Question(connection, "from incidents").copy("copy_csv", other)
    assert not other.exists()


def test_an_export_has_a_bound_to_its_memory_whatever_the_machine_has(dataset: Path, tmp_path: Path) -> None:
    with locked(dataset, output=tmp_path / "rows.csv", is_bounded=True) as bounded:
        ((threads, limit),) = bounded.execute(
            "select current_setting('threads'), current_setting('memory_limit')"
        ).fetchall()
    assert threads <= MOST_THREADS
    assert limit in {f"{THREAD_MEGABYTES * threads / 1024:.1f} GiB", f"{THREAD_MEGABYTES * threads:.1f} MiB"}


def test_the_lock_cannot_be_opened_from_within(connection: DuckDBPyConnection) -> None:
    for setting in ("enable_external_access = true", "allowed_paths = ['/']", "lock_configuration = false"):
        with pytest.raises(duckdb.InvalidInputException):
            connection.execute(f"set {setting}")


def test_the_dataset_itself_stays_shut_for_writing(connection: DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.InvalidInputException, match="read-only"):
        connection.execute("delete from reports")


def test_a_python_variable_is_no_table(connection: DuckDBPyConnection) -> None:
    incident_table = [1, 2, 3]
    with pytest.raises(QueryError, match="does not exist"):
        answer(connection, "from incident_table")
    assert incident_table


def test_asking_leaves_nothing_behind(dataset: Path) -> None:
    before = sorted(dataset.parent.iterdir()), dataset.read_bytes()
    with locked(dataset) as connection:
        answer(connection, "from incidents order by random()")
    assert (sorted(dataset.parent.iterdir()), dataset.read_bytes()) == before


def test_moments_are_told_in_utc_whatever_the_machine_thinks(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "TZ", "America/New_York")
    with locked(dataset) as connection:
        assert answer(connection, "select timestamptz '2023-09-24 06:00:00+02'") == [("2023-09-24T04:00:00+00",)]


def test_a_missing_dataset_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError, match=r"none\.duckdb"), locked(tmp_path / "none.duckdb"):
        pass


def test_a_file_of_something_else_is_named(tmp_path: Path) -> None:
    (tmp_path / "words.duckdb").write_text("only words " * 2000)
    with pytest.raises(StoreError, match=r"words\.duckdb"), locked(tmp_path / "words.duckdb"):
        pass


def test_a_busy_dataset_is_named(dataset: Path) -> None:
    with (
        duckdb.connect(str(dataset)),
        pytest.raises(StoreBusyError, match="in use"),
        locked(dataset),
    ):
        pass
