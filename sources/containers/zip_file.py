"""One file of a ZIP: where it ends, unpacked piece by piece, proved by its check sum."""

import bz2
import zlib
from collections.abc import Callable
from functools import partial

from sources.allowance import Allowance, metered
from sources.broken import BrokenError
from sources.containers.feed import CHUNK, Bounded, Feed, Rest
from sources.containers.unpacking import Inflater, Unpacked, Unpacker, zstandard
from sources.containers.zip_entry import BEHIND, Entry, told_behind
from sources.pieces import Pieces

__all__ = ["STORED", "ZipFile", "is_known"]

STORED, DEFLATED, BZIP2, ZSTANDARD = 0, 8, 12, 93
WHOLE_BEHIND = 24  # bytes that show where a file ends whose size is told only behind it


class ZipFile(Pieces):
    """Gives a file's bytes; where its size is told only behind it, its own end or that telling is looked for."""

    def __init__(self, entry: Entry, feed: Feed, allowance: Allowance) -> None:
        super().__init__()
        self._entry = entry
        self._feed = feed
        self._unpacker = None if entry.is_locked else _unpacker(entry.method)
        self._packed = self._opened()
        self._unpacked = self._unpacking()
        self._counted = metered(self._unpacked or self._packed, allowance)
        self._sum = 0
        self._is_over = False

    def piece(self, size: int) -> bytes:
        """Give the next piece."""
        if self._is_over:
            return b""
        chunk = self._counted.read(size) or b""
        if not chunk and self._finish() not in (None, self._sum):
            raise _damaged()
        self._sum = zlib.crc32(chunk, self._sum)
        return chunk

    def skip(self) -> None:
        """Pass over what nobody read.

        Raises:
            StoppedError: the archive ends before.

        """
        if not self._is_over and not isinstance(self._packed, Bounded):
            while self._counted.read(CHUNK):
                pass
        self._finish()

    def _opened(self) -> "Bounded | Rest | _UpToTelling":
        is_bare_folder = self._entry.is_folder and self._entry.method == STORED
        size = 0 if is_bare_folder else self._entry.packed_size
        if size is not None:
            return Bounded(self._feed, size)
        return Rest(self._feed) if self._unpacker else _UpToTelling(self._feed)

    def _unpacking(self) -> Unpacked | None:
        if not self._unpacker:
            return None
        if isinstance(self._packed, Bounded):  # the archive goes on behind it
            return Unpacked(self._packed, self._unpacker, cut=_damaged, damaged=_damaged)
        return Unpacked(self._packed, self._unpacker, cut=self._feed.cut, damaged=self._feed.damaged)

    def _finish(self) -> int | None:
        """Pass what belongs to the file, once; give its check sum."""
        if self._is_over:
            return None
        self._is_over = True
        if isinstance(self._packed, Bounded):
            self._packed.skip()
        elif isinstance(self._packed, Rest) and self._unpacked:
            self._packed.give_back(self._unpacked.unused)
        told = told_behind(self._feed, self._packed.count) if self._entry.is_told_behind else None
        return told if self._entry.crc is None else self._entry.crc


class _UpToTelling(Pieces):
    """The bytes of a file that does not know its own end, up to what tells just this size behind it."""

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self._feed = feed
        self.count = 0
        self._is_over = False

    def piece(self, size: int) -> bytes:
        """Give the next piece."""
        if self._is_over:
            return b""
        window = self._feed.up_to(CHUNK)
        end = self._end(window)
        if end is None:
            if len(window) <= WHOLE_BEHIND:
                raise self._feed.cut()
            end = len(window) - WHOLE_BEHIND + 1
        else:
            self._is_over = end <= size
        end = min(end, size)
        self._feed.unread(window[end:])
        self.count += end
        return window[:end]

    def _end(self, window: bytes) -> int | None:
        at = window.find(BEHIND)
        while at >= 0:
            sizes = window[at + 8 : at + 16]
            if self.count + at in (int.from_bytes(sizes[:4], "little"), int.from_bytes(sizes, "little")):
                return at
            at = window.find(BEHIND, at + 1)
        return None


def is_known(method: int) -> bool:
    """Say whether files packed in this way can be read."""
    return method == STORED or _unpacker(method) is not None


def _unpacker(method: int) -> Callable[[], Unpacker] | None:
    if method == DEFLATED:
        return partial(Inflater, -zlib.MAX_WBITS)
    if method == BZIP2:
        return bz2.BZ2Decompressor
    return zstandard() if method == ZSTANDARD else None


def _damaged() -> BrokenError:
    return BrokenError("The file is damaged in its archive. Fetch the archive again, or pack it anew.")
