import zipfile
from collections.abc import Callable

import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason

Outcome = list[Report | Reject]
Read = Callable[..., Outcome]
Pack = Callable[..., bytes]
Told = Callable[[Outcome], list[str]]

FILES = {f"march/{day}.txt": f"Two guards died on March {day}." for day in (1, 2, 3)}
TEXTS = list(FILES.values())


@pytest.mark.parametrize("is_piped", [False, True])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_files_are_read_in_their_order_however_they_are_packed(
    read: Read, zipped: Pack, told: Told, method: int, *, is_piped: bool
) -> None:
    files = {"march/": "", **FILES, "long.txt": "Two died. " * 20_000}
    outcome = read(zipped(files, method, is_piped=is_piped), "march.zip")
    assert told(outcome)[:3] == TEXTS
    assert len(told(outcome)[3]) == 200_000
    first = outcome[0]
    assert isinstance(first, Report)
    assert (first.file or "").endswith("/march.zip/march/1.txt")


def test_an_archive_is_known_by_its_content_on_standard_input_too(
    piped: Callable[[bytes], Outcome], zipped: Pack, told: Told
) -> None:
    assert told(piped(zipped(FILES))) == TEXTS


def test_a_zip_in_a_stored_zip_does_not_end_it(read: Read, zipped: Pack, told: Told) -> None:
    inner = zipped(FILES, zipfile.ZIP_STORED, is_piped=True)
    outer = zipped({"inner.zip": inner, "last.txt": "Three died."}, zipfile.ZIP_STORED, is_piped=True)
    assert told(read(outer, "outer.zip")) == [*TEXTS, "Three died."]


@pytest.mark.parametrize(
    "name",
    ["__MACOSX/._a.txt", ".DS_Store", "a/.hidden/b.txt", "Thumbs.db", "a\\desktop.ini", ".git\\config.txt"],
)
def test_what_systems_leave_behind_is_passed_over_in_silence(read: Read, zipped: Pack, told: Told, name: str) -> None:
    assert told(read(zipped({name: "Noise.", **FILES}), "a.zip")) == TEXTS


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"../../../etc/passwd.txt", "/a.zip/../../../etc/passwd.txt"),
        (b"/etc/passwd.txt", "/a.zip//etc/passwd.txt"),
        (b"C:\\temp\\x.txt", "/a.zip/C:/temp/x.txt"),
        (b"a\x1b[2J\n.txt", "/a.zip/a\ufffd[2J\ufffd.txt"),
        (b"a\x00b.txt", "/a.zip/a\ufffdb.txt"),
        ("Übergriff.txt".encode(), "/a.zip/Übergriff.txt"),
        ("Übergriff.txt".encode("cp437"), "/a.zip/Übergriff.txt"),
        (b"n" * 5_000 + b".txt", "n.txt"),
    ],
)
def test_a_hostile_name_is_only_shown(read: Read, zipped: Pack, name: bytes, shown: str) -> None:
    placeholder = "x" * len(name)
    data = zipped({placeholder: "Two died."}).replace(placeholder.encode(), name)
    (report,) = read(data, "a.zip")
    assert isinstance(report, Report)
    assert (report.file or "").endswith(shown)
    assert len(report.file or "") < 2_000


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}, "empty"),
        ({"word/document.xml": "<w/>", "[Content_Types].xml": "<Types/>"}, "empty"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<o/>"}, "unknown-format"),
        ({"mimetype": "application/epub+zip", "META-INF/container.xml": "<c/>"}, "unknown-format"),
        ({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"}, "unknown-format"),
    ],
)
def test_a_document_that_is_a_zip_within_is_no_archive(
    read: Read, zipped: Pack, told: Told, files: dict[str, str], reason: str
) -> None:
    outcome = read(zipped({"pages.unknown": zipped(files)}), "a.zip")
    assert told(outcome) == [reason]
    assert outcome[0].model_dump()["path"].endswith("a.zip/pages.unknown")


def test_links_are_passed_over_and_told_in_one_line(read: Read, zipped: Pack, told: Told) -> None:
    links = {"a.txt": "march/1.txt", "b.txt": "/etc/passwd"}
    outcome = read(zipped({**links, **FILES, "c.txt": "两名警卫死亡。"}, zipfile.ZIP_STORED), "a.zip")
    assert told(outcome) == [*TEXTS, "两名警卫死亡。", "unreadable"]
    assert "2 of its files are passed over: links" in outcome[-1].model_dump()["detail"]


def test_locked_files_are_told_in_one_line_and_the_others_are_read(read: Read, zipped: Pack, told: Told) -> None:
    data = bytearray(zipped(FILES))
    for name in list(FILES)[:2]:
        data[data.index(name.encode()) - 24] |= 1  # the mark of a password, in what stands before the file
    outcome = read(bytes(data), "a.zip")
    assert told(outcome) == [TEXTS[2], "unreadable"]
    assert isinstance(outcome[1], Reject)
    assert "2 of its files are passed over: a password locks them" in outcome[1].detail


def test_files_packed_in_an_unknown_way_are_told_in_one_line(read: Read, zipped: Pack, told: Told) -> None:
    data = bytearray(zipped(FILES))
    data[data.index(b"march/1.txt") - 22] = 9  # Deflate64
    outcome = read(bytes(data), "a.zip")
    assert told(outcome) == [*TEXTS[1:], "unreadable"]


@pytest.mark.parametrize("is_piped", [False, True])
def test_an_archive_without_its_list_gives_its_files_and_says_so(
    read: Read, zipped: Pack, told: Told, *, is_piped: bool
) -> None:
    data = zipped(FILES, is_piped=is_piped)
    assert told(read(data[: data.index(b"PK\x01\x02")], "a.zip")) == [*TEXTS, "malformed"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_archive_that_breaks_off_gives_what_stands_before(read: Read, zipped: Pack, told: Told, method: int) -> None:
    data = zipped(FILES, method)
    outcome = read(data[: data.index(b"march/3.txt") + 20], "a.zip")
    assert told(outcome) == [*TEXTS[:2], "malformed"]
    assert isinstance(outcome[2], Reject)
    assert "march/3.txt" in outcome[2].detail


def test_a_damaged_file_costs_only_itself(read: Read, zipped: Pack, told: Told) -> None:
    data = bytearray(zipped(FILES, zipfile.ZIP_STORED))
    data[data.index(b"March 2")] ^= 1
    outcome = read(bytes(data), "a.zip")
    assert told(outcome) == [TEXTS[0], "malformed", TEXTS[2]]
    assert isinstance(outcome[1], Reject)
    assert outcome[1].path.endswith("march/2.txt")


def test_a_lying_size_changes_nothing(read: Read, zipped: Pack, told: Told) -> None:
    data = bytearray(zipped(FILES))
    at = data.index(b"march/1.txt") - 8
    data[at : at + 4] = (1).to_bytes(4, "little")  # what it says that it unpacks to
    assert told(read(bytes(data), "a.zip")) == TEXTS


def test_an_archive_without_files_is_told(reject: Callable[..., Reject], zipped: Pack) -> None:
    assert reject(zipped({}), "a.zip").reason is RejectReason.EMPTY
    assert reject(zipped({".hidden": "x"}), "a.zip").reason is RejectReason.EMPTY
