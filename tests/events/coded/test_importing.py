"""A list of coded events is taken in whole or not at all, and the same list changes nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from events.coded.importing import Imported, import_list
from outputs.store.check import check
from outputs.store.connect import open_for_reading
from schemas.errors import CodedFileError, StoreMissingError, UsageError
from tests.events.coded.lists import LISTS, NOW
from tests.events.commandline import Affray

Write = Callable[[str, str], Path]

HEADER = "event_id_cnty,event_date,country,fatalities\n"
FIRST = HEADER + "A1,2023-09-24,Kosovo,4\nA2,2023-09-25,Kosovo,0\n"
SECOND = HEADER + "A1,2023-09-24,Kosovo,5\nA3,2023-09-26,Kosovo,1\n"


def take(path: Path, into: Path, *, layout: str = "acled", source: str = "Example", replace: bool = False) -> Imported:
    return import_list(path, layout=layout, source=source, into=into, now=lambda: NOW, replace=replace)


def rows(dataset: Path, sql: str) -> list[tuple[Any, ...]]:
    with open_for_reading(dataset) as connection:
        return connection.sql(sql).fetchall()


def standing(dataset: Path) -> list[tuple[Any, ...]]:
    return rows(dataset, "select original_id, killed from coded_events order by all")


@pytest.mark.parametrize(("layout", "events", "set_aside"), [("acled", 8, 4), ("ucdp-ged", 7, 2), ("gtd", 6, 1)])
def test_each_layout_is_taken_in_and_the_dataset_stays_proved(
    dataset: Path, layout: str, events: int, set_aside: int
) -> None:
    imported = take(LISTS / f"{layout}.csv", dataset, layout=layout)
    assert (imported.events, imported.new, imported.set_aside) == (events, events, set_aside)
    assert len(standing(dataset)) == events
    with open_for_reading(dataset) as connection:
        assert check(connection) == []


def test_no_incident_comes_of_it(dataset: Path) -> None:
    told = "select (select count(*) from mentions), (select count(*) from incidents), (select count(*) from claims)"
    before = rows(dataset, told)
    take(LISTS / "acled.csv", dataset)
    assert rows(dataset, told) == before


def test_the_same_list_again_changes_nothing(dataset: Path) -> None:
    take(LISTS / "acled.csv", dataset)
    state = "select (select max(run_id) from runs), (select count(*) from rejects), (select count(*) from coded_events)"
    before = rows(dataset, state)
    again = take(LISTS / "acled.csv", dataset)
    assert (again.new, again.changed, again.set_aside) == (0, 0, 4)
    assert rows(dataset, state) == before


def test_an_import_is_a_run(dataset: Path, written: Write) -> None:
    take(written("a.csv", FIRST), dataset)
    assert rows(dataset, "select command, reports, finished_at is not null from runs order by run_id")[-1] == (
        "import",
        0,
        True,
    )


def test_a_newer_release_takes_the_place_of_its_rows_and_keeps_those_gone(dataset: Path, written: Write) -> None:
    take(written("a.csv", FIRST), dataset)
    newer = take(written("b.csv", SECOND), dataset)
    assert (newer.new, newer.changed, newer.gone) == (1, 1, 1)
    assert standing(dataset) == [("A1", 5), ("A2", 0), ("A3", 1)]


def test_what_stood_is_kept_beside(dataset: Path, written: Write) -> None:
    take(written("a.csv", FIRST), dataset)
    take(written("b.csv", SECOND), dataset)
    assert rows(dataset, "select original_id, killed, until_run - run_id from past_coded_events") == [("A1", 4, 1)]


def test_replace_takes_away_what_is_gone(dataset: Path, written: Write) -> None:
    take(written("a.csv", FIRST), dataset)
    take(written("b.csv", SECOND), dataset, replace=True)
    assert standing(dataset) == [("A1", 5), ("A3", 1)]


def test_replace_leaves_other_lists_alone(dataset: Path, written: Write) -> None:
    take(written("a.csv", FIRST), dataset, source="Example One")
    take(written("b.csv", SECOND), dataset, source="Example Two", replace=True)
    assert len(standing(dataset)) == 4


def test_one_name_is_one_layout(dataset: Path) -> None:
    take(LISTS / "acled.csv", dataset)
    with pytest.raises(UsageError, match="layout acled"):
        take(LISTS / "gtd.csv", dataset, layout="gtd")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("event_id_cnty,country\nA1,Mali\n", "no column event_date"),
        (HEADER, "No row of"),
        (HEADER + "A1,2023-09-00,Kosovo,4\n", "No row of"),
        ((LISTS / "ucdp-ged.csv").read_text(encoding="utf-8"), "It looks like ucdp-ged: say --layout ucdp-ged"),
    ],
)
def test_what_is_no_such_list_changes_nothing(dataset: Path, written: Write, text: str, words: str) -> None:
    state = "select (select count(*) from coded_events), (select max(run_id) from runs)"
    take(written("good.csv", FIRST), dataset)
    before = rows(dataset, state)
    with pytest.raises(CodedFileError, match=words):
        take(written("bad.csv", text), dataset)
    assert rows(dataset, state) == before


def test_a_dataset_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError, match="affray build"):
        take(LISTS / "acled.csv", tmp_path / "none.duckdb")
    assert not (tmp_path / "none.duckdb").exists()


def test_the_command_tells_what_was_odd_and_what_the_licence_forbids(affray: Affray, dataset: Path) -> None:
    ended = affray("import", LISTS / "acled.csv", "--layout", "acled", "--source", "Example", "--into", dataset)
    assert ended.status == 3
    assert ended.out == ""
    assert "8 events read: 8 new, 0 changed, 0 as before" in ended.lines
    assert "  fatalities: no number, left out (1 row on line 5): 'many'" in ended.lines
    assert any("line 9: set aside: Its event_date '2023-02-00'" in line for line in ended.lines)
    assert "ACLED's licence forbids" in ended.lines[-1]


@pytest.mark.parametrize(
    ("words", "status", "line"),
    [
        (("none.csv", "--layout", "acled", "--source", "Example"), 2, "none.csv"),
        (("none.csv", "--layout", "scad", "--source", "Example"), 2, "scad"),
        ((LISTS / "acled.csv", "--layout", "acled", "--source", " "), 2, "needs a name"),
    ],
)
def test_wrong_words_are_one_line(
    affray: Affray, dataset: Path, words: tuple[object, ...], status: int, line: str
) -> None:
    ended = affray("import", *words, "--into", dataset)
    assert ended.status == status
    assert line in ended.lines[-1]
    assert "Traceback" not in ended.err
