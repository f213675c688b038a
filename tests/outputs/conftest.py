"""A small dataset whose reports mean harm."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from outputs.query.session import locked
from outputs.store.connect import open_for_writing

# The words of a hostile report: a formula, a terminal's escape, a line that reads backwards, a tag.
HOSTILE = '=HYPERLINK("http://example.org","x")\x1b[31m \u202eetihw\u202c <script>alert(\'|\')</script>'

COLUMNS = ("incident_id", "date_start", "place", "summary", "killed", "latitude", "disputed_by")

INCIDENTS = [
    ("i-bbbbbbbbbbbbbbbb", date(2023, 9, 24), "Banjska", "Four were killed.", 4, 42.973, ["RS", "XK"]),
    ("i-aaaaaaaaaaaaaaaa", date(2023, 9, 24), "Hama", HOSTILE, 0, -42.5, []),
    ("i-cccccccccccccccc", None, None, "", None, None, None),
    ("i-dddddddddddddddd", date(2022, 1, 1), "Zürich", 'She said "no",\nthen left;=1+1', 1, 47.4, []),
]

INSERT_INCIDENT = "insert into incident_facts by name select 'unreviewed' as review_status, 1 as run_id, " + ", ".join(
    f"${name} as {name}" for name in COLUMNS
)

INSERT_REPORT = "insert into reports by name select 'r-1' as report_id, '@SUM(A1)' as title, $text as text, "
INSERT_REPORT += "timestamp '2023-09-25 06:00:00' as published_at"


@pytest.fixture(scope="session")
def empty_master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.duckdb"
    with open_for_writing(path):
        pass
    return path


@pytest.fixture(scope="session")
def master(empty_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("master") / "it's.duckdb"
    shutil.copy(empty_master, path)
    with open_for_writing(path) as connection:
        for incident in INCIDENTS:
            connection.execute(INSERT_INCIDENT, dict(zip(COLUMNS, incident, strict=True)))
        connection.execute(INSERT_REPORT, {"text": "One.\n-2 of them;\t+3"})
        connection.execute("insert into rejects values ('b.txt', null, 'empty', 'nothing', 2)")
        connection.execute("insert into rejects values ('a.txt', '3', 'date', '31 February', 1)")
    return path


@pytest.fixture
def empty_dataset(empty_master: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_master, tmp_path))


@pytest.fixture
def dataset(master: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(master, tmp_path))


@pytest.fixture
def connection(master: Path) -> Iterator[DuckDBPyConnection]:
    with locked(master) as opened:
        yield opened
