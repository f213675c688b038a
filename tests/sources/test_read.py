import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.options import ReadOptions
from sources.read import read_sources, size_of

TEXT = "Two guards died near the dam."
Outcome = list[Report | Reject]


def read_all(*paths: Path | str) -> Outcome:
    return list(read_sources([str(path) for path in paths], ReadOptions()))


def reasons(outcome: Outcome) -> list[tuple[str, RejectReason]]:
    return [(Path(entry.path).name, entry.reason) for entry in outcome if isinstance(entry, Reject)]


def texts(outcome: Outcome) -> list[str]:
    return [entry.text for entry in outcome if isinstance(entry, Report)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    (folder / "b").mkdir(parents=True)
    for name in ("c.txt", "a.txt", "b/d.txt", "b/a.html", ".hidden.txt", "B.txt"):
        (folder / name).write_text(f"{TEXT} It is {name}.")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text(TEXT)
    return folder


def test_a_folder_is_read_in_the_order_of_names_without_what_is_hidden(folder: Path) -> None:
    names = [text.split()[-1] for text in texts(read_all(folder))]
    assert names == ["B.txt.", "a.txt.", "b/a.html.", "b/d.txt.", "c.txt."]


def test_sources_are_read_in_the_order_given(folder: Path) -> None:
    names = [text.split()[-1] for text in texts(read_all(folder / "c.txt", folder / ".hidden.txt", folder / "a.txt"))]
    assert names == ["c.txt.", ".hidden.txt.", "a.txt."]


def test_what_is_not_there_is_told_and_the_rest_is_read(folder: Path) -> None:
    outcome = read_all(folder / "nothing", "name\x00", "x" * 5_000, folder / "a.txt")
    assert [reason for _, reason in reasons(outcome)] == [RejectReason.MISSING] * 3
    assert len(texts(outcome)) == 1


def test_links_out_of_a_folder_are_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(TEXT)
    (folder / "out.txt").symlink_to(outside / "secret.txt")
    (folder / "out").symlink_to(outside)
    (folder / "up").symlink_to("..")
    (folder / "nowhere.txt").symlink_to("gone")
    (folder / "self").symlink_to("self")
    (folder / "loop").symlink_to(".")
    (folder / "within.txt").symlink_to("a.txt")
    outcome = read_all(folder)
    assert sorted(reasons(outcome)) == [
        ("nowhere.txt", RejectReason.MISSING),
        ("out", RejectReason.UNREADABLE),
        ("out.txt", RejectReason.UNREADABLE),
        ("self", RejectReason.MISSING),
        ("up", RejectReason.UNREADABLE),
    ]
    assert len(texts(outcome)) == 6
    assert texts(read_all(folder / "out.txt")) == [TEXT]  # its owner has named it


def test_a_pipe_or_device_makes_nobody_wait(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    outcome = read_all(folder, folder / "pipe.txt", "/dev/null")
    assert reasons(outcome) == [
        ("pipe.txt", RejectReason.UNREADABLE),
        ("pipe.txt", RejectReason.UNREADABLE),
        ("null", RejectReason.UNREADABLE),
    ]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="this system has no file that refuses to be read")
def test_a_file_that_the_system_refuses_is_told() -> None:
    (rejected,) = read_all("/proc/self/mem")
    assert isinstance(rejected, Reject)
    assert rejected.reason is RejectReason.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    assert reasons(read_all(folder / "a.txt")) == [("a.txt", RejectReason.UNREADABLE)]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("notes.md", b"# Notes on the dam", RejectReason.UNKNOWN_FORMAT),
        ("program.py", b"print(1)", RejectReason.UNKNOWN_FORMAT),
        ("picture.jpg", bytes(range(256)), RejectReason.UNKNOWN_FORMAT),
        ("noise", bytes(range(256)), RejectReason.BINARY),
        ("noise.csv", bytes(range(256)), RejectReason.BINARY),
        ("noise.jsonl", b"\x00\x01\n" * 100, RejectReason.BINARY),
        ("noise.html", b"\x00\x01\n" * 100, RejectReason.BINARY),
        ("empty.jpg", b"", RejectReason.EMPTY),
    ],
)
def test_what_no_reader_takes_is_set_aside_and_the_rest_is_read(
    folder: Path, name: str, data: bytes, reason: RejectReason
) -> None:
    (folder / name).write_bytes(data)
    outcome = read_all(folder)
    assert reasons(outcome) == [(name, reason)]
    assert len(texts(outcome)) == 5


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("page", "<!doctype html><html><body><p>Two guards died near the dam.</p></body></html>", "text/html"),
        ("page.txt", "<html><body><p>Two guards died near the dam.</p></body></html>", "text/html"),
        ("page.php", "<html><body><p>Two guards died near the dam.</p></body></html>", "text/html"),
        ("records.json", '{"text": "Two guards died near the dam."}\n', "application/jsonl"),
        ("records", '\n{"text": "Two guards died near the dam."}', "application/jsonl"),
        ("table.dat", "id;text\n1;Two guards died near the dam.\n", "text/csv"),
        ("DEV-0001", TEXT, "text/plain"),
        ("wire.0001", TEXT, "text/plain"),
        ("REPORT.TXT", TEXT, "text/plain"),
    ],
)
def test_the_content_decides_where_the_name_does_not(tmp_path: Path, name: str, data: str, media_type: str) -> None:
    (tmp_path / name).write_text(data)
    (report,) = read_all(tmp_path)
    assert isinstance(report, Report)
    assert (report.media_type, report.text) == (media_type, TEXT)


def test_a_text_with_another_ending_is_read_when_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(TEXT)
    assert texts(read_all(path)) == [TEXT]


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        ('{"text": "Two guards died near the dam."}\n', "application/jsonl"),
        ("<html><body><p>Two guards died near the dam.</p></body></html>", "text/html"),
        ("id,text\n1,Two guards died near the dam.\n", "text/csv"),
        (TEXT, "text/plain"),
        (TEXT.encode("utf-16"), "text/plain"),
        ("id,text\n1,Two guards died near the dam.\n".encode("utf-16"), "text/csv"),
    ],
)
def test_standard_input_is_read_by_its_content(
    piped: Callable[..., Outcome], data: bytes | str, media_type: str
) -> None:
    (report,) = piped(data)
    assert isinstance(report, Report)
    assert (report.media_type, report.text) == (media_type, TEXT)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", RejectReason.EMPTY), (b" \n", RejectReason.EMPTY), (bytes(range(256)), RejectReason.BINARY)],
)
def test_what_is_no_report_on_standard_input_is_told(
    piped: Callable[..., Outcome], data: bytes, reason: RejectReason
) -> None:
    (rejected,) = piped(data)
    assert isinstance(rejected, Reject)
    assert (rejected.path, rejected.reason) == ("-", reason)


def test_nothing_piped_in_is_told() -> None:
    (rejected,) = read_all("-")
    assert isinstance(rejected, Reject)
    assert rejected.reason is RejectReason.MISSING


def test_standard_input_stays_open() -> None:
    stream = io.BytesIO(TEXT.encode())
    list(read_sources(["-"], ReadOptions(), stdin=stream))
    assert not stream.closed


def test_a_stream_larger_than_a_report_is_refused_without_being_kept() -> None:
    stream = io.BytesIO(b"x " * 100_000)
    (rejected,) = read_sources(["-"], ReadOptions(largest_report=100_000), stdin=stream)
    assert isinstance(rejected, Reject)
    assert rejected.reason is RejectReason.TOO_LARGE


def test_progress_ends_at_the_size_whatever_was_refused(folder: Path) -> None:
    (folder / "noise").write_bytes(bytes(range(256)) * 1_000)
    (folder / "large.txt").write_bytes(b"x " * 200_000)
    (folder / "rows.csv").write_text("id,text\n" + "1,Two died.\n" * 2_000)
    heard: list[int] = []
    options = ReadOptions(largest_report=300_000)
    list(read_sources([str(folder), str(folder / "gone")], options, on_bytes=heard.append))
    assert sum(heard) == size_of([str(folder), str(folder / "gone"), "-"])


def test_a_name_that_is_no_text_is_told_in_letters_that_can_be_stored(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        path.write_bytes(b"")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    (rejected,) = read_all(tmp_path)
    assert isinstance(rejected, Reject)
    assert rejected.path.encode("utf-8").endswith(b"caf\\xe9.txt")


def test_the_same_words_are_the_same_report_and_from_another_outlet_another(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("text,publisher\nTwo died.,Example Wire\nTwo died.,Example Daily\nTwo died.,Example Wire\n")
    first, second, third = (entry for entry in read_all(path) if isinstance(entry, Report))
    assert first.report_id == third.report_id != second.report_id
