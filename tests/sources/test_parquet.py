"""Parquet: a report a row, and nothing but that file is opened."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason

Outcome = list[Report | Reject]
NAME = "desk.parquet"


@pytest.fixture
def parquet(tmp_path: Path) -> Callable[[str], bytes]:
    """Write what a query gives as Parquet."""

    def write(query: str) -> bytes:
        path = tmp_path / "written"
        with duckdb.connect() as connection:
            connection.sql(query).write_parquet(str(path))
        data = path.read_bytes()
        path.unlink()
        return data

    return write


Parquet = Callable[[str], bytes]


def test_a_row_gives_a_report_with_all_that_its_columns_name(parquet: Parquet, report: Callable[..., Report]) -> None:
    data = parquet(
        """select 7 as "Doc ID", 'Two died. ' || chr(10) || 'Three fled.' as "Body", 'Clash' as headline,
        timestamptz '2023-09-25 10:00:00+02' as published_at, ['Jane Doe', 'John Roe'] as authors, {'a': 1} as topic"""
    )
    read = report(data, NAME)
    assert read.text == "Two died. \nThree fled."
    assert (read.external_id, read.title, read.byline) == ("7", "Clash", "Jane Doe, John Roe")
    assert (read.published, read.published_at) == (date(2023, 9, 25), datetime(2023, 9, 25, 8, tzinfo=UTC))
    assert (read.part, read.media_type) == ("row 1", "application/vnd.apache.parquet")


def test_rows_keep_their_order_and_each_is_told_by_its_number(parquet: Parquet, read: Callable[..., Outcome]) -> None:
    data = parquet("select case when i <> 70 then 'Report ' || i || '.' end as text from range(1, 151) t(i)")
    outcome = read(data, NAME)
    assert [entry.part for entry in outcome] == [f"row {number}" for number in range(1, 151)]
    assert [entry.reason for entry in outcome if isinstance(entry, Reject)] == [RejectReason.EMPTY]


def test_texts_written_as_bytes_are_texts(parquet: Parquet, report: Callable[..., Report]) -> None:
    assert report(parquet("select encode('Two died in Bogotá.') as text"), NAME).text == "Two died in Bogotá."


def test_a_row_that_is_too_large_costs_only_itself(parquet: Parquet, read: Callable[..., Outcome]) -> None:
    data = parquet("from (values ('Two died.'), (repeat('x', 5000)), ('Three died.')) t(text)")
    outcome = read(data, NAME, largest_report=1_000)
    assert [(entry.part, entry.reason) for entry in outcome if isinstance(entry, Reject)] == [
        ("row 2", RejectReason.TOO_LARGE)
    ]
    assert sum(isinstance(entry, Report) for entry in outcome) == 2


def test_a_table_that_unpacks_without_end_is_cut(parquet: Parquet, read: Callable[..., Outcome]) -> None:
    data = parquet("select repeat('x', 5000) as text from range(1000)")
    assert len(data) < 60_000
    outcome = read(data, NAME, largest_archive=60_000)
    assert [entry.reason for entry in outcome if isinstance(entry, Reject)] == [RejectReason.TOO_LARGE]
    assert len(outcome) == 13


@pytest.mark.parametrize("name", ["desk.parquet", "desk", "desk.txt", "desk.csv"])
def test_parquet_is_known_by_its_mark(parquet: Parquet, report: Callable[..., Report], name: str) -> None:
    assert report(parquet("select 'Two died.' as text"), name).text == "Two died."


def test_the_only_long_column_is_taken_and_told(parquet: Parquet, read: Callable[..., Outcome]) -> None:
    told, report = read(parquet("select 1 as nr, repeat('Two died. ', 50) as \"Meldung\""), NAME)
    assert isinstance(told, Reject)
    assert told.reason is RejectReason.COLUMNS
    assert isinstance(report, Report)


def test_a_chosen_column_is_read(parquet: Parquet, report: Callable[..., Report]) -> None:
    data = parquet("select 'x' as text, 'Two died.' as \"a \"\"b\"")
    assert report(data, NAME, columns={"text": 'a "b'}).text == "Two died."


def test_a_table_without_a_column_of_reports_is_told_with_its_columns(
    parquet: Parquet, reject: Callable[..., Reject]
) -> None:
    rejected = reject(parquet("select 1 as nr, 'Hama' as ort"), NAME)
    assert rejected.reason is RejectReason.NO_TEXT
    assert "'nr', 'ort'" in rejected.detail


def test_a_table_without_rows_is_empty(parquet: Parquet, reject: Callable[..., Reject]) -> None:
    assert reject(parquet("select 'a' as text where false"), NAME).reason is RejectReason.EMPTY


@pytest.mark.parametrize(
    "broken", [lambda data: data[:-40], lambda _: b"PAR1" + b"\xff" * 100 + b"PAR1", lambda _: b"PAR1"]
)
def test_a_broken_file_is_one_line(
    parquet: Parquet, reject: Callable[..., Reject], broken: Callable[[bytes], bytes]
) -> None:
    rejected = reject(broken(parquet("select 'Two died.' as text")), NAME)
    assert rejected.reason is RejectReason.MALFORMED
    assert rejected.detail.isprintable()
    assert "affray-" not in rejected.detail


def test_a_file_broken_in_the_middle_gives_the_rows_above_or_one_line(
    parquet: Parquet, read: Callable[..., Outcome]
) -> None:
    data = bytearray(parquet("select md5(i::varchar) as text from range(1000) t(i)"))
    data[2_000:2_100] = b"\xff" * 100
    outcome = read(bytes(data), NAME)
    assert all(entry.reason is RejectReason.MALFORMED for entry in outcome if isinstance(entry, Reject))


def test_nothing_is_left_in_the_folder_for_temporary_files(
    parquet: Parquet, read: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = parquet("select 'Two died.' as text")
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    assert len(read(data, NAME)) == 1
    assert list(folder.iterdir()) == []
