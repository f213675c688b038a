"""Mbox: a mailbox in one file, mail by mail, in memory that does not grow with it."""

import re
from collections.abc import Iterator

from schemas.report import Reject, Report
from sources.mail.headers import begins_like_a_mail
from sources.mail.message import MESSAGE, read_mail
from sources.options import ReadOptions
from sources.source import Source, too_large

__all__ = ["MboxContainer"]

LONGEST_LINE = 1_000_000  # bytes that are looked at together

# "From jane@example.org Mon Sep 25 10:00:00 2023", perhaps with a zone at its end
_BEGINS = re.compile(rb"From \S.{0,300}\d\d?:\d\d.{0,40}\r?\n?", re.DOTALL)
_QUOTED = re.compile(rb">+From ")
_HEADER = re.compile(rb"[!-9;-~]{1,100}:|>?From ")


class MboxContainer:
    """Splits a mailbox at the lines "From ..." that follow an empty line and stand above headers.

    Such a line within a mail was written ">From ", and a ">From " of its own ">>From ", by the rule mboxrd: one ">"
    is taken away. Older mailboxes (mboxo) leave the latter as they are, and lose one ">" of a quoted quotation.
    """

    name = "mbox"
    suffixes = (".mbox", ".mbx")

    def accepts(self, head: bytes) -> bool:
        """Take what begins with such a line, and a mail below it."""
        first, _, rest = head.partition(b"\n")
        return _BEGINS.fullmatch(first) is not None and begins_like_a_mail(rest)

    def members(self, source: Source, options: ReadOptions) -> Iterator[Source | Report | Reject]:
        """Give the report of each mail, and its attachments."""
        largest = MESSAGE * options.largest_report
        for number, mail in enumerate(_mails(source, largest), start=1):
            part = f"message {number}"
            within = f"{source.part}, {part}" if source.part else part
            if len(mail) > largest:
                yield source.refused(too_large(None, largest), part=within)
            else:
                yield from read_mail(mail, source, options, part=within)


def _mails(source: Source, largest: int) -> Iterator[bytes]:
    """Give each mail without its quoting; one that is too large is cut, a byte above the limit."""
    pieces: list[bytes] = []
    size = 0
    for data, is_begun in _marked(source):
        if is_begun and pieces:
            yield b"".join(pieces)
            pieces, size = [], 0
        if not is_begun and size <= largest:
            pieces.append(data[: largest + 1 - size])
            size += len(data)
    if size:
        yield b"".join(pieces)


def _marked(source: Source) -> Iterator[tuple[bytes, bool]]:
    """Give the lines, and whether each begins a mail; to know that takes a look at the next one."""
    held: bytes | None = None
    is_after_blank = True
    begins_line = True
    while data := source.stream.readline(LONGEST_LINE):
        if held is not None:
            yield (held, True) if _HEADER.match(data) else (held, False)
            held = None
        if begins_line and is_after_blank and _BEGINS.fullmatch(data):
            held = data
        elif begins_line and _QUOTED.match(data):
            yield data[1:], False
        else:
            yield data, False
        is_after_blank = begins_line and not data.strip(b"\r\n")
        begins_line = data.endswith(b"\n")
    if held is not None:
        yield held, False
