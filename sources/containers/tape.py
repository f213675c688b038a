"""TAR: files one behind the other, each with a block before it that says what it is."""

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, replace

from schemas.report import Reject
from sources.allowance import Allowance, metered
from sources.broken import StoppedError
from sources.containers.feed import Bounded, Feed
from sources.containers.member import LINK_ADVICE, LINKED, broken_off, is_litter, member_of, passed_over
from sources.options import ReadOptions
from sources.source import Source

__all__ = ["TapeContainer", "is_tape", "tape_members"]

BLOCK = tarfile.BLOCKSIZE
MOST_DIGITS = 18  # of a size
LONGEST_NOTE = 1_000_000  # bytes of what is said of a file beside its block; names have at most thousands

# What stands before a file and says more of it: a long name, or pairs of keys and values.
HOLES = b"GNU.sparse."  # a key that begins with this is of a file with holes
PAIRS = (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE)
OTHER_NOTES = (tarfile.XGLTYPE, tarfile.GNUTYPE_LONGLINK)
LINKS = (tarfile.LNKTYPE, tarfile.SYMTYPE)
DEVICES = (tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE)
WITHOUT_BYTES = (*LINKS, *DEVICES, tarfile.DIRTYPE)  # whatever size they bear


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file on a tape, or what is none; `size` bytes stand behind its block."""

    name: str
    kind: bytes
    size: int
    is_sparse: bool = False


class TapeContainer:
    """Opens tapes; links, devices and files with holes on them are passed over."""

    name = "tar"
    suffixes = (".tar",)

    def accepts(self, head: bytes) -> bool:
        """Know a tape by the sum that its first block bears."""
        return is_tape(head)

    def members(self, source: Source, options: ReadOptions) -> Iterator[Source | Reject]:
        """Give the files in their order."""
        allowance = source.allowance or Allowance.of(options)
        counted = replace(source, allowance=allowance)
        yield from _members(counted, Feed(metered(source.stream, allowance), source.path))


def is_tape(head: bytes) -> bool:
    """Say whether these are the first bytes of a tape."""
    entry = _parsed(head[:BLOCK])
    return entry is not None and bool(entry.name)


def tape_members(source: Source) -> Iterator[Source | Reject]:
    """Give the files of a tape whose bytes are counted already."""
    yield from _members(source, Feed(source.stream, source.path))


def _members(source: Source, feed: Feed) -> Iterator[Source | Reject]:
    links, odd = 0, 0
    last = None
    try:
        while entry := _next_entry(feed):
            last = entry.name
            body = Bounded(feed, entry.size)
            if entry.kind == tarfile.DIRTYPE or entry.name.endswith("/") or is_litter(entry.name):
                pass
            elif entry.kind in LINKS:
                links += 1
            elif entry.kind in DEVICES or entry.is_sparse:
                odd += 1
            else:
                yield member_of(source, body, name=entry.name)
            body.skip()
            feed.up_to(-entry.size % BLOCK)
    except StoppedError as stop:
        if stop.path != source.path:
            raise
        yield source.refused(broken_off(stop.why, last))
    if links:
        yield source.refused(passed_over(links, LINKED, LINK_ADVICE))
    if odd:
        advice = "Unpack the archive by hand, if they are missed."
        yield source.refused(passed_over(odd, "devices and files with holes are not read", advice))


def _next_entry(feed: Feed) -> _Entry | None:
    """Give the next file with what the notes before it say; None at the end of the tape."""
    name: str | None = None
    said: dict[str, str] = {}
    while True:
        entry = _block(feed)
        if entry is None:
            return None
        if entry.kind in PAIRS:
            said |= _pairs(_note(feed, entry.size))
        elif entry.kind == tarfile.GNUTYPE_LONGNAME:
            name = _text(_note(feed, entry.size).rstrip(b"\0"))
        elif entry.kind in OTHER_NOTES:
            _note(feed, entry.size)
        else:
            break
    is_sparse = entry.is_sparse or "holes" in said
    size = _number(said.get("size")) if "size" in said else entry.size
    if size is None:
        raise feed.damaged()
    return replace(
        entry,
        name=said.get("path") or name or entry.name,
        size=0 if entry.kind in WITHOUT_BYTES else size,
        is_sparse=is_sparse,
    )


def _block(feed: Feed) -> _Entry | None:
    """Read what stands before a file; None where blocks of zeros, or nothing, end the tape."""
    block = feed.up_to(BLOCK)
    if not block:
        raise feed.cut()  # a whole tape ends with zeros
    if len(block) < BLOCK:
        raise feed.cut()
    if not block.strip(b"\0"):
        return None
    entry = _parsed(block)
    if entry is None:
        raise feed.damaged()
    more = entry.is_sparse and block[SPARSE_GOES_ON]
    while more:  # a map of holes that is longer than the block
        more = feed.exactly(BLOCK)[SPARSE_MAP_GOES_ON]
    return entry


SPARSE_GOES_ON, SPARSE_MAP_GOES_ON = 482, 504  # where blocks say that the map of holes has another


def _parsed(block: bytes) -> _Entry | None:
    try:
        read = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError):
        return None
    if read.size < 0:
        return None
    return _Entry(_text(_bytes(read.name)), read.type, read.size, read.type == tarfile.GNUTYPE_SPARSE)


def _note(feed: Feed, size: int) -> bytes:
    if size > LONGEST_NOTE:
        raise feed.damaged()
    note = feed.exactly(size)
    feed.exactly(-size % BLOCK)
    return note


def _pairs(note: bytes) -> dict[str, str]:
    """Read lines like "27 path=..." that begin with their own length; what is broken ends it."""
    pairs: dict[str, str] = {}
    at = 0
    while at < len(note):
        written = note[at : at + 20].split(b" ", 1)[0]
        length = _number(written.decode("latin-1"))
        pair = note[at + len(written) + 1 : at + (length or 0) - 1]
        if not length or b"=" not in pair:
            break
        key, value = pair.split(b"=", 1)
        if key.startswith(HOLES):
            pairs["holes"] = "told"
        elif key in (b"path", b"size"):
            pairs[key.decode()] = _text(value)
        at += length
    return pairs


def _number(written: str | None) -> int | None:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) <= MOST_DIGITS else None


def _bytes(name: str) -> bytes:
    return name.encode("utf-8", "surrogateescape")


def _text(name: bytes) -> str:
    return name.decode("utf-8", "backslashreplace")
