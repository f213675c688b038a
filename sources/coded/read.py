"""Reading a list: its header looked at first, then row by row in memory that does not grow."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from schemas.coded_event import CodedEvent
from schemas.errors import CodedFileError
from schemas.report import Reject
from schemas.vocabulary import RejectReason
from sources.coded.acled import AcledLayout
from sources.coded.cells import Cells, Oddity, UnusableRowError
from sources.coded.codes import Codes
from sources.coded.gtd import GtdLayout
from sources.coded.layout import Layout
from sources.coded.ucdp_ged import UcdpGedLayout
from sources.encoding import is_text, loosely_decoded
from sources.lines import transcoded
from sources.refusal import Refusal, quoted
from sources.rows import BrokenRow, Row, rows
from sources.source import Source

__all__ = ["LAYOUTS", "layout_named", "read_events"]

LAYOUTS = {layout.name: layout for layout in (AcledLayout, UcdpGedLayout, GtdLayout)}
DELIMITERS = (",", ";", "\t", "|")
LONGEST_ROW = 10_000_000  # bytes
NAMES_SHOWN = 6


def layout_named(name: str, *, overlay: Path | None = None) -> Layout:
    """Give a layout, with the user's own codebook laid over affray's."""
    layout: Layout = LAYOUTS[name](Codes(overlay))
    return layout


def read_events(source: Source, layout: Layout, *, name: str) -> Iterator[CodedEvent | Reject | Oddity]:
    """Give the events of a list called `name`; a row that cannot be kept comes out as a `Reject` in its place.

    What was odd about a row comes before its event. Of two rows with one id the first counts.

    Raises:
        CodedFileError: it is no table, or lacks a column that says which event a row is, and when.

    """
    if not is_text(source.head):
        raise CodedFileError(f"{source.path} is no text. Save the list as CSV first.")
    table = rows(transcoded(source.stream, source.head), delimiter=_delimiter(source.head), longest=LONGEST_ROW)
    first = next(table, None)
    if first is None:
        raise CodedFileError(f"{source.path} is empty. Fetch it again.")
    if isinstance(first, BrokenRow):
        raise CodedFileError(f"{source.path}, line 1: {first.refusal.detail}")
    yield from _Reading(source.path, layout, name).read(first, table)


class _Reading:
    """One list on its way in; `seen` are the ids that it has had."""

    def __init__(self, path: str, layout: Layout, name: str) -> None:
        self._path, self._layout, self._name = path, layout, name
        self._columns: Mapping[str, int] = {}
        self._width = 0
        self._seen: dict[str, int] = {}

    def read(self, first: Row, table: Iterator[Row | BrokenRow]) -> Iterator[CodedEvent | Reject | Oddity]:
        is_header = not _lacks_its_header(first.cells, self._layout)
        names = first.cells if is_header else self._layout.header
        self._columns, self._width = _columns(names), len(names)
        self._require_columns()
        yield from (
            Oddity(column, "no such column, left out", "", first.number)
            for column in self._layout.expected
            if column not in self._columns
        )
        if not is_header:
            yield Oddity("header", "missing, the layout's own columns taken", "", first.number)
            yield from self._row(first)
        for row in table:
            yield from self._row(row)

    def _require_columns(self) -> None:
        lacking = [column for column in self._layout.required if column not in self._columns]
        if not lacking:
            return
        others = [name for name, other in LAYOUTS.items() if all(column in self._columns for column in other.required)]
        what = (
            f"It looks like {others[0]}: say --layout {others[0]}"
            if others
            else f"Its columns are {_shown(list(self._columns))}. Mend its header, or name another --layout"
        )
        raise CodedFileError(f"{self._path} has no column {' or '.join(lacking)}, as {self._layout.name} has. {what}.")

    def _row(self, row: Row | BrokenRow) -> Iterator[CodedEvent | Reject | Oddity]:
        part = f"line {row.number}"
        if isinstance(row, BrokenRow):
            yield row.refusal.at(self._path, part=part)
            return
        if len(row.cells) < self._width or any(cell.strip() for cell in row.cells[self._width :]):
            detail = f"The row has {len(row.cells):,} cells, the header has {self._width:,}. Fetch the file again."
            yield _refused(detail).at(self._path, part=part)
            return
        cells = Cells(row.number, self._columns, row.cells)
        try:
            event = self._layout.event(cells, source=self._name)
        except UnusableRowError as error:
            yield _refused(str(error)).at(self._path, part=part)
            return
        except ValidationError as error:
            yield _refused(f"Its values contradict each other: {error.errors()[0]['msg']}.").at(self._path, part=part)
            return
        if event.event_id in self._seen:
            before = self._seen[event.event_id]
            detail = f"Its id {quoted(event.original_id)} is that of line {before:,}, which is kept."
            yield _refused(detail).at(self._path, part=part)
            return
        self._seen[event.event_id] = row.number
        yield from cells.odd
        yield event


def _refused(detail: str) -> Refusal:
    return Refusal(reason=RejectReason.MALFORMED, detail=detail)


def _columns(names: Sequence[str]) -> dict[str, int]:
    """Give where each column stands; of two of one name the first."""
    columns: dict[str, int] = {}
    for at, name in enumerate(names):
        columns.setdefault(name.strip("\ufeff \t\r\"'").casefold(), at)
    return columns


def _lacks_its_header(cells: Sequence[str], layout: Layout) -> bool:
    """Know a release that came without its header: as wide as one, and its first cell is an id."""
    return bool(layout.header) and len(cells) == len(layout.header) and cells[0].strip("\ufeff ").isdecimal()


def _delimiter(head: bytes) -> str:
    line = loosely_decoded(head).lstrip("\ufeff \r\n").replace("\r", "\n").split("\n", 1)[0]
    return max(DELIMITERS, key=line.count)


def _shown(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMES_SHOWN:,} more" if len(names) > NAMES_SHOWN else ""
    return f"{', '.join(quoted(name) for name in names[:NAMES_SHOWN])}{more}"
