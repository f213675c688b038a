"""The oldest DuckDB that we promise opens the file and reads every table, view and comment."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from outputs.store.check import check
from outputs.store.columns import catalogue
from outputs.store.connect import open_for_reading, open_for_writing
from outputs.store.settings import read_settings, write_settings

# The folder that `pip install --target` put the oldest release into.
OLDEST = os.environ.get("AFFRAY_DUCKDB_15")

# Runs in a process of its own that finds the oldest DuckDB and nothing of ours.
READER = """
    import json, sys, duckdb
    with duckdb.connect() as connection:
        connection.execute(f"attach '{sys.argv[1]}' as years (read_only)")
        names = json.loads(sys.argv[2])
        found = {name: len(connection.sql(f"from years.{name}").fetchall()) for name in names}
        silent = connection.sql(
            "select count(*) from duckdb_columns() where database_name = 'years' and comment is null"
        ).fetchall()
    with duckdb.connect(sys.argv[1]) as connection:
        connection.execute("update settings set value = 'the oldest'")
    print(json.dumps({"version": duckdb.__version__, "rows": found, "silent": silent[0][0]}))
"""


@pytest.mark.skipif(OLDEST is None, reason="AFFRAY_DUCKDB_15 names no folder that holds DuckDB 1.5")
def test_the_oldest_duckdb_reads_and_writes_the_file(closed: Path) -> None:
    with open_for_writing(closed) as connection:
        write_settings(connection, {"written_by": "the newest"})
    script = textwrap.dedent(READER)
    answer = subprocess.run(
        [sys.executable, "-c", script, str(closed), json.dumps(list(catalogue()))],
        env={**os.environ, "PYTHONPATH": str(Path(str(OLDEST)).absolute())},
        cwd=closed.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    found = json.loads(answer.stdout)
    assert found["version"].startswith("1.5.")
    assert found["silent"] == 0
    assert found["rows"] == rows(closed)
    assert found["rows"]["incidents"] == 1


def rows(path: Path) -> dict[str, int]:
    """Open the file as the oldest left it, for writing too, and count what it has."""
    with open_for_writing(path) as connection:
        assert check(connection) == []
    with open_for_reading(path) as connection:
        assert read_settings(connection) == {"written_by": "the oldest"}
        return {name: len(connection.sql(f"from {name}").fetchall()) for name in catalogue()}
