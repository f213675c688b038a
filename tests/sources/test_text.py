import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.options import ReadOptions
from sources.read import read_sources

SENTENCE = "Two guards were killed near the dam of Bogotá on Sunday."
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def test_a_text_is_one_report_and_stays_whole(report: Callable[..., Report]) -> None:
    words = f"  Dam attack leaves two dead\n\nBy Jane Doe\nPublished 8 March 2021\n\n{SENTENCE}\n\nComments\n"
    read = report(words)
    assert read.text == words
    assert (read.title, read.byline, read.published) == ("Dam attack leaves two dead", "Jane Doe", date(2021, 3, 8))
    assert (read.media_type, read.language) == ("text/plain", "en")
    assert read.raw_sha256 == hashlib.sha256(words.encode()).hexdigest()


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("One.\r\n\r\nTwo.\rThree.\n", "One.\n\nTwo.\nThree.\n"),
        ("Bogota\u0301 is far.", "Bogotá is far."),  # NFC
        ("A bell\x07 and a\x0cfeed.", "A bell\x07 and a\x0cfeed."),
        ("\ufeffOne.", "One."),
    ],
)
def test_line_ends_and_accents_are_brought_to_one_form_and_nothing_else(
    report: Callable[..., Report], written: str, text: str
) -> None:
    assert report(written).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252"])
def test_a_text_is_read_in_any_encoding(report: Callable[..., Report], encoding: str) -> None:
    assert report(SENTENCE.encode(encoding)).text == SENTENCE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", RejectReason.EMPTY),
        (b" \r\n\t\n", RejectReason.EMPTY),
        ("\u00a0\u2003\n", RejectReason.EMPTY),
        (b"\xef\xbb\xbf", RejectReason.EMPTY),
        (bytes(range(256)) * 20, RejectReason.BINARY),
        (b"\x00" * 2_000, RejectReason.BINARY),
        ("“Two” died in Bogotá".encode()[:-1], RejectReason.ENCODING),
    ],
)
def test_what_is_no_text_is_set_aside_in_one_line(
    reject: Callable[..., Reject], data: bytes | str, reason: RejectReason
) -> None:
    rejected = reject(data)
    assert rejected.reason is reason
    assert rejected.path.endswith("report.txt")
    assert "\n" not in rejected.detail


def test_a_report_over_the_limit_is_refused_and_not_cut(reject: Callable[..., Reject]) -> None:
    rejected = reject("x " * 1_000, largest_report=1_999)
    assert rejected.reason is RejectReason.TOO_LARGE
    assert "2,000 bytes" in rejected.detail


def test_a_report_at_the_limit_is_read(report: Callable[..., Report]) -> None:
    assert len(report("x " * 1_000, largest_report=2_000).text) == 2_000


def test_a_date_that_is_none_is_told_beside_the_report(read: Callable[..., list[Report | Reject]]) -> None:
    warning, read_report = read(f"Dam attack leaves two dead\n\nPublished 31 February 2021\n\n{SENTENCE}")
    assert isinstance(warning, Reject)
    assert warning.reason is RejectReason.DATE
    assert warning.reason.is_warning
    assert "31 February 2021" in warning.detail
    assert isinstance(read_report, Report)
    assert read_report.published is None


def test_the_day_given_for_all_serves_only_reports_without_one(report: Callable[..., Report]) -> None:
    given = date(2020, 1, 1)
    assert report(SENTENCE, published=given).published == given
    assert report(f"8 March 2021\n\n{SENTENCE}", published=given).published == date(2021, 3, 8)


def test_the_date_order_reads_a_date_line(report: Callable[..., Report]) -> None:
    words = f"Dam attack leaves two dead\n06/07/2016\n\n{SENTENCE}"
    assert report(words, date_order="DMY").published == date(2016, 7, 6)
    assert report(words, date_order="MDY").published == date(2016, 6, 7)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the first report is not on this machine")
def test_the_first_report_has_its_title_and_its_day() -> None:
    (read,) = read_sources([str(SEEDS)], ReadOptions())
    assert isinstance(read, Report)
    assert read.title == "Russia Accuses Kosovo of Promoting Ethnic Cleansing of Serbs"
    assert read.published == date(2023, 9, 25)
    assert read.language == "en"
