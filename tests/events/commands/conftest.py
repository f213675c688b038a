"""A dataset of one report, one mention and one incident, and the commands' runner."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from outputs.store.connect import open_for_writing


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    path = tmp_path / "small.duckdb"
    with open_for_writing(path) as connection:
        connection.execute(
            "insert into reports (report_id, text, extracted) "
            "values ('r-1', 'Four were killed in Hama.', true), ('r-2', '\x1b[31mNobody was.', true)"
        )
        connection.execute(
            "insert into claims (claim_id, report_id, field, basis, modality, quote, span_start, span_end, "
            "low, best, high, confidence) "
            "values ('c-1', 'r-1', 'killed', 'quote', 'asserted', 'Four', 0, 4, 4, 4, 4, 1.0)"
        )
    return path


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()
