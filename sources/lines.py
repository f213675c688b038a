"""Lines of a stream of any size, in memory that does not grow."""

import io
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from sources.encoding import marked_encoding

__all__ = ["Line", "lines", "transcoded"]


# Latin-1 there and back leaves every byte as it is, so that only the line ends are mended.
MACINTOSH = "latin-1"


class Line(NamedTuple):
    """One line with its end; `data` is None where it is longer than allowed, and `size` counts its bytes."""

    number: int
    data: bytes | None
    size: int


class _Transcoded(io.RawIOBase):
    """Gives in UTF-8 and with Unix line ends what a stream holds otherwise."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        super().__init__()
        self._target = MACINTOSH if encoding == MACINTOSH else "utf-8"
        self._text = io.TextIOWrapper(stream, encoding, errors="replace", newline=None)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # any buffer is one of these two here
        chunk = self._text.read(len(buffer) // 4).encode(self._target, "replace")
        buffer[: len(chunk)] = chunk
        return len(chunk)


def lines(stream: BinaryIO, *, longest: int) -> Iterator[Line]:
    """Split at line feeds; of a line longer than `longest` bytes only the size is kept."""
    number = 0
    while data := stream.readline(longest + 1):
        number += 1
        size = len(data)
        last = data
        while size > longest and not last.endswith(b"\n") and (last := stream.readline(longest)):
            size += len(last)
        yield Line(number, data if size <= longest else None, size)


def transcoded(stream: BinaryIO, head: bytes) -> BinaryIO:
    """Make lines in UTF-8 out of UTF-16, UTF-32 and old Macintosh line ends; leave all others as they are."""
    encoding = marked_encoding(head)
    if encoding is None and b"\r" in head and b"\n" not in head:
        encoding = MACINTOSH
    if encoding is None or encoding == "utf-8-sig":
        return stream
    return io.BufferedReader(_Transcoded(stream, encoding))
