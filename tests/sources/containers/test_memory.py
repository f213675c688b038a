import gzip
import io
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from sources.options import ReadOptions
from sources.reader import reader_for
from sources.source import Source, open_stream

LARGE = b"<p>Two guards died near the dam.</p>\n" * 1_000_000


@pytest.mark.parametrize("kind", ["zip", "stored", "piped", "tgz", "gz", "warc", "warc.gz", "page"])
def test_memory_does_not_grow_with_what_is_in_an_archive(
    zipped: Callable[..., bytes], taped: Callable[..., bytes], record: Callable[..., bytes], kind: str
) -> None:
    files = {".hidden": LARGE, "a.txt": LARGE, "b.txt": LARGE}
    crawl = record(LARGE, media_type="image/png") + record(LARGE)
    packed_page = record(gzip.compress(LARGE), said="Content-Encoding: gzip\r\n")
    make: dict[str, Callable[[], bytes]] = {
        "zip": lambda: zipped(files),
        "stored": lambda: zipped(files, zipfile.ZIP_STORED, is_piped=True),
        "piped": lambda: zipped(files, is_piped=True),
        "tgz": lambda: taped(files, mode="w:gz"),
        "gz": lambda: gzip.compress(LARGE),
        "warc": lambda: crawl,
        "warc.gz": lambda: gzip.compress(crawl),
        "page": lambda: packed_page,
    }
    source = open_stream(io.BytesIO(make[kind]()), path="a")
    assert isinstance(source, Source)
    container = reader_for(source.head, "", is_text_taken=False)
    assert container is not None
    assert hasattr(container, "members")
    read = 0
    tracemalloc.start()
    for member in container.members(source, ReadOptions()):
        assert isinstance(member, Source)
        while piece := member.stream.read(65_536):
            read += len(piece)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read in (len(LARGE), 2 * len(LARGE))
    assert most < 2_000_000
