"""Ten outlets tell one clash, with tolls that rise and contradict each other."""

from pathlib import Path

from tests.events.commandline import Affray, Rows

TOLD = Path(__file__).with_name("banjska.jsonl")
EXAMPLES = [
    Path(__file__).parents[3] / "examples" / "reports" / name
    for name in (
        "banjska-first-word.txt",
        "banjska-five-dead.txt",
        "newsroom/banjska-monastery-retaken.html",
        "wire.jsonl",
    )
]


def test_reports_by_ten_outlets_are_one_incident_that_keeps_all_tolls(
    affray: Affray, rows: Rows, tmp_path: Path
) -> None:
    into = tmp_path / "dataset.duckdb"
    assert affray("build", TOLD, "--into", into).status == 0
    ((reports, publishers, low, high),) = rows(
        into,
        "select report_count, publisher_count, killed_low, killed_high from incidents "
        "where place = 'Banjska' and date_start = date '2023-09-24'",
    )
    assert (reports, publishers) == (10, 10)
    assert low <= 4 <= high
    told = rows(into, "select distinct killed from mentions where place = 'Banjska'")
    assert {killed for (killed,) in told} >= {1, 2, 3, 4}


def test_the_clash_among_the_examples_is_one_incident(affray: Affray, rows: Rows, tmp_path: Path) -> None:
    into = tmp_path / "dataset.duckdb"
    assert affray("build", *EXAMPLES, "--into", into).status == 0
    ((reports, low, high),) = rows(
        into,
        "select report_count, killed_low, killed_high from incidents "
        "where place = 'Banjska' and date_start = date '2023-09-24'",
    )
    assert reports == len(EXAMPLES)
    assert low <= 4 <= high
