"""A CSV cell runs nothing in a spreadsheet, and the guard can be taken away."""

import re
from pathlib import Path
from typing import Any

import pytest
from duckdb import DuckDBPyConnection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

EXPORT_PAGE = Path(__file__).parents[3] / "docs" / "export.md"

CASES = [
    ("plain", "plain"),
    ("", ""),
    ("five-year-old", "five-year-old"),
    ("a = b", "a = b"),
    ("=1+1", "'=1+1"),
    ("+1", "'+1"),
    ("-42.5", "'-42.5"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("＝1", "'＝1"),
    ("＋1", "'＋1"),
    ("－1", "'－1"),
    ("＠A1", "'＠A1"),
    ("  =1", "'  =1"),
    ("\u00a0\u200b\ufeff=1", "'\u00a0\u200b\ufeff=1"),
    ("\x1b=1", "'\x1b=1"),
    ("\ttab", "'\ttab"),
    ("\rreturn", "'\rreturn"),
    ("\nline", "'\nline"),
    ("\t=1", "'\t'=1"),
    ("killed;=1", "killed;'=1"),
    ("killed\n=1\r\n+2", "killed\n'=1\r\n'+2"),
    ("killed, -5", "killed, -5"),
    ("'=1", "''=1"),
    ("'quoted'", "'quoted'"),
    ("' =1", "'' =1"),
]

# Many of the signs that matter, beside any others.
SIGNS = st.text(st.one_of(st.sampled_from("=+-@＝＠\t\r\n;, '\"\u200b\ufeffa"), st.characters(codec="utf-8")))


@pytest.fixture
def unguarding(connection: DuckDBPyConnection) -> DuckDBPyConnection:
    connection.execute(documented("sql"))
    return connection


def documented(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", EXPORT_PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def guarded(connection: DuckDBPyConnection, cell: str) -> str:
    answer = connection.execute("select guarded($cell)", {"cell": cell}).fetchall()
    return str(answer[0][0])


@pytest.mark.parametrize(("cell", "safe"), CASES)
def test_an_apostrophe_stands_where_a_formula_could_begin(connection: DuckDBPyConnection, cell: str, safe: str) -> None:
    assert guarded(connection, cell) == safe


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)
@given(SIGNS)
def test_no_piece_of_a_guarded_cell_begins_a_formula(connection: DuckDBPyConnection, cell: str) -> None:
    for piece in re.split(r"[;\t\r\n]", guarded(connection, cell)):
        assert not piece.lstrip(" \u200b\ufeff\u00a0").startswith(tuple("=+-@＝＋－＠"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)
@given(SIGNS)
def test_the_guard_can_be_taken_away_as_documented(unguarding: DuckDBPyConnection, cell: str) -> None:
    python: dict[str, Any] = {}
    exec(documented("python"), python)  # noqa: S102 - the documentation's own lines
    safe = guarded(unguarding, cell)
    assert python["unguarded"](safe) == cell
    assert unguarding.execute("select unguarded($safe)", {"safe": safe}).fetchall() == [(cell,)]
