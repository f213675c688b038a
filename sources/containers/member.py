"""A file in an archive: its name as it can be shown, and its first bytes looked at."""

import io
import re
from pathlib import PurePosixPath
from typing import BinaryIO

from schemas.report import Reject
from schemas.vocabulary import RejectReason
from sources.broken import BrokenError
from sources.metadata import Metadata
from sources.pieces import Pieces, at_once
from sources.refusal import Refusal
from sources.source import HEAD, Source

__all__ = ["LINKED", "LINK_ADVICE", "broken_off", "is_litter", "member_of", "passed_over", "shown_name"]

LINKED = "links are not followed"
LINK_ADVICE = "Pack what they lead to, if it is missed."
LONGEST_NAME = 1_000  # characters that are shown, the last ones
LITTER = ("__macosx", "thumbs.db", "desktop.ini")  # what systems leave in folders beside the hidden files

_FOLDER_MARKS = re.compile(r"[/\\]")


class _Member(Pieces):
    """Gives the head again and then the rest; what fails within the head fails when the head has been read."""

    def __init__(self, stream: BinaryIO | io.RawIOBase) -> None:
        super().__init__()
        self._stream = stream
        self.failure: OSError | None = None
        self.head = self._look()
        self._unread = self.head

    def _look(self) -> bytes:
        head = bytearray()
        try:
            while len(head) < HEAD and (piece := at_once(self._stream, HEAD - len(head))):
                head += piece
        except OSError as error:
            self.failure = error
        return bytes(head)

    def piece(self, size: int) -> bytes:
        """Give the next piece."""
        chunk, self._unread = self._unread[:size], self._unread[size:]
        if not chunk and self.failure:
            raise self.failure
        return chunk or at_once(self._stream, size)


def member_of(
    source: Source,
    stream: BinaryIO | io.RawIOBase,
    *,
    name: str = "",
    part: str | None = None,
    metadata: Metadata | None = None,
    suffix: str | None = None,
    encoding: str | None = None,
) -> Source | Reject:
    """Make a source of a file in an archive; what its container says of it, and its part, it inherits.

    Raises:
        OSError: nothing of it can be read, and not for its own fault.

    """
    path = f"{source.path}/{shown_name(name)}" if name else source.path
    parts = ", ".join(filter(None, (source.part, part))) or None
    member = _Member(stream)
    if isinstance(member.failure, BrokenError):
        return member.failure.refusal.at(path, part=parts)
    if member.failure and not member.head.strip():
        raise member.failure
    return Source(
        path,
        member.head,
        io.BufferedReader(member, HEAD),
        part=parts,
        metadata=metadata or Metadata(),
        allowance=source.allowance,
        suffix=PurePosixPath(name).suffix if name and suffix is None else suffix,
        encoding=encoding,
    )


def shown_name(name: str) -> str:
    r"""Write a hostile name so that it can be stored and shown on one line; it is never written to.

    >>> shown_name("../../etc/pass\x00wd\udce9")
    '../../etc/pass\ufffdwd\ufffd'
    """
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)
    return shown if len(shown) <= LONGEST_NAME else f"...{shown[-LONGEST_NAME:]}"


def is_litter(name: str) -> bool:
    """Know hidden files, and what systems leave in folders."""
    parts = (part for part in _FOLDER_MARKS.split(name) if part not in ("", ".", ".."))
    return any(part.startswith(".") or part.casefold() in LITTER for part in parts)


def passed_over(count: int, why: str, what_to_do: str) -> Refusal:
    """Say how many files of an archive were not read."""
    files = "1 of its files is" if count == 1 else f"{count:,} of its files are"
    return Refusal(reason=RejectReason.UNREADABLE, detail=f"{files} passed over: {why}. {what_to_do}")


def broken_off(why: str, last: str | None) -> Refusal:
    """Say that an archive gives no more, and in which file."""
    where = f", in or behind {shown_name(last)}" if last else ""
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail=f"The archive {why}{where}: what stands before is read, the rest is lost. Fetch it again.",
    )
