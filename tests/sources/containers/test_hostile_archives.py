"""However an archive is damaged, it gives reports and rejects, and comes to an end."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.report import Reject, Report
from sources.options import ReadOptions
from sources.read import read_sources

TEXT = "Two guards died near the dam."
FILES = {"a.txt": TEXT, "b/": "", "b/c.jsonl": '{"text": "Three died."}\n' * 20, ".d": "x"}
MHTML = """From: <Saved by Blink>
Content-Type: multipart/related; boundary="b"

--b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<p>Two guards=20died.</p>
--b--
"""
KINDS = ("zip", "piped", "stored", "tar", "tgz", "gz", "bz2", "xz", "warc", "wacz", "mhtml", "nested")
CHANGES = st.lists(
    st.tuples(
        st.integers(0, 3_000),
        st.sampled_from([b"", b"\x00", b"\xff\xff\xff\xff", b"PK\x03\x04", b"PK\x07\x08", b"\r\n\r\n", b"9"]),
        st.integers(0, 40),
    ),
    max_size=6,
)


@pytest.fixture
def whole(zipped: Callable[..., bytes], taped: Callable[..., bytes], record: Callable[..., bytes]) -> dict[str, bytes]:
    page = record(gzip.compress(b"<p>Three died.</p>"), said="Content-Encoding: gzip\r\n")
    crawl = record() + page + record(b"5\r\n<p>Tw\r\n0\r\n\r\n", said="Transfer-Encoding: chunked\r\n")
    tape = taped(FILES)
    return {
        "zip": zipped(FILES),
        "piped": zipped(FILES, is_piped=True),
        "stored": zipped(FILES, 0, is_piped=True),
        "tar": tape,
        "tgz": gzip.compress(tape),
        "gz": gzip.compress(TEXT.encode()),
        "bz2": bz2.compress(TEXT.encode()),
        "xz": lzma.compress(TEXT.encode()),
        "warc": crawl,
        "wacz": zipped({"archive/data.warc.gz": gzip.compress(crawl)}),
        "mhtml": MHTML.encode(),
        "nested": zipped({"a.zip": zipped(FILES), "b.tgz": gzip.compress(tape)}, 0),
    }


def outcome_of(data: bytes) -> list[Report | Reject]:
    return list(read_sources(["-"], ReadOptions(largest_archive=1_000_000), stdin=io.BytesIO(data)))


def check(outcome: list[Report | Reject]) -> None:
    assert outcome
    for entry in outcome:
        entry.model_dump_json().encode()
        if isinstance(entry, Reject):
            assert entry.detail.isprintable()


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_no_change_of_an_archive_makes_it_raise_or_loop(
    whole: dict[str, bytes], kind: str, changes: list[tuple[int, bytes, int]]
) -> None:
    data = whole[kind]
    for at, put, instead_of in changes:
        here = at % (len(data) + 1)
        data = data[:here] + put + data[here + instead_of :]
    check(outcome_of(data or b"x"))


@pytest.mark.parametrize("kind", KINDS)
def test_an_archive_that_breaks_off_anywhere_gives_no_more_than_the_whole(whole: dict[str, bytes], kind: str) -> None:
    data = whole[kind]
    reports = [entry.text for entry in outcome_of(data) if isinstance(entry, Report)]
    assert reports
    for size in range(20, len(data), max(1, len(data) // 60)):
        outcome = outcome_of(data[:size])
        check(outcome)
        texts = [entry.text for entry in outcome if isinstance(entry, Report)]
        assert len(texts) <= len(reports)
        if kind != "mhtml":  # its page is read as far as it goes
            assert texts == reports[: len(texts)]
