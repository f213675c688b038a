"""`affray export` writes one file."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from events.commands.export import command
from outputs.export.selection import SELECTIONS
from schemas.errors import ExportError, UsageError


def test_the_suffix_tells_the_format(runner: CliRunner, dataset: Path, tmp_path: Path) -> None:
    output = tmp_path / "claims.csv"
    result = runner.invoke(command, [str(dataset), "--output", str(output), "--what", "claims"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"1 row of claims written to {output}\n"
    assert output.read_text().startswith("claim_id,")


@pytest.mark.parametrize("what", SELECTIONS)
def test_everything_can_be_had_twice_the_same(runner: CliRunner, dataset: Path, tmp_path: Path, what: str) -> None:
    for name in ("one", "two"):
        output = str(tmp_path / name)
        result = runner.invoke(command, [str(dataset), "--output", output, "--what", what, "--format", "parquet"])
        assert result.exit_code == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize(("option", "choice"), [("--format", "'parquet'"), ("--what", "'participants'")])
def test_an_unknown_word_names_the_choices(
    runner: CliRunner, dataset: Path, tmp_path: Path, option: str, choice: str
) -> None:
    result = runner.invoke(command, [str(dataset), "--output", str(tmp_path / "x"), option, "nonsense"])
    assert result.exit_code == 2
    assert choice in result.stderr


def test_an_unknown_suffix_names_the_choices(runner: CliRunner, dataset: Path, tmp_path: Path) -> None:
    result = runner.invoke(command, [str(dataset), "--output", str(tmp_path / "incidents.xls")])
    assert isinstance(result.exception, UsageError)
    assert "csv, parquet, jsonl" in str(result.exception)


def test_what_is_there_stays_without_force(runner: CliRunner, dataset: Path, tmp_path: Path) -> None:
    output = tmp_path / "incidents.csv"
    output.write_text("old")
    result = runner.invoke(command, [str(dataset), "--output", str(output)])
    assert isinstance(result.exception, ExportError)
    assert output.read_text() == "old"
    assert runner.invoke(command, [str(dataset), "--output", str(output), "--force"]).exit_code == 0
