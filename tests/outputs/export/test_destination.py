"""A destination is whole or not there."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from outputs.export.destination import replacing
from outputs.export.export import export
from outputs.export.format import FORMATS, format_of
from schemas.errors import ExportError, StoreMissingError, UsageError

# Files may grow to 512 bytes: as if the disk were full then.
ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from outputs.export.export import export
resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))
try:
    export(Path(sys.argv[1]), Path(sys.argv[2]), what="incidents", as_format=sys.argv[3], force=True)
except Exception as error:
    print(type(error).__name__, error)
"""


def write(target: Path, dataset: Path, *, force: bool = False, words: str = "new") -> None:
    with replacing(target, force=force, dataset=dataset) as part:
        part.write_text(words)


def fail_half_way(target: Path, dataset: Path, failure: BaseException) -> None:
    with replacing(target, force=True, dataset=dataset) as part:
        part.write_text("half")
        raise failure


def leftovers(folder: Path) -> list[Path]:
    return list(folder.glob(".affray*"))


def test_a_file_takes_its_place_when_it_is_whole(dataset: Path, tmp_path: Path) -> None:
    write(tmp_path / "new.csv", dataset)
    assert (tmp_path / "new.csv").read_text() == "new"
    assert not leftovers(tmp_path)


def test_what_is_there_stays_without_force(dataset: Path, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("old")
    with pytest.raises(ExportError, match="--force"):
        write(tmp_path / "old.csv", dataset)
    assert (tmp_path / "old.csv").read_text() == "old"


def test_force_replaces_and_keeps_the_permissions(dataset: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.csv"
    old.write_text("old")
    old.chmod(0o640)
    write(old, dataset, force=True)
    assert old.read_text() == "new"
    assert old.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(dataset: Path, tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write(tmp_path / "link.csv", dataset, force=True)
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"


@pytest.mark.parametrize("failure", [ValueError("x"), OSError("x"), duckdb.IOException("x"), KeyboardInterrupt()])
def test_a_failure_leaves_what_was_there(dataset: Path, tmp_path: Path, failure: BaseException) -> None:
    target = tmp_path / "old.csv"
    target.write_text("old")
    with pytest.raises((ExportError, ValueError, KeyboardInterrupt)):
        fail_half_way(target, dataset, failure)
    assert target.read_text() == "old"
    assert not leftovers(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the size of files")
@pytest.mark.parametrize("as_format", FORMATS)
def test_a_full_disk_leaves_what_was_there(dataset: Path, tmp_path: Path, as_format: str) -> None:
    target = tmp_path / "old"
    target.write_text("old")
    arguments = [str(dataset), str(target), as_format]
    ended = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, *arguments], check=True, capture_output=True, text=True
    )
    assert ended.stdout.startswith(f"ExportError {target} could not be written")
    assert len(ended.stdout.splitlines()) == 1
    assert target.read_text() == "old"
    assert not leftovers(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_shut_is_told(dataset: Path, tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o500)
    with pytest.raises(ExportError, match="could not be written"):
        export(dataset, shut / "x.csv", what="incidents", as_format="csv", force=False)


@pytest.mark.parametrize("name", ["none/x.csv", "folder", "/dev/null"])
def test_what_cannot_be_a_file_is_told(dataset: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExportError, match="could not be written"):
        write(tmp_path / name, dataset, force=True)


@pytest.mark.parametrize("suffix", ["", ".wal"])
def test_the_dataset_is_never_its_own_export(dataset: Path, suffix: str) -> None:
    (dataset.parent / "link.csv").symlink_to(f"{dataset.name}{suffix}")
    with pytest.raises(UsageError, match="the dataset itself"):
        write(dataset.parent / "link.csv", dataset, force=True)


def test_a_missing_dataset_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError):
        export(tmp_path / "none", tmp_path / "x.csv", what="incidents", as_format="csv", force=False)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_suffix_names_the_choices() -> None:
    with pytest.raises(UsageError, match="csv, parquet, jsonl"):
        format_of(Path("incidents.xls"))
