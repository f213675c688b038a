"""Tags name states for citation and never move."""

from pathlib import Path

import pytest

from outputs.store.connect import open_for_writing
from tests.events.commandline import Affray, Rows, Tables


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """Give a dataset of two runs, the second of which was cut off."""
    path = tmp_path / "dataset.duckdb"
    with open_for_writing(path) as connection:
        connection.execute(
            "insert into runs (run_id, started_at, finished_at) "
            "values (1, '2024-01-01', '2024-01-02'), (2, '2024-01-03', null)"
        )
    return path


def test_a_tag_names_the_last_finished_run(affray: Affray, dataset: Path, rows: Rows) -> None:
    ended = affray("tag", dataset, "v1.0", "--note", "as submitted\x1b[2J")
    assert ended.status == 0
    assert ended.lines[0] == "v1.0 names the dataset as run 1 left it."
    assert rows(dataset, "select name, run_id, note from tags") == [("v1.0", 1, "as submitted\x1b[2J")]
    assert rows(dataset, "select count(*) from runs") == [(2,)]


def test_tags_are_listed_with_what_was_said_of_them(affray: Affray, dataset: Path) -> None:
    assert affray("tag", dataset).out == ""
    for name, note in (("v1.0", ("--note", "as submitted\x1b[2J")), ("draft_2-b", ())):
        assert affray("tag", dataset, name, *note).status == 0
    first, second = affray("tag", dataset).out.splitlines()
    assert first.startswith("v1.0  run 1  ")
    assert first.endswith(" UTC  as submitted␛[2J")
    assert second.startswith("draft_2-b  run 1  ")


WRONG = [
    *("", "a b", "../v1", "v1/2", "-v1", "v1.", ".v1", "ü", "v\n1", "v" * 65, "v\x1b1"),
    *("now", "NOW", "2024", "2024-03", "2024-03-31", "20240331", "2024-W10-1", "2024-13-45", "7"),
]


@pytest.mark.parametrize("name", WRONG)
def test_a_name_that_is_none_or_reads_as_a_moment_is_refused(
    name: str, affray: Affray, dataset: Path, tables: Tables
) -> None:
    before = tables(dataset)
    ended = affray("tag", "--", dataset, name)
    assert ended.status == 2
    (line,) = ended.lines
    assert "for a tag" in line or "read as a moment" in line
    assert "\x1b" not in line
    assert tables(dataset) == before


@pytest.mark.parametrize("name", ["v1.0", "V1.0"])
def test_a_tag_never_moves(name: str, affray: Affray, dataset: Path, tables: Tables) -> None:
    assert affray("tag", dataset, "v1.0").status == 0
    before = tables(dataset)
    ended = affray("tag", dataset, name)
    assert ended.status == 2
    assert ended.lines == [
        "affray: The tag v1.0 is there already: it names run 1. A tag never moves; choose another name."
    ]
    assert tables(dataset) == before


def test_there_is_nothing_to_tag_before_a_run_has_finished(affray: Affray, tmp_path: Path) -> None:
    path = tmp_path / "empty.duckdb"
    with open_for_writing(path):
        pass
    ended = affray("tag", path, "v1.0")
    assert (ended.status, ended.lines) == (2, ["affray: There is nothing to tag: no run has finished. Build first."])


@pytest.mark.parametrize("words", [("missing.duckdb", "v1.0"), ("missing.duckdb",)])
def test_a_dataset_that_is_not_there_is_not_made(
    words: tuple[str, ...], affray: Affray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = affray("tag", *words)
    assert ended.status == 2
    assert ended.lines[0].startswith("affray: There is no missing.duckdb.")
    assert list(tmp_path.iterdir()) == []
