"""Rows of a CSV of any size, each with its bytes; a broken one costs only itself."""

import csv
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from schemas.vocabulary import RejectReason
from sources.encoding import LineDecoder
from sources.lines import Line, lines
from sources.refusal import Refusal
from sources.source import too_large

__all__ = ["BrokenRow", "Row", "rows"]

MOST_LINES = 100_000  # of one row; beyond them a quote was left open


class Row(NamedTuple):
    """The cells of a row, the line that it begins on, and its bytes."""

    number: int
    cells: list[str]
    data: bytes


class BrokenRow(NamedTuple):
    """Why the row that begins on a line could not be read."""

    number: int
    refusal: Refusal


class _TooLargeError(Exception):
    """Stops the csv module, which takes any number of lines into a quoted cell."""


class _Feed:
    """Hands lines to the csv module, remembers those of the row at hand, and takes them back."""

    def __init__(self, source: Iterator[Line], longest: int) -> None:
        self._source = source
        self._longest = longest
        self._decoder = LineDecoder()
        self._returned: deque[Line] = deque()
        self.begin_row()

    def begin_row(self) -> None:
        self.row: list[Line] = []
        self.size = 0
        self.refusal: Refusal | None = None

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        line = self._returned.popleft() if self._returned else next(self._source)
        self.row.append(line)
        self.size += line.size
        if line.data is None or self.size > self._longest or len(self.row) > MOST_LINES:
            raise _TooLargeError
        decoded = self._decoder.decode(line.data)
        if isinstance(decoded, Refusal):
            # The row is refused once it is whole; its quotes still show where it ends.
            self.refusal = decoded
            return line.data.decode("utf-8", "replace")
        return decoded.text

    def take_back(self) -> None:
        """Offer again all but the first line of a row, which an open quote has swallowed."""
        self._returned.extendleft(reversed(self.row[1:]))


def rows(stream: BinaryIO, *, delimiter: str, longest: int) -> Iterator[Row | BrokenRow]:
    """Split a stream at line ends and delimiters that stand in no quotes; rows without words are left out."""
    feed = _Feed(lines(stream, longest=longest), longest)
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    while True:
        feed.begin_row()
        # The limit is the module's own; whoever else reads tables may have set it.
        csv.field_size_limit(longest)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _TooLargeError) as error:
            yield BrokenRow(feed.row[0].number, _refusal(error, feed.size, longest))
            feed.take_back()
            reader = csv.reader(feed, delimiter=delimiter, strict=True)
            continue
        if feed.refusal:
            yield BrokenRow(feed.row[0].number, feed.refusal)
        elif any(cell.strip() for cell in cells):
            data = b"".join(line.data or b"" for line in feed.row).rstrip(b"\r\n")
            yield Row(feed.row[0].number, cells, data)


def _refusal(error: Exception, size: int, longest: int) -> Refusal:
    if isinstance(error, _TooLargeError) and size > longest:
        return too_large(size, longest)
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail='The row cannot be split: a quote is never closed, or stands inside a quoted cell. Write it twice ("").',
    )
