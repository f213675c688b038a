"""`affray show` prints an incident with its evidence, for people in colours and for programs as an object."""

import json
import os
import select
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from events.commands import affray
from events.commands.show import command
from schemas.errors import StoreMissingError, UnknownIdError

EXAMPLES = Path(__file__).parents[3] / "examples" / "reports"
TOLD = ("banjska-five-dead.txt", "banjska-first-word.txt")
ESCAPE = "\x1b"


def answered(runner: CliRunner, *arguments: str | Path, columns: int = 100) -> str:
    words = [str(argument) for argument in arguments]
    result = runner.invoke(command, words, catch_exceptions=False, env={"COLUMNS": str(columns)})
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a dataset from two of the examples, by the command line as a user would."""
    path = tmp_path_factory.mktemp("built") / "banjska.duckdb"
    sources = [str(EXAMPLES / name) for name in TOLD]
    result = CliRunner().invoke(affray, ["build", *sources, "--into", str(path), "--workers", "1"])
    assert result.exit_code == 0, result.output
    return path


def test_a_report_is_shown_by_the_beginning_of_its_id(runner: CliRunner, dataset: Path) -> None:
    assert "␛\\[31mNobody was." in answered(runner, dataset, "r-2")


def test_a_claim_is_marked_in_its_report(runner: CliRunner, dataset: Path) -> None:
    assert "[killed 4: Four] were killed in Hama." in answered(runner, dataset, "c-1")


def test_what_is_no_screen_gets_no_colours(runner: CliRunner, dataset: Path) -> None:
    assert ESCAPE not in answered(runner, dataset, "r-1")


def test_json_is_one_object(runner: CliRunner, dataset: Path) -> None:
    answer = json.loads(answered(runner, dataset, "c-1", "--format", "json"))
    assert (answer["kind"], answer["best"], answer["report"]["report_id"]) == ("claim", 4, "r-1")


@pytest.mark.parametrize(("written", "words"), [("i-nothing", "No id of this dataset"), ("r-", "r-1, r-2")])
def test_an_unknown_id_is_told_in_one_line(runner: CliRunner, dataset: Path, written: str, words: str) -> None:
    result = runner.invoke(command, [str(dataset), written])
    assert isinstance(result.exception, UnknownIdError)
    assert words in str(result.exception)
    assert result.exception.exit_status == 1


def test_a_missing_dataset_is_told(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(command, [str(tmp_path / "none.duckdb"), "i-1"])
    assert isinstance(result.exception, StoreMissingError)


def test_the_page_is_as_wide_as_the_window(runner: CliRunner, dataset: Path) -> None:
    lines = answered(runner, dataset, "c-1", columns=40).splitlines()
    assert max(map(len, lines)) <= 40


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of POSIX")
@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colours_unless_it_wants_none(dataset: Path, no_colour: str, *, coloured: bool) -> None:
    import pty  # noqa: PLC0415 -- there is none on Windows

    screen, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "NO_COLOR": no_colour}
    words = [sys.executable, "-c", "from events.commands.show import command; command()", str(dataset), "c-1"]
    with subprocess.Popen(words, stdout=terminal, env=environment) as running:
        assert running.wait() == 0
    os.close(terminal)
    told = b""
    while select.select([screen], [], [], 0)[0]:
        try:
            told += os.read(screen, 65536)
        except OSError:  # Linux tells the end so
            break
    os.close(screen)
    assert (b"31m" in told) is coloured
    assert b"Four" in told


def test_an_examples_values_have_their_words(runner: CliRunner, built: Path) -> None:
    query = ["query", str(built), "from incidents order by killed desc nulls last limit 1", "--format", "json"]
    (incident,) = json.loads(runner.invoke(affray, query).stdout)
    told = json.loads(answered(runner, built, incident["incident_id"], "--format", "json"))
    values = {value["column"]: value for value in told["values"]}
    assert {name: value["value"] for name, value in values.items()} == {
        name: value for name, value in incident.items() if value is not None and name in values
    }
    texts = "".join((EXAMPLES / name).read_text(encoding="utf-8") for name in TOLD)
    for column in ("date_start", "sub_event_type", "killed"):
        quotes = [proof["quote"] for proof in values[column]["proofs"]]
        assert quotes
        assert all(quote in texts for quote in quotes)


def test_pages_of_an_example_can_be_printed(runner: CliRunner, built: Path) -> None:
    ids = (
        "select unnest([mention_id, incident_id, report_id]) as id from mentions "
        "union select claim_id from (from claims order by claim_id limit 8)"
    )
    rows = json.loads(runner.invoke(affray, ["query", str(built), ids, "--format", "json"]).stdout)
    for row in rows:
        if row["id"]:
            assert row["id"] in answered(runner, built, row["id"], columns=60)
