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


def test_a_dry_run_tells_what_is_there_and_writes_nothing(affray: Affray, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("Four people were killed in Banjska on Sunday.")
    (folder / "b.csv").write_text("Headline,Full Text\nClash,Two people were killed in Hama on Monday.\n")
    (folder / "c.pdf").write_bytes(b"%PDF-1.7 cut off")
    ended = affray("build", str(folder), "--into", str(tmp_path / "new.duckdb"), "--dry-run")
    assert ended.status == 3
    assert "2 reports, 2 of them without a day of publication; languages: en 2" in ended.out
    assert "c.pdf: The PDF is broken or cut off." in ended.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["reports"]


def test_a_limit_is_kept_and_an_unknown_one_names_those_there_are(affray: Affray, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Four people were killed in Banjska on Sunday. " * 30)
    into = str(tmp_path / "new.duckdb")
    small = affray("build", str(tmp_path / "a.txt"), "--into", into, "--dry-run", "--limit", "report=1KB")
    assert "1,000 is the most for one report" in small.err
    wrong = affray("build", str(tmp_path / "a.txt"), "--into", into, "--limit", "size=1KB")
    assert (wrong.status, "limits are report, archive, members, depth, seconds" in wrong.err) == (2, True)
