import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from events.commands.evaluate import command
from schemas.errors import ExportError, GoldError, UsageError

CLASH: dict[str, Any] = {
    "id": "clash",
    "text": "Three soldiers were killed when rebels ambushed a convoy near Gao in Mali on Friday, officials said.",
    "published": "2020-01-05",
    "incidents": [{"date": "2020-01-03", "country": "Mali", "event_type": "Battles", "killed": {"best": 3}}],
}
MATCH = {"id": "match", "text": "The visitors won the match.", "published": "2020-01-05", "incidents": []}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(CLASH)}\n{json.dumps(MATCH)}\n", encoding="utf-8")
    return path


def test_scores_and_predictions_come_from_a_dataset_of_the_same_reports(gold: Path) -> None:
    kept = gold.with_name("predictions.jsonl")
    result = CliRunner().invoke(command, [str(gold), "--format", "json", "--predictions", str(kept)])
    assert result.exit_code == 0, result.output
    scores = json.loads(result.stdout)
    assert (scores["task"], scores["reports"]) == ("incidents", 2)
    assert scores["false_where_none"]["cases"] == 1
    rows = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    assert {row["external_id"] for row in rows} <= {"clash", "match"}
    assert len([row for row in rows if row["status"] == "happened"]) == scores["incidents"]["given"]


def test_the_page_of_errors_shows_what_is_wrong_in_which_report(gold: Path) -> None:
    page = gold.with_name("wrong.html")
    wrong = {**CLASH, "id": "<wrong>", "incidents": [{**CLASH["incidents"][0], "killed": {"best": 9}}]}
    gold.write_text(f"{json.dumps(wrong)}\n{json.dumps(MATCH)}\n", encoding="utf-8")
    result = CliRunner().invoke(command, [str(gold), "--errors", str(page)])
    assert result.exit_code == 0, result.output
    written = page.read_text(encoding="utf-8")
    assert "mistakes in 1 of 2 reports" in written
    assert "<h2>&lt;wrong&gt;</h2>" in written
    assert 'class="m-event"' in written
    assert "<td>killed</td><td>9</td><td>3</td>" in written


def test_reports_that_were_not_read_are_named_and_end_with_three(gold: Path) -> None:
    empty = {"id": "empty", "text": "", "published": "2020-01-05", "incidents": []}
    foreign = {**MATCH, "id": "foreign", "language": "fr"}
    gold.write_text("".join(f"{json.dumps(line)}\n" for line in (CLASH, empty, foreign)), encoding="utf-8")
    result = CliRunner().invoke(command, [str(gold), "--format", "json"])
    assert result.exit_code == 3
    assert "empty: not read: It was set aside" in result.stderr
    assert "foreign: not read: It is kept unread: its language is fr." in result.stderr
    assert "1 of the coded reports could not be read" in result.stderr


def test_a_report_in_another_language_alone_is_no_failure(gold: Path) -> None:
    foreign = {**MATCH, "id": "foreign", "language": "fr"}
    gold.write_text(f"{json.dumps(CLASH)}\n{json.dumps(foreign)}\n", encoding="utf-8")
    assert CliRunner().invoke(command, [str(gold)]).exit_code == 0


def test_an_unknown_task_lists_those_there_are(gold: Path) -> None:
    result = CliRunner().invoke(command, [str(gold), "--task", "weather"])
    assert result.exit_code == 2
    assert "incidents" in result.output


def test_a_broken_line_is_an_error_of_ours(gold: Path) -> None:
    gold.write_text("{", encoding="utf-8")
    with pytest.raises(GoldError, match="line 1"):
        CliRunner().invoke(command, [str(gold)], catch_exceptions=False)


def test_predictions_that_cannot_be_kept_are_refused_at_once(gold: Path) -> None:
    coded = gold.read_text(encoding="utf-8")
    with pytest.raises(UsageError, match="holds the coded reports"):
        CliRunner().invoke(command, [str(gold), "--predictions", str(gold)], catch_exceptions=False)
    nowhere = str(gold.with_name("nowhere") / "predictions.jsonl")
    with pytest.raises(ExportError, match="no folder"):
        CliRunner().invoke(command, [str(gold), "--predictions", nowhere], catch_exceptions=False)
    assert gold.read_text(encoding="utf-8") == coded
