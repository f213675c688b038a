import gzip
import zlib
from collections.abc import Callable

import pytest

from schemas.report import Reject, Report

Outcome = list[Report | Reject]
Read = Callable[..., Outcome]
Write = Callable[..., bytes]
Told = Callable[[Outcome], list[str]]

TEXT = "Two guards died near the dam."
PAGE = f"<html><body><p>{TEXT}</p></body></html>".encode()
GZIP = "Content-Encoding: gzip\r\n"
CHUNKED = "Transfer-Encoding: chunked\r\n"


def chunked(body: bytes, size: int = 7) -> bytes:
    chunks = (body[at : at + size] for at in range(0, len(body), size))
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


def each_packed(*records: bytes) -> bytes:
    return b"".join(map(gzip.compress, records))


def all_packed(*records: bytes) -> bytes:
    return gzip.compress(b"".join(records))


@pytest.mark.parametrize(
    ("name", "join"),
    [("crawl.warc", lambda *records: b"".join(records)), ("crawl.warc.gz", each_packed), ("crawl.warc.gz", all_packed)],
)
def test_pages_are_read_with_their_addresses_and_the_day_of_the_crawl_is_no_day_of_publication(
    read: Read, record: Write, name: str, join: Callable[..., bytes]
) -> None:
    info = record(kind="warcinfo")
    first, second = read(join(info, record(), record(url="<https://daily.example/dam>")), name)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.text, first.url, first.part) == (TEXT, "https://wire.example/dam", "record 2")
    assert (second.url, second.part, second.published) == ("https://daily.example/dam", "record 3", None)
    assert (first.file or "").endswith(f"/{name}")


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "request"},
        {"kind": "revisit"},
        {"kind": "metadata"},
        {"status": "404 Not Found"},
        {"status": "301 Moved"},
        {"media_type": "text/css"},
        {"media_type": "image/jpeg"},
        {"media_type": "application/json"},
        {"media_type": "text/plain", "url": "https://wire.example/robots.txt"},
        {"media_type": "text/plain", "url": "https://wire.example/ads.txt?1"},
        {"body": b""},
    ],
)
def test_what_is_no_page_is_passed_over_in_silence(
    read: Read, record: Write, told: Told, other: dict[str, str]
) -> None:
    assert told(read(record(**other) + record(), "crawl.warc")) == [TEXT]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (gzip.compress(PAGE), GZIP),
        (zlib.compress(PAGE), "Content-Encoding: deflate\r\n"),
        (zlib.compress(PAGE)[2:-4], "Content-Encoding: deflate\r\n"),
        (chunked(PAGE), CHUNKED),
        (chunked(gzip.compress(PAGE)), CHUNKED + GZIP),
        (gzip.compress(gzip.compress(PAGE)), "Content-Encoding: gzip, gzip\r\n"),
        # Crawlers that undo both keep the words about them.
        (PAGE, GZIP),
        (PAGE, CHUNKED),
        (PAGE, CHUNKED + GZIP),
        (PAGE, "Content-Encoding: identity\r\n"),
    ],
)
def test_a_page_is_read_however_it_was_sent(read: Read, record: Write, told: Told, body: bytes, said: str) -> None:
    assert told(read(record(body, said=said) + record(b"<p>Three died.</p>"), "crawl.warc")) == [TEXT, "Three died."]


@pytest.mark.parametrize(("name", "library"), [("br", "brotli"), ("zstd", "backports.zstd")])
def test_younger_ways_of_packing_are_read_too(read: Read, record: Write, told: Told, name: str, library: str) -> None:
    packed = pytest.importorskip(library).compress(PAGE)
    assert told(read(record(packed, said=f"Content-Encoding: {name}\r\n"), "crawl.warc")) == [TEXT]


def test_texts_and_documents_are_known_by_what_the_server_calls_them(read: Read, record: Write) -> None:
    note = record(b"Two guards died, the police said.", media_type="text/plain")
    document = record(b"%PDF-1.4\n%\xff", media_type="application/pdf")
    first, second = read(note + document, "crawl.warc")
    assert isinstance(first, Report)
    assert first.media_type == "text/plain"
    assert isinstance(second, Reject)
    assert second.part == "record 2"
    assert "PDF is broken" in second.detail


def test_the_encoding_that_the_server_names_is_used(read: Read, record: Write, told: Told) -> None:
    words = "Погибли двое, сообщила полиция."
    page = record(f"<html><p>{words}</p></html>".encode("cp1251"), media_type="text/html; charset=windows-1251")
    assert told(read(page, "crawl.warc")) == [words]


def test_a_page_that_was_cut_off_costs_only_itself(read: Read, record: Write, told: Told) -> None:
    outcome = read(record(gzip.compress(PAGE)[:-9], said=GZIP) + record(), "crawl.warc")
    assert told(outcome) == ["malformed", TEXT]
    assert outcome[0].part == "record 1"


@pytest.mark.parametrize(
    ("junk", "lines"),
    [
        (b"junk\r\nand more\r\n\r\n", ["malformed"]),
        (b"WARC/1.0\r\nContent-Length: many\r\n\r\nbody\r\n\r\n", ["malformed"]),
        (b"\r\n\r\n", []),
    ],
)
def test_records_behind_what_is_none_are_read(
    read: Read, record: Write, told: Told, junk: bytes, lines: list[str]
) -> None:
    outcome = told(read(record() + junk + record(b"<p>Three died.</p>"), "crawl.warc"))
    assert outcome == [TEXT, "Three died.", *lines]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_a_crawl_that_breaks_off_gives_what_stands_before(read: Read, record: Write, told: Told, name: str) -> None:
    noise = bytes(number * number % 251 for number in range(50_000))
    data = record() + record(noise, media_type="image/jpeg")
    packed = gzip.compress(data) if name.endswith(".gz") else data
    outcome = read(packed[: len(packed) * 2 // 3], name)
    assert told(outcome) == [TEXT, "malformed"]
    assert "record 2" in outcome[1].model_dump()["detail"]


def test_a_crawl_without_pages_is_told(read: Read, record: Write, told: Told) -> None:
    assert told(read(record(kind="request"), "crawl.warc")) == ["empty"]


def test_a_packed_crawl_gives_its_records_and_nothing_beside_them(
    read: Read, record: Write, zipped: Write, told: Told
) -> None:
    files = {
        "indexes/index.cdx.gz": gzip.compress(b"noise"),
        "archive/data.warc.gz": gzip.compress(record()),
        "pages/pages.jsonl": b'{"text": "No report."}\n',
        "datapackage.json": b"{}",
    }
    outcome = read(zipped(files), "crawl.wacz")
    assert told(outcome) == [TEXT]
    assert isinstance(outcome[0], Report)
    assert (outcome[0].file or "").endswith("/crawl.wacz/archive/data.warc.gz")
    assert outcome[0].part == "record 1"


def test_a_zip_of_records_of_somebody_else_is_read_whole(read: Read, record: Write, zipped: Write, told: Told) -> None:
    outcome = read(zipped({"data.warc": record(), "notes.txt": "Three died."}), "mine.zip")
    assert told(outcome) == [TEXT, "Three died."]
