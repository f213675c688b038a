import bz2
import gzip
import lzma
from collections.abc import Callable
from importlib import import_module

import pytest

from schemas.report import Reject, Report

Outcome = list[Report | Reject]
Read = Callable[..., Outcome]
Told = Callable[[Outcome], list[str]]
Squeeze = Callable[[bytes], bytes]

ROWS = b'{"text": "Two died."}\n', b'{"text": "Three died."}\n'
WAYS = [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)]


def zst(data: bytes) -> bytes:
    """Pack as zstandard, which came with Python 3.14."""
    library = pytest.importorskip("backports.zstd")
    packed: bytes = library.compress(data)
    return packed


@pytest.mark.parametrize(("ending", "squeeze"), [*WAYS, ("zst", zst)])
def test_a_compressed_file_is_read_as_if_it_were_not(read: Read, told: Told, ending: str, squeeze: Squeeze) -> None:
    outcome = read(squeeze(ROWS[0] + ROWS[1]), f"march.jsonl.{ending}")
    assert told(outcome) == ["Two died.", "Three died."]
    assert isinstance(outcome[1], Report)
    assert outcome[1].part == "line 2"
    assert (outcome[1].file or "").endswith(f"/march.jsonl.{ending}/march.jsonl")


@pytest.mark.parametrize(("ending", "squeeze"), [*WAYS, ("zst", zst)])
def test_several_packed_streams_are_one_file(read: Read, told: Told, ending: str, squeeze: Squeeze) -> None:
    parts = b"".join(map(squeeze, ROWS))
    assert told(read(parts + b"\0" * 512, f"march.jsonl.{ending}")) == ["Two died.", "Three died."]


@pytest.mark.parametrize(("ending", "squeeze"), WAYS)
def test_a_file_that_breaks_off_gives_its_first_lines(read: Read, told: Told, ending: str, squeeze: Squeeze) -> None:
    rows = b"".join(b'{"text": "%d died."}\n' % (number * 7_919 % 99_991) for number in range(20_000))
    packed = squeeze(rows)
    outcome = told(read(packed[: len(packed) * 2 // 3], f"march.jsonl.{ending}"))
    first = 1 if ending == "gz" else 0  # the others pack in blocks larger than this file
    assert outcome[:first] == ["0 died."][:first]
    assert outcome[-1] == "malformed"
    assert outcome.count("malformed") == 1


@pytest.mark.parametrize(("ending", "squeeze"), WAYS)
def test_damage_is_told_in_one_line(read: Read, told: Told, ending: str, squeeze: Squeeze) -> None:
    packed = bytearray(squeeze(b"Two guards died near the dam. " * 3))
    packed[len(packed) // 2] ^= 0x55
    assert told(read(bytes(packed), f"note.txt.{ending}"))[-1] == "malformed"


def test_a_sum_that_is_wrong_is_damage(read: Read, told: Told) -> None:
    packed = bytearray(gzip.compress(b"Two guards died."))
    packed[-5] ^= 1
    assert told(read(bytes(packed), "note.txt.gz")) == ["malformed"]


@pytest.mark.parametrize(("name", "inner"), [("note.txt.gz", "note.txt.gz/note.txt"), ("note", "note")])
def test_what_is_in_it_is_called_as_the_file_without_the_ending(read: Read, name: str, inner: str) -> None:
    (report,) = read(gzip.compress(b"Two guards died."), name)
    assert isinstance(report, Report)
    assert (report.file or "").endswith(f"/{inner}")


def test_without_the_library_zst_says_what_to_install(read: Read, monkeypatch: pytest.MonkeyPatch, told: Told) -> None:
    def missing(name: str) -> object:
        if "zstd" in name:
            raise ImportError(name)
        return import_module(name)

    monkeypatch.setattr("sources.containers.unpacking.import_module", missing)
    outcome = read(zst(b"Two guards died."), "note.txt.zst")
    assert told(outcome) == ["unreadable"]
    assert "affray[archives]" in outcome[0].model_dump()["detail"]
