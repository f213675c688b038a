"""`affray build --extractor llm`: what a model quotes is in the dataset, with what it cost; nothing is paid twice."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from events.llm.choice import LlmChoice
from events.llm.endpoint import CallFailedError, OpenAIEndpoint
from events.llm.extractor import LlmExtractor
from schemas.vocabulary import CallOutcome
from tests.events.commandline import Affray, Rows
from tests.events.llm.scripted import BANJSKA, Scripted, answer, banjska

TABLE = """
extractor = "llm"
[llm]
model = "scripted"
concurrency = 1
[llm.prices.scripted]
input = 1.0
output = 2.0
"""
Ask = Callable[..., Scripted]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Let the extractor ask a model of the test's own."""

    def ask(*answers: object) -> Scripted:
        endpoint = Scripted(*answers)  # type: ignore[arg-type]
        defaults = {**LlmExtractor.__init__.__kwdefaults__, "endpoint": endpoint, "sleep": lambda _seconds: None}  # type: ignore[dict-item]
        monkeypatch.setattr(LlmExtractor.__init__, "__kwdefaults__", defaults)
        return endpoint

    return ask


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "affray.toml").write_text(TABLE)
    reports = [{"id": f"b{n}", "text": BANJSKA, "published": "2023-09-25", "title": f"No. {n}"} for n in range(3)]
    (tmp_path / "reports.jsonl").write_text("".join(json.dumps(report) + "\n" for report in reports))
    return tmp_path


def test_a_dataset_is_built_and_proved(affray: Affray, asked: Ask, folder: Path, rows: Rows) -> None:
    asked(answer(banjska()))
    into = folder / "d.duckdb"
    ended = affray("build", folder / "reports.jsonl", "--into", into)
    assert ended.status == 0, ended.err
    assert "3 calls to a language model, 3,300 tokens, for 0.0036; 0 answers from the file of answers" in ended.lines
    assert rows(into, "select report_count, killed, place, date_start::varchar from incidents") == [
        (3, 4, "Banjska", "2023-09-24")
    ]
    assert affray("check", into).status == 0
    calls = rows(into, "select outcome, from_cache, input_tokens, output_tokens, cost, model from llm_calls")
    assert calls == [("answered", False, 1_000, 100, 0.0012, "scripted")] * 3
    again = affray("build", folder / "reports.jsonl", "--into", into)
    assert (again.status, "3 reports read, 0 of them new" in again.lines) == (0, True)


def test_the_calls_cover_every_report(affray: Affray, asked: Ask, folder: Path, rows: Rows) -> None:
    asked(answer())
    into = folder / "d.duckdb"
    affray("build", folder / "reports.jsonl", "--into", into)
    covered = (
        "select sum(span_end - span_start) = any_value(length(text)) from llm_calls join reports using (report_id)"
    )
    assert rows(into, f"{covered} group by report_id") == [(True,)] * 3


def test_what_a_stopped_build_has_read_is_kept_and_the_next_goes_on(
    affray: Affray, asked: Ask, folder: Path, rows: Rows
) -> None:
    wrong_key = CallFailedError(CallOutcome.DENIED, "bad key", status=401)
    asked(answer(banjska()), wrong_key)
    into = folder / "d.duckdb"
    ended = affray("build", folder / "reports.jsonl", "--into", into)
    assert ended.status == 1
    assert "Traceback" not in ended.err
    assert ended.lines[-1].startswith("affray: 127.0.0.1:8080 refuses the key (HTTP 401: bad key).")
    assert rows(into, "select count(*) from reports") == [(1,)]
    assert rows(into, "select count(*) from incidents") == [(1,)]
    assert set(rows(into, "select outcome from llm_calls")) == {("answered",), ("denied",)}
    endpoint = asked(answer(banjska()))
    assert affray("build", folder / "reports.jsonl", "--into", into).status == 0
    assert len(endpoint.bodies) == 2, "the first was paid for"
    assert rows(into, "select report_count from incidents") == [(3,)]


def test_a_second_dataset_from_the_same_answers_costs_nothing_and_is_the_same(
    affray: Affray, asked: Ask, folder: Path, rows: Rows
) -> None:
    asked(answer(banjska()))
    one, other = folder / "one.duckdb", folder / "other.duckdb"
    affray("build", folder / "reports.jsonl", "--into", one)
    (folder / "one.answers.jsonl").rename(folder / "other.answers.jsonl")
    endpoint = asked(answer())
    ended = affray("build", folder / "reports.jsonl", "--into", other, "--replay")
    assert ended.status == 0
    assert endpoint.bodies == []
    assert "0 calls to a language model, 0 tokens, for 0.0000; 3 answers from the file of answers" in ended.lines
    query = "select * exclude run_id from claims order by claim_id"
    assert rows(one, query) == rows(other, query)


def test_the_budget_of_a_run_stops_it_with_its_work_kept(affray: Affray, asked: Ask, folder: Path, rows: Rows) -> None:
    asked(answer(banjska()))
    into = folder / "d.duckdb"
    ended = affray("build", folder / "reports.jsonl", "--into", into, "--budget", "0.0125")
    assert ended.status == 1
    assert ended.lines[-1].startswith("affray: The budget of 0.0125 USD does not suffice for another call")
    ((spent, reports),) = rows(into, "select (select sum(cost) from llm_calls), count(*) from reports")
    assert 0 < spent <= 0.0125
    assert 0 < reports < 3


def test_a_dry_run_tells_calls_tokens_and_money_and_asks_nobody(affray: Affray, asked: Ask, folder: Path) -> None:
    endpoint = asked(answer())
    ended = affray("build", folder / "reports.jsonl", "--into", folder / "d.duckdb", "--dry-run")
    assert ended.status == 0
    assert endpoint.bodies == []
    told = " ".join(ended.out.split())
    assert "scripted at 127.0.0.1:8080: 3 calls (0 answers are there), about" in told
    assert "USD" in told


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('extractor = "llm"', "names no model"),
        ('extractor = "llm"\n[llm]\nmodel = "m"\nbase_url = "https://api.example.org/v1"', "is not this machine"),
        ('extractor = "llm"\n[llm]\nmodel = "m"\nbase_url = "http://me:secret@127.0.0.1/v1"', "a key does not stand"),
        ('extractor = "llm"\n[llm]\nmodel = "m"\nbudget = 5.0', "A budget needs the prices"),
        ('extractor = "llm"\n[llm]\nmodel = "m"\nkey = "sk-secret"', "'key'"),
        ('extractor = "llm"\nllm = 3', "is a table"),
    ],
)
def test_a_table_that_cannot_be_followed_is_refused_in_one_line(
    table: str, words: str, affray: Affray, folder: Path
) -> None:
    (folder / "affray.toml").write_text(table)
    ended = affray("build", folder / "reports.jsonl", "--into", folder / "d.duckdb")
    assert ended.status == 2
    assert len(ended.lines) == 1
    assert words in ended.err
    assert "secret" not in ended.err.replace("secret@", "") or "a key does not" not in words
    assert not (folder / "d.duckdb").exists()


def test_a_dataset_keeps_its_model(affray: Affray, asked: Ask, folder: Path) -> None:
    asked(answer())
    into = folder / "d.duckdb"
    affray("build", folder / "reports.jsonl", "--into", into)
    (folder / "affray.toml").write_text(
        TABLE.replace('"scripted"', '"another"').replace("prices.scripted", "prices.another")
    )
    ended = affray("build", folder / "reports.jsonl", "--into", into)
    assert ended.status == 2
    assert '"model":"scripted"' in ended.err


def test_a_budget_without_a_model_is_refused(affray: Affray, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(BANJSKA)
    ended = affray("build", tmp_path / "r.txt", "--into", tmp_path / "d.duckdb", "--budget", "5")
    assert (ended.status, len(ended.lines)) == (2, 1)
    assert "--extractor llm" in ended.err


def test_without_the_extra_one_line_says_how_to_get_it(
    affray: Affray, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    monkeypatch.setattr("events.llm.extractor.find_spec", lambda _name: None)
    ended = affray("build", folder / "reports.jsonl", "--into", folder / "d.duckdb")
    assert ended.status != 0
    assert ended.lines[-1] == "affray: Asking a language model needs the extra llm: pip install 'affray[llm]'."
    assert not (folder / "d.duckdb").exists()


def test_the_extra_is_not_loaded_where_no_model_is_asked() -> None:
    assert OpenAIEndpoint.__module__ == "events.llm.endpoint"
    assert LlmChoice(model="m").host == "127.0.0.1:8080"


def test_reports_in_other_languages_are_read_too(affray: Affray, asked: Ask, folder: Path, rows: Rows) -> None:
    text = "У нападу код Бањске 24.09.2023 убијен је 1 полицајац, а рањена су 2. Полиција је саопштила да напад траје."
    (folder / "sr.jsonl").write_text(json.dumps({"text": text, "published": "2023-09-25", "language": "sr"}) + "\n")
    event = banjska(
        trigger={"sentence": 1, "words": "убијен"},
        date={"sentence": 1, "words": "24.09.2023"},
        places=[],
        participants=[],
        casualties=[
            {"sentence": 1, "words": "убијен је 1 полицајац", "fate": "killed", "number": 1, "counts": "group",
             "victims": "State forces", "speaker": None},
        ],
    )  # fmt: skip
    asked(answer(event))
    into = folder / "d.duckdb"
    assert affray("build", folder / "sr.jsonl", "--into", into).status == 0
    assert rows(into, "select killed, date_start::varchar from incidents") == [(1, "2023-09-24")]
