"""Opening: one writer, clear sentences, nothing lost."""

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from duckdb import DuckDBPyConnection

from outputs.store.check import check
from outputs.store.connect import open_for_reading, open_for_writing
from outputs.store.load import Batch, load_batch
from outputs.store.settings import read_settings, write_settings
from schemas.errors import StoreBusyError, StoreError, StoreMissingError, StoreTooNewError
from schemas.incident import Incident

ROOT = Path(__file__).parents[3]

# Opens the file given first and holds it until its standard input ends.
HOLDER = """
    import sys
    from pathlib import Path
    from outputs.store.connect import open_for_reading, open_for_writing
    opened = {"writing": open_for_writing, "reading": open_for_reading}[sys.argv[2]]
    with opened(Path(sys.argv[1])):
        print("open", flush=True)
        sys.stdin.read()
"""

# Loads batches of a hundred reports until it is killed, and tells of each one that is in.
LOADER = """
    import sys
    from pathlib import Path
    from outputs.store.connect import open_for_writing
    from outputs.store.load import Batch, BatchReport, load_batch
    from schemas.claim import Claim
    from schemas.count import Count
    from schemas.report import Report
    from schemas.span import Span

    def batch(number):
        reports = [
            Report.identified(text=f"Batch {number}, report {i}: four killed.", media_type="x", raw_sha256="0")
            for i in range(100)
        ]
        claims = [
            Claim.identified(
                report_id=report.report_id, mention_id=None, field="killed", extractor="e", rule="r",
                count=Count.exactly(4), span=Span(start=0, end=5), quote="Batch",
            )
            for report in reports
        ]
        return Batch(reports=[BatchReport(report=report) for report in reports], claims=claims)

    with open_for_writing(Path(sys.argv[1])) as connection:
        for number in range(1_000_000):
            load_batch(connection, batch(number), run_id=1)
            print(number, flush=True)
"""

# Fills the disk: no file may grow past the size given second.
FILLER = """
    import resource, signal, sys
    from pathlib import Path
    from outputs.store.connect import open_for_writing
    from outputs.store.load import Batch, BatchReport, load_batch
    from schemas.errors import StoreError
    from schemas.report import Report

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        with open_for_writing(Path(sys.argv[1])) as connection:
            for number in range(100):
                words = " ".join(str(number * k * 7919) for k in range(30_000))
                report = Report.identified(text=words, media_type="x", raw_sha256="0")
                load_batch(connection, Batch(reports=[BatchReport(report=report)]), run_id=1)
                print(number, flush=True)
    except StoreError as error:
        print("StoreError", error, flush=True)
"""


def command(script: str, *words: object) -> list[str]:
    return [sys.executable, "-c", textwrap.dedent(script), *map(str, words)]


@pytest.fixture
def filled(path: Path, batch: Batch) -> Path:
    with open_for_writing(path) as connection:
        load_batch(connection, batch, run_id=1)
    return path


@pytest.fixture
def held(filled: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """Have another process hold the dataset open."""
    with subprocess.Popen(
        command(HOLDER, filled, request.param), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == b"open\n"
        yield filled
        holder.stdin.close()


def one_line(error: pytest.ExceptionInfo[StoreError]) -> str:
    sentence = str(error.value)
    assert "\n" not in sentence
    assert sentence.endswith((".", "duckdb"))
    return sentence


def test_the_dataset_is_the_default_catalog_and_the_clock_is_utc(connection: DuckDBPyConnection) -> None:
    found = connection.sql("select current_database(), current_setting('TimeZone')").fetchall()
    assert found == [("dataset", "UTC")]


def test_nothing_stands_beside_the_file_when_it_is_closed(filled: Path) -> None:
    assert list(filled.parent.iterdir()) == [filled]


@pytest.mark.parametrize("held", ["writing", "reading"], indirect=True)
def test_a_second_writer_gets_a_sentence(held: Path) -> None:
    with pytest.raises(StoreBusyError) as error, open_for_writing(held):
        pass
    assert "is in use by another process" in one_line(error)


@pytest.mark.parametrize("held", ["writing"], indirect=True)
def test_a_reader_beside_a_writer_gets_a_sentence(held: Path) -> None:
    with pytest.raises(StoreBusyError) as error, open_for_reading(held):
        pass
    assert "is in use by another process" in one_line(error)


@pytest.mark.parametrize("held", ["reading"], indirect=True)
def test_readers_do_not_keep_readers_out(held: Path) -> None:
    with open_for_reading(held) as connection:
        assert connection.sql("select count(*) from reports").fetchall() == [(1,)]


def test_a_second_writer_in_the_same_process_gets_a_sentence(filled: Path) -> None:
    with open_for_writing(filled), pytest.raises(StoreBusyError) as error, open_for_writing(filled):
        pass
    one_line(error)


def test_reading_writes_nothing(filled: Path) -> None:
    before = filled.read_bytes()
    with open_for_reading(filled) as connection, pytest.raises(duckdb.InvalidInputException):
        connection.execute("delete from claims")
    assert filled.read_bytes() == before


def test_a_dataset_that_is_not_there_is_named(path: Path) -> None:
    with pytest.raises(StoreMissingError) as error, open_for_reading(path):
        pass
    assert str(path) in one_line(error)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"hello", b"hello " * 10_000, b"\x00" * 100])
@pytest.mark.parametrize("opened", [open_for_reading, open_for_writing])
def test_a_file_of_something_else_is_left_as_it_is(path: Path, content: bytes, opened: type[open_for_writing]) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is no DuckDB file") as error, opened(path):
        pass
    one_line(error)
    assert path.read_bytes() == content


@pytest.mark.parametrize("opened", [open_for_reading, open_for_writing])
def test_a_database_of_something_else_is_left_as_it_is(path: Path, opened: type[open_for_writing]) -> None:
    with duckdb.connect(path) as other:
        other.execute("create table birds (name varchar)")
    with pytest.raises(StoreError, match="no affray dataset") as error, opened(path):
        pass
    one_line(error)
    with duckdb.connect(path) as other:
        assert other.sql("show tables").fetchall() == [("birds",)]


@pytest.mark.parametrize("opened", [open_for_reading, open_for_writing])
def test_a_dataset_of_a_newer_affray_is_left_as_it_is(filled: Path, opened: type[open_for_writing]) -> None:
    with duckdb.connect(filled) as other:
        other.execute("insert into migrations values (9900, 'add_telepathy')")
    with pytest.raises(StoreTooNewError, match="newer affray") as error, opened(filled):
        pass
    one_line(error)


@pytest.mark.parametrize("missing", ["no/such/folder.duckdb", "."])
def test_a_path_that_cannot_hold_a_file_is_named(tmp_path: Path, missing: str) -> None:
    with pytest.raises(StoreError) as error, open_for_writing(tmp_path / missing):
        pass
    one_line(error)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_without_the_right_to_write_is_named(path: Path) -> None:
    path.parent.chmod(0o500)
    with pytest.raises(StoreError, match="Permission denied") as error, open_for_writing(path):
        pass
    one_line(error)


@pytest.mark.parametrize("kept", [0, 4096, 8192])
def test_a_file_whose_making_was_cut_off_is_made_anew(path: Path, kept: int) -> None:
    with open_for_writing(path):
        pass
    path.write_bytes(path.read_bytes()[:kept])
    with open_for_writing(path) as connection:
        write_settings(connection, {"rule": "latest"})
    with open_for_reading(path) as connection:
        assert read_settings(connection) == {"rule": "latest"}


@pytest.mark.parametrize("name", ["it's.duckdb", "a b;c.duckdb", "–ünï.duckdb", "dataset", "x'); drop.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    with open_for_writing(tmp_path / name) as connection:
        write_settings(connection, {"rule": "latest"})
    with open_for_reading(tmp_path / name) as connection:
        assert read_settings(connection) == {"rule": "latest"}


def test_a_mistake_while_writing_is_one_sentence_and_loses_nothing(filled: Path) -> None:
    with pytest.raises(StoreError, match="could not be written") as error, open_for_writing(filled) as connection:
        connection.execute("insert into claims (best) values (99999999999)")
    one_line(error)
    with open_for_reading(filled) as connection:
        assert connection.sql("select count(*) from claims").fetchall() == [(2,)]


def test_views_answer_under_another_name_beside_another_dataset(
    filled: Path, tmp_path: Path, incident: Incident
) -> None:
    with duckdb.connect(tmp_path / "other.duckdb") as other:
        other.execute("create table reports (x integer); create table mention_facts (y integer)")
        other.execute(f"attach '{filled}' as years (read_only)")
        found = other.sql("select mention_id from years.mentions").fetchall()
        assert found == [(incident.mention_ids[0],)]
        for view in ("incidents", "casualties", "participants", "evidence"):
            other.sql(f"from years.{view}").fetchall()


@pytest.mark.parametrize(
    "change",
    [
        "drop view casualties",
        "create or replace view casualties as select 1 as one",
        "delete from described",
        "update described set description = 'of another program'",
    ],
)
def test_views_that_are_not_the_programs_own_are_made_anew(filled: Path, change: str) -> None:
    with open_for_writing(filled) as connection:
        expected = connection.sql("describe casualties").fetchall()
        connection.execute(change)
    with open_for_writing(filled) as connection:
        assert connection.sql("describe casualties").fetchall() == expected
        assert connection.sql("select count(*) from described").fetchall() == [(1,)]


def test_views_that_stand_are_left_alone(filled: Path) -> None:
    asked = "select comment from duckdb_views() where view_name = 'casualties'"
    with open_for_writing(filled) as connection:
        connection.execute("comment on view casualties is 'by hand'")
    with open_for_writing(filled) as connection:
        assert connection.sql(asked).fetchall() == [("by hand",)]


def test_the_file_is_written_for_duckdb_1_5(filled: Path) -> None:
    with open_for_reading(filled) as connection:
        ((tags,),) = connection.sql("select tags from duckdb_databases() where database_name = 'dataset'").fetchall()
    assert tags["storage_version"].startswith("v1.5.0")


def test_a_killed_loader_leaves_the_last_whole_batch(path: Path) -> None:
    told = []
    with subprocess.Popen(command(LOADER, path), cwd=ROOT, stdout=subprocess.PIPE, text=True) as loader:
        assert loader.stdout
        for line in loader.stdout:
            told.append(int(line))
            if len(told) == 5:
                loader.send_signal(signal.SIGKILL)
    assert loader.returncode == -signal.SIGKILL
    # A reader sees the batches that are in the log alone, and so does the next writer.
    for opened in (open_for_reading, open_for_writing, open_for_reading):
        with opened(path) as connection:
            ((reports, claims),) = connection.sql(
                "select (select count(*) from reports), (select count(*) from claims)"
            ).fetchall()
            assert reports == claims
            assert reports % 100 == 0
            assert reports >= 100 * len(told)
            assert [finding.check for finding in check(connection)] == []


def test_a_full_disk_loses_nothing_that_was_there(path: Path) -> None:
    with open_for_writing(path):
        pass
    size = path.stat().st_size + 1_500_000
    filler = subprocess.run(command(FILLER, path, size), cwd=ROOT, capture_output=True, text=True, check=True)
    *told, last = filler.stdout.splitlines()
    assert last.startswith("StoreError"), filler.stdout + filler.stderr
    assert last.endswith("then run the command again.")
    assert filler.stderr == ""
    assert told
    with open_for_writing(path) as connection:
        assert connection.sql("select count(*) >= ? from reports", params=[len(told)]).fetchall() == [(True,)]
        assert check(connection) == []


@pytest.mark.parametrize("size", [1, 4096, 100_000])
def test_a_full_disk_while_the_file_is_made_leaves_no_trap(path: Path, size: int) -> None:
    subprocess.run(command(FILLER, path, size), cwd=ROOT, capture_output=True, text=True, check=True)
    with open_for_writing(path) as connection:
        write_settings(connection, {"rule": "latest"})
