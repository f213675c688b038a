"""Every format gives the whole answer, and nothing of it runs."""

import csv
import io
import json

import pytest
from duckdb import DuckDBPyConnection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from outputs.query.formats import FORMATS, PRINTED, SUFFIXES
from outputs.query.question import Question
from outputs.query.table import ROWS_SHOWN

SEVERAL = "from incidents select incident_id, date_start, place, killed, latitude, summary order by incident_id"


def given_as(as_format: str, connection: DuckDBPyConnection, sql: str, window: int = 120) -> str:
    return "".join(PRINTED[as_format](Question(connection, sql), window))


def test_every_suffix_names_a_format() -> None:
    assert set(SUFFIXES.values()) == set(FORMATS)


def test_a_table_fits_the_window_and_says_how_many_rows(connection: DuckDBPyConnection) -> None:
    table = given_as("table", connection, SEVERAL, 90)
    lines = table.splitlines()
    assert lines[0].split() == ["incident_id", "date_start", "place", "killed", "latitude", "summary"]
    assert max(map(cell_len, lines)) <= 90
    assert "…" in table
    assert lines[-1] == "4 rows"


def test_a_wide_answer_is_shown_record_by_record(connection: DuckDBPyConnection) -> None:
    lines = given_as("table", connection, "from incidents order by incident_id", 80).splitlines()
    assert lines[0].startswith("1 ─")
    assert lines[1].split() == ["incident_id", "i-aaaaaaaaaaaaaaaa"]
    assert max(map(cell_len, lines)) <= 80
    assert lines[-1] == "4 rows"


@pytest.mark.parametrize("window", [1, 2, 7, 20, 40])
def test_no_window_is_too_small(connection: DuckDBPyConnection, window: int) -> None:
    assert given_as("table", connection, SEVERAL, window).endswith("4 rows\n")


def test_numbers_and_ids_are_never_cut(connection: DuckDBPyConnection) -> None:
    for window in range(60, 120):
        table = given_as("table", connection, "from incidents select incident_id, latitude, summary", window)
        assert "i-aaaaaaaaaaaaaaaa" in table
        assert "-42.5" in table


def test_wide_letters_keep_the_columns_straight(connection: DuckDBPyConnection) -> None:
    lines = given_as("table", connection, "values ('北京', 'x'), ('Hama', 'x')").splitlines()
    assert [cell_len(line) for line in lines[2:4]] == [7, 7]


def test_a_long_answer_says_what_it_leaves_out(connection: DuckDBPyConnection) -> None:
    table = given_as("table", connection, f"from range({ROWS_SHOWN + 234})")
    assert table.splitlines()[-1].startswith("1,000 of 1,234 rows; --format csv")
    assert len(table.splitlines()) == 2 + ROWS_SHOWN + 1


@pytest.mark.parametrize(("sql", "count"), [("select 1 limit 0", "0 rows"), ("select 1", "1 row")])
def test_rows_are_counted_in_words(connection: DuckDBPyConnection, sql: str, count: str) -> None:
    assert given_as("table", connection, sql).splitlines()[-1] == count


@pytest.mark.parametrize("as_format", ["table", "markdown"])
def test_a_report_steers_no_terminal(connection: DuckDBPyConnection, as_format: str) -> None:
    shown = given_as(as_format, connection, "from incidents select summary", 200)
    assert not {"\x1b", "\u202e", "\u202c"} & set(shown)
    assert "␛" in shown


def test_a_report_is_no_markup_of_the_table(connection: DuckDBPyConnection) -> None:
    assert "[bold]x[/bold] :fire:" in given_as("table", connection, "select '[bold]x[/bold] :fire:' as a")


MARKDOWN = [
    ("a|b", r"a\|b"),
    ("<b>", r"\<b\>"),
    ("[x](y)", r"\[x\](y)"),
    ("`code` *loud*", r"\`code\` \*loud\*"),
    ("sub_event_type _loud_", r"sub_event_type \_loud\_"),
    ("two\nlines\r\nthree", "two lines three"),
    ("&lt;", r"\&lt;"),
    ("back\\", "back\\\\"),
]


@pytest.mark.parametrize(("text", "written"), MARKDOWN)
def test_words_stay_words_in_markdown(connection: DuckDBPyConnection, text: str, written: str) -> None:
    quoted = text.replace("'", "''")
    assert given_as("markdown", connection, f"select '{quoted}' as a, null as b, 5 as c") == (
        f"| a | b | c |\n| --- | --- | --- |\n| {written} |  | 5 |\n"
    )


def test_json_is_an_array_of_objects_with_nulls(connection: DuckDBPyConnection) -> None:
    rows = json.loads(given_as("json", connection, SEVERAL))
    assert [row["killed"] for row in rows] == [0, 4, None, 1]
    assert rows[1]["date_start"] == "2023-09-24"
    assert rows[2] == {
        "incident_id": "i-cccccccccccccccc",
        "date_start": None,
        "place": None,
        "killed": None,
        "latitude": None,
        "summary": "",
    }


def test_json_of_nothing_is_an_empty_array(connection: DuckDBPyConnection) -> None:
    assert json.loads(given_as("json", connection, "from incidents limit 0")) == []
    assert given_as("jsonl", connection, "from incidents limit 0") == ""


def test_json_lines_hold_what_the_array_holds(connection: DuckDBPyConnection) -> None:
    lines = given_as("jsonl", connection, SEVERAL).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(given_as("json", connection, SEVERAL))


JSON = [
    ("'nan'::double", None),
    ("'-infinity'::float", None),
    ("['nan'::double, 1.5]", [None, 1.5]),
    ("'NaN or Infinity'", "NaN or Infinity"),
    ("{'since': date '2020-02-29'}", {"since": "2020-02-29"}),
    ("timestamp '2023-09-24 10:00:00.5'", "2023-09-24T10:00:00.5"),
    ("12345678901234567890123::hugeint", 12345678901234567890123),
    ("-42.50::decimal(9, 2)", -42.5),
    ("true", True),
    ("map {'a': 1}", {"a": 1}),
    ("""'{"a": [1]}'::json""", {"a": [1]}),
    ("chr(27) || chr(155) || chr(8238)", "\x1b\x9b\u202e"),
]


@pytest.mark.parametrize(("sql", "value"), JSON)
def test_json_keeps_the_value(connection: DuckDBPyConnection, sql: str, value: object) -> None:
    written = given_as("json", connection, f"select {sql} as value")
    assert json.loads(written, parse_constant=pytest.fail) == [{"value": value}]
    assert not {"\x1b", "\x9b", "\u202e"} & set(written)


def test_two_columns_of_one_name_both_arrive(connection: DuckDBPyConnection) -> None:
    assert json.loads(given_as("json", connection, "select 1 as a, 2 as a")) == [{"a": 1, "a_1": 2}]


def test_csv_tells_null_from_empty_text(connection: DuckDBPyConnection) -> None:
    assert given_as("csv", connection, "select null as a, '' as b, 0 as c") == 'a,b,c\n,"",0\n'


def test_csv_names_its_columns_even_without_rows(connection: DuckDBPyConnection) -> None:
    assert given_as("csv", connection, "from incidents select place, killed limit 0") == "place,killed\n"


def test_csv_guards_text_and_no_number(connection: DuckDBPyConnection) -> None:
    answer = "select '-42.5' as text, -42.5 as number, date '2020-01-02' as day, ['x;=1'] as list"
    assert given_as("csv", connection, answer) == ("text,number,day,list\n'-42.5,-42.5,2020-01-02,['x;'=1']\n")


def test_csv_guards_the_names_that_a_pivot_makes(connection: DuckDBPyConnection) -> None:
    answer = "pivot (select '=1' as name, 2 as number) on name in ('=1') using sum(number)"
    assert given_as("csv", connection, answer) == "'=1\n2\n"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "Z", "Cc"])), min_size=1))
def test_csv_is_read_back_by_any_reader(connection: DuckDBPyConnection, told: list[str]) -> None:
    connection.execute("create or replace temp table told as select unnest($told) as cell", {"told": told})
    written = io.StringIO(given_as("csv", connection, "from told select cell, 1 as one"), newline="")
    guarded = connection.execute("from told select guarded(cell), '1'").fetchall()
    assert [tuple(row) for row in csv.reader(written)][1:] == guarded
