"""What stands before each file of a ZIP."""

import struct
import zlib
from dataclasses import dataclass

from sources.containers.feed import Feed

__all__ = ["BEHIND", "ENTRY", "Entry", "first_names", "next_entry", "told_behind"]

ENTRY = b"PK\x03\x04"
# What follows the last file: the list of all, in one of its beginnings.
ENDS = (b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x08")
SPANNED = (b"PK\x07\x08", b"PK00")  # stands before the first file of what was meant for several disks

BEHIND = b"PK\x07\x08"  # what is told behind a file begins with it
LONGEST_BEHIND = 28  # bytes of that, and of the mark of what follows

LOCKED_FLAG, SIZES_FOLLOW_FLAG = 0x1, 0x8
WIDE_SIZES, UNICODE_NAME = 0x0001, 0x7075  # kinds of extra fields
UNKNOWN = 0xFFFFFFFF  # where the size stands in an extra field

_FIXED = struct.Struct("<4xHHHHHIIIHH")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file; `packed_size` and `crc` are None where they are told only behind it."""

    name: str
    method: int
    is_locked: bool
    is_told_behind: bool
    packed_size: int | None
    crc: int | None

    @property
    def is_folder(self) -> bool:
        """Say whether it only names a folder."""
        return self.name.endswith("/")


def next_entry(feed: Feed) -> Entry | None:
    """Read what stands before the next file; None where the list of all files begins.

    Raises:
        StoppedError: nothing stands there, or something else.

    """
    mark = feed.up_to(4)
    if mark in SPANNED and feed.peek(4) == ENTRY:
        mark = feed.up_to(4)
    if mark in ENDS:
        return None
    if len(mark) < len(ENTRY):
        raise feed.cut()
    if mark != ENTRY:
        raise feed.damaged()
    header = mark + feed.exactly(_FIXED.size - 4)
    *_, name_size, extra_size = _FIXED.unpack(header)
    return _entry(header, feed.exactly(name_size), _extras(feed.exactly(extra_size)))


def told_behind(feed: Feed, packed_size: int) -> int | None:
    """Take what is told behind a file of so many bytes, in whichever of its four forms; give its check sum.

    The mark before it may be missing, and its sizes may be narrow or wide; None where nothing of the kind is there.
    """
    ahead = feed.peek(LONGEST_BEHIND)
    for start in (4, 0) if ahead.startswith(BEHIND) else (0,):
        for width in (4, 8):
            end = start + 4 + 2 * width
            size = int.from_bytes(ahead[start + 4 : start + 4 + width], "little")
            if size == packed_size and ahead[end : end + 4] in (ENTRY, *ENDS, b""):
                feed.exactly(end)
                return int.from_bytes(ahead[start : start + 4], "little")
    return None


def first_names(head: bytes) -> list[str]:
    """Name the files whose beginnings lie among the first bytes of a ZIP."""
    names = []
    at = head.find(ENTRY)
    while at >= 0 and at + _FIXED.size <= len(head):
        size = int.from_bytes(head[at + 26 : at + 28], "little")
        names.append(head[at + _FIXED.size : at + _FIXED.size + size].decode("utf-8", "replace").replace("\\", "/"))
        at = head.find(ENTRY, at + 4)
    return names


def _entry(header: bytes, raw_name: bytes, extras: dict[int, bytes]) -> Entry:
    _, flags, method, _, _, crc, packed, unpacked, _, _ = _FIXED.unpack(header)
    if packed == UNKNOWN:
        at = 8 if unpacked == UNKNOWN else 0
        packed = int.from_bytes(extras.get(WIDE_SIZES, b"")[at : at + 8], "little")
    is_told_behind = bool(flags & SIZES_FOLLOW_FLAG)
    return Entry(
        name=_name(raw_name, extras.get(UNICODE_NAME, b"")),
        method=method,
        is_locked=bool(flags & LOCKED_FLAG),
        is_told_behind=is_told_behind,
        packed_size=None if is_told_behind and not packed else packed,  # some tell it both before and behind
        crc=None if is_told_behind else crc,
    )


def _extras(data: bytes) -> dict[int, bytes]:
    """Give the extra fields by their kinds."""
    extras = {}
    at = 0
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, at)
        extras[kind] = data[at + 4 : at + 4 + size]
        at += 4 + size
    return extras


def _name(raw: bytes, unicode_name: bytes) -> str:
    """Read a name, which is in UTF-8 more often than it says so, else in the letters of DOS."""
    if unicode_name[:1] == b"\x01" and int.from_bytes(unicode_name[1:5], "little") == zlib.crc32(raw):
        raw = unicode_name[5:]
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("cp437")
    return name.replace("\\", "/")  # as some write folders on Windows
