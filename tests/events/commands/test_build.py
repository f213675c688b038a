"""`affray build` is told which column of a table holds what."""

from pathlib import Path

from tests.events.commandline import Affray, Rows


def test_columns_are_named_on_the_command_line(
    affray: Affray, rows: Rows, plain: tuple[str, str], tmp_path: Path
) -> None:
    table = tmp_path / "desk.csv"
    table.write_text("Meldung,Blatt\n5 killed in Hama.,Example Daily\n", encoding="utf-8")
    into = tmp_path / "desk.duckdb"
    ended = affray(
        *("build", table, "--into", into, "--workers", 1, *plain),
        *("--column", "text=Meldung", "--column", "publisher = Blatt"),
    )
    assert ended.status == 0, ended.err
    assert rows(into, "select text, publisher from reports") == [("5 killed in Hama.", "Example Daily")]


def test_a_column_for_what_no_report_has_is_refused_with_what_there_is(affray: Affray, tmp_path: Path) -> None:
    ended = affray("build", tmp_path, "--into", tmp_path / "desk.duckdb", "--column", "topic=Subject")
    assert ended.status == 2
    assert "text=Body" in ended.err
    assert "byline" in ended.err
