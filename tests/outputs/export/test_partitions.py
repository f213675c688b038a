"""A folder of Parquet files by country and year, read as one table."""

import shutil
from pathlib import Path

import duckdb
import polars as pl
import pytest

from outputs.export.partitions import export_partitioned
from outputs.store.connect import open_for_writing
from schemas.errors import ExportError

READ = "from read_parquet($1, hive_partitioning = true)"


@pytest.fixture(scope="module")
def settled(master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(master, tmp_path_factory.mktemp("settled")))
    with open_for_writing(path) as connection:
        connection.execute("update incident_facts set country_code = 'XK' where place = 'Banjska'")
        connection.execute("update incident_facts set country_code = '../x' where place = 'Hama'")
    return path


def test_every_row_lies_in_its_part(settled: Path, tmp_path: Path) -> None:
    output = tmp_path / "parts"
    assert export_partitioned(settled, output, what="incidents", force=False) == 4
    assert (output / "country_code=XK" / "year=2023").is_dir()
    read = duckdb.execute(f"select incident_id, country_code, year {READ} order by 1", [f"{output}/*/*/*.parquet"])
    assert read.fetchall() == [
        ("i-aaaaaaaaaaaaaaaa", "../x", 2023),
        ("i-bbbbbbbbbbbbbbbb", "XK", 2023),
        ("i-cccccccccccccccc", None, None),
        ("i-dddddddddddddddd", None, 2022),
    ]
    assert len(pl.read_parquet(output / "**" / "*.parquet")) == 4
    assert {path.name for path in tmp_path.iterdir()} == {"parts"}


def test_the_same_dataset_gives_the_same_files(settled: Path, tmp_path: Path) -> None:
    told = []
    for name in "ab":
        export_partitioned(settled, tmp_path / name, what="incidents", force=False)
        paths = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        told.append([(path.relative_to(tmp_path / name), path.read_bytes()) for path in paths])
    assert told[0] == told[1]


def test_a_folder_of_somebody_else_stays_whatever_is_forced(settled: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(ExportError, match=r"none of affray's"):
        export_partitioned(settled, tmp_path / "mine", what="incidents", force=True)
    assert (tmp_path / "mine" / "notes.txt").read_text() == "mine"


def test_a_folder_that_is_there_needs_force(settled: Path, tmp_path: Path) -> None:
    export_partitioned(settled, tmp_path / "parts", what="incidents", force=False)
    with pytest.raises(ExportError, match="Add --force"):
        export_partitioned(settled, tmp_path / "parts", what="incidents", force=False)
    assert export_partitioned(settled, tmp_path / "parts", what="incidents", force=True) == 4


def test_an_empty_dataset_gives_a_folder_without_rows(empty_dataset: Path, tmp_path: Path) -> None:
    assert export_partitioned(empty_dataset, tmp_path / "parts", what="mentions", force=False) == 0
    assert (tmp_path / "parts").is_dir()
