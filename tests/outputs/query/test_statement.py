"""What may be asked, and how a refusal sounds."""

import pytest
from duckdb import DuckDBPyConnection

from outputs.query.question import Question
from outputs.query.statement import answering, require_one_read
from schemas.errors import QueryError

ANSWERED = [
    "from incidents",
    "select 1",
    "select 1;",
    "select 1; -- and no more",
    "-- first\nfrom incidents select place",
    "(select 1)",
    "values (1), (2)",
    "table incidents",
    "with one as (select 1) from one",
    "describe incidents",
    "desc incidents",
    "show tables",
    "show all tables",
    "summarize incidents",
    "from incidents order by killed desc limit 1",
    "pivot incidents on place in ('Hama') using count(*) group by killed",
    "unpivot (from incidents select killed, injured) on killed, injured",
    "from query('from incidents')",
    "from duckdb_columns() select comment",
    "select 'semi;colon'",
]

REFUSED = [
    ("", "no SQL"),
    ("  ;  ", "no SQL"),
    ("/* only a comment */", "no SQL"),
    ("select 1; select 2", "one statement at a time; here are 2"),
    ("select 1; drop table reports", "one statement at a time"),
    ("select $1", "no values for parameters"),
    ("select ?", "no values for parameters"),
    ("select $question", "no values for parameters"),
    ("selec 1", 'syntax error at or near "selec"'),
    ("select 'open", "unterminated"),
    ("select nope from incidents", 'column "nope" not found .*Candidate bindings: '),
    ("from incident", 'incident does not exist! Did you mean "incidents"'),
    ("select lenght('a')", 'lenght does not exist! Did you mean "length"'),
    ("select cast(summary as int) from incidents", "Could not convert string"),
    ("select error('boom')", "boom"),
    ("pivot incidents on place using count(*)", "explicit IN"),
    ("explain select 1", "explain is refused"),
    ("from query('drop table reports')", "this statement is refused"),
]


def ask(connection: DuckDBPyConnection, sql: str) -> list[tuple[str | None, ...]]:
    with answering():
        require_one_read(connection, sql)
        return list(Question(connection, sql).rows("json_rows"))


@pytest.mark.parametrize("sql", ANSWERED)
def test_whatever_reads_is_answered(connection: DuckDBPyConnection, sql: str) -> None:
    assert ask(connection, sql)


@pytest.mark.parametrize(("sql", "why"), REFUSED)
def test_whatever_else_is_refused_in_one_line(connection: DuckDBPyConnection, sql: str, why: str) -> None:
    with pytest.raises(QueryError, match=why) as refusal:
        ask(connection, sql)
    assert len(str(refusal.value).splitlines()) == 1


def test_an_error_that_quotes_a_report_steers_no_terminal(connection: DuckDBPyConnection) -> None:
    with pytest.raises(QueryError) as refusal:
        ask(connection, "select cast(summary as int) from incidents")
    assert "\x1b" not in str(refusal.value)
    assert "\u202e" not in str(refusal.value)
