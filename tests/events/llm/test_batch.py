"""Batches: the same request has the same name, and what came back is taken in, be it half."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.events.commandline import Affray, Rows
from tests.events.llm.scripted import BANJSKA, answer, banjska

TABLE = 'extractor = "llm"\n[llm]\nmodel = "batched"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "affray.toml").write_text(TABLE)
    reports = [{"id": f"b{n}", "text": BANJSKA, "published": "2023-09-25", "title": f"No. {n}"} for n in range(4)]
    (tmp_path / "reports.jsonl").write_text("".join(json.dumps(report) + "\n" for report in reports))
    return tmp_path


def written(affray: Affray, folder: Path, *words: str) -> list[dict[str, Any]]:
    output = folder / "requests.jsonl"
    ended = affray(
        *("llm", "batch", "write", folder / "reports.jsonl", "--into", folder / "d.duckdb"),
        *("--output", output, "--force", *words),
    )
    assert ended.status == 0, ended.err
    return [json.loads(line) for line in output.read_text().splitlines()]


def result(request: dict[str, Any], content: str, status: int = 200) -> str:
    message = {"choices": [{"message": {"content": content}, "finish_reason": "stop"}]}
    body = message | {"usage": {"prompt_tokens": 900, "completion_tokens": 90}}
    told = body if status == 200 else {"error": {"message": "overloaded"}}
    return json.dumps(
        {"custom_id": request["custom_id"], "response": {"status_code": status, "body": told}, "error": None}
    )


def read(affray: Affray, folder: Path, *lines: str) -> tuple[int | str | None, str]:
    (folder / "results.jsonl").write_text("\n".join(lines))
    ended = affray("llm", "batch", "read", folder / "results.jsonl", "--into", folder / "d.duckdb")
    return ended.status, ended.err


def test_a_batch_is_written_answered_in_two_halves_and_built_without_a_call(
    affray: Affray, folder: Path, rows: Rows
) -> None:
    requests = written(affray, folder)
    assert len(requests) == 4
    assert written(affray, folder) == requests, "writing again names the same requests"
    assert {request["url"] for request in requests} == {"/v1/chat/completions"}
    assert requests[0]["body"]["response_format"]["json_schema"]["strict"] is True
    assert read(affray, folder, *(result(request, answer(banjska())) for request in requests[:2]))[0] == 0
    left = written(affray, folder)
    assert [request["custom_id"] for request in left] == [request["custom_id"] for request in requests[2:]]
    told = read(affray, folder, *(result(request, answer(banjska())) for request in requests))
    assert told[1].startswith("2 answers taken in, 2 were there; 0 requests failed")
    assert written(affray, folder) == []
    into = folder / "d.duckdb"
    assert affray("build", folder / "reports.jsonl", "--into", into, "--replay").status == 0
    assert rows(into, "select report_count, killed from incidents") == [(4, 4)]
    assert written(affray, folder) == [], "what the dataset has is not asked about"


def test_an_answer_that_cannot_be_read_is_repaired_in_the_next_batch(affray: Affray, folder: Path) -> None:
    requests = written(affray, folder)
    spoilt = [result(requests[0], "no JSON"), *(result(request, answer()) for request in requests[1:])]
    read(affray, folder, *spoilt)
    (repair,) = written(affray, folder)
    assert [message["role"] for message in repair["body"]["messages"]] == ["system", "user", "assistant", "user"]
    read(affray, folder, result(repair, answer(banjska())))
    assert written(affray, folder) == []


def test_what_failed_and_what_cannot_be_read_is_named_and_costs_no_other(affray: Affray, folder: Path) -> None:
    requests = written(affray, folder)
    status, err = read(
        affray,
        folder,
        result(requests[0], "", status=500),
        "no JSON\x1b[31m",
        "[]",
        '{"custom_id": "short"}',
        '{"custom_id": "' + "a" * 64 + '", "response": {"status_code": 200, "body": {"choices": []}}}',
        result(requests[1], answer(banjska())),
    )
    assert status == 3
    assert "line 1: overloaded" in err
    assert "1 answers taken in, 0 were there; 1 requests failed, 4 lines are unreadable" in err
    assert "\x1b" not in err
    assert len(written(affray, folder)) == 3


def test_a_file_is_no_longer_than_asked(affray: Affray, folder: Path) -> None:
    assert len(written(affray, folder, "--most", "3")) == 3


def test_a_file_that_is_not_there_is_told(affray: Affray, folder: Path) -> None:
    ended = affray("llm", "batch", "read", folder / "nowhere.jsonl", "--into", folder / "d.duckdb")
    assert (ended.status, len(ended.lines)) == (2, 1)
