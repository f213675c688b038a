"""Packages: documents that are zips of XML, opened without trust in what they say of themselves."""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Protocol

from lxml import etree

from schemas.vocabulary import RejectReason
from sources.refusal import Refusal

__all__ = [
    "UNPACKED",
    "Package",
    "PackageError",
    "PartReader",
    "broken",
    "is_package",
    "locked",
    "names_in",
    "open_package",
    "split_name",
]

UNPACKED = 10  # times the bytes of the largest report: what a document of its size may have unpacked
CHUNK = 65_536  # bytes that are unpacked and parsed at once
LOCAL_HEADER = b"PK\x03\x04"

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,  # a way of packing that is not known
    EOFError,
    OSError,
    ValueError,
    OverflowError,
)


class PackageError(Exception):
    """A document cannot be read; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.detail)
        self.refusal = refusal


class PartReader(Protocol):
    """Hears the tags and words of one XML part as they come."""

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        """Hear a tag begin."""

    def end(self, tag: str, /) -> None:
        """Hear a tag end."""

    def data(self, words: str, /) -> None:
        """Hear words."""


class Package:
    """Gives the parts of a document, all together no more than `largest` bytes."""

    def __init__(self, archive: zipfile.ZipFile, *, kind: str, largest: int) -> None:
        self._archive = archive
        self._kind = kind
        self._largest = largest
        self._left = largest
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes:
        """Give a part whole.

        Raises:
            PackageError: it is not there, broken, locked or too large.

        """
        return b"".join(self._chunks(name))

    def hear(self, name: str, reader: PartReader) -> None:
        """Parse a part of XML, in which nothing may be defined or fetched from elsewhere.

        Raises:
            PackageError: it is not there, broken, locked or too large.

        """
        target = _Target(reader, self._kind)
        parser = etree.XMLParser(target=target, resolve_entities=False, no_network=True, huge_tree=True)
        try:
            for chunk in self._chunks(name):
                parser.feed(chunk)
            parser.close()
        except (etree.LxmlError, ValueError) as error:
            raise PackageError(broken(self._kind)) from error

    def _chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self._archive.open(name) as part:
                while chunk := part.read(CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise PackageError(self._too_large())
                    yield chunk
        except (KeyError, *_BROKEN) as error:
            raise PackageError(broken(self._kind)) from error
        except RuntimeError as error:  # zipfile says so of a part with a password
            raise PackageError(locked(self._kind)) from error

    def _too_large(self) -> Refusal:
        return Refusal(
            reason=RejectReason.TOO_LARGE,
            detail=f"Unpacked it has more than {self._largest:,} bytes. Save its text as .txt, report by report.",
        )


class _Target:
    """Passes on what the parser tells, and stops it where a document defines entities."""

    def __init__(self, reader: PartReader, kind: str) -> None:
        self.start = reader.start
        self.end = reader.end
        self.data = reader.data
        self._kind = kind

    def doctype(self, *_: object) -> None:
        raise PackageError(broken(self._kind))

    def close(self) -> None:
        pass


def open_package(data: bytes, *, kind: str, largest_report: int) -> Package | Refusal:
    """Open a document that is a zip; `kind` is what messages call it."""
    if not is_package(data):
        return Refusal(
            reason=RejectReason.MALFORMED,
            detail=f"This is no {kind}, whatever its name says. Give it the ending of what it is, or save it anew.",
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        return broken(kind)
    return Package(archive, kind=kind, largest=UNPACKED * largest_report)


def broken(kind: str) -> Refusal:
    """Say that a document is broken."""
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail=f"The {kind} is broken or cut off. Fetch it again, or open it and save its text as .txt.",
    )


def locked(kind: str) -> Refusal:
    """Say that a document is encrypted."""
    return Refusal(
        reason=RejectReason.UNREADABLE,
        detail=f"The {kind} is locked with a password. Open it and save it without one.",
    )


def is_package(head: bytes) -> bool:
    """Say whether bytes begin like a zip."""
    return head.startswith(LOCAL_HEADER)


def split_name(tag: str) -> tuple[str, str]:
    """Give the space that a tag's name belongs to and the name itself.

    >>> split_name("{urn:text}p")
    ('urn:text', 'p')
    """
    space, _, name = tag.rpartition("}")
    return space[1:], name


def names_in(head: bytes) -> list[bytes]:
    """Give the names of the parts that begin within the first bytes of a zip."""
    return [match[2][: int.from_bytes(match[1], "little")] for match in _NAMES.finditer(head)]


# The length of a part's name stands 26 bytes behind the mark of the part, the name itself 30.
_NAMES = re.compile(rb"PK\x03\x04.{22}(..)..(?=(.{1,256}))", re.DOTALL)
