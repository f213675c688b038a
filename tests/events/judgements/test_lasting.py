"""What a person has said outlives new reports, renewed places and other triggers; what is told no more is listed."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.events import plain_extractor
from tests.events.commandline import Affray, Ended, Rows
from tests.events.renew.conftest import Built

Write = Callable[..., Path]

REPORTS = [
    {"id": "1", "publisher": "Example Wire", "text": "4 killed in Hama.", "published": "2021-03-01"},
    {"id": "2", "publisher": "Example Daily", "text": "5 killed in Hama.", "published": "2021-03-01"},
    {
        "id": "3",
        "publisher": "Example Wire",
        "text": "3 killed in Mosul. Two hurt in Kunduz.",
        "published": "2021-03-01",
    },
]
LATER = [*REPORTS, {"id": "4", "publisher": "Example Radio", "text": "9 killed in Hama.", "published": "2021-03-01"}]
OTHER_TRIGGER = r"(?P<recalled>Never: )?(?P<dead>[0-9]+) killed (?P<trigger>in) (?P<place>[A-Z][a-z]+)"
NOTHING = r"(?P<recalled>Never: )?(?P<dead>[0-9]+) (?P<trigger>slain) in (?P<place>[A-Z][a-z]+)"
KILLED = "select killed, review_status, report_count from incidents order by all"


@pytest.fixture
def dataset(built: Built, jsonl: Write, old: Path) -> Path:
    return built(jsonl(*REPORTS), old)


def incident_of(rows: Rows, dataset: Path, report: str) -> str:
    ((incident_id,),) = rows(dataset, f"select incident_id from mentions where external_id = '{report}'")
    return str(incident_id)


def renewed(affray: Affray, dataset: Path, gazetteer: Path, monkeypatch: pytest.MonkeyPatch, pattern: str) -> Ended:
    with monkeypatch.context() as patch:
        patch.setattr(plain_extractor, "TOLD", re.compile(pattern))
        return affray("renew", dataset, "--extract", "--gazetteer", gazetteer, "--workers", 1)


def test_a_correction_outlives_a_new_report_new_places_and_another_extractor(
    *,
    affray: Affray,
    dataset: Path,
    rows: Rows,
    old: Path,
    new: Path,
    jsonl: Write,
    plain: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hama = incident_of(rows, dataset, "1")
    assert affray("correct", dataset, hama, "killed=7", "--why", "List").status == 0
    words = ("--into", dataset, "--gazetteer", old, *plain, "--workers", 1, "--quiet")
    assert affray("build", jsonl(*LATER), *words).status == 0
    assert (7, "corrected", 3) in rows(dataset, KILLED)
    assert affray("renew", dataset, "--places", "--gazetteer", new, "--quiet").status == 0
    assert (7, "corrected", 3) in rows(dataset, KILLED)
    assert renewed(affray, dataset, new, monkeypatch, OTHER_TRIGGER).status == 0
    assert (7, "corrected", 3) in rows(dataset, KILLED)
    assert rows(dataset, "select bound from judgements") == [(True,)]
    assert affray("check", dataset).status == 0


def test_what_no_report_tells_any_more_is_listed_and_binds_again(
    *, affray: Affray, dataset: Path, rows: Rows, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hama = incident_of(rows, dataset, "1")
    affray("correct", dataset, hama, "killed=7", "--why", "List")
    ended = renewed(affray, dataset, old, monkeypatch, NOTHING)
    assert ended.status == 0
    assert f"(correct of {hama}) is told by no report now" in ended.err
    assert rows(dataset, "select bound, bound_to from judgements") == [(False, None)]
    assert rows(dataset, "select count(*) from claims where basis = 'person'") == [(0,)]
    assert affray("check", dataset).status == 0
    assert affray("renew", dataset, "--extract", "--gazetteer", old, "--workers", 1, "--quiet").status == 0
    assert (7, "corrected", 2) in rows(dataset, KILLED)


def test_merged_incidents_are_one_until_that_is_taken_back(*, affray: Affray, dataset: Path, rows: Rows) -> None:
    before = rows(dataset, "from incidents order by all")
    hama, mosul = incident_of(rows, dataset, "1"), incident_of(rows, dataset, "3")
    ended = affray("merge", dataset, hama, mosul, "--why", "One convoy")
    assert ended.status == 0, ended.err
    assert " merged into " in ended.out
    ((incident_id, status),) = rows(dataset, "select incident_id, review_status from incidents")
    assert status == "corrected"
    gone = mosul if incident_id == hama else hama
    refused = affray("correct", dataset, gone, "killed=1", "--why", "List")
    assert refused.status == 2
    assert f"goes on as {incident_id}" in refused.err
    ((judgement_id,),) = rows(dataset, "select judgement_id from judgements")
    assert affray("undo", dataset, judgement_id).status == 0
    assert rows(dataset, "from incidents order by all") == before
    assert affray("check", dataset).status == 0


def test_what_is_split_stays_apart_and_the_last_word_on_a_pair_holds(
    *, affray: Affray, dataset: Path, rows: Rows, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hama = incident_of(rows, dataset, "1")
    assert incident_of(rows, dataset, "2") == hama
    ((leaving,),) = rows(dataset, "select mention_id from mentions where external_id = '2'")
    ended = affray("split", dataset, hama, leaving, "--why", "Two attacks")
    assert ended.status == 0, ended.err
    apart = incident_of(rows, dataset, "2")
    assert incident_of(rows, dataset, "1") != apart
    assert apart in ended.out or hama == apart
    assert renewed(affray, dataset, old, monkeypatch, OTHER_TRIGGER).status == 0
    assert incident_of(rows, dataset, "1") != incident_of(rows, dataset, "2")
    ids = (incident_of(rows, dataset, "1"), incident_of(rows, dataset, "2"))
    assert affray("merge", dataset, *ids, "--why", "One after all").status == 0
    assert incident_of(rows, dataset, "1") == incident_of(rows, dataset, "2")
    assert affray("check", dataset).status == 0


def test_an_added_incident_has_its_words_and_outlives_another_extractor(
    *, affray: Affray, dataset: Path, rows: Rows, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((report_id,),) = rows(dataset, "select report_id from reports where external_id = '3'")
    before = rows(dataset, "from incidents order by all")
    words = ("--report", report_id, "--quote", "Two hurt in Kunduz", "event=Attack", "injured=2", "place=Kunduz")
    ended = affray("add", dataset, *words, "--why", "Plain words", "--by", "Haddad", "--gazetteer", old)
    assert ended.status == 0, ended.err
    told = "select review_status, sub_event_type, injured, place, date_end::varchar, summary from incidents"
    added = [("added", "Attack", 2, "Kunduz", "2021-03-01", "Two hurt in Kunduz")]
    assert rows(dataset, f"{told} where review_status = 'added'") == added
    claims = "select distinct quote, speaker, rule from claims where basis = 'person'"
    assert rows(dataset, claims) == [("Two hurt in Kunduz", "Haddad", "addition")]
    assert affray("check", dataset).status == 0
    assert renewed(affray, dataset, old, monkeypatch, OTHER_TRIGGER).status == 0
    assert rows(dataset, f"{told} where review_status = 'added'") == added
    assert affray("renew", dataset, "--extract", "--gazetteer", old, "--workers", 1, "--quiet").status == 0
    ((judgement_id,),) = rows(dataset, "select judgement_id from judgements")
    assert affray("undo", dataset, judgement_id).status == 0
    assert rows(dataset, "from incidents order by all") == before
    assert affray("check", dataset).status == 0
