"""A source: a name for messages and a stream of bytes that is read once."""

import io
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from schemas.report import Reject
from schemas.vocabulary import RejectReason
from sources.allowance import Allowance
from sources.metadata import Metadata
from sources.refusal import Refusal

__all__ = ["HEAD", "Source", "open_file", "open_stream", "shown_path", "too_large", "unreadable"]

HEAD = 65_536  # bytes that are looked at before a reader is chosen


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read: `head` are the first of them, `stream` gives them all, once; `size` where it is known.

    `part` and `metadata` are what a container says of its member: "record 12", the address it was fetched from;
    so are `suffix`, the ending that stands for its format, and `encoding`. `allowance` is what the outermost
    archive, if it came out of one, may still give.
    """

    path: str
    head: bytes
    stream: BinaryIO
    size: int | None = None
    part: str | None = None
    metadata: Metadata = field(default_factory=Metadata)
    suffix: str | None = None
    encoding: str | None = None
    allowance: Allowance | None = None

    def refused(self, refusal: Refusal, *, part: str | None = None) -> Reject:
        """Say that the source, or a part of it, was refused."""
        return refusal.at(self.path, part=part or self.part)


class _Counted(io.RawIOBase):
    """Gives the head again, then the rest, and tells how many bytes went by."""

    def __init__(self, head: bytes, rest: BinaryIO, on_bytes: Callable[[int], None] | None, *, owns_rest: bool) -> None:
        super().__init__()
        self._owns_rest = owns_rest
        self._head = io.BytesIO(head)
        self._rest = rest
        self._on_bytes = on_bytes

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # any buffer is one of these two here
        chunk = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(chunk)] = chunk
        if self._on_bytes:
            self._on_bytes(len(chunk))
        return len(chunk)

    def close(self) -> None:
        if self._owns_rest:
            self._rest.close()
        super().close()


def open_file(path: Path, *, on_bytes: Callable[[int], None] | None = None) -> Source | Refusal:
    """Open a regular file; anything else is refused, so that no pipe or device makes the program wait."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return _no_file()
        # Should a pipe have taken the file's place since, opening it must not wait for its writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        stream = os.fdopen(descriptor, "rb")
    except OSError as error:
        return unreadable(error)
    try:
        facts = os.fstat(descriptor)
        head = stream.read(HEAD)
    except OSError as error:
        stream.close()
        return unreadable(error)
    counted = _Counted(head, stream, on_bytes, owns_rest=True)
    return Source(shown_path(path), head, io.BufferedReader(counted, HEAD), facts.st_size)


def open_stream(stream: BinaryIO, *, path: str, on_bytes: Callable[[int], None] | None = None) -> Source | Refusal:
    """Take a stream, which stays open, with its first bytes looked at."""
    try:
        head = stream.read(HEAD)
    except OSError as error:
        return unreadable(error)
    return Source(path, head, io.BufferedReader(_Counted(head, stream, on_bytes, owns_rest=False), HEAD))


def unreadable(error: OSError) -> Refusal:
    """Say what the operating system said."""
    return Refusal(
        reason=RejectReason.UNREADABLE,
        detail=f"It cannot be read: {error.strerror or error}. Mend that and build again.",
    )


def too_large(size: int | None, largest: int) -> Refusal:
    """Say how much too large a report is."""
    has = f"{size:,} bytes" if size else f"more than {largest:,} bytes"
    return Refusal(
        reason=RejectReason.TOO_LARGE,
        detail=f"It has {has}; {largest:,} is the most for one report. Split it into its reports.",
    )


def shown_path(path: Path) -> str:
    """Write a path so that it can be stored, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _no_file() -> Refusal:
    return Refusal(
        reason=RejectReason.UNREADABLE,
        detail="This is no regular file. Save what it holds in one, or pipe it in: affray build -",
    )
