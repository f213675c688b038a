"""Streams of our own: each only says what its next piece is."""

import io
from abc import abstractmethod
from typing import BinaryIO

__all__ = ["Pieces", "at_once"]


def at_once(stream: BinaryIO | io.RawIOBase, size: int) -> bytes:
    """Give at most so many bytes, those that are there: waiting for the rest, which may fail, would lose them."""
    read = stream.read1 if isinstance(stream, io.BufferedReader) else stream.read
    return read(size) or b""


class Pieces(io.RawIOBase):
    """A stream that is read once from front to back."""

    @abstractmethod
    def piece(self, size: int) -> bytes:
        """Give at most so many bytes, none only at the end."""

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # any buffer is one of these two here
        """Fill a buffer with the next piece."""
        piece = self.piece(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
