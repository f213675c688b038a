"""A build is idempotent, keeps what it cannot extract, and says what it did."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from outputs.store.connect import open_for_writing
from tests.events.commandline import Affray, Rows, Tables

Write = Callable[..., Path]


def test_building_the_same_reports_twice_changes_nothing(
    affray: Affray, example_dataset: Path, example_sources: list[str], tables: Tables, tmp_path: Path
) -> None:
    into = Path(shutil.copy(example_dataset, tmp_path))
    before = tables(into)
    ended = affray("build", *example_sources, "--into", into)
    assert ended.status == 0
    assert "165 reports read, 0 of them new" in ended.lines
    assert "0 incidents new, 0 changed" in ended.lines
    assert tables(into) == before
    assert len(before["runs"]) == 1


def test_what_is_built_twice_with_rejects_and_failures_changes_nothing(
    *, affray: Affray, plain: tuple[str, str], jsonl: Write, tables: Tables, tmp_path: Path
) -> None:
    into, source = tmp_path / "dataset.duckdb", tmp_path / "reports.jsonl"
    jsonl(*BROKEN)
    with source.open("a") as file:
        file.write("no JSON\n")
    assert affray("build", source, tmp_path / "nowhere", "--into", into, *plain).status == 3
    before = tables(into)
    assert affray("build", source, tmp_path / "nowhere", "--into", into, *plain).status == 3
    assert tables(into) == before
    assert len(before["runs"]) == 1


BROKEN = [
    {"id": "good", "text": "4 killed in Hama.", "published": "2021-03-01"},
    {"id": "stumble", "text": "5 killed in Hama, where the extractor will stumble.", "published": "2021-03-01"},
    {"id": "invent", "text": "6 killed in Mosul, they invent.", "published": "2021-03-01"},
    {"id": "undated", "text": "7 killed in Kunduz.", "published": "31 February 2021"},
]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_report_on_which_the_extractor_fails_is_kept_unread_and_told(
    workers: int, *, affray: Affray, plain: tuple[str, str], jsonl: Write, rows: Rows, tmp_path: Path
) -> None:
    into = tmp_path / "dataset.duckdb"
    filler = [{"text": f"The council met for the {number}th time."} for number in range(100)]
    ended = affray("build", jsonl(*BROKEN, *filler), "--into", into, *plain, "--workers", workers)
    assert ended.status == 3
    ((report_id,),) = rows(into, "select report_id from reports where not extracted")
    told = [line for line in ended.lines if line.startswith(report_id)]
    assert len(told) == 1
    assert "set aside: The extractor failed on it (ValueError: It stumbled" in told[0]
    assert "1 report kept unread: not in English, or the extractor failed" in ended.lines
    assert rows(into, f"select reason from rejects where path = '{report_id}'") == [("extraction",)]
    assert affray("check", into).status == 0


def test_a_claim_whose_quote_is_not_in_the_report_is_rejected(
    *, affray: Affray, plain: tuple[str, str], jsonl: Write, rows: Rows, tmp_path: Path
) -> None:
    into = tmp_path / "dataset.duckdb"
    ended = affray("build", jsonl(*BROKEN), "--into", into, *plain)
    assert any("has no words in the report and was not entered" in line for line in ended.lines)
    assert rows(into, "select count(*) from claims where quote = 'nobody wrote this'") == [(0,)]
    assert rows(into, "select reason from rejects where detail like '%has no words%'") == [("extraction",)]


def test_a_dataset_among_its_reports_is_passed_over(
    affray: Affray, tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.txt").write_text("The council met.")
    (tmp_path / "affray.toml").write_text('derivation = "lowest"\n')
    monkeypatch.chdir(tmp_path)
    for folder in (".", tmp_path, "."):
        assert affray("build", folder, "--into", "dataset.duckdb", "--quiet") == (0, "", "")
    assert len(tables(tmp_path / "dataset.duckdb")["runs"]) == 1


def test_a_later_build_adds_what_is_new_and_says_so(
    *, affray: Affray, plain: tuple[str, str], jsonl: Write, rows: Rows, tmp_path: Path
) -> None:
    into = tmp_path / "dataset.duckdb"
    first = {"id": "1", "publisher": "Example Wire", "text": "4 killed in Hama.", "published": "2021-03-01"}
    second = {"id": "2", "publisher": "Example Daily", "text": "5 killed in Hama.", "published": "2021-03-01"}
    third = {"id": "3", "publisher": "Example Daily", "text": "5 killed in Mosul.", "published": "2021-03-01"}
    affray("build", jsonl(first), "--into", into, *plain)
    ended = affray("build", jsonl(first, second, third), "--into", into, *plain)
    assert ended.lines[:3] == ["3 reports read, 2 of them new", "2 mentions", "1 incident new, 1 changed"]
    assert rows(into, "select run_id, reports, mentions from runs order by all") == [(1, 1, 1), (2, 2, 2)]
    assert rows(into, "select killed_low, killed_high from incidents order by all") == [(4, 5), (5, 5)]


def test_quiet_says_nothing_and_the_summary_stands_on_standard_error(
    affray: Affray, jsonl: Write, tmp_path: Path
) -> None:
    source = jsonl({"text": "The council met."})
    assert affray("build", source, "--into", tmp_path / "a.duckdb", "--quiet") == (0, "", "")
    ended = affray("build", source, "--into", tmp_path / "b.duckdb")
    assert ended.out == ""
    assert ended.lines[-1] == f'Next: affray query {tmp_path / "b.duckdb"} "from incidents"'


# What a report without a day of publication says of the day, and the day that may be read from it.
UNDATED = [
    ("Four soldiers were killed in an ambush near Hama on Sunday.", None),
    ("Four soldiers were killed in an ambush near Hama yesterday.", None),
    ("Four soldiers were killed in an ambush near Hama on 24 September.", None),
    ("Four soldiers were killed in an ambush near Hama.", None),
    ("Four soldiers were killed in an ambush near Hama on 24 September 2023.", date(2023, 9, 24)),
]


@pytest.mark.parametrize("published", [None, "31 February 2023", "7:58 AM ET", "Monday"])
def test_no_day_is_invented_where_the_day_of_publication_is_unknown(
    published: str | None, *, affray: Affray, jsonl: Write, rows: Rows, tmp_path: Path
) -> None:
    into = tmp_path / "dataset.duckdb"
    reports = [{"id": str(n), "text": words, "published": published} for n, (words, _) in enumerate(UNDATED)]
    assert affray("build", jsonl(*reports), "--into", into, "--workers", 1).status == 0
    found = rows(into, "select external_id, published, date_start, date_end from mentions order by all")
    assert found == [(str(n), None, day, day) for n, (_, day) in enumerate(UNDATED)]
    days = "select distinct value from claims where field = 'date' and value similar to '[0-9]{4}-[0-9]{2}-[0-9]{2}.*'"
    assert rows(into, days) == [("2023-09-24",)]


def test_published_serves_the_reports_that_carry_no_day(
    affray: Affray, jsonl: Write, rows: Rows, tmp_path: Path
) -> None:
    into = tmp_path / "dataset.duckdb"
    words = "Four soldiers were killed in an ambush near Hama on Sunday."
    source = jsonl({"id": "bare", "text": words}, {"id": "dated", "text": words, "published": "2023-10-02"})
    assert affray("build", source, "--into", into, "--published", "2023-09-25").status == 0
    found = rows(into, "select external_id, date_start from mentions order by all")
    assert found == [("bare", date(2023, 9, 24)), ("dated", date(2023, 10, 1))]


@pytest.mark.parametrize("day", ["2023-02-31", "Monday", ""])
def test_a_day_that_is_none_is_wrong_usage(day: str, affray: Affray, tmp_path: Path) -> None:
    ended = affray("build", "x", "--into", tmp_path / "d.duckdb", "--published", day)
    assert ended.status == 2
    assert f"'{day}' is no day. Write it as 2023-09-24." in ended.err


@pytest.mark.parametrize(
    ("into", "told"), [("no/such/folder.duckdb", "Make it first."), (".", "Name a file in it"), ("text", "no DuckDB")]
)
def test_a_dataset_that_cannot_be_written_is_told_in_one_line(
    into: str, told: str, affray: Affray, jsonl: Write, tmp_path: Path
) -> None:
    (tmp_path / "text").write_text("This is no dataset. " * 1_000)
    ended = affray("build", jsonl({"text": "The council met."}), "--into", tmp_path / into)
    assert ended.status == 1
    (line,) = ended.lines
    assert line.startswith("affray: ")
    assert told in line
    assert (tmp_path / "text").read_text().startswith("This is no dataset.")


CRIME = {
    "id": "crime",
    "published": "2023-09-25",
    "text": "A husband stabbed his wife to death in a quarrel at their home in Turin on Sunday, detectives said.",
}


def test_ordinary_crime_is_told_only_where_it_is_asked_for(
    affray: Affray, jsonl: Write, rows: Rows, tmp_path: Path
) -> None:
    told = "select count(*) from mentions"
    without, included = tmp_path / "without.duckdb", tmp_path / "included.duckdb"
    assert affray("build", jsonl(CRIME), "--into", without).status == 0
    assert affray("build", jsonl(CRIME), "--into", included, "--include", "crime").status == 0
    assert (rows(without, told), rows(included, told)) == ([(0,)], [(1,)])
    refused = affray("build", jsonl(CRIME), "--into", without, "--include", "crime")
    assert refused.status != 0
    assert "include_crime = false, and now true is asked for" in refused.err


def test_reports_that_an_older_program_read_are_left_alone_and_counted(
    affray: Affray, jsonl: Write, rows: Rows, tmp_path: Path
) -> None:
    into = tmp_path / "dataset.duckdb"
    affray("build", jsonl({"id": "one", "text": "Four soldiers were killed near Hama on Sunday."}), "--into", into)
    with open_for_writing(into) as connection:
        connection.execute("update runs set version = '0.0.1'")
    before = rows(into, "from mentions order by all")
    ended = affray("build", jsonl({"id": "two", "text": "The council met."}), "--into", into)
    assert ended.status == 0
    told = "1 report read by another version of affray and left alone. To read them again: "
    assert f"{told}affray renew {into} --extract" in ended.lines
    assert rows(into, "from mentions order by all") == before
