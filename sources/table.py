"""Tables: CSV with a report a row, in memory that does not grow with the file."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.draft import Draft, finished
from sources.encoding import loosely_decoded
from sources.jsonl import KEYS
from sources.lines import transcoded
from sources.options import ReadOptions
from sources.refusal import Refusal, quoted
from sources.rows import BrokenRow, Row, rows
from sources.source import Source

__all__ = ["TableReader"]

DELIMITERS = (",", ";", "\t", "|")
NAMES_SHOWN = 12  # of the columns of a table without the one that is looked for


class TableReader:
    """Reads the columns named like the keys of JSON lines; all others are left alone."""

    name = "table"
    media_types = ("text/csv", "text/tab-separated-values")
    suffixes = (".csv", ".tsv")
    is_signed = False
    is_binary = False

    def accepts(self, head: bytes) -> bool:
        """Take what has two columns and one of them named text."""
        first = _first_line(head)
        return any("text" in _columns(first.split(delimiter)) for delimiter in DELIMITERS if delimiter in first)

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the report of each row; a broken row costs only itself."""
        delimiter = _delimiter(source.head)
        table = rows(transcoded(source.stream, source.head), delimiter=delimiter, longest=options.largest_report)
        header = next(table, None)
        if not isinstance(header, Row):
            refusal = header.refusal if header else _empty()
            yield source.refused(refusal, part="line 1" if header else None)
            return
        columns = _columns(header.cells)
        if "text" not in columns:
            yield source.refused(_without_text(header.cells))
            return
        row_reader = _RowReader(source, columns, len(header.cells), self.media_types[delimiter == "\t"])
        yield from row_reader.read(table, options)


@dataclass(slots=True)
class _RowReader:
    """Reads the rows of one table; neighbours of the wrong width are told once, as one broken row makes many."""

    source: Source
    columns: Mapping[str, int]
    width: int
    media_type: str

    def read(self, table: Iterator[Row | BrokenRow], options: ReadOptions) -> Iterator[Report | Reject]:
        is_empty = True
        misfits: list[int] = []  # the first and the last line, and how many cells the first has
        for row in table:
            is_empty = False
            if isinstance(row, Row) and self._is_misfit(row):
                misfits = [misfits[0], row.number, misfits[2]] if misfits else [row.number, row.number, len(row.cells)]
                continue
            yield from self._told(misfits)
            misfits = []
            part = f"line {row.number}"
            if isinstance(row, BrokenRow):
                yield self.source.refused(row.refusal, part=part)
            else:
                yield from finished(self._draft(row), options, self.source, part=part)
        yield from self._told(misfits)
        if is_empty:
            yield self.source.refused(_empty())

    def _is_misfit(self, row: Row) -> bool:
        """Know a row with a delimiter or a line end in a cell without quotes: its text is not whole."""
        return len(row.cells) < self.width or any(row.cells[self.width :])

    def _told(self, misfits: list[int]) -> Iterator[Reject]:
        if misfits:
            first, last, cells = misfits
            refusal = Refusal(
                reason=RejectReason.MALFORMED,
                detail=f"The row has {cells:,} cells, the header has {self.width:,}. Put quotes around the text.",
            )
            yield self.source.refused(refusal, part=f"line {first}" if first == last else f"lines {first}-{last}")

    def _draft(self, row: Row) -> Draft:
        values = {field: row.cells[self.columns[key]] for key, field in KEYS.items() if key in self.columns}
        sha256 = hashlib.sha256(row.data).hexdigest()
        return Draft.model_validate({**values, "media_type": self.media_type, "raw_sha256": sha256})


def _columns(names: list[str]) -> dict[str, int]:
    """Give where each column stands; of two of one name the first."""
    columns: dict[str, int] = {}
    for at, name in enumerate(names):
        columns.setdefault(name.strip("\ufeff \t\r\"'").casefold(), at)
    return columns


def _delimiter(head: bytes) -> str:
    """Tell by the first line which mark parts it: the one that shows a column named text, else the commonest."""
    first = _first_line(head)
    return max(DELIMITERS, key=lambda mark: ("text" in _columns(first.split(mark)), first.count(mark)))


def _first_line(head: bytes) -> str:
    text = loosely_decoded(head).lstrip("\ufeff \r\n")
    return text.replace("\r", "\n").split("\n", 1)[0]


def _without_text(names: list[str]) -> Refusal:
    shown = ", ".join(quoted(name) for name in names[:NAMES_SHOWN])
    more = f" and {len(names) - NAMES_SHOWN:,} more" if len(names) > NAMES_SHOWN else ""
    return Refusal(
        reason=RejectReason.NO_TEXT,
        detail=f"No column is named 'text'; the columns are: {shown}{more}. Name the one that holds the report 'text'.",
    )


def _empty() -> Refusal:
    return Refusal(reason=RejectReason.EMPTY, detail="The table has no rows. Leave it out, or fetch it again.")
