"""Every recipe of the cookbook runs on the demonstration, and answers unless it asks for what the examples lack."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from outputs.query.session import locked
from outputs.query.statement import require_one_read
from tests.documentation.desk import COMMAND, ROOT

BOOK = (ROOT / "docs" / "cookbook.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"^### (\d+\. [^\n]+)\n(?:(?!###).)*?```sql\n(.*?)```", BOOK, re.MULTILINE | re.DOTALL))
(PYTHON,) = re.findall(r"```python\n(.*?)```", BOOK, re.DOTALL)

# what the examples do not hold: copies, people's judgements, lists of others
UNASKED = {"23", "24", "25"}


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cookbook") / "demo.duckdb"
    reports = ROOT / "examples" / "reports"
    subprocess.run([COMMAND, "build", reports, "--into", path], check=True, capture_output=True)
    return path


@pytest.fixture(scope="module")
def asked(demonstration: Path) -> Iterator[DuckDBPyConnection]:
    with locked(demonstration) as connection:
        yield connection


def test_there_are_twenty_recipes_and_more() -> None:
    assert len(RECIPES) >= 20


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_runs_as_it_stands(asked: DuckDBPyConnection, title: str) -> None:
    require_one_read(asked, RECIPES[title])
    rows = asked.sql(RECIPES[title].strip().rstrip(";")).fetchall()
    assert bool(rows) != (title.split(".", maxsplit=1)[0] in UNASKED), rows[:3]


@pytest.mark.parametrize("title", RECIPES)
def test_the_rows_of_a_recipe_have_an_order(title: str) -> None:
    assert "order by" in RECIPES[title]


def test_the_recipe_in_python_runs(demonstration: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PYTHON + "\nprint(len(deaths))"],
        cwd=demonstration.parent,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert int(ended.stdout) > 0
