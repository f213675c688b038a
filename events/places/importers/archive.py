"""The files of a folder, a tar or a zip, one after the other, with nothing written to disk."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path
from typing import IO, NamedTuple

from schemas.errors import GazetteerError

__all__ = ["MOST_AT_ONCE", "Member", "members"]

MOST_AT_ONCE = 256 * 2**20  # bytes
MOST_UNPACKED = 32 * 2**30  # bytes; all of GeoNames has two gigabytes, the largest country of Who's On First ten
GIGABYTE = 2**30
TAR_HEADER, TAR_MARK = 512, slice(257, 262)
PACKERS: dict[bytes, Callable[[IO[bytes]], BufferedIOBase]] = {
    b"\x1f\x8b": lambda packed: gzip.GzipFile(fileobj=packed),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ": lzma.LZMAFile,
}
BROKEN = (tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, NotImplementedError)


class Member(NamedTuple):
    """One file by its name inside; `stream` gives its bytes until the next is asked for."""

    name: str
    stream: BufferedIOBase


def members(path: Path) -> Iterator[Member]:
    """Give the regular files of a folder, tar or zip in their order, or the one that `path` is, unpacked.

    Links, devices and hidden folders are passed over; names are told and never used as paths.

    Raises:
        GazetteerError: it is not there, is broken or cut off, or unpacks to more than anybody's gazetteer.

    """
    try:
        if path.is_dir():
            yield from _of_folder(path)
        elif zipfile.is_zipfile(path):
            yield from _of_zip(path)
        else:
            yield from _of_file(path)
    except (*BROKEN, OSError) as error:
        raise _told(path, error) from error


def _of_folder(folder: Path) -> Iterator[Member]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            yield from (Member(f"{path.name}/{inner.name}", inner.stream) for inner in _of_folder(path))
        elif path.is_file():
            with path.open("rb") as stream:
                yield Member(path.name, _Guarded(stream, path))


def _of_zip(path: Path) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        inside = [info for info in archive.infolist() if not info.is_dir()]
        _require_sane(path, sum(info.file_size for info in inside))
        for info in inside:
            with archive.open(info) as stream:
                yield Member(info.filename, _Guarded(stream, path))


def _of_file(path: Path) -> Iterator[Member]:
    with _unpacked(path) as stream:
        header = stream.read(TAR_HEADER)
    with _unpacked(path) as stream:
        guarded = _Guarded(stream, path)
        if header[TAR_MARK] == b"ustar":
            yield from _of_tar(guarded, path)
        else:
            yield Member(path.name, guarded)


@contextmanager
def _unpacked(path: Path) -> Iterator[BufferedIOBase]:
    with path.open("rb") as packed:
        start = packed.read(8)
        packed.seek(0)
        unpack = next((unpack for mark, unpack in PACKERS.items() if start.startswith(mark)), None)
        if unpack is None:
            yield packed
        else:
            with unpack(packed) as stream:
                yield stream


def _of_tar(stream: "_Guarded", path: Path) -> Iterator[Member]:
    with tarfile.open(fileobj=stream, mode="r:") as archive:
        while (info := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined]  # untold; it would remember half a million files
            inner = archive.extractfile(info) if info.isreg() else None
            if inner is not None:
                yield Member(info.name, _Guarded(inner, path))


class _Guarded(BufferedIOBase):
    """A stream that refuses to unpack a bomb, whole or in one header."""

    def __init__(self, stream: IO[bytes] | BufferedIOBase, path: Path) -> None:
        self._stream, self._path = stream, path

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._stream.tell()

    def seek(self, offset: int, whence: int = 0, /) -> int:
        _require_sane(self._path, offset)
        return self._stream.seek(offset, whence)

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or not 0 <= size <= MOST_AT_ONCE + 1:
            raise GazetteerError(f"{self._path} has an entry of more than {MOST_AT_ONCE:,} bytes. Leave it out.")
        try:
            _require_sane(self._path, self._stream.tell())
            return self._stream.read(size)
        except (*BROKEN, OSError) as error:
            raise _told(self._path, error) from error


def _require_sane(path: Path, size: int) -> None:
    if size > MOST_UNPACKED:
        raise GazetteerError(
            f"{path} unpacks to {size / GIGABYTE:,.0f} GB, more than any gazetteer. Unpack what you need of it."
        )


def _told(path: Path, error: Exception) -> GazetteerError:
    if isinstance(error, GazetteerError):
        return error
    if isinstance(error, FileNotFoundError):
        return GazetteerError(f"There is no {path}. Name a file or folder that is there.")
    if isinstance(error, (*BROKEN, gzip.BadGzipFile)):
        return GazetteerError(f"{path} is broken or was cut off ({_words(error)}). Fetch it again.")
    return GazetteerError(f"{path} cannot be read: {_words(error)}.")


def _words(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
