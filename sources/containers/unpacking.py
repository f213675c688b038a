"""Unpacking piece by piece: whatever a few bytes unpack to, no more than a piece of it is held."""

import io
import zlib
from collections.abc import Callable
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import BinaryIO, Protocol, cast

from sources.containers.feed import CHUNK
from sources.pieces import Pieces, at_once

__all__ = ["Inflater", "Unpacked", "Unpacker", "brotli", "zstandard"]

MOST_MEMORY = 200_000_000  # bytes that unpacking xz may take; its strongest setting takes 65 million


class Unpacker(Protocol):
    """Unpacks one compressed stream, as the standard library's do for bz2 and xz."""

    @property
    def eof(self) -> bool:
        """Whether the compressed stream has ended."""

    @property
    def needs_input(self) -> bool:
        """Whether more can be unpacked only of more bytes."""

    @property
    def unused_data(self) -> bytes:
        """What stood behind the end of the compressed stream."""

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """Unpack at most so many bytes, and keep what is left of `data` for the next call."""


class Inflater:
    """Unpacks what deflate packed; `window` says in which wrapping: gzip's, zlib's or none."""

    def __init__(self, window: int) -> None:
        self._machine = zlib.decompressobj(window)
        self._may_hold_more = False

    @property
    def eof(self) -> bool:
        """Whether the compressed stream has ended."""
        return self._machine.eof

    @property
    def needs_input(self) -> bool:
        """Whether more can be unpacked only of more bytes."""
        return not self._machine.unconsumed_tail and not self._may_hold_more

    @property
    def unused_data(self) -> bytes:
        """What stood behind the end of the compressed stream."""
        return self._machine.unused_data

    def decompress(self, data: bytes, max_length: int = 0) -> bytes:
        """Unpack at most so many bytes, and keep what is left of `data` for the next call."""
        unpacked = self._machine.decompress(self._machine.unconsumed_tail + data, max_length)
        self._may_hold_more = len(unpacked) == max_length
        return unpacked


class _Unbrotli:
    """Unpacks the compression of the web that has no mark."""

    def __init__(self, library: ModuleType) -> None:
        self._machine = library.Decompressor()

    @property
    def eof(self) -> bool:
        """Whether the compressed stream has ended."""
        return bool(self._machine.is_finished())

    @property
    def needs_input(self) -> bool:
        """Whether more can be unpacked only of more bytes."""
        return bool(self._machine.can_accept_more_data())

    @property
    def unused_data(self) -> bytes:
        """Give nothing: a page has one compressed stream."""
        return b""

    def decompress(self, data: bytes, max_length: int = 1) -> bytes:
        """Unpack about so many bytes, and keep what is left of `data` for the next call."""
        return bytes(self._machine.process(data, output_buffer_limit=max_length))


class Unpacked(Pieces):
    """What a stream unpacks to; streams that stand one behind the other, each with a mark of `begins`, are one.

    `cut` and `damaged` make the errors that are raised where it ends too early or cannot be unpacked.
    """

    def __init__(
        self,
        packed: BinaryIO | io.RawIOBase,
        fresh: Callable[[], Unpacker],
        *,
        cut: Callable[[], OSError],
        damaged: Callable[[], OSError],
        begins: tuple[bytes, ...] = (),
    ) -> None:
        super().__init__()
        self._packed = packed
        self._fresh = fresh
        self._cut, self._damaged = cut, damaged
        self._begins = begins
        self._machine = fresh()
        self._next = b""
        self._left = b""  # unpacked and not asked for yet
        self._is_over = False
        self._failure: OSError | None = None

    @property
    def unused(self) -> bytes:
        """What was taken from the stream behind its end."""
        return self._machine.unused_data

    def piece(self, size: int) -> bytes:
        """Give the next piece."""
        if self._failure:
            raise self._failure
        while not self._left and not self._is_over:
            if self._machine.eof:
                self._begin_next()
            else:
                self._left = self._piece(size)
        chunk, self._left = self._left[:size], self._left[size:]
        return chunk

    def _piece(self, size: int) -> bytes:
        data = b""
        if self._machine.needs_input:
            data, self._next = self._next or at_once(self._packed, CHUNK), b""
            if not data:
                self._failure = self._cut()
                raise self._failure
        try:
            return self._machine.decompress(data, size)
        except Exception as error:  # the libraries name their errors each in its own way
            self._failure = self._damaged()
            raise self._failure from error

    def _begin_next(self) -> None:
        """Go on with the next compressed stream; padding and anything else behind the last is left alone."""
        longest = max(map(len, self._begins), default=0)
        behind = self._machine.unused_data.lstrip(b"\0")
        while len(behind) < longest and (more := at_once(self._packed, CHUNK)):
            behind = (behind + more).lstrip(b"\0")
        self._is_over = not behind.startswith(self._begins) or not self._begins
        if not self._is_over:
            self._machine, self._next = self._fresh(), behind


def zstandard() -> Callable[[], Unpacker] | None:
    """Give what unpacks zstandard; None where it is not installed."""
    for name in ("compression.zstd", "backports.zstd"):  # the first came with Python 3.14
        try:
            return cast("Callable[[], Unpacker]", import_module(name).ZstdDecompressor)
        except ImportError:
            continue
    return None


def brotli() -> Callable[[], Unpacker] | None:
    """Give what unpacks brotli; None where it is not installed."""
    try:
        library = import_module("brotli")
    except ImportError:
        return None
    return partial(_Unbrotli, library)
