"""A dataset beside a list: what both have, what one has, and what neither could have."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from events.coded.importing import import_list
from outputs.store.connect import open_for_reading, open_for_writing
from tests.events.coded.lists import NOW
from tests.events.commandline import Affray

LIST = """event_id_cnty,event_date,country,fatalities,latitude,longitude,geo_precision,time_precision,notes
K1,2023-09-24,Kosovo,7,42.97,20.78,1,1,Gunmen and police fought near Banjska.
K2,2023-09-02,Kosovo,2,42.38,20.43,1,1,Two men were shot.
K3,2023-09-03,Kosovo,5,42.66,21.16,1,1,A bomb went off.
K4,2023-11-03,Kosovo,1,42.66,21.16,1,1,After the last report.
M1,2023-09-24,Mali,9,16.27,-0.04,1,1,In a country that no report is about.
"""


@pytest.fixture
def compared(dataset: Path, written: Callable[[str, str], Path]) -> Path:
    """Give a dataset of one incident and a list, of which the first row is matched with it."""
    source = written("list.csv", LIST)
    import_list(source, layout="acled", source="Example", into=dataset, now=lambda: NOW)
    with open_for_writing(dataset) as connection:
        connection.execute("delete from matches")
        connection.execute(
            "insert into matches select incident_id, event_id, 5.0, 'same day', 2 from incident_facts, coded_events "
            "where original_id = 'K1'"
        )
    return dataset


def rows(dataset: Path, sql: str) -> list[tuple[Any, ...]]:
    with open_for_reading(dataset) as connection:
        return connection.sql(sql).fetchall()


def test_the_view_holds_every_incident_and_every_event_once(compared: Path) -> None:
    sql = (
        "select held_by, original_id, is_covered, difference from comparison "
        "left join coded_events using (event_id) order by original_id"
    )
    assert rows(compared, sql) == [
        ("both", "K1", True, -3),
        ("theirs", "K2", True, None),
        ("theirs", "K3", True, None),
        ("theirs", "K4", False, None),
        ("theirs", "M1", False, None),
    ]


def test_an_incident_that_the_list_lacks_is_affrays_alone(compared: Path) -> None:
    with open_for_writing(compared) as connection:
        connection.execute("delete from matches")
    assert rows(compared, "select held_by, killed_affray, is_covered from comparison where held_by = 'affray'") == [
        ("affray", 4, True)
    ]


def test_what_a_person_dismissed_is_no_incident(compared: Path) -> None:
    with open_for_writing(compared) as connection:
        connection.execute("update incident_facts set review_status = 'dismissed'")
    assert rows(compared, "select distinct held_by from comparison") == [("theirs",)]


@pytest.mark.parametrize("name", ["acled", "Example"])
def test_a_list_goes_by_its_name_and_by_its_layout(affray: Affray, compared: Path, name: str) -> None:
    ended = affray("compare", compared, "--with", name, "--format", "json")
    assert json.loads(ended.out) == [
        {
            "country": "XK",
            "month": "2023-09",
            "both": 1,
            "only_affray": 0,
            "only_theirs": 2,
            "killed_affray": 4,
            "killed_theirs": 7,
            "difference": -3,
        }
    ]
    assert ended.lines == ["Outside of the countries and months that both cover: 0 incidents and 2 events of Example"]


@pytest.mark.parametrize(
    ("by", "first"), [("country", "XK"), ("year", "2023"), ("month,country", "2023-09"), ("country, year", "XK")]
)
def test_rows_stand_for_what_is_asked(affray: Affray, compared: Path, by: str, first: str) -> None:
    ended = affray("compare", compared, "--with", "acled", "--by", by, "--format", "csv")
    header, row = csv.reader(ended.out.splitlines())
    assert header[: by.count(",") + 1] == [word.strip() for word in by.split(",")]
    assert row[0] == first


@pytest.mark.parametrize(
    ("listed", "key", "ids"),
    [("tolls", "original_id", ["K1"]), ("missing", "original_id", ["K3", "K2"]), ("extra", "incident_id", [])],
)
def test_lists_name_the_largest_first(affray: Affray, compared: Path, listed: str, key: str, ids: list[str]) -> None:
    ended = affray("compare", compared, "--with", "acled", "--list", listed, "--format", "json")
    assert [row[key] for row in json.loads(ended.out)] == ids


def test_two_lists_of_a_layout_are_told_apart(
    affray: Affray, compared: Path, written: Callable[[str, str], Path]
) -> None:
    source = written("other.csv", LIST)
    import_list(source, layout="acled", source="Example Two", into=compared, now=lambda: NOW)
    ended = affray("compare", compared, "--with", "acled")
    assert ended.status == 2
    assert "Several lists are in the layout acled: 'Example' (acled, 5 events), 'Example Two'" in ended.err
    assert affray("compare", compared, "--with", "Example Two").status == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--with", "gtd"), "no list 'gtd'. It has 'Example' (acled, 5 events)"),
        (("--with", "acled", "--by", "planet"), "'planet' is nothing to compare by. Use country, month, year."),
        (("--with", "acled", "--by", ""), "'' is nothing to compare by"),
        (("--with", "acled", "--format", "xml"), "xml"),
    ],
)
def test_wrong_words_are_one_line(affray: Affray, compared: Path, words: tuple[str, ...], said: str) -> None:
    ended = affray("compare", compared, *words)
    assert (ended.status, ended.out) == (2, "")
    assert said in ended.lines[-1]


def test_a_dataset_without_a_list_says_how_to_import_one(affray: Affray, dataset: Path) -> None:
    ended = affray("compare", dataset, "--with", "acled")
    assert ended.status == 2
    assert "affray import" in ended.err


def test_a_dataset_that_is_not_there_is_said_so(affray: Affray, tmp_path: Path) -> None:
    ended = affray("compare", tmp_path / "none.duckdb", "--with", "acled")
    assert ended.status == 2
    assert "affray build" in ended.err


def test_an_export_holds_coded_events_only_when_asked_by_name(affray: Affray, compared: Path, tmp_path: Path) -> None:
    for what in ("incidents", "mentions", "claims", "evidence", "rejects"):
        path = tmp_path / f"{what}.csv"
        ended = affray("export", compared, "--output", path, "--what", what)
        assert "licence" not in ended.err
        assert "Gunmen and police fought" not in path.read_text(encoding="utf-8")
    ended = affray("export", compared, "--output", tmp_path / "events.csv", "--what", "coded_events")
    assert "licences of ACLED and GTD forbid" in ended.err
    assert (tmp_path / "events.csv").read_text(encoding="utf-8").count("Example") == 5
