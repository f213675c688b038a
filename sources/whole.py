"""A source that is one report: all its bytes at once."""

import hashlib
from typing import NamedTuple

from sources.encoding import decode
from sources.refusal import Refusal
from sources.source import Source, too_large

__all__ = ["Whole", "read_whole"]


class Whole(NamedTuple):
    """The text of a source, and the hex digest of its bytes."""

    text: str
    sha256: str


def read_whole(source: Source, *, largest: int, declared: str | None = None) -> Whole | Refusal:
    """Read a source that has at most `largest` bytes; `declared` is the encoding that it names itself.

    Raises:
        OSError: the operating system stops reading half-way.

    """
    if source.size is not None and source.size > largest:
        return too_large(source.size, largest)
    data = source.stream.read(largest + 1)
    if len(data) > largest:
        return too_large(None, largest)
    decoded = decode(data, declared=declared)
    if isinstance(decoded, Refusal):
        return decoded
    return Whole(decoded.text, hashlib.sha256(data).hexdigest())
