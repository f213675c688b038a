"""`affray query` answers on the screen or into a file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from events.commands.query import command
from schemas.errors import ExportError, QueryError, StoreMissingError, UsageError

QUESTION = "from reports select report_id, length(text) as letters order by all"

AS_A_PROGRAM = [sys.executable, "-c", "from events.commands.query import command; command()"]


def answered(runner: CliRunner, *arguments: str | Path) -> str:
    result = runner.invoke(command, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_an_answer_is_a_table(runner: CliRunner, dataset: Path) -> None:
    lines = answered(runner, dataset, QUESTION).splitlines()
    assert lines[0].split() == ["report_id", "letters"]
    assert lines[2].split() == ["r-1", "25"]
    assert lines[-1] == "2 rows"


def test_json_is_an_array_of_objects(runner: CliRunner, dataset: Path) -> None:
    rows = json.loads(answered(runner, dataset, QUESTION, "--format", "json"))
    assert rows[0] == {"report_id": "r-1", "letters": 25}


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.csv", b"report_id,letters\n"),
        ("a.json", b'[\n{"report_id":"r-1",'),
        ("a.jsonl", b'{"report_id":"r-1",'),
        ("a.md", b"| report_id | letters |\n"),
        ("a.parquet", b"PAR1"),
        ("a.txt", b"report_id  letters\n"),
    ],
)
def test_the_suffix_tells_the_format(runner: CliRunner, dataset: Path, tmp_path: Path, name: str, start: bytes) -> None:
    assert answered(runner, dataset, QUESTION, "--output", tmp_path / name) == ""
    assert (tmp_path / name).read_bytes().startswith(start)


def test_parquet_keeps_the_answers_types(runner: CliRunner, dataset: Path, tmp_path: Path) -> None:
    path = tmp_path / "answer.parquet"
    answered(runner, dataset, QUESTION, "--output", path)
    assert duckdb.execute("from read_parquet($path)", {"path": str(path)}).fetchall()[0] == ("r-1", 25)


@pytest.mark.parametrize("as_format", ["csv", "parquet", "table"])
def test_what_is_there_stays_without_force(runner: CliRunner, dataset: Path, tmp_path: Path, as_format: str) -> None:
    output = tmp_path / "there"
    output.write_text("old")
    arguments = [str(dataset), QUESTION, "--format", as_format, "--output", str(output)]
    assert isinstance(runner.invoke(command, arguments).exception, ExportError)
    assert output.read_text() == "old"
    assert runner.invoke(command, [*arguments, "--force"]).exit_code == 0
    assert output.read_bytes() != b"old"


@pytest.mark.parametrize("name", ["new.csv", "new.parquet"])
@pytest.mark.parametrize("sql", ["from nothing", "select cast(text as int) from reports", "drop table reports"])
def test_a_question_without_an_answer_writes_nothing(
    runner: CliRunner, dataset: Path, tmp_path: Path, name: str, sql: str
) -> None:
    result = runner.invoke(command, [str(dataset), sql, "--output", str(tmp_path / name)])
    assert isinstance(result.exception, QueryError)
    assert list(tmp_path.iterdir()) == [dataset]


def test_an_answer_may_not_read_another_file_while_it_is_written(
    runner: CliRunner, dataset: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.csv").write_text("word\nxyzzy\n")
    question = f"from read_csv('{tmp_path / 'secret.csv'}')"
    result = runner.invoke(command, [str(dataset), question, "--output", str(tmp_path / "new.parquet")])
    assert isinstance(result.exception, QueryError)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "parquet"], "Add --output"),
        (["--output", "answer.xls"], "table, csv, json, jsonl, markdown, parquet"),
    ],
)
def test_wrong_usage_says_what_to_add(runner: CliRunner, dataset: Path, arguments: list[str], words: str) -> None:
    result = runner.invoke(command, [str(dataset), QUESTION, *arguments])
    assert isinstance(result.exception, UsageError)
    assert words in str(result.exception)


def test_an_unknown_format_names_the_choices(runner: CliRunner, dataset: Path) -> None:
    result = runner.invoke(command, [str(dataset), QUESTION, "--format", "xls"])
    assert result.exit_code == 2
    assert "'markdown'" in result.stderr


def test_a_missing_dataset_is_told(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(command, [str(tmp_path / "none.duckdb"), QUESTION])
    assert isinstance(result.exception, StoreMissingError)


@pytest.mark.skipif(os.name != "posix", reason="needs a pipe that closes")
@pytest.mark.parametrize("as_format", ["csv", "json", "jsonl", "markdown"])
def test_a_reader_that_has_enough_ends_it_quietly(dataset: Path, as_format: str) -> None:
    arguments = [*AS_A_PROGRAM, str(dataset), "from range(3_000_000)", "--format", as_format]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


@pytest.mark.skipif(os.name != "posix", reason="needs the encodings of POSIX")
@pytest.mark.parametrize(("as_format", "encoding"), [("csv", "utf-8"), ("table", "latin-1")])
def test_only_the_screen_gets_another_encoding(dataset: Path, as_format: str, encoding: str) -> None:
    ended = subprocess.run(
        [*AS_A_PROGRAM, str(dataset), "select 'Zürich 北京' as place", "--format", as_format],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
    )
    assert "Zürich" in ended.stdout.decode(encoding)


def test_the_window_sets_the_width(runner: CliRunner, dataset: Path) -> None:
    result = runner.invoke(command, [str(dataset), "from reports select text"], env={"COLUMNS": "22"})
    assert "Four were killed in …" in result.stdout
    assert "\x1b" not in result.stdout
