"""Excel workbooks: a report a row, from each sheet that has them."""

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime, time
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.columns import Mapping, mapping_of
from sources.options import ReadOptions
from sources.refusal import Refusal, quoted
from sources.row_report import report_of_row
from sources.source import HEAD, Source
from sources.spool import spooled

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

__all__ = ["ExcelReader"]

MOST_ROWS = 1_048_576  # that a sheet of Excel has; a number beyond it is a lie
AT_ONCE = 100  # rows
OPENING = 50  # rows that show which columns there are, and which has long cells
ABOVE = 10  # rows that may stand above the header: "Export of 3 May 2021"
HELD = 25  # times the largest report: what must be held in memory, the words of all cells above all
OVERLAP = 30  # bytes of the start of a row that may be cut in two
ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})

_FIRST_ROOM = re.compile(rb"PK\x03\x04.{26}(xl|word|ppt)/", re.DOTALL)
_ROW = re.compile(rb"<(?:\w{1,20}:)?row[\s/>]")
_ESCAPED = re.compile("_x00(0[0-9A-Fa-f]|1[0-9A-Fa-f])_")


class _Row(NamedTuple):
    """A row's number, from 1, as Excel shows it, and its cells as texts."""

    number: int
    cells: list[str]


class _Sheet(NamedTuple):
    """A sheet, the number of its header's row, and what its columns hold."""

    sheet: "ReadOnlyWorksheet"
    header: int
    mapping: Mapping


class ExcelReader:
    """Reads the sheets that have a column of reports; formulas give the values that Excel last showed."""

    name = "excel"
    media_types = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",)
    suffixes = (".xlsx", ".xlsm")
    is_signed = True
    is_binary = True

    def accepts(self, head: bytes) -> bool:
        """Take a zip in which the rooms of a workbook come first."""
        room = _FIRST_ROOM.search(head) if head.startswith(b"PK\x03\x04") else None
        return room is not None and room[1] == b"xl"

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the report of each row, sheet by sheet."""
        with spooled(source, name="workbook.xlsx", largest=options.largest_archive) as path:
            refusal = path if isinstance(path, Refusal) else _unsafe(path, options)
            if refusal:
                yield source.refused(refusal)
            elif isinstance(path, Path):
                yield from self._workbook(path, source, options)

    def _workbook(self, path: Path, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        try:
            from openpyxl import load_workbook  # noqa: PLC0415  (an extra, and loading it is slow)
        except ImportError:
            yield source.refused(_without_library())
            return
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of styles and pictures that nobody needs here
                workbook = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # noqa: BLE001  (a broken workbook raises anything inside)
            yield source.refused(_broken(error))
            return
        with closing(workbook):
            sheets = _sheets(workbook.worksheets, options)
            if isinstance(sheets, Refusal):
                yield source.refused(sheets)
                return
            yield from self._reports(sheets, source, options)

    def _reports(self, sheets: Sequence[_Sheet], source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        is_empty = True
        for sheet, header, mapping in sheets:
            if told := mapping.told():
                yield source.refused(told, part=_part(sheet.title))
            for row in _rows(sheet):
                if isinstance(row, Refusal):
                    is_empty = False
                    yield source.refused(row, part=_part(sheet.title))
                elif row.number > header and any(row.cells):
                    is_empty = False
                    part = _part(sheet.title, row.number)
                    media_type = self.media_types[0]
                    yield from report_of_row(row.cells, mapping, source, options, media_type=media_type, part=part)
        if is_empty:
            yield source.refused(_empty())


def _unsafe(path: Path, options: ReadOptions) -> Refusal | None:
    """Say what would fill the memory: all but the rows is held, and of the rows one at a time."""
    held = HELD * options.largest_report
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                is_sheet = member.filename.lstrip("/").startswith("xl/worksheets/")
                if member.file_size > (options.largest_archive if is_sheet else held):
                    return _too_large(member.filename, member.file_size)
                if is_sheet and member.file_size > options.largest_report:
                    with archive.open(member) as sheet:
                        if _is_endless(sheet, options.largest_report):
                            return _too_large(member.filename, member.file_size)
    except Exception as error:  # noqa: BLE001  (zipfile raises anything over hostile bytes)
        return _broken(error)
    return None


def _is_endless(sheet: IO[bytes], longest: int) -> bool:
    """Say whether a row is longer than allowed, or more rows are there than Excel has; raw text could feign rows."""
    since, count = 0, 0
    before = b""
    while chunk := sheet.read(HEAD):
        seen = before + chunk
        rows = [match.start() for match in _ROW.finditer(seen)]
        count += len(rows)
        since = len(seen) - rows[-1] if rows else since + len(chunk)
        if since > longest or count > MOST_ROWS or b"<![CDATA[" in seen:
            return True
        before = chunk[-OVERLAP:]
    return False


def _sheets(sheets: Iterable["ReadOnlyWorksheet"], options: ReadOptions) -> list[_Sheet] | Refusal:
    """Give the sheets that name a column of reports; where none does, those in which only one has long cells."""
    opened: list[tuple[ReadOnlyWorksheet, list[_Row]]] = []
    refusals: list[Refusal] = []
    for sheet in sheets:
        sheet.reset_dimensions()  # what a sheet says of its size may be a lie
        begun = list(islice(_rows(sheet), OPENING))
        refusals += [row for row in begun if isinstance(row, Refusal)]
        if rows := [row for row in begun if isinstance(row, _Row) and any(row.cells)]:
            opened.append((sheet, rows))
    if named := [found for sheet, rows in opened if (found := _named(sheet, rows, options))]:
        return named
    guessed: list[_Sheet] = []
    for sheet, (header, *rows) in opened:
        mapping = mapping_of(header.cells, [row.cells for row in rows], chosen=options.columns)
        if isinstance(mapping, Refusal):
            refusals.append(mapping)
        else:
            guessed.append(_Sheet(sheet, header.number, mapping))
    return guessed or (refusals[0] if refusals else _empty())


def _named(sheet: "ReadOnlyWorksheet", rows: Sequence[_Row], options: ReadOptions) -> _Sheet | None:
    """Find the header by its names; a title may stand above it."""
    for row in rows[:ABOVE]:
        mapping = mapping_of(row.cells, chosen=options.columns)
        if isinstance(mapping, Mapping) and (row is rows[0] or len(mapping.columns) > 1):
            return _Sheet(sheet, row.number, mapping)
    return None


def _rows(sheet: "ReadOnlyWorksheet") -> Iterator[_Row | Refusal]:
    """Give the rows as texts, and why they end before the sheet does."""
    numbered = enumerate(sheet.iter_rows(max_row=MOST_ROWS, values_only=True), start=1)
    while True:
        rows: list[_Row | Refusal] = []
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of days that are none, and what else is odd in a cell
                rows.extend(_Row(number, list(map(_written, values))) for number, values in islice(numbered, AT_ONCE))
        except Exception as error:  # noqa: BLE001  (a broken sheet raises anything inside)
            rows.append(_broken(error))
        yield from rows
        if not rows or isinstance(rows[-1], Refusal):
            return


def _written(value: object) -> str:
    """Write a value as a reader would: days as ISO 8601 has them, whole numbers without a point."""
    if value is None or (isinstance(value, str) and value in ERRORS):
        return ""
    if isinstance(value, str):
        # Excel writes a carriage return as "_x000D_"
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _part(title: str, number: int | None = None) -> str:
    shown = quoted(title)[1:-1]
    return f"{shown}, row {number}" if number else shown


def _empty() -> Refusal:
    return Refusal(reason=RejectReason.EMPTY, detail="The workbook has no rows. Leave it out, or fetch it again.")


def _without_library() -> Refusal:
    return Refusal(
        reason=RejectReason.UNKNOWN_FORMAT,
        detail='Excel workbooks need a further library. Install it: pip install "affray[excel]"',
    )


def _too_large(member: str, size: int) -> Refusal:
    return Refusal(
        reason=RejectReason.TOO_LARGE,
        detail=f"{quoted(member)} in the workbook unpacks to {size:,} bytes, more than can be read. Save it as CSV.",
    )


def _broken(error: Exception) -> Refusal:
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail=f"The workbook is broken, or locked with a password ({quoted(str(error) or type(error).__name__)}). "
        "Open it in Excel and save it anew as .xlsx, without a password.",
    )
