"""The body of what a server answered: its chunks joined, its compression undone."""

import io
import re
import zlib
from collections.abc import Callable
from functools import partial

from sources.allowance import Allowance, metered
from sources.broken import BrokenError
from sources.containers.feed import CHUNK, Feed, Rest
from sources.containers.unpacking import Inflater, Unpacked, Unpacker, brotli, zstandard
from sources.pieces import Pieces

__all__ = ["body_of"]

MOST_LAYERS = 3  # of compression, one within the other

_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")


def body_of(feed: Feed, headers: dict[str, str], allowance: Allowance) -> io.RawIOBase:
    """Give the page as its author wrote it.

    Some crawlers keep the words of the server about chunks and compression, and undo both: only what shows
    them is joined and unpacked.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower() and _CHUNK_SIZE.match(feed.peek(CHUNK)):
        feed = Feed(_Joined(feed), feed.path)
    named = [name.strip().lower() for name in headers.get("content-encoding", "").split(",")]
    for name in reversed(named[:MOST_LAYERS]):
        head = feed.peek(CHUNK)
        fresh = _unpacker(name, head) if head else None
        if fresh and _shows_itself(fresh, head):
            unpacked = Unpacked(Rest(feed), fresh, cut=_damaged, damaged=_damaged)
            feed = Feed(metered(unpacked, allowance), feed.path)
    return Rest(feed)


class _Joined(Pieces):
    """The chunks of a body put together; one that is cut off is the last."""

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self._feed = feed
        self._left = 0
        self._is_over = False

    def piece(self, size: int) -> bytes:
        """Give the next piece."""
        if not self._left and not self._is_over:
            self._begin_chunk()
        chunk = self._feed.read(min(size, self._left))
        self._left -= len(chunk)
        if not self._left and not self._is_over:
            self._feed.line()  # each chunk ends with one
        return chunk

    def _begin_chunk(self) -> None:
        line = self._feed.line()
        size = _CHUNK_SIZE.fullmatch(line)
        if line and not size:
            raise _damaged()
        self._left = int(size[1], 16) if size else 0
        self._is_over = not self._left


def _unpacker(name: str, head: bytes) -> Callable[[], Unpacker] | None:
    if name in ("gzip", "x-gzip"):
        return partial(Inflater, zlib.MAX_WBITS + 16)
    if name == "deflate":  # with zlib's wrapping, as the standard says, or without, as some servers do
        is_wrapped = head[0] & 0x0F == zlib.DEFLATED and int.from_bytes(head[:2]) % 31 == 0
        return partial(Inflater, zlib.MAX_WBITS if is_wrapped else -zlib.MAX_WBITS)
    if name == "zstd":
        return zstandard()
    return brotli() if name == "br" else None


def _shows_itself(fresh: Callable[[], Unpacker], head: bytes) -> bool:
    """Say whether bytes are packed in this way: much that is well packed looks like text, but no text unpacks."""
    try:
        return bool(fresh().decompress(head, CHUNK))
    except Exception:  # noqa: BLE001  (the libraries name their errors each in its own way)
        return False


def _damaged() -> BrokenError:
    return BrokenError("The page was cut off or damaged when it was fetched. Fetch it again.")
