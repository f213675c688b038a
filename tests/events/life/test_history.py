"""An incident's life is told run by run: who told of it, what it said, what people did, and where it went."""

import csv
import io
import json
import re
from pathlib import Path

import duckdb
import pytest

from tests.events.commandline import Affray, Ended, Rows, Tables
from tests.events.life.conftest import Step

FIRST = {"id": "1", "publisher": "Example Wire", "text": "4 killed in Hama.", "published": "2021-03-01"}
LATER = {"id": "2", "publisher": "Example Daily", "text": "7 killed in Hama.", "published": "2021-03-01"}
OTHER = {"id": "3", "publisher": "Example Radio", "text": "2 killed in Mosul.", "published": "2021-03-02"}
RECALLED = {"id": "4", "publisher": "Example Radio", "text": "Recalled: 2 killed in Kunduz.", "published": "2021-03-09"}
ID = re.compile(r"\b[imjr]-[a-z2-7]{16}\b")
RUN = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d  (run \d+: \w+.*), affray \S+$", re.MULTILINE)

HAMA = """
run 1: build
  the incident is told of
  joined: Example Wire, 2021-03-01 (m-2)
  date: 2021-03-01
  place: Hama
  country: Syria
  sub_event_type: Armed clash
  killed: 4
run 2: build
  joined: Example Daily, 2021-03-01 (m-3): REASON
  killed 4 -> 4..7..7
  killed_unknown 4 -> 7
  summary 4 killed in Hama -> 7 killed in Hama
  tagged v1.0: as submitted
run 3: correct
  corrected by A. Haddad (j-4) killed=5: The list
  review_status unreviewed -> corrected
  killed 4..7..7 -> 5
  killed_unknown 7 -> 5
run 4: undo
  correct undone (j-4): Another list
  review_status corrected -> unreviewed
  killed 5 -> 4..7..7
  killed_unknown 5 -> 7
run 5: withdraw
  withdrawn by A. Editor: Example Daily, 2021-03-01 (r-5): retracted
  left: Example Daily, 2021-03-01 (m-3)
  killed 4..7..7 -> 4
  killed_unknown 7 -> 4
  summary 7 killed in Hama -> 4 killed in Hama
"""


def incident_at(rows: Rows, dataset: Path, place: str) -> str:
    ((incident_id,),) = rows(dataset, f"select incident_id from incidents where place = '{place}'")
    return str(incident_id)


def plainly(told: str) -> str:
    """Write ids by their order, and runs without their moment and version, so that lives can be compared."""
    names: dict[str, str] = {}
    for found in ID.findall(told):
        names.setdefault(found, f"{found[0]}-{len(names) + 1}")
    told = ID.sub(lambda match: names[match[0]], RUN.sub(r"\1", told))
    return re.sub(r"\n\n", "\n", told)


def told(ended: Ended) -> str:
    assert ended.status == 0, ended.err
    return ended.out


def done(ended: Ended) -> None:
    assert ended.status == 0, ended.err


@pytest.fixture
def dataset(affray: Affray, step: Step, rows: Rows, tmp_path: Path) -> Path:
    """Give a dataset of two portions whose first incident was corrected, not so corrected, and lost a report."""
    path = tmp_path / "dataset.duckdb"
    step("build", path, [FIRST])
    step("build", path, [LATER, OTHER, RECALLED])
    done(affray("tag", path, "v1.0", "--note", "as submitted"))
    hama = incident_at(rows, path, "Hama")
    done(affray("correct", path, hama, "killed=5", "--why", "The list", "--by", "A. Haddad"))
    ((judgement_id,),) = rows(path, "select judgement_id from judgements")
    done(affray("undo", path, judgement_id, "--why", "Another list"))
    ((report_id,),) = rows(path, "select report_id from reports where external_id = '2'")
    done(affray("withdraw", path, report_id, "--why", "retracted", "--by", "A. Editor"))
    return path


def test_a_life_is_told_run_by_run(affray: Affray, dataset: Path, rows: Rows, tables: Tables) -> None:
    before = tables(dataset)
    lines = plainly(told(affray("history", dataset, incident_at(rows, dataset, "Hama"))))
    lines = re.sub(r"(?<=\(m-3\): ).+", "REASON", lines)
    assert lines == f"i-1{HAMA}"
    assert tables(dataset) == before


def test_a_mention_and_the_beginning_of_an_id_name_the_incident(affray: Affray, dataset: Path, rows: Rows) -> None:
    hama = incident_at(rows, dataset, "Hama")
    life = told(affray("history", dataset, hama))
    gone = rows(dataset, "select distinct mention_id from past_memberships")[0][0]  # of the withdrawn report
    for written in (hama[:8], gone, f" {hama} "):
        assert told(affray("history", dataset, written)) == life


def test_merged_incidents_tell_of_each_other(affray: Affray, dataset: Path, rows: Rows) -> None:
    hama, mosul = (incident_at(rows, dataset, place) for place in ("Hama", "Mosul"))
    done(affray("merge", dataset, hama, mosul, "--why", "One attack"))
    ((gone, heir),) = rows(dataset, "select old_id, new_id from retired")
    ended = told(affray("history", dataset, gone)).split("run 6: merge")[1]
    assert "): One attack\n" in ended
    assert f"\n  left to {heir}: Example " in ended
    assert f"\n  {gone} retired, goes on as {heir}: " in ended
    went_on = told(affray("history", dataset, heir)).split("run 6: merge")[1]
    assert "): One attack\n" in went_on
    assert f"\n  merged with {gone}, which is retired: " in went_on
    assert f"\n  joined from {gone}: Example " in went_on


def test_a_retired_id_is_followed_to_its_end(affray: Affray, dataset: Path, rows: Rows) -> None:
    hama, mosul = (incident_at(rows, dataset, place) for place in ("Hama", "Mosul"))
    done(affray("merge", dataset, hama, mosul, "--why", "One attack"))
    ((gone, heir),) = rows(dataset, "select old_id, new_id from retired")
    for (report_id,) in rows(dataset, "select distinct report_id from mentions where incident_id is not null"):
        done(affray("withdraw", dataset, report_id, "--why", "retracted"))
    told_last = told(affray("history", dataset, gone)).splitlines()[-1]
    assert told_last.startswith(f"  {heir} retired, goes on as nothing")


def test_an_erased_report_is_withdrawn_from_the_life_and_never_brought_back(
    affray: Affray, dataset: Path, rows: Rows
) -> None:
    ((report_id,),) = rows(dataset, "select report_id from withdrawals")
    done(affray("withdraw", dataset, report_id, "--why", "retracted", "--erase"))
    life = told(affray("history", dataset, incident_at(rows, dataset, "Hama")))
    assert f"\n  withdrawn by A. Editor: Example Daily, 2021-03-01 ({report_id}): retracted\n" in life
    assert len(re.findall(r"(?:joined|left): unknown outlet.*: its report was erased", life)) == 2
    assert "brought back" not in life


def test_every_value_is_a_row_with_its_reason(affray: Affray, dataset: Path, rows: Rows) -> None:
    hama = incident_at(rows, dataset, "Hama")
    found = json.loads(told(affray("history", dataset, hama, "--format", "json")))
    killed = [(row["run_id"], row["before"], row["after"]) for row in found if row["field"] == "killed"]
    assert killed == [
        (1, None, "4"),
        (2, "4", "4..7..7"),
        (3, "4..7..7", "5"),
        (4, "5", "4..7..7"),
        (5, "4..7..7", "4"),
    ]
    why = {row["run_id"]: re.sub(r" \S-.*", "", row["why"]) for row in found if row["field"] == "killed"}
    assert why == {1: "mentions joined", 2: "mentions joined", 3: "judged", 4: "undone", 5: "withdrawn"}
    lines = told(affray("history", dataset, hama, "--format", "jsonl")).splitlines()
    assert [json.loads(line) for line in lines] == found


def test_an_outlets_hostile_name_is_shown_and_not_obeyed(
    affray: Affray, step: Step, rows: Rows, tmp_path: Path
) -> None:
    path = tmp_path / "hostile.duckdb"
    step("build", path, [FIRST | {"publisher": "=cmd\x1b[2J"}])
    hama = incident_at(rows, path, "Hama")
    lines = told(affray("history", path, hama))
    assert "\x1b" not in lines
    assert "joined: =cmd␛[2J, 2021-03-01" in lines
    (joined,) = (
        row
        for row in csv.DictReader(io.StringIO(told(affray("history", path, hama, "--format", "csv"))))
        if row["change"] == "joined"
    )
    assert joined["publisher"].startswith("'=cmd")
    assert "\x1b" not in told(affray("history", path, hama, "--format", "markdown"))


def test_what_renewed_places_change_is_told_with_the_run(
    affray: Affray, step: Step, rows: Rows, tmp_path: Path
) -> None:
    path = tmp_path / "renewed.duckdb"
    step("build", path, [FIRST])
    step("places", path)
    ((hama,),) = rows(path, "select incident_id from incidents")
    assert "run 2: renew (places), affray " in told(affray("history", path, hama))


def test_an_id_that_is_none_is_refused_in_one_line(affray: Affray, dataset: Path, rows: Rows) -> None:
    ((report_id,),) = rows(dataset, "select report_id from reports where external_id = '1'")
    ((idle,),) = rows(dataset, "select mention_id from mentions where external_id = '4'")
    wrong = {
        "i-unknown\x1b[2J": "No id of this dataset is or begins with 'i-unknown␛[2J'",
        " ": "No id of this dataset is or begins with ' '",
        "i-": "'i-' begins several ids: i-",
        report_id: f"{report_id} is a report. Name an incident, or a mention of one.",
        idle: f"{idle} tells of no incident",
    }
    for written, said in wrong.items():
        ended = affray("history", dataset, written)
        assert (ended.status, ended.out) == (2, "")
        (line,) = ended.lines
        assert said in line


def test_a_round_up_and_its_part_tell_of_each_other(affray: Affray, step: Step, rows: Rows, tmp_path: Path) -> None:
    path = tmp_path / "parts.duckdb"
    step("build", path, [FIRST])
    step("build", path, [OTHER])
    hama, mosul = (incident_at(rows, path, place) for place in ("Hama", "Mosul"))
    with duckdb.connect(str(path)) as connection:
        connection.execute("update incident_facts set scope = 'aggregate' where place = 'Mosul'")
        connection.execute("insert into parts values (?, ?, 'on its day', 2)", [mosul, hama])
    assert f"\n  counted by {mosul}: on its day\n" in told(affray("history", path, hama))
    assert f"\n  counts {hama}: on its day\n" in told(affray("history", path, mosul))
    assert "Counts, never to be summed with them (1)\n  Armed clash · Hama, Syria" in told(affray("show", path, mosul))
    (part,) = json.loads(told(affray("show", path, hama, "--format", "json")))["part_of"]
    assert (part["incident_id"], part["reason"]) == (mosul, "on its day")
    assert rows(path, f"select part_of from incidents where incident_id = '{hama}'") == [([mosul],)]
