"""A summary counts what may be summed, fits the window, and shows hostile words instead of obeying them."""

import shutil
from pathlib import Path

import pytest
from rich.cells import cell_len

from outputs.query.session import locked
from outputs.store.connect import open_for_writing
from outputs.summary.screen import screen
from outputs.summary.summary import Summary, summarise

MORE = [
    ("i-round", "aggregate", "unreviewed", "Mali", 60, 60, 60),
    ("i-false", "single", "dismissed", "Mali", 90, 90, 90),
    ("i-wide", "single", "corrected", "Mali", 3, 4, 7),
    ("i-bad", "single", "unreviewed", "\x1b[2J gone", 1, 1, 1),
]
INSERT = (
    "insert into incident_facts by name select $1 as incident_id, $2 as scope, $3 as review_status, $4 as country, "
    "$5 as killed_low, $6 as killed, $7 as killed_high, 1 as run_id"
)


@pytest.fixture(scope="module")
def held(empty_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Summary:
    path = Path(shutil.copy(empty_master, tmp_path_factory.mktemp("summary")))
    with open_for_writing(path) as connection:
        for row in MORE:
            connection.execute(INSERT, list(row))
    with locked(path) as connection:
        return summarise(connection)


def test_round_ups_and_dismissed_incidents_stand_beside_the_sums(held: Summary) -> None:
    totals = held.totals
    assert (totals.incidents, totals.round_ups, totals.dismissed, totals.corrected) == (2, 1, 1, 1)
    assert (totals.killed_low, totals.killed, totals.killed_high) == (4, 5, 8)


def test_the_shares_sum_to_the_total(held: Summary) -> None:
    for shares in (held.countries, held.types, held.years):
        assert sum(share.incidents for share in shares) == held.totals.incidents
        assert sum(share.killed or 0 for share in shares) == held.totals.killed


@pytest.mark.parametrize("window", [60, 80, 100, 200])
def test_the_tables_fit_the_window(held: Summary, window: int) -> None:
    _, tables = "".join(screen("a.duckdb", held, window)).split("\n\n", 1)
    assert max(cell_len(line) for line in tables.splitlines()) <= window


def test_words_that_would_steer_the_terminal_are_shown(held: Summary) -> None:
    words = "".join(screen("\x1b[31m.duckdb", held, 100))
    assert "\x1b" not in words
    assert "␛[2J gone" in words


def test_an_empty_dataset_has_a_summary(empty_master: Path) -> None:
    with locked(empty_master) as connection:
        summary = summarise(connection)
    words = "".join(screen("empty.duckdb", summary, 100))
    assert "nothing was built into it yet" in words
    assert "no report states a toll" in words
    assert summary.totals.killed is None
