"""Opening a list: plain, or packed by gzip or zip with one table inside."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from schemas.errors import CodedFileError
from sources.refusal import Refusal, quoted
from sources.source import HEAD, Source, open_file

__all__ = ["open_list"]

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
TABLES = (".csv", ".tsv", ".txt")


@contextmanager
def open_list(path: Path, *, on_bytes: Callable[[int], None] | None = None) -> Iterator[Source]:
    """Lend the bytes of a list of events.

    Raises:
        CodedFileError: it cannot be opened, is packed otherwise, or breaks off while it is unpacked.

    """
    opened = open_file(path, on_bytes=on_bytes)
    if isinstance(opened, Refusal):
        raise CodedFileError(f"{path}: {opened.detail}")
    with opened.stream:
        try:
            if opened.head.startswith(GZIP):
                with gzip.GzipFile(fileobj=opened.stream) as inner:
                    yield _source(opened.path, inner)
            elif opened.head.startswith(ZIP):
                with zipfile.ZipFile(path) as archive, archive.open(_only_table(path, archive)) as inner:
                    yield _source(opened.path, inner)
            else:
                yield opened
        except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise CodedFileError(f"{path} cannot be unpacked: {error}. Fetch it again, or unpack it first.") from error


def _source(path: str, inner: IO[bytes] | gzip.GzipFile) -> Source:
    stream = io.BufferedReader(inner, HEAD)  # type: ignore[type-var]  # both read into buffers as raw streams do
    return Source(path, stream.peek(HEAD), stream)


def _only_table(path: Path, archive: zipfile.ZipFile) -> str:
    names = [name for name in archive.namelist() if name.casefold().endswith(TABLES)]
    if len(names) != 1:
        shown = ", ".join(quoted(name) for name in names[:5]) or "none"
        raise CodedFileError(f"{path} should hold one table; it holds {shown}. Unpack it and name the table.")
    return names[0]
