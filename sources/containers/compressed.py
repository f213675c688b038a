"""Compressed files: GZ, BZ2, XZ and ZST hold one file each, which may be an archive itself."""

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath

from schemas.report import Reject
from schemas.vocabulary import RejectReason
from sources.allowance import Allowance, metered
from sources.broken import StoppedError
from sources.containers.feed import Feed
from sources.containers.member import broken_off, member_of
from sources.containers.tape import is_tape, tape_members
from sources.containers.unpacking import MOST_MEMORY, Inflater, Unpacked, Unpacker, zstandard
from sources.containers.warc import is_warc, warc_members
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.source import Source

__all__ = ["COMPRESSED", "CompressedContainer"]

# What an ending leaves: march.tgz holds march.tar.
TAPES = (".tgz", ".tbz2", ".tbz", ".txz", ".tzst")


@dataclass(frozen=True, slots=True)
class CompressedContainer:
    """Unpacks one compressed file: its only member is called as the file without the ending.

    A tape or a web crawl in it is opened with it, so that march.tar.gz is one archive and not two.
    """

    name: str
    suffixes: tuple[str, ...]
    begins: tuple[bytes, ...]
    unpacker: Callable[[], Callable[[], Unpacker] | None]

    def accepts(self, head: bytes) -> bool:
        """Know it by its first bytes."""
        return head.startswith(self.begins)

    def members(self, source: Source, options: ReadOptions) -> Iterator[Source | Reject]:
        """Give what is in it."""
        fresh = self.unpacker()
        if fresh is None:
            yield source.refused(_not_installed())
            return
        allowance = source.allowance or Allowance.of(options)
        feed = Feed(source.stream, source.path)
        packed = Unpacked(source.stream, fresh, cut=feed.cut, damaged=feed.damaged, begins=self.begins)
        try:
            counted = metered(packed, allowance)
            inner_name = self._inner_name(source.path)
            unpacked = member_of(replace(source, allowance=allowance), counted, name=inner_name)
            if isinstance(unpacked, Reject):
                yield unpacked
            elif is_tape(unpacked.head):
                yield from tape_members(replace(unpacked, path=source.path))
            elif is_warc(unpacked.head):
                yield from warc_members(replace(unpacked, path=source.path), options)
            else:
                yield replace(unpacked, metadata=source.metadata)
                counted.read(1)  # where its reader was stopped, it stops again
        except StoppedError as stop:
            if stop.path != source.path:
                raise
            yield source.refused(broken_off(stop.why, None))

    def _inner_name(self, path: str) -> str:
        name = PurePosixPath(path)
        suffix = name.suffix.lower()
        if suffix in TAPES:
            return name.with_suffix(".tar").name
        return name.stem if suffix in self.suffixes else ""


def _not_installed() -> Refusal:
    return Refusal(
        reason=RejectReason.UNREADABLE,
        detail="Unpacking .zst needs affray[archives], which is not installed. "
        "Install it: pip install 'affray[archives]'.",
    )


# The marks of zstandard are of whole frames, and of those that are to be skipped.
_ZST = (b"\x28\xb5\x2f\xfd", *(bytes([number, 0x2A, 0x4D, 0x18]) for number in range(0x50, 0x60)))

COMPRESSED = (
    CompressedContainer("gz", (".gz", ".tgz"), (b"\x1f\x8b\x08",), lambda: partial(Inflater, zlib.MAX_WBITS + 16)),
    CompressedContainer("bz2", (".bz2", ".tbz2", ".tbz"), (b"BZh",), lambda: bz2.BZ2Decompressor),
    CompressedContainer(
        "xz",
        (".xz", ".txz"),
        (b"\xfd7zXZ\x00",),
        lambda: partial(lzma.LZMADecompressor, lzma.FORMAT_XZ, memlimit=MOST_MEMORY),
    ),
    CompressedContainer("zst", (".zst", ".tzst"), _ZST, zstandard),
)
