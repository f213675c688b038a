"""What an archive may give is bounded, whatever it says of itself: the bound of the outermost is that of all in it."""

import bz2
import gzip
import lzma
from collections.abc import Callable

import pytest

from schemas.report import Reject, Report

Outcome = list[Report | Reject]
Read = Callable[..., Outcome]
Pack = Callable[..., bytes]
Told = Callable[[Outcome], list[str]]

TEXT = "Two guards died near the dam."
ZEROS = b"0" * 50_000_000


def test_a_bomb_is_cut_off_and_what_stood_before_is_kept(read: Read, zipped: Pack, told: Told) -> None:
    outcome = read(zipped({"a.txt": TEXT, "b.txt": ZEROS, "c.txt": TEXT}), "a.zip", largest_archive=1_000_000)
    assert told(outcome) == [TEXT, "too-large"]
    assert isinstance(outcome[1], Reject)
    assert outcome[1].path.endswith("/a.zip")
    assert "more than 1,000,000 bytes unpacked" in outcome[1].detail


def test_a_bomb_in_an_archive_spends_what_the_outer_one_has(read: Read, zipped: Pack, told: Told) -> None:
    inner = zipped({"a.txt": TEXT, "b.txt": ZEROS})
    files: dict[str, object] = {"a.zip": inner, "b.zip": inner, "c.txt": TEXT}
    outcome = read(zipped(files), "outer.zip", largest_archive=1_000_000)
    assert told(outcome) == [TEXT, "too-large"]
    assert isinstance(outcome[1], Reject)
    assert outcome[1].path.endswith("/outer.zip")


@pytest.mark.parametrize("squeeze", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_bomb_is_cut_off(read: Read, told: Told, squeeze: Callable[[bytes], bytes]) -> None:
    assert told(read(squeeze(ZEROS), "a.txt", largest_archive=1_000_000)) == ["too-large"]


def test_what_no_reader_takes_is_not_even_unpacked(read: Read, zipped: Pack, told: Told) -> None:
    data = zipped({"a.bin": bytes(50_000_000), "b.txt": TEXT})
    assert told(read(data, "a.zip", largest_archive=1_000_000)) == ["unknown-format", TEXT]


def test_what_is_passed_over_in_a_packed_tape_counts(read: Read, taped: Pack, told: Told) -> None:
    data = taped({".hidden": ZEROS, "a.txt": TEXT}, mode="w:gz")
    assert told(read(data, "a.tgz", largest_archive=1_000_000)) == ["too-large"]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_a_page_that_is_a_bomb_counts(read: Read, record: Pack, told: Told, name: str) -> None:
    data = record() + record(gzip.compress(ZEROS), said="Content-Encoding: gzip\r\n") + record()
    packed = gzip.compress(data) if name.endswith("gz") else data
    assert told(read(packed, name, largest_archive=1_000_000)) == [TEXT, "too-large"]


def test_ten_archives_in_each_of_ten_on_ten_levels_end_at_the_deepest(read: Read, zipped: Pack, told: Told) -> None:
    data = zipped({f"{number}.txt": TEXT for number in range(10)})
    for _ in range(9):
        data = zipped({f"{number}.zip": data for number in range(10)})
    outcome = told(read(data, "bomb.zip", deepest=2))
    assert outcome == ["too-large"] * 10 * 10
    outcome = told(read(data, "bomb.zip", most_members=50))
    assert outcome == ["too-large"] * len(outcome)
    assert len(outcome) < 50
    outcome = told(read(data, "bomb.zip", deepest=20, most_members=500))
    assert outcome.count("too-large") == 1
    assert 300 < outcome.count(TEXT) < 500


def test_an_archive_is_opened_as_deep_as_is_allowed(read: Read, zipped: Pack, told: Told) -> None:
    data = zipped({"a.txt": TEXT})
    for _ in range(3):
        data = zipped({"a.zip": data})
    assert told(read(data, "a.zip", deepest=4)) == [TEXT]
    outcome = read(data, "a.zip", deepest=3)
    assert told(outcome) == ["too-large"]
    assert isinstance(outcome[0], Reject)
    assert outcome[0].path.endswith("/a.zip/a.zip/a.zip/a.zip")


def test_a_compressed_file_that_unpacks_to_itself_ends_at_the_deepest(read: Read, told: Told) -> None:
    data = gzip.compress(TEXT.encode())
    for _ in range(30):
        data = gzip.compress(data)
    assert told(read(data, "a.gz")) == ["too-large"]


def test_no_more_files_are_read_than_is_allowed(read: Read, zipped: Pack, told: Told) -> None:
    outcome = read(zipped({f"{number}.txt": TEXT for number in range(5)}), "a.zip", most_members=3)
    assert told(outcome) == [TEXT, TEXT, TEXT, "too-large"]
    assert "more than 3 files" in outcome[3].model_dump()["detail"]


def test_what_fits_exactly_is_read(read: Read, zipped: Pack, told: Told) -> None:
    data = zipped({"a.txt": TEXT, "b.txt": TEXT})
    assert told(read(data, "a.zip", most_members=2, largest_archive=2 * len(TEXT))) == [TEXT, TEXT]
    assert told(read(data, "a.zip", largest_archive=2 * len(TEXT) - 1)) == [TEXT, "too-large"]


def test_two_archives_have_each_their_own(read: Read, zipped: Pack, told: Told) -> None:
    data = zipped({"a.txt": TEXT})
    for name in ("a.zip", "b.zip"):
        assert told(read(data, name, most_members=1)) == [TEXT]


def test_a_file_too_large_for_a_report_costs_only_itself(read: Read, zipped: Pack, told: Told) -> None:
    data = zipped({"a.txt": "x " * 100_000, "b.txt": TEXT})
    outcome = read(data, "a.zip", largest_report=100_000)
    assert told(outcome) == ["too-large", TEXT]
    assert outcome[0].model_dump()["path"].endswith("/a.zip/a.txt")
