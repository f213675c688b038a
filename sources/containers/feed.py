"""The bytes of an archive in their order: exactly so many are taken, and what was taken too far is put back."""

import io
from typing import BinaryIO

from sources.broken import StoppedError
from sources.pieces import Pieces, at_once

__all__ = ["CHUNK", "Bounded", "Feed", "Rest"]

CHUNK = 65_536  # bytes that are taken at once


class Feed:
    """Reads an archive from front to back."""

    def __init__(self, stream: BinaryIO | io.RawIOBase, path: str) -> None:
        self.path = path
        self._stream = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_Raw(stream), CHUNK)
        self._back = b""

    def read(self, size: int) -> bytes:
        """Give at most so many bytes, none at the end."""
        if self._back:
            data, self._back = self._back[:size], self._back[size:]
            return data
        return self._stream.read1(size)

    def line(self) -> bytes:
        """Give the next line with its end, or the beginning of a long one; nothing at the end."""
        if not self._back:
            return self._stream.readline(CHUNK)
        end = self._back.find(b"\n") + 1
        line = self.read(min(end or len(self._back), CHUNK))
        return line if end or len(line) == CHUNK else line + self._stream.readline(CHUNK - len(line))

    def up_to(self, size: int) -> bytes:
        """Give so many bytes, fewer only at the end."""
        pieces = []
        while size > 0 and (piece := self.read(size)):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def exactly(self, size: int) -> bytes:
        """Give so many bytes.

        Raises:
            StoppedError: the archive ends before.

        """
        data = self.up_to(size)
        if len(data) < size:
            raise self.cut()
        return data

    def unread(self, data: bytes) -> None:
        """Put bytes back that were taken too far."""
        self._back = data + self._back

    def peek(self, size: int) -> bytes:
        """Look at what comes next, fewer bytes only at the end."""
        data = self.up_to(size)
        self.unread(data)
        return data

    def cut(self) -> StoppedError:
        """Say that the archive ends in the middle."""
        return StoppedError(self.path, "ends too early")

    def damaged(self) -> StoppedError:
        """Say that the archive cannot be followed any further."""
        return StoppedError(self.path, "is damaged")


class _Raw(Pieces):
    """A stream that may belong to somebody else, and stays open."""

    def __init__(self, stream: BinaryIO | io.RawIOBase) -> None:
        super().__init__()
        self._stream = stream

    def piece(self, size: int) -> bytes:
        """Give the next piece."""
        return at_once(self._stream, size)


class Bounded(Pieces):
    """The next bytes of an archive, so many: a file in it as it is stored."""

    def __init__(self, feed: Feed, size: int) -> None:
        super().__init__()
        self._feed = feed
        self._left = size
        self.count = 0

    def piece(self, size: int) -> bytes:
        """Give the next piece."""
        if not self._left:
            return b""
        chunk = self._feed.read(min(size, self._left))
        if not chunk:
            raise self._feed.cut()
        self._left -= len(chunk)
        self.count += len(chunk)
        return chunk

    def skip(self) -> None:
        """Pass over what nobody read.

        Raises:
            StoppedError: the archive ends before.

        """
        while self._left:
            self.piece(CHUNK)


class Rest(Pieces):
    """The bytes from here on, and how many of them were taken."""

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self._feed = feed
        self.count = 0

    def piece(self, size: int) -> bytes:
        """Give the next piece."""
        chunk = self._feed.read(size)
        self.count += len(chunk)
        return chunk

    def give_back(self, data: bytes) -> None:
        """Put back what was taken too far."""
        self._feed.unread(data)
        self.count -= len(data)
