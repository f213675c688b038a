"""Whatever is wrong with a source is told in one clear line and kept in `rejects`; the rest is read."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.events.commandline import COMMAND, Affray, Rows

QUIET = "The council of Leeds opened a library on Monday. The mayor thanked the builders and the readers of the town."
GOOD = "good.txt"
SPANISH = (
    "El consejo municipal abrió el lunes una nueva biblioteca en el centro de la ciudad. "
    "La alcaldesa agradeció a los vecinos su paciencia durante los dos años de obras."
)
NOISE = hashlib.shake_256(b"noise").digest(100_000)
FIFTY_MEGABYTES = 50_000_000
LARGEST_MESSAGE = 500  # characters; a line that a person reads


class Bad(NamedTuple):
    """A source with something wrong: what is told of it and what it leaves."""

    make: Callable[[Path], object]
    told: str  # in the one line on standard error
    does: str  # what the user is asked to do
    reason: str
    status: int = 3
    reports: int = 0  # read from it all the same
    part: str | None = None


def line_of(start: bytes, end: bytes = b"") -> Callable[[Path], object]:
    words = b"The council met and talked of the library. "

    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.write(start)
            for _ in range(FIFTY_MEGABYTES // len(words) // 1_000 + 1):
                file.write(words * 1_000)
            file.write(end)

    return write


def one_broken_line(path: Path) -> None:
    lines = [f'{{"id": "{number}", "text": "{QUIET} Item {number}."}}' for number in range(1, 1_001)]
    lines[499] = '{"id": "500", "text": "The council'
    path.write_text("\n".join(lines))


def text(words: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(words, encoding="utf-8")


def content(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


BAD = {
    "empty.txt": Bad(content(b""), "There are no words in it.", "Leave it out", "empty"),
    "blank.txt": Bad(content(b" \r\n\t \n"), "There are no words in it.", "Leave it out", "empty"),
    "empty.jsonl": Bad(content(b"\n\n"), "", "Leave it out", "empty"),
    "empty.csv": Bad(content(b"id,text\n"), "no rows", "Leave it out", "empty"),
    "noise.txt": Bad(content(NOISE), "no text in any encoding", "Convert it", "binary"),
    "noise.jsonl": Bad(content(NOISE), "no text in any encoding", "Convert it", "binary"),
    "cut.txt": Bad(content(f"{QUIET} Señora Núñez".encode()[:-3] + b"\xc3"), "broken", "Fetch it again", "encoding"),
    "line.txt": Bad(line_of(b""), "50,0", "Split it", "too-large"),
    "line.html": Bad(line_of(b"<html><body><p>"), "50,0", "Split it", "too-large"),
    "line.jsonl": Bad(line_of(b'{"text": "', b'"}'), "50,0", "Split it", "too-large", part="line 1"),
    "line.csv": Bad(line_of(b"id,text\n1,"), "50,0", "Split it", "too-large", part="line 2"),
    "broken.jsonl": Bad(one_broken_line, "line 500", "Mend the line", "malformed", reports=999, part="line 500"),
    "titles.csv": Bad(text("id,title\n1,One\n"), "No column is called 'text'", "--column text=NAME", "no-text"),
    "array.json": Bad(text('[{"text": "One."}, {"text": "Two."}]'), "", "", "malformed"),
    "film.mp4": Bad(content(b"\0\0\0\x18ftypmp42" + NOISE), "", "", "binary"),
    "dated.jsonl": Bad(
        text(f'{{"text": "{QUIET} Once.", "published": "2023-02-31"}}\n'),
        "'2023-02-31'",
        "--published YYYY-MM-DD",
        "date",
        status=0,
        reports=1,
        part="line 1",
    ),
    "clock.jsonl": Bad(
        text(f'{{"text": "{QUIET} Early.", "published": "7:58 AM ET"}}\n'),
        "'7:58 AM ET'",
        "--published YYYY-MM-DD",
        "date",
        status=0,
        reports=1,
        part="line 1",
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with one report to which nothing is wrong."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / GOOD).write_text(QUIET)
    return folder


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_told_in_one_line_and_the_rest_is_read(
    name: str, folder: Path, affray: Affray, rows: Rows
) -> None:
    bad, path, into = BAD[name], folder / name, folder.parent / "dataset.duckdb"
    bad.make(path)
    # the good report comes after it, so that it is read only where the run goes on
    ended = affray("build", path, folder / GOOD, "--into", into, "--quiet")
    assert ended.status == bad.status, ended.err
    (line,) = ended.lines
    assert line.startswith(f"{path}{', ' if bad.part else ': '}{bad.part or ''}")
    assert bad.told in line
    assert bad.does in line
    assert line.endswith((".", "FILE.jsonl"))
    assert len(line) - len(str(path)) < LARGEST_MESSAGE
    assert rows(into, "select path, part, reason from rejects") == [(str(path), bad.part, bad.reason)]
    assert rows(into, "select count(*) from reports") == [(1 + bad.reports,)]
    assert rows(into, "select detail from rejects")[0][0] in line


@pytest.mark.parametrize("name", [name for name, bad in BAD.items() if not bad.reports])
def test_nothing_to_read_makes_no_dataset(name: str, tmp_path: Path, affray: Affray) -> None:
    bad, path, into = BAD[name], tmp_path / name, tmp_path / "dataset.duckdb"
    bad.make(path)
    ended = affray("build", path, "--into", into)
    assert ended.status == 2
    assert [line.startswith(str(path)) for line in ended.lines] == [True, False]
    assert ended.lines[-1].startswith("affray: No report was found in the sources.")
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("missing", ["nowhere.txt", "nowhere/", "no\nwhere", "x" * 300, "-no-option"])
def test_a_missing_source_is_told_and_others_are_read(
    missing: str, folder: Path, affray: Affray, rows: Rows, tmp_path: Path
) -> None:
    into = tmp_path / "dataset.duckdb"
    ended = affray("build", "--into", into, "--quiet", "--", tmp_path / missing, folder)
    assert ended.status == 3
    (line,) = ended.lines
    assert "set aside: " in line
    assert rows(into, "select reason, count(*) from rejects group by all") == [("missing", 1)]
    assert rows(into, "select count(*) from reports") == [(1,)]


def test_missing_sources_alone_make_no_dataset(tmp_path: Path, affray: Affray) -> None:
    ended = affray("build", tmp_path / "a", tmp_path / "b", "--into", tmp_path / "dataset.duckdb")
    assert ended.status == 2
    assert [line.partition(": ")[0] for line in ended.lines] == [str(tmp_path / "a"), str(tmp_path / "b"), "affray"]
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_read_leaves_a_dataset_that_is_there_as_it_was_but_for_the_rejects(
    folder: Path, affray: Affray, rows: Rows, tmp_path: Path
) -> None:
    into = tmp_path / "dataset.duckdb"
    assert affray("build", folder, "--into", into).status == 0
    assert affray("build", tmp_path / "nowhere", "--into", into).status == 2
    assert rows(into, "select reason from rejects") == [("missing",)]
    assert rows(into, "select count(*) from reports") == [(1,)]
    assert affray("check", into).status == 0


@pytest.mark.parametrize("words", [("build",), ("build", "x"), ("build", "x", "--into", "d.duckdb", "--workers", "0")])
def test_wrong_usage_ends_with_two(words: tuple[str, ...], affray: Affray) -> None:
    ended = affray(*words)
    assert ended.status == 2
    assert "Traceback" not in ended.err


def test_what_was_set_aside_is_told_each_time_and_kept_once(
    folder: Path, affray: Affray, rows: Rows, tmp_path: Path
) -> None:
    (folder / "empty.txt").touch()
    into = tmp_path / "dataset.duckdb"
    for _ in range(3):
        ended = affray("build", folder, "--into", into, "--quiet")
        assert ended.status == 3
        assert len(ended.lines) == 1
    assert rows(into, "select count(*), max(run_id) from rejects") == [(1, 1)]
    assert rows(into, "select count(*) from runs") == [(1,)]


def test_an_unreadable_file_is_told_and_the_rest_is_read(
    folder: Path, python_path: str, rows: Rows, tmp_path: Path
) -> None:
    locked = folder / "locked.txt"
    locked.write_text(QUIET)
    locked.chmod(0)
    into = tmp_path / "dataset.duckdb"
    ended = subprocess.run(
        [*powerless(), *COMMAND, "build", str(folder), "--into", str(into), "--quiet"],
        env=os.environ | {"PYTHONPATH": python_path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 3, ended.stderr
    assert ended.stderr == (f"{locked}: set aside: It cannot be read: Permission denied. Mend that and build again.\n")
    assert rows(into, "select path, reason from rejects") == [(str(locked), "unreadable")]
    assert rows(into, "select count(*) from reports") == [(1,)]


def powerless() -> list[str]:
    """Take from the superuser what lets him read any file; others lack it anyway."""
    if os.geteuid() != 0:
        return []
    dropped = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    if not shutil.which("setpriv") or subprocess.run([*dropped, "true"], check=False).returncode:
        pytest.skip("the superuser may read any file, and setpriv, which makes him powerless, does not work here")
    return dropped


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (QUIET + " The café was full.", "latin-1"),
        (QUIET + " “Señora Núñez” spoke – briefly.", "cp1252"),
        (QUIET, "utf-16"),
        (QUIET + " Ş. Öztürk came.", "utf-16-le"),
        (QUIET + " Košice answered.", "utf-16-be"),
        (QUIET + " Ljubičić came.", "utf-8-sig"),
    ],
)
def test_a_text_in_another_encoding_is_read(
    words: str, encoding: str, affray: Affray, rows: Rows, tmp_path: Path
) -> None:
    (tmp_path / "report.txt").write_bytes(words.encode(encoding))
    into = tmp_path / "dataset.duckdb"
    ended = affray("build", tmp_path / "report.txt", "--into", into, "--quiet")
    assert (ended.status, ended.err) == (0, "")
    assert rows(into, "select text, extracted from reports") == [(words, True)]
    assert rows(into, "from rejects") == []


def test_a_report_in_another_language_is_kept_and_is_no_reject(
    folder: Path, affray: Affray, rows: Rows, tmp_path: Path
) -> None:
    (folder / "biblioteca.txt").write_text(SPANISH, encoding="utf-8")
    into = tmp_path / "dataset.duckdb"
    ended = affray("build", folder, "--into", into)
    assert ended.status == 0
    assert "1 report kept unread: not in English, or the extractor failed" in ended.lines
    assert rows(into, "select language, extracted from reports order by all") == [("en", True), ("es", False)]
    assert rows(into, "from rejects") == []


def test_standard_input_that_ends_at_once_is_nothing_to_read(tmp_path: Path) -> None:
    ended = subprocess.run(
        [*COMMAND, "build", "-", "--into", str(tmp_path / "dataset.duckdb")],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert ended.returncode == 2
    assert [line.partition(": ")[0] for line in ended.stderr.splitlines()] == ["-", "affray"]
    assert list(tmp_path.iterdir()) == []


def test_a_hostile_name_is_shown_harmless(tmp_path: Path, affray: Affray) -> None:
    path = tmp_path / "\x1b[2J:smile:[bold]\n.txt"
    path.touch()
    ended = affray("build", path, "--into", tmp_path / "dataset.duckdb")
    assert len(ended.lines) == 2
    assert "\x1b" not in ended.err
    assert ":smile:[bold]" in ended.err
