"""`affray check` proves a dataset, or tells what does not hold."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from events.commands.check import command
from outputs.store.connect import open_for_writing
from schemas.errors import StoreError


def test_a_sound_dataset_is_proved_in_one_line(runner: CliRunner, dataset: Path) -> None:
    result = runner.invoke(command, [str(dataset)])
    assert result.exit_code == 0
    assert result.stdout == f"{dataset} is proved: 1 claims of 2 reports, 0 mentions, 0 incidents\n"


def test_a_quote_that_stands_nowhere_is_found(runner: CliRunner, dataset: Path) -> None:
    with open_for_writing(dataset) as connection:
        connection.execute("update claims set quote = 'Five', claim_id = 'c-\x1b[31m'")
    result = runner.invoke(command, [str(dataset)])
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith("proof: 1 ")
    assert "c-␛[31m" in line


def test_every_finding_has_its_line(runner: CliRunner, dataset: Path) -> None:
    with open_for_writing(dataset) as connection:
        connection.execute("update claims set report_id = 'r-none', low = 9")
    result = runner.invoke(command, [str(dataset)])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) >= 2


@pytest.mark.parametrize("name", ["none.duckdb", "words.txt"])
def test_what_is_no_dataset_is_told(runner: CliRunner, tmp_path: Path, name: str) -> None:
    (tmp_path / "words.txt").write_text("only words")
    assert isinstance(runner.invoke(command, [str(tmp_path / name)]).exception, StoreError)
