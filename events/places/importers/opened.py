"""Files of gazetteers as streams of bytes, unpacked on the way where they are zipped, and never to disk."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from schemas.errors import GazetteerError
from sources.lines import transcoded
from sources.refusal import quoted

__all__ = ["head_of", "opened"]

HEAD = 65_536  # bytes
MOST_MEMBERS = 1_000  # a dump has one, and a note on its licence beside it
LARGEST_UNPACKED = 32 << 30  # bytes; all of GeoNames has under 2 GB, all its names as much
MOST_TIMES_LARGER = 100  # text is packed five to twenty times smaller
SMALL = 64 << 20  # bytes; as many harm nobody, however well they were packed
TABLES = (".txt", ".csv", ".tsv", ".tab")
NOTES = ("readme", "iso-languagecodes", "__macosx")
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
BUFFER = 1 << 20


class _Bounded(io.RawIOBase):
    """Gives what a member of an archive unpacks to, until it is more than the archive could honestly hold."""

    def __init__(self, stream: BinaryIO, path: Path, packed: int) -> None:
        super().__init__()
        self._stream, self._path = stream, path
        self._left = _allowed(packed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # any buffer is one of these two here
        try:
            chunk = self._stream.read(len(buffer))
        except BROKEN as error:
            raise _broken(self._path, error) from error
        self._left -= len(chunk)
        if self._left < 0:
            raise _too_large(self._path)
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def close(self) -> None:
        self._stream.close()
        super().close()


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file, or the one table in a zip, as UTF-8 where a mark tells another encoding.

    Raises:
        GazetteerError: it cannot be read, is no zip in truth, or unpacks to more than is sensible.

    """
    try:
        with path.open("rb") as file:
            zipped = zipfile.is_zipfile(file)
        with _unpacked(path) if zipped else path.open("rb", buffering=0) as stream:
            buffered = io.BufferedReader(stream, BUFFER)
            yield transcoded(buffered, buffered.peek(HEAD)[:HEAD])
    except OSError as error:
        if isinstance(error, GazetteerError):
            raise
        raise GazetteerError(f"{path} cannot be read: {error.strerror or error}. Name another file.") from error


def head_of(path: Path) -> bytes:
    """Give the first bytes of a file or of the table in a zip; nothing where it cannot be read."""
    try:
        with opened(path) as stream:
            return stream.read(HEAD)
    except GazetteerError:
        return b""


@contextmanager
def _unpacked(path: Path) -> Iterator[io.RawIOBase]:
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN as error:
        raise _broken(path, error) from error
    with archive:
        member = _table(archive, path)
        try:
            stream = archive.open(member)
        except BROKEN as error:
            raise _broken(path, error) from error
        with stream:
            yield _Bounded(stream, path, member.compress_size)  # type: ignore[arg-type]  # IO[bytes] of the archive


def _table(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """Choose the largest table; a member's name is never used as a path."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise GazetteerError(f"{path} has {len(members):,} files in it, and a zipped table is one. Unpack it.")
    tables = [member for member in members if _is_table(member.filename)]
    if not tables:
        raise GazetteerError(f"{path} has no table in it (.txt, .csv or .tsv). Name another file.")
    chosen = max(tables, key=lambda member: member.file_size)
    if chosen.file_size > _allowed(chosen.compress_size):
        raise _too_large(path)
    if chosen.flag_bits & 1:
        raise GazetteerError(f"{path} is locked with a password. Unpack it and name the file in it.")
    return chosen


def _is_table(name: str) -> bool:
    low = name.lower()
    return low.endswith(TABLES) and not low.rpartition("/")[2].startswith(NOTES) and not low.startswith(NOTES)


def _allowed(packed: int) -> int:
    return min(LARGEST_UNPACKED, max(SMALL, packed * MOST_TIMES_LARGER))


def _too_large(path: Path) -> GazetteerError:
    return GazetteerError(
        f"{path} unpacks to far more than such a table can hold; it is refused. Unpack it yourself if you trust it."
    )


def _broken(path: Path, error: Exception) -> GazetteerError:
    reason = quoted(str(error)) if str(error) else type(error).__name__
    return GazetteerError(f"{path} cannot be unpacked: {reason}. Fetch it again.")
