"""What came, went and changed between two states, as a changelog of the dataset tells it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from outputs.store.connect import open_for_writing
from outputs.store.insert import insert
from tests.events.commandline import Affray
from tests.events.life.conftest import Step

Wire = Callable[[int], list[dict[str, str]]]

FIRST = {"id": "1", "publisher": "Example Wire", "text": "4 killed in Hama.", "published": "2021-03-01"}
LATER = {"id": "2", "publisher": "Example Daily", "text": "7 killed in Hama.", "published": "2021-03-01"}
OTHER = {"id": "3", "publisher": "Example Daily", "text": "2 killed in Mosul.", "published": "2021-03-02"}


@pytest.fixture
def dataset(affray: Affray, step: Step, tmp_path: Path) -> Path:
    """Give a dataset whose one incident another report tells with another toll, and which has a second since v2.0."""
    path = tmp_path / "dataset.duckdb"
    step("build", path, [FIRST])
    assert affray("tag", path, "v1.0").status == 0
    step("build", path, [LATER])
    assert affray("tag", path, "v2.0").status == 0
    step("build", path, [OTHER])
    return path


def different(affray: Affray, *words: object) -> tuple[list[dict[str, object]], str]:
    ended = affray("diff", *words, "--format", "json")
    assert ended.status == 0, ended.err
    (summary,) = ended.lines
    return json.loads(ended.out), summary


def test_values_are_told_before_and_after(affray: Affray, dataset: Path) -> None:
    rows, summary = different(affray, dataset, "v1.0", "v2.0")
    assert {row["change"] for row in rows} == {"changed"}
    values = {row["field"]: (row["before"], row["after"]) for row in rows}
    assert values["report_count"] == ("1", "2")
    assert values["killed_high"] == ("4", "7")
    assert "incident_id" not in values
    assert summary.startswith("v1.0 (run 1) to v2.0 (run 2): 0 incidents came, 0 went; 1 changed, in ")
    assert summary.endswith(" values. 1 stood before, 1 stand after.")


def test_what_came_one_way_went_the_other(affray: Affray, dataset: Path) -> None:
    (came,), _ = different(affray, dataset, "v2.0")
    (went,), summary = different(affray, dataset, "now", "v2.0")
    assert list(came) == [
        *("change", "incident_id", "date_start", "country", "place", "sub_event_type"),
        *("field", "before", "after", "goes_on_as", "why"),
    ]
    assert (came["change"], came["place"], went["change"]) == ("came", "Mosul", "went")
    assert came["incident_id"] == went["incident_id"]
    assert "1 went, 0 of them going on as others" in summary


@pytest.mark.parametrize("moment", ["v1.0", "v2.0", "now"])
@pytest.mark.parametrize("view", ["incident", "country"])
def test_a_state_does_not_differ_from_itself(moment: str, view: str, affray: Affray, dataset: Path) -> None:
    rows, summary = different(affray, dataset, moment, moment, "--by", view)
    assert [row for row in rows if view == "incident" or row["came"] or row["went"] or row["changed"]] == []
    assert ": no difference; " in summary


def test_countries_are_counted(affray: Affray, dataset: Path) -> None:
    rows, _ = different(affray, dataset, "v1.0", "now", "--by", "country")
    counts = {
        row["country"]: (row["incidents_before"], row["incidents_after"], row["came"], row["changed"]) for row in rows
    }
    assert counts == {"Syria": (1, 1, 0, 1), "Iraq": (0, 1, 1, 0)}


def test_an_incident_that_went_names_the_last_of_those_that_it_goes_on_as(affray: Affray, dataset: Path) -> None:
    with open_for_writing(dataset) as connection:
        ((gone, run_id),) = connection.sql(
            "select incident_id, run_id from incident_facts where place = 'Mosul'"
        ).fetchall()
        links = ((gone, "i-between", "one of two"), ("i-between", "i-last", "again"))
        insert(
            connection,
            "retired",
            [{"old_id": one, "new_id": other, "why": why} for one, other, why in links],
            run_id=run_id,
        )
        connection.execute("delete from incident_facts where incident_id = $id", {"id": gone})
        connection.execute(
            "insert into past_incident_facts by name (select $id as incident_id, 2 as run_id, 3 as until_run)",
            {"id": gone},
        )
    (row,), summary = different(affray, dataset, "v2.0", "now")
    assert (row["incident_id"], row["goes_on_as"], row["why"]) == (gone, "i-last", "one of two")
    assert "1 went, 1 of them going on as others" in summary


def test_tables_are_safe_for_screens_and_rows_for_spreadsheets(affray: Affray, step: Step, tmp_path: Path) -> None:
    path = tmp_path / "hostile.duckdb"
    step("build", path, [FIRST])
    assert affray("tag", path, "v1.0").status == 0
    with open_for_writing(path) as connection:
        connection.execute("insert into past_incident_facts by name select *, 2 as until_run from incident_facts")
        connection.execute("update incident_facts set run_id = 2, summary = '=cmd\x1b[2J'")
        connection.execute("insert into runs (run_id, finished_at) values (2, '2031-01-01')")
    table = affray("diff", path, "v1.0", "now")
    assert "\x1b" not in table.out
    assert "=cmd␛[2J" in table.out
    assert "'=cmd" in affray("diff", path, "v1.0", "now", "--format", "csv").out


WRONG = [
    (("v1.0", "v7"), 2, "'v7' is no tag of this dataset and no day. Its tags are v1.0, v2.0;"),
    (("1999-01-01", "now"), 2, "No run had ended by 1999-01-01."),
]


@pytest.mark.parametrize(("words", "status", "said"), WRONG)
def test_a_moment_that_is_none_is_refused_in_one_line(
    words: tuple[str, ...], status: int, said: str, affray: Affray, dataset: Path
) -> None:
    ended = affray("diff", dataset, *words)
    assert (ended.status, ended.out) == (status, "")
    (line,) = ended.lines
    assert said in line
