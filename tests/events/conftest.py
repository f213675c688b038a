"""The command line run in this process and in others, and reports enough to build from."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from events.build import build
from events.commands import main
from outputs.store.connect import open_for_reading
from sources.options import ReadOptions
from sources.read import read_sources
from tests.events.commandline import COMMAND, Affray, Ended, Exports, Rows, Tables

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
PLACES = (
    *("Hama", "Kunduz", "Mosul", "Garissa", "Sialkot"),
    *("Timbuktu", "Maiduguri", "Jaranwala", "Kramatorsk", "Banjska"),
)
FIRST_DAY = date(2021, 3, 1)


@pytest.fixture
def affray(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Affray:
    """Give a function that runs a command in this process and hears what its workers say, too."""

    def run(*words: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["affray", *map(str, words)])
        capfd.readouterr()
        try:
            main()
            status: int | str | None = 0
        except SystemExit as ended:
            status = ended.code
        return Ended(status, *capfd.readouterr())

    return run


@pytest.fixture(scope="session")
def plugins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which the plain extractor stands as an installed distribution does."""
    folder = tmp_path_factory.mktemp("plugins")
    installed = folder / "plain_extractor-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: plain-extractor\nVersion: 1.0\n")
    (installed / "entry_points.txt").write_text(
        "[affray.extractors]\nplain = tests.events.plain_extractor:PlainExtractor\n"
    )
    return folder


@pytest.fixture(scope="session")
def python_path(plugins: Path) -> str:
    """Say where other processes find this program, these tests and the plain extractor."""
    return os.pathsep.join([str(plugins), str(ROOT)])


@pytest.fixture
def plain(plugins: Path, python_path: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Make the plain extractor known and give the words that choose it."""
    monkeypatch.syspath_prepend(plugins)
    monkeypatch.setenv("PYTHONPATH", python_path)
    return "--extractor", "plain"


@pytest.fixture
def started(python_path: str) -> Callable[..., "subprocess.Popen[str]"]:
    """Give a function that starts a command in a process group of its own."""

    def start(*words: object, command: Sequence[str] = COMMAND) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [*command, *map(str, words)],
            env=os.environ | {"PYTHONPATH": python_path},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    return start


@pytest.fixture(scope="session")
def wire() -> Callable[[int], list[dict[str, str]]]:
    """Give a function that makes reports for the plain extractor: five outlets tell of the same days."""
    return lambda count: [_wire_report(number) for number in range(count)]


def _wire_report(number: int) -> dict[str, str]:
    place, other = PLACES[number % 7], PLACES[(number + 3) % 10]
    told = f"{number % 11} killed in {place}, said the mayor. Recalled: {number % 5} killed in {other}."
    return {
        "id": f"wire-{number}",
        "text": told if number % 4 else "The council met and spoke of a new library.",
        "published": str(FIRST_DAY + timedelta(days=number // 25)),
        "publisher": f"Example Wire {number % 5}",
    }


@pytest.fixture
def jsonl(tmp_path: Path) -> Callable[..., Path]:
    """Give a function that writes reports as JSON lines."""

    def write(*reports: dict[str, Any], name: str = "reports.jsonl") -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def rows() -> Rows:
    """Give a function that asks a dataset."""

    def ask(dataset: Path, sql: str) -> list[tuple[Any, ...]]:
        with open_for_reading(dataset) as connection:
            return connection.sql(sql).fetchall()

    return ask


@pytest.fixture(scope="session")
def tables() -> Tables:
    """Give a function that reads all rows of all tables, in an order of their own."""

    def read(dataset: Path) -> dict[str, list[tuple[Any, ...]]]:
        named = "select table_name from duckdb_tables() where database_name = 'dataset' order by all"
        with open_for_reading(dataset) as connection:
            names = connection.sql(named).fetchall()
            return {name: connection.sql(f"from {name} order by all").fetchall() for (name,) in names}

    return read


@pytest.fixture
def exported(affray: Affray, tmp_path: Path) -> Exports:
    """Give a function that exports incidents, mentions and claims."""

    def export(dataset: Path, *formats: str) -> dict[str, bytes]:
        files = {}
        for what in ("incidents", "mentions", "claims"):
            for suffix in formats or ("csv",):
                path = tmp_path / f"{what}.{suffix}"
                assert affray("export", dataset, "--output", path, "--what", what, "--force").status == 0
                files[path.name] = path.read_bytes()
        return files

    return export


@pytest.fixture(scope="session")
def example_sources() -> list[str]:
    """Name the examples and the quiet reports, file by file: 165 reports, enough for two batches."""
    reports = sorted(str(path) for path in (EXAMPLES / "reports").rglob("*") if path.is_file())
    return [*reports, str(EXAMPLES / "quiet.jsonl")]


@pytest.fixture(scope="session")
def example_dataset(tmp_path_factory: pytest.TempPathFactory, example_sources: list[str]) -> Path:
    """Give the dataset that one process builds of the examples; copy it to change it."""
    path = tmp_path_factory.mktemp("examples") / "examples.duckdb"
    build(
        read_sources(example_sources, ReadOptions()),
        into=path,
        chosen={},
        now=lambda: datetime(2024, 1, 1, tzinfo=UTC),
        workers=1,
    )
    return path
