"""Reports read again tell what a dataset built anew by this program tells; what people said stays."""

import re
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from outputs.store.connect import open_for_writing
from outputs.store.load import Batch, load_batch
from schemas.claim import Claim
from tests.events import plain_extractor
from tests.events.commandline import Affray, Rows, Tables
from tests.events.renew.conftest import Built

Wire = Callable[[int], list[dict[str, str]]]
Write = Callable[..., Path]

# What a dataset says, without the ids of its incidents and the runs that wrote it.
SAID = [
    "select * exclude incident_id from incidents order by all",
    "select * exclude incident_id from mentions order by all",
    "select * exclude incident_id from casualties order by all",
    "select * exclude incident_id from participants order by all",
    "select list(mention_id order by mention_id) from memberships group by incident_id order by all",
    "select * exclude run_id from places order by all",
    "select * exclude run_id from actors order by all",
    "select * exclude run_id from place_candidates order by all",
    "select * exclude run_id from place_references order by all",
    "select * exclude run_id from claims order by all",
    "select * exclude run_id from reports order by all",
]
PATIENCE = 60  # seconds
LINKS = "select incident_id, mention_id from memberships order by all"

# How an older extractor read: it knew no recalled ones, it knew nothing else, it stopped at the first digit, it took
# the word behind for the trigger.
OLDER = [
    r"(?P<recalled>Never: )?(?<!Recalled: )(?P<dead>[0-9]+) (?P<trigger>killed) in (?P<place>[A-Z][a-z]+)",
    r"(?P<recalled>Recalled: )(?P<dead>[0-9]+) (?P<trigger>killed) in (?P<place>[A-Z][a-z]+)",
    r"(?P<recalled>Recalled: )?(?P<dead>[0-9])[0-9]* (?P<trigger>killed) in (?P<place>[A-Z][a-z]+)",
    r"(?P<recalled>Recalled: )?(?P<dead>[0-9]+) killed (?P<trigger>in) (?P<place>[A-Z][a-z]+)",
    r"(?P<recalled>Recalled: )?(?P<dead>[0-9]+) (?P<trigger>slain) in (?P<place>[A-Z][a-z]+)",
]


def said(rows: Rows, dataset: Path) -> list[list[tuple[object, ...]]]:
    return [rows(dataset, sql) for sql in SAID]


@pytest.mark.parametrize("older", OLDER)
def test_a_dataset_read_again_says_what_one_built_anew_says(
    older: str,
    *,
    affray: Affray,
    built: Built,
    old: Path,
    new: Path,
    wire: Wire,
    jsonl: Write,
    rows: Rows,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = jsonl(*wire(80))
    fresh = built(source, new, name="fresh")
    with monkeypatch.context() as patch:
        patch.setattr(plain_extractor, "TOLD", re.compile(older))
        renewed = built(source, old, name="renewed")
    assert said(rows, renewed) != said(rows, fresh)
    ended = affray("renew", renewed, "--extract", "--gazetteer", new, "--workers", 1)
    assert ended.status == 0, ended.err
    assert ended.lines[0] == "80 reports read again"
    for sql in SAID:
        assert rows(renewed, sql) == rows(fresh, sql), sql
    assert affray("check", renewed).status == 0
    assert rows(renewed, "select command, renewed, reports from runs where run_id = 2") == [
        ("renew", "extract places", 0)
    ]
    again = affray("renew", renewed, "--extract", "--gazetteer", new, "--workers", 1)
    assert again.lines == ["Nothing to renew: this version reads all 80 reports as they were read."]
    assert rows(renewed, "select count(*) from runs") == [(2,)]


def test_two_workers_read_again_what_one_reads(
    *, affray: Affray, built: Built, old: Path, wire: Wire, jsonl: Write, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(plain_extractor, "TOLD", re.compile(OLDER[0]))
        one = built(jsonl(*wire(200)), old)
    two = Path(shutil.copy(one, one.with_name("two.duckdb")))
    for dataset, workers in ((one, 1), (two, 2)):
        ended = affray("renew", dataset, "--extract", "--gazetteer", old, "--workers", workers, "--quiet")
        assert ended == (0, "", "")
    assert said(rows, one) == said(rows, two)
    assert rows(one, LINKS) == rows(two, LINKS)


def test_the_examples_are_read_again_as_they_were_read(
    affray: Affray, example_dataset: Path, tables: Tables, tmp_path: Path
) -> None:
    dataset = Path(shutil.copy(example_dataset, tmp_path))
    before = tables(dataset)
    ended = affray("renew", dataset, "--extract", "--places", "--link", "--workers", 1)
    assert ended.status == 0
    assert ended.lines == ["Nothing to renew: this version reads all 165 reports as they were read."]
    assert tables(dataset) == before


def test_incidents_keep_their_ids_and_the_summary_says_what_differs(
    *, affray: Affray, built: Built, old: Path, jsonl: Write, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = {"publisher": "Example Wire", "text": "14 killed in Hama.", "published": "2021-03-01"}
    second = {"publisher": "Example Wire", "text": "Recalled: 3 killed in Mosul.", "published": "2021-03-01"}
    with monkeypatch.context() as patch:
        patch.setattr(plain_extractor, "TOLD", re.compile(OLDER[2].replace("Recalled: )?", "Never: )?(?<!: )")))
        dataset = built(jsonl(first, second), old)
    before = rows(dataset, LINKS)
    assert rows(dataset, "select killed from incidents") == [(1,)]
    ended = affray("renew", dataset, "--extract", "--gazetteer", old, "--workers", 1)
    assert ended.lines == [
        "2 reports read again",
        "1 mention new, 0 gone, 1 told otherwise",
        "0 incidents new, 1 changed",
    ]
    assert rows(dataset, "select killed from incidents") == [(14,)]
    assert rows(dataset, LINKS) == before


def test_incidents_keep_their_ids_though_their_mentions_get_others(
    *,
    affray: Affray,
    built: Built,
    old: Path,
    wire: Wire,
    jsonl: Write,
    rows: Rows,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(plain_extractor, "TOLD", re.compile(OLDER[3]))
        dataset = built(jsonl(*wire(60)), old)
    before = rows(dataset, "select incident_id, date_start, place from incidents order by all")
    assert affray("renew", dataset, "--extract", "--gazetteer", old, "--workers", 1, "--quiet").status == 0
    assert rows(dataset, "select incident_id, date_start, place from incidents order by all") == before
    assert affray("check", dataset).status == 0


def test_what_was_superseded_is_kept(
    *, affray: Affray, built: Built, old: Path, wire: Wire, jsonl: Write, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(plain_extractor, "TOLD", re.compile(OLDER[3]))
        dataset = built(jsonl(*wire(40)), old)
    before = {name: rows(dataset, f"from {name} order by all") for name in ("claims", "mention_facts")}
    assert affray("renew", dataset, "--extract", "--gazetteer", old, "--workers", 1, "--quiet").status == 0
    for name, stood in before.items():
        kept = rows(dataset, f"select * exclude until_run from past_{name} where until_run = 2 order by all")
        assert [row for row in stood if row not in kept] == []


def test_what_a_person_claims_stays(
    *, affray: Affray, built: Built, old: Path, jsonl: Write, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(plain_extractor, "TOLD", re.compile(OLDER[2]))
        dataset = built(jsonl({"text": "14 killed in Hama.", "published": "2021-03-01"}), old)
    ((mention_id, report_id),) = rows(dataset, "select mention_id, report_id from mentions")
    claim = Claim.identified(
        report_id=report_id,
        mention_id=mention_id,
        field="weapon",
        value="Melee",
        basis="person",
        extractor="person",
        rule="correction",
    )
    with open_for_writing(dataset) as connection:
        load_batch(connection, Batch(claims=(claim,)), run_id=1)
    assert affray("renew", dataset, "--extract", "--gazetteer", old, "--workers", 1, "--quiet").status == 0
    assert rows(dataset, "select claim_id from claims where basis = 'person'") == [(claim.claim_id,)]
    assert rows(dataset, "select killed from mentions") == [(14,)]


def test_after_renewing_no_report_is_outdated(
    *, affray: Affray, built: Built, old: Path, plain: tuple[str, str], wire: Wire, jsonl: Write, rows: Rows
) -> None:
    source = jsonl(*wire(30))
    dataset = built(source, old)
    with open_for_writing(dataset) as connection:
        connection.execute("update runs set version = '0.0.1'")
    words = ("build", source, "--into", dataset, "--gazetteer", old, *plain, "--workers", 1)
    told = "30 reports read by another version of affray and left alone"
    assert [line for line in affray(*words).lines if line.startswith(told)] != []
    ended = affray("renew", dataset, "--extract", "--gazetteer", old, "--workers", 1)
    assert ended.lines == [
        "30 reports read again",
        "0 mentions new, 0 gone, 0 told otherwise",
        "0 incidents new, 0 changed",
    ]
    assert [line for line in affray(*words).lines if "another version" in line] == []
    assert rows(dataset, "select count(*) from runs") == [(2,)]
    with open_for_writing(dataset) as connection:
        connection.execute("update runs set version = '0.0.2' where run_id = 2")
    assert [line for line in affray(*words).lines if line.startswith(told)] != []


def test_a_report_that_was_unread_is_read_when_it_can_be(
    *,
    affray: Affray,
    plain: tuple[str, str],
    old: Path,
    jsonl: Write,
    rows: Rows,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = jsonl({"text": "4 killed in Hama, they did not stumble.", "published": "2021-03-01"})
    dataset = tmp_path / "dataset.duckdb"
    assert affray("build", source, "--into", dataset, "--gazetteer", old, *plain, "--workers", 1).status == 3
    assert rows(dataset, "select extracted from reports") == [(False,)]
    monkeypatch.setattr(plain_extractor, "STUMBLES_OVER", "nothing")
    assert affray("renew", dataset, "--extract", "--gazetteer", old, "--workers", 1, "--quiet").status == 0
    assert rows(dataset, "select extracted, text_fingerprint is not null from reports") == [(True, True)]
    assert rows(dataset, "select killed from incidents") == [(4,)]


# Reads the dataset given first again with the gazetteer given second and kills itself, as no handler can prevent, at
# the moment given third, when it has come as often as given fourth.
DOOMED = """
    import os, signal, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from events.progress import Silent
    from events.renew.renew import Stage, renew

    dataset, gazetteer, moment, left = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])

    def passing(name):
        global left
        left -= name == moment
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    class Doom(Silent):
        def loaded(self, reports):
            passing("read")

        def linking(self):
            passing("linking")

    def now():
        passing("looking at the clock")
        return datetime.now(UTC)

    renew(dataset, list(Stage), chosen={}, now=now, gazetteer=gazetteer, progress=Doom())
"""
MOMENTS = [("read", 1), ("linking", 1), ("looking at the clock", 2)]  # at the last all is linked, nothing committed


@pytest.mark.parametrize(("moment", "times"), MOMENTS)
def test_a_renewal_that_is_killed_has_changed_nothing(
    moment: str,
    times: int,
    *,
    affray: Affray,
    built: Built,
    old: Path,
    wire: Wire,
    jsonl: Write,
    rows: Rows,
    tables: Tables,
    started: Callable[..., "subprocess.Popen[str]"],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = jsonl(*wire(120))
    with monkeypatch.context() as patch:
        patch.setattr(plain_extractor, "TOLD", re.compile(OLDER[3]))
        dataset = built(source, old)
    before = tables(dataset)
    doomed = started(dataset, old, moment, times, command=(sys.executable, "-c", textwrap.dedent(DOOMED)))
    _, err = doomed.communicate(timeout=PATIENCE)
    assert doomed.returncode == -signal.SIGKILL, err
    assert tables(dataset) == before
    assert affray("renew", dataset, "--extract", "--gazetteer", old, "--workers", 1, "--quiet").status == 0
    assert said(rows, dataset) == said(rows, built(source, old, name="fresh"))
