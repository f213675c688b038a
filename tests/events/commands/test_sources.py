"""`affray sources`: outlets with what they gave, and what people say of them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.events.commandline import Affray, Rows

Write = Callable[..., Path]
REPORTS = (
    {"id": "1", "publisher": "Example Wire", "text": "4 killed in Hama.", "published": "2021-03-01"},
    {"id": "2", "publisher": "Example Wire", "text": "5 killed in Mosul.", "published": "2021-03-09"},
    {"id": "3", "publisher": "The Example Daily", "text": "3 killed in Kunduz.", "published": "2021-03-05"},
    {"id": "4", "text": "2 killed in Garissa.", "published": "2021-03-05"},
)
SAID = """publisher,country,language,scale,ownership,lean,url,notes,stars
EXAMPLE  wire,SY,ar,national,state,pro-government,https://wire.example,=cmd|' /C calc'!A0,5
Example Daily,Afghanistan,,Subnational,private,,,,
Example Radio,XK,,,,,,,
"""


@pytest.fixture
def dataset(affray: Affray, plain: tuple[str, str], jsonl: Write, tmp_path: Path) -> Path:
    into = tmp_path / "d.duckdb"
    assert affray("build", jsonl(*REPORTS), "--into", into, *plain).status == 0
    return into


@pytest.fixture
def said(tmp_path: Path) -> Path:
    path = tmp_path / "sources.csv"
    path.write_text(SAID)
    return path


def test_outlets_are_listed_with_what_they_gave(affray: Affray, dataset: Path) -> None:
    ended = affray("sources", dataset, "--format", "json")
    assert ended.status == 0, ended.err
    outlets = json.loads(ended.out)
    assert [(row["publisher"], row["reports"], row["incidents"]) for row in outlets] == [
        ("Example Wire", 2, 2),
        ("The Example Daily", 1, 1),
        (None, 1, 1),
    ]
    assert (outlets[0]["first_published"], outlets[0]["last_published"]) == ("2021-03-01", "2021-03-09")


def test_what_is_said_of_outlets_stands_beside_them(affray: Affray, dataset: Path, said: Path, rows: Rows) -> None:
    ended = affray("sources", dataset, "--add", said)
    assert ended.status == 0, ended.err
    assert ended.lines == [
        "Columns left out: stars.",
        "Example Radio: no report names it yet; what you say of it is kept.",
        "3 outlets told, 2 of them in this dataset",
    ]
    facts = "select publisher, country_code, scale, ownership, lean from sources order by publisher nulls last"
    assert rows(dataset, facts) == [
        ("Example Wire", "SY", "National", "state", "pro-government"),
        ("The Example Daily", "AF", "Subnational", "private", None),
        (None, None, None, None, None),
    ]
    assert affray("check", dataset).status == 0


def test_it_flows_into_acleds_source_scale(affray: Affray, dataset: Path, said: Path, tmp_path: Path) -> None:
    affray("sources", dataset, "--add", said)
    output = tmp_path / "acled.csv"
    assert affray("export", dataset, "--layout", "acled", "--output", output).status == 0
    text = output.read_text()
    assert "Subnational" in text
    assert "National" in text.replace("Subnational", "")


def test_what_was_said_before_stands_in_the_history(affray: Affray, dataset: Path, said: Path, rows: Rows) -> None:
    affray("sources", dataset, "--add", said)
    affray("tag", dataset, "v1")
    said.write_text("publisher,ownership\nExample Wire,public\n")
    assert affray("sources", dataset, "--add", said).status == 0
    assert rows(dataset, "select ownership, country_code from sources where publisher = 'Example Wire'") == [
        ("public", None)
    ]
    ended = affray("sources", dataset, "--as-of", "v1", "--format", "json")
    assert json.loads(ended.out)[0]["ownership"] == "state"


def test_saying_the_same_again_changes_nothing(affray: Affray, dataset: Path, said: Path, rows: Rows) -> None:
    affray("sources", dataset, "--add", said)
    affray("sources", dataset, "--add", said)
    assert rows(dataset, "select count(*), (select count(*) from past_outlet_facts) from outlet_facts") == [(3, 0)]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("name\nx\n", "has no column publisher"),
        ("publisher,country\nA,Atlantis\n", "row 2, country: 'Atlantis' is no country"),
        ("publisher,scale\nA,Galactic\n", "row 2, scale: 'Galactic' is none of Local partner"),
        ("publisher,ownership\nA,mine\n", "ownership: 'mine' is none of state"),
        ("publisher,language\nA,english\n", "language: 'english'"),
        ("publisher,lean\nA,le\x1b[31mft\n", "lean"),
        ("publisher\nA\n a \n", "twice"),
        ("publisher,lean\n,left\n", "row 2: it names no publisher"),
        ('publisher\n"A\n', "is no CSV"),
        (b"publisher\n\xff\xfe\n", "is not UTF-8"),
    ],
)
def test_a_wrong_table_is_refused_in_one_line_and_changes_nothing(
    table: str | bytes, told: str, *, affray: Affray, dataset: Path, said: Path, rows: Rows
) -> None:
    said.write_bytes(table if isinstance(table, bytes) else table.encode())
    ended = affray("sources", dataset, "--add", said)
    assert (ended.status, len(ended.lines)) == (2, 1)
    assert told in ended.err
    assert "\x1b" not in ended.err
    assert rows(dataset, "select count(*) from outlet_facts") == [(0,)]
    assert rows(dataset, "select count(*) from runs") == [(1,)]


def test_a_dataset_that_is_not_there_is_not_made(affray: Affray, said: Path, tmp_path: Path) -> None:
    ended = affray("sources", tmp_path / "nowhere.duckdb", "--add", said)
    assert (ended.status != 0, len(ended.lines)) == (True, 1)
    assert not (tmp_path / "nowhere.duckdb").exists()
