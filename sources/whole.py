"""A source that is one report: all its bytes at once."""

from typing import NamedTuple

from sources.encoding import decode
from sources.options import ReadOptions
from sources.raw import digest
from sources.refusal import Refusal
from sources.source import Source, too_large

__all__ = ["Whole", "WholeBytes", "read_bytes", "read_whole"]


class Whole(NamedTuple):
    """The text of a source, and the hex digest of its bytes."""

    text: str
    sha256: str


class WholeBytes(NamedTuple):
    """The bytes of a source, and their hex digest."""

    data: bytes
    sha256: str


def read_bytes(source: Source, options: ReadOptions) -> WholeBytes | Refusal:
    """Read a source that has no more bytes than a report may have as it is.

    Raises:
        OSError: the operating system stops reading half-way.

    """
    largest = options.largest_report
    if source.size is not None and source.size > largest:
        return too_large(source.size, largest)
    data = source.stream.read(largest + 1)
    if len(data) > largest:
        return too_large(None, largest)
    return WholeBytes(data, digest(data, options))


def read_whole(source: Source, options: ReadOptions, *, declared: str | None = None) -> Whole | Refusal:
    """Read a source that has no more bytes than a report may have; `declared` is the encoding that it names itself.

    Raises:
        OSError: the operating system stops reading half-way.

    """
    whole = read_bytes(source, options)
    if isinstance(whole, Refusal):
        return whole
    decoded = decode(whole.data, declared=declared)
    if isinstance(decoded, Refusal):
        return decoded
    return Whole(decoded.text, whole.sha256)
