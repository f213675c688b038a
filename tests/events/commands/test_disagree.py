"""`affray disagree`: a second extractor beside the first; what it claims derives nothing."""

import json
from pathlib import Path

import pytest

from tests.events.commandline import Affray, Rows
from tests.events.llm.scripted import BANJSKA, answer, banjska
from tests.events.llm.test_batch import result

HOSTILE = "<script>alert(1)</script> Four people were killed in Hama on Sunday.\x1b[31m"
TABLES = ("incidents", "mentions", "claims", "evidence", "casualties", "participants")


@pytest.fixture
def dataset(affray: Affray, tmp_path: Path) -> Path:
    reports = [
        {"id": "b", "text": BANJSKA, "published": "2023-09-25", "title": "Banjska"},
        {"id": "h", "text": HOSTILE, "published": "2023-09-25", "title": "<b>Hama</b>"},
    ]
    source = tmp_path / "reports.jsonl"
    source.write_text("".join(json.dumps(report) + "\n" for report in reports))
    (tmp_path / "affray.toml").write_text('[llm]\nmodel = "batched"\n')
    asked = tmp_path / "requests.jsonl"
    affray("llm", "batch", "write", source, "--into", tmp_path / "d.duckdb", "--output", asked)
    first, second = (json.loads(line) for line in asked.read_text().splitlines())
    (tmp_path / "results.jsonl").write_text(
        "\n".join([result(first, answer(banjska(casualties=[]))), result(second, answer())])
    )
    affray("llm", "batch", "read", tmp_path / "results.jsonl", "--into", tmp_path / "d.duckdb")
    assert affray("build", source, "--into", tmp_path / "d.duckdb").status == 0
    return tmp_path / "d.duckdb"


def test_the_two_are_set_side_by_side_and_nothing_is_derived(affray: Affray, dataset: Path, rows: Rows) -> None:
    before = {table: rows(dataset, f"select * from {table} order by all") for table in TABLES}
    ended = affray("disagree", dataset, "--extractor", "llm", "--replay", "--format", "json")
    assert ended.status == 0, ended.err
    told = json.loads(ended.out)
    by_field = {one["field"]: one for one in told["agreements"]}
    assert told["reports"] == 2
    assert by_field["incident"]["agree"] == 1
    assert by_field["killed"]["only_first"] == 1
    assert {one["field"] for one in told["differences"]} >= {"killed", "incident"}
    assert {table: rows(dataset, f"select * from {table} order by all") for table in TABLES} == before
    assert rows(dataset, "select distinct extractor from second_claims") == [("llm",)]
    assert rows(dataset, "select command from runs order by run_id desc limit 1") == [("disagree",)]
    assert affray("check", dataset).status == 0


def test_asking_again_replaces_what_was_claimed(affray: Affray, dataset: Path, rows: Rows) -> None:
    count = "select count(*), count(distinct claim_id) from second_claims"
    affray("disagree", dataset, "--extractor", "llm", "--replay")
    once = rows(dataset, count)
    affray("disagree", dataset, "--extractor", "llm", "--replay")
    assert rows(dataset, count) == once
    assert once[0][0] == once[0][1] > 0


def test_the_claims_of_an_erased_report_go_with_it(affray: Affray, dataset: Path, rows: Rows) -> None:
    affray("disagree", dataset, "--extractor", "llm", "--replay")
    ((report_id,),) = rows(dataset, "select distinct report_id from second_claims")
    assert affray("withdraw", dataset, report_id, "--why", "retracted", "--erase").status == 0
    assert rows(dataset, "select * from second_claims") == []


def test_the_page_shows_both_quotes_and_runs_nothing(affray: Affray, dataset: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert affray("disagree", dataset, "--extractor", "llm", "--replay", "--output", page).status == 0
    html = page.read_text()
    assert "<script" not in html
    assert "<b>" not in html
    assert "\x1b" not in html
    assert "default-src &#x27;none&#x27;" in html or "default-src 'none'" in html
    assert '<mark class="first' in html


def test_the_sample_depends_on_the_seed_alone(affray: Affray, dataset: Path) -> None:
    def sampled(seed: int) -> str:
        words = ("--extractor", "llm", "--replay", "--sample", "1", "--seed", seed, "--format", "json")
        return affray("disagree", dataset, *words).out

    assert sampled(1) == sampled(1)
    assert len({sampled(seed) for seed in range(8)}) == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--extractor", "rules"), "was read by 'rules' itself"),
        (("--extractor", "nobody"), "No extractor named 'nobody'"),
        (("--extractor", "rules", "--replay"), "--extractor llm"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_line(
    words: tuple[str, ...], told: str, affray: Affray, dataset: Path
) -> None:
    ended = affray("disagree", dataset, *words)
    assert (ended.status, len(ended.lines)) == (2, 1)
    assert told in ended.err


def test_a_dataset_that_is_not_there_is_told(affray: Affray, tmp_path: Path) -> None:
    (tmp_path / "affray.toml").write_text('[llm]\nmodel = "m"\n')
    ended = affray("disagree", tmp_path / "nowhere.duckdb", "--extractor", "llm", "--replay")
    assert len(ended.lines) == 1
    assert not (tmp_path / "nowhere.duckdb").exists()
