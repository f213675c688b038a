"""What a dataset says depends on its reports and settings alone: not on processes, order or portions."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.events.commandline import Affray, Exports, Rows

FORMATS = ("csv", "parquet", "jsonl")
# the values of incidents without their ids, and which mentions each of them has
VALUES = "select * exclude incident_id from incidents order by all"
PARTITION = """
    with told as (select incident_id, list(mention_id order by mention_id) as mention_ids from mentions group by all)
    select mention_ids from told where incident_id is not null order by all
"""
FACTS = [
    VALUES,
    PARTITION,
    "select * exclude incident_id from mentions order by all",
    "select * exclude run_id from claims order by all",
    "select * exclude incident_id from casualties order by all",
    "select * exclude incident_id from participants order by all",
    "select * exclude run_id from places order by all",
    "select report_id, copy_of, extracted from reports order by all",
    "select path, part, reason, detail from rejects order by all",
]


def backwards(name: str) -> str:
    return name[::-1]


def crosswise(name: str) -> str:
    return name[-2:] + name


@pytest.fixture
def two_workers_backwards(affray: Affray, tmp_path: Path, example_sources: list[str]) -> Path:
    into = tmp_path / "backwards.duckdb"
    ended = affray("build", *reversed(example_sources), "--into", into, "--workers", 2, "--quiet")
    assert ended.status == 0, ended.err
    return into


def test_two_workers_and_another_order_export_the_same_bytes(
    example_dataset: Path, two_workers_backwards: Path, exported: Exports, rows: Rows
) -> None:
    assert rows(example_dataset, "select count(*) > 20 from incidents") == [(True,)]
    ours, theirs = exported(example_dataset, *FORMATS), exported(two_workers_backwards, *FORMATS)
    assert {name for name in ours if ours[name] != theirs[name]} == set()
    assert len(ours) == 9


def test_portions_in_any_order_say_what_one_build_says(
    affray: Affray, tmp_path: Path, example_dataset: Path, example_sources: list[str], rows: Rows
) -> None:
    sources = sorted(example_sources, key=backwards)
    into = tmp_path / "portions.duckdb"
    for portion in (sources[::2], sources[1::2]):
        assert affray("build", *portion, "--into", into, "--workers", 1, "--quiet").status == 0
    for sql in FACTS:
        assert rows(into, sql) == rows(example_dataset, sql), sql
    assert affray("check", into).status == 0


@pytest.mark.parametrize("order", [backwards, crosswise])
def test_many_small_portions_say_what_one_build_says(
    *,
    affray: Affray,
    tmp_path: Path,
    plain: tuple[str, str],
    wire: Callable[[int], list[dict[str, str]]],
    jsonl: Callable[..., Path],
    rows: Rows,
    order: Callable[[str], str],
) -> None:
    reports = wire(200)
    whole = tmp_path / "whole.duckdb"
    assert affray("build", jsonl(*reports), "--into", whole, *plain, "--workers", 1).status == 0
    shuffled = sorted(reports, key=lambda report: order(report["id"]))
    into = tmp_path / "portions.duckdb"
    for first, last in ((0, 1), (0, 10), (10, 99), (60, 200)):
        portion = jsonl(*shuffled[first:last], name=f"{first}.jsonl")
        assert affray("build", portion, "--into", into, *plain, "--workers", 1).status == 0
    for sql in FACTS:
        assert rows(into, sql) == rows(whole, sql), sql


def test_what_is_read_twice_in_one_build_is_one_report(
    *,
    affray: Affray,
    tmp_path: Path,
    plain: tuple[str, str],
    wire: Callable[[int], list[dict[str, Any]]],
    jsonl: Callable[..., Path],
    rows: Rows,
) -> None:
    """The second reading comes while the first is still with another process."""
    source = jsonl(*wire(128), *wire(128))
    into = tmp_path / "twice.duckdb"
    ended = affray("build", source, "--into", into, *plain, "--workers", 2)
    assert ended.status == 0, ended.err
    assert ended.lines[0] == "256 reports read, 128 of them new"
    assert rows(into, "select reports, mentions from runs") == rows(
        into, "select (select count(*) from reports), (select count(*) from mentions)"
    )
