"""Tables: CSV with a report a row, in memory that does not grow with the file."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.columns import KEYS, Mapping, mapping_of
from sources.draft import Draft, finished
from sources.encoding import loosely_decoded
from sources.lines import transcoded
from sources.options import ReadOptions
from sources.raw import digest
from sources.refusal import Refusal
from sources.rows import BrokenRow, Row, rows
from sources.source import HEAD, Source

__all__ = ["TableReader"]

DELIMITERS = (",", ";", "\t", "|")
LEAST_FIELDS = 2  # that the first line of a table names; a sentence may name one by chance


class TableReader:
    """Reads the columns that are named for what a report has; all others are left alone."""

    name = "table"
    media_types = ("text/csv", "text/tab-separated-values")
    suffixes = (".csv", ".tsv")
    is_signed = False
    is_binary = False

    def accepts(self, head: bytes) -> bool:
        """Take what has two columns and one of them named text, or two that are named as others do."""
        first = _first_line(head)
        return any(_is_header(first.split(delimiter)) for delimiter in DELIMITERS if delimiter in first)

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the report of each row; a broken row costs only itself."""
        delimiter = _delimiter(source.head, options)
        table = rows(transcoded(source.stream, source.head), delimiter=delimiter, longest=options.largest_report)
        header = next(table, None)
        if not isinstance(header, Row):
            refusal = header.refusal if header else _empty()
            yield source.refused(refusal, part="line 1" if header else None)
            return
        mapping = mapping_of(header.cells, _sample(source.head, delimiter), chosen=options.columns)
        if isinstance(mapping, Refusal):
            yield source.refused(mapping)
            return
        if told := mapping.told():
            yield source.refused(told)
        row_reader = _RowReader(source, mapping, len(header.cells), self.media_types[delimiter == "\t"])
        yield from row_reader.read(table, options)


@dataclass(slots=True)
class _RowReader:
    """Reads the rows of one table; neighbours of the wrong width are told once, as one broken row makes many."""

    source: Source
    mapping: Mapping
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
                yield from finished(self._draft(row, options), options, self.source, part=part)
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

    def _draft(self, row: Row, options: ReadOptions) -> Draft:
        values = {KEYS[key]: row.cells[place] for key, place in self.mapping.at.items()}
        sha256 = digest(row.data, options)
        return Draft.model_validate({**values, "media_type": self.media_type, "raw_sha256": sha256})


def _is_header(names: list[str]) -> bool:
    """Know the first line of a table; that of a report may name one thing by chance: "Body found, story by ..."."""
    mapping = mapping_of(names)
    if isinstance(mapping, Refusal):
        return False
    return mapping.columns["text"].casefold() == "text" or len(mapping.columns) >= LEAST_FIELDS


def _delimiter(head: bytes, options: ReadOptions) -> str:
    """Tell by the first line which mark parts it: the one that shows the most known columns, else the commonest."""
    first = _first_line(head)
    return max(DELIMITERS, key=lambda mark: (_known(first.split(mark), options), first.count(mark)))


def _known(names: list[str], options: ReadOptions) -> int:
    """Count the fields that columns are named for; 0 where none is for the reports."""
    mapping = mapping_of(names, chosen=options.columns)
    return 0 if isinstance(mapping, Refusal) else len(mapping.columns)


def _sample(head: bytes, delimiter: str) -> Iterator[list[str]]:
    """Give the rows below the header among the first bytes; the last of several may be cut."""
    table = rows(transcoded(io.BytesIO(head), head), delimiter=delimiter, longest=len(head) + 1)
    found = [row.cells for row in table if isinstance(row, Row)][1:]
    yield from found[:-1] if len(head) >= HEAD and len(found) > 1 else found


def _first_line(head: bytes) -> str:
    text = loosely_decoded(head).lstrip("\ufeff \r\n")
    return text.replace("\r", "\n").split("\n", 1)[0]


def _empty() -> Refusal:
    return Refusal(reason=RejectReason.EMPTY, detail="The table has no rows. Leave it out, or fetch it again.")
