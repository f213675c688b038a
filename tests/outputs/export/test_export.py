"""Exports: whole, the same each time, and read back by others."""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from outputs.export.export import export
from outputs.export.format import FORMATS
from outputs.export.selection import SELECTIONS, order
from outputs.store.columns import catalogue
from outputs.store.connect import open_for_writing

INCIDENT_COUNT = 150_000  # more than one row group of Parquet

ON_ONE_PROCESSOR = """
import os, sys
from pathlib import Path
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
from outputs.export.export import export
export(Path(sys.argv[1]), Path(sys.argv[2]), what="incidents", as_format=sys.argv[3], force=False)
"""

RELATED = {"csv": "read_csv($path)", "parquet": "read_parquet($path)", "jsonl": "read_json($path)"}


def exported(dataset: Path, as_format: str, *, what: str = "incidents") -> Path:
    output = dataset.parent / f"{what}.{as_format}"
    export(dataset, output, what=what, as_format=as_format, force=True)
    return output


def column_names(as_format: str, path: Path) -> list[str]:
    return [
        str(row[0]) for row in duckdb.execute(f"describe from {RELATED[as_format]}", {"path": str(path)}).fetchall()
    ]


@pytest.mark.parametrize("as_format", ["csv", "parquet"])
@pytest.mark.parametrize("what", SELECTIONS)
def test_every_selection_has_the_public_columns_and_none_of_runs_and_files(
    empty_dataset: Path, what: str, as_format: str
) -> None:
    left_behind = {"run_id", "file", "part"} if what == "reports" else {"run_id"}
    expected = [column.name for column in catalogue()[what].columns if column.name not in left_behind]
    assert column_names(as_format, exported(empty_dataset, as_format, what=what)) == expected


def test_an_empty_dataset_gives_valid_empty_files(empty_dataset: Path) -> None:
    assert len(exported(empty_dataset, "csv").read_text(encoding="utf-8").splitlines()) == 1
    assert exported(empty_dataset, "jsonl").read_bytes() == b""
    parquet = str(exported(empty_dataset, "parquet"))
    assert duckdb.execute("select count(*) from read_parquet($path)", {"path": parquet}).fetchall() == [(0,)]


def test_incidents_come_by_day_and_those_without_last(dataset: Path) -> None:
    with exported(dataset, "csv").open(encoding="utf-8", newline="") as file:
        assert [row["incident_id"][2] for row in csv.DictReader(file)] == ["d", "a", "b", "c"]


def test_rejects_come_without_their_run(dataset: Path) -> None:
    assert exported(dataset, "csv", what="rejects").read_text(encoding="utf-8") == (
        "path,part,reason,detail\na.txt,3,date,31 February\nb.txt,,empty,nothing\n"
    )


def test_csv_runs_nothing_and_keeps_numbers(dataset: Path) -> None:
    with exported(dataset, "csv").open(encoding="utf-8", newline="") as file:
        incidents = {row["incident_id"][2]: row for row in csv.DictReader(file)}
    assert incidents["a"]["summary"].startswith("'=HYPERLINK")
    assert incidents["a"]["latitude"] == "-42.5"
    assert incidents["a"]["date_start"] == "2023-09-24"
    assert incidents["b"]["disputed_by"] == "[RS, XK]"
    assert incidents["d"]["summary"] == 'She said "no",\nthen left;\'=1+1'


def test_csv_is_read_back_by_duckdb(dataset: Path) -> None:
    path = str(exported(dataset, "csv"))
    rows = duckdb.execute("from read_csv($path) select killed, place order by all", {"path": path}).fetchall()
    assert rows == [(0, "Hama"), (1, "Zürich"), (4, "Banjska"), (None, None)]


def test_csv_of_reports_keeps_every_line(dataset: Path) -> None:
    with exported(dataset, "csv", what="reports").open(encoding="utf-8", newline="") as file:
        (report,) = csv.DictReader(file)
    assert report["title"] == "'@SUM(A1)"
    assert report["text"] == "One.\n'-2 of them;\t'+3"
    assert report["published_at"] == "2023-09-25T06:00:00"


def test_json_lines_keep_nulls_and_words(dataset: Path) -> None:
    lines = exported(dataset, "jsonl").read_text(encoding="utf-8").split("\n")
    incidents = [json.loads(line) for line in lines if line]
    assert incidents[1]["summary"].startswith("=HYPERLINK")
    assert incidents[2]["disputed_by"] == ["RS", "XK"]
    assert incidents[3]["killed"] is None
    assert list(incidents[3]) == [column.name for column in catalogue()["incidents"].columns]


def test_parquet_keeps_types_and_words(dataset: Path) -> None:
    path = str(exported(dataset, "parquet"))
    described = duckdb.execute("describe from read_parquet($path)", {"path": path}).fetchall()
    types = {name: column_type for name, column_type, *_ in described}
    wanted = {column.name: column.type for column in catalogue()["incidents"].columns}
    assert types == wanted
    codecs = "select distinct compression from parquet_metadata($path)"
    assert duckdb.execute(codecs, {"path": path}).fetchall() == [("ZSTD",)]


@pytest.mark.parametrize("as_format", FORMATS)
def test_the_order_of_loading_leaves_no_trace(dataset: Path, tmp_path: Path, as_format: str) -> None:
    turned = tmp_path / "turned.duckdb"
    shutil.copy(dataset, turned)
    with open_for_writing(turned) as connection:
        connection.execute("create temp table all_facts as from incident_facts")
        connection.execute("delete from incident_facts")
        connection.execute("insert into incident_facts from all_facts order by rowid desc")
    assert exported(dataset, as_format).read_bytes() == exported(turned, as_format).read_bytes()


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="needs Linux's affinity")
@pytest.mark.parametrize("as_format", FORMATS)
def test_the_number_of_processors_leaves_no_trace(empty_dataset: Path, tmp_path: Path, as_format: str) -> None:
    with open_for_writing(empty_dataset) as connection:
        connection.execute(
            "insert into incident_facts by name "
            "select 'i-' || md5(number::varchar)[:16] as incident_id, 'Place ' || number % 999 as place, "
            "date '2020-01-01' + (number % 700)::int as date_start, sin(number) as latitude "
            f"from range({INCIDENT_COUNT}) as numbers(number)"
        )
    alone = tmp_path / "alone"
    arguments = [str(empty_dataset), str(alone), as_format]
    subprocess.run([sys.executable, "-c", ON_ONE_PROCESSOR, *arguments], check=True)
    assert exported(empty_dataset, as_format).read_bytes() == alone.read_bytes()


def test_every_selection_tells_its_order() -> None:
    assert all(order(name) for name in SELECTIONS)
