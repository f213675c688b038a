import tarfile
from collections.abc import Callable

import pytest

from schemas.report import Reject, Report

Outcome = list[Report | Reject]
Read = Callable[..., Outcome]
Pack = Callable[..., bytes]
Told = Callable[[Outcome], list[str]]

FILES = {f"march/{day}.txt": f"Two guards died on March {day}." for day in (1, 2, 3)}
TEXTS = list(FILES.values())


def entry(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, target
    return made


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_files_are_read_in_their_order_packed_or_not(read: Read, taped: Pack, told: Told, form: int, mode: str) -> None:
    folder = entry("march", tarfile.DIRTYPE)
    outcome = read(taped(FILES, folder, mode=mode, form=form), "march.tar.gz")
    assert told(outcome) == TEXTS
    assert [(report.file or "").split("/march.tar.gz/")[1] for report in outcome if isinstance(report, Report)] == [
        *FILES
    ]


@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("name", ["a/" * 150 + "b.txt", "Überfall in Doğubeyazıt " * 10 + ".txt"])
def test_a_long_name_is_whole(read: Read, taped: Pack, form: int, name: str) -> None:
    (report,) = read(taped({name: "Two died."}, form=form), "a.tar")
    assert isinstance(report, Report)
    assert (report.file or "").endswith(name)


def test_links_and_devices_are_passed_over_and_told(read: Read, taped: Pack, told: Told) -> None:
    others = [
        entry("passwd.txt", tarfile.SYMTYPE, "/etc/passwd"),
        entry("again.txt", tarfile.LNKTYPE, "march/1.txt"),
        entry("null.txt", tarfile.CHRTYPE),
        entry("pipe.txt", tarfile.FIFOTYPE),
    ]
    outcome = read(taped(FILES, *others), "a.tar")
    assert told(outcome) == [*TEXTS, "unreadable", "unreadable"]
    details = [entry.detail for entry in outcome if isinstance(entry, Reject)]
    assert ["2 of its files are passed over" in detail for detail in details] == [True, True]


@pytest.mark.parametrize("name", ["._a.txt", "a/.DS_Store", ".git/config.txt"])
def test_what_is_hidden_is_passed_over_in_silence(read: Read, taped: Pack, told: Told, name: str) -> None:
    assert told(read(taped({name: "Noise.", **FILES}), "a.tar")) == TEXTS


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "/etc/passwd.txt", "a\x1b[2J\udce9.txt"])
def test_a_hostile_name_is_only_shown(read: Read, taped: Pack, name: str) -> None:
    (report,) = read(taped({name: "Two died."}, form=tarfile.GNU_FORMAT), "a.tar")
    assert isinstance(report, Report)
    assert (report.file or "").encode()
    assert (report.file or "").split("/a.tar/")[1].isprintable()


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_a_tape_that_breaks_off_gives_what_stands_before(read: Read, taped: Pack, told: Told, mode: str) -> None:
    noise = bytes(number * number % 251 for number in range(50_000))  # hard to pack
    data = taped({**FILES, "picture.jpg": noise}, mode=mode)
    outcome = read(data[: len(data) // 2], "a.tgz")
    assert told(outcome)[:3] == TEXTS
    assert told(outcome)[-1] == "malformed"
    assert "in or behind picture.jpg" in outcome[-1].model_dump()["detail"]


@pytest.mark.parametrize("size", [b"77777777777", b"\xff" * 12, b"\x80" + b"\xff" * 11])
def test_a_note_that_lies_about_its_size_ends_the_tape(read: Read, taped: Pack, told: Told, size: bytes) -> None:
    note = bytearray(taped({"x": ""})[:512])
    note[156:157] = b"x"
    note[124 : 124 + len(size)] = size
    note[148:156] = b" " * 8
    note[148:156] = b"%06o\0 " % sum(note)
    tape = taped(FILES)
    first = tape.index(b"march/2.txt")
    assert told(read(tape[:first] + bytes(note) + tape[first:], "a.tar"))[-1] == "malformed"
