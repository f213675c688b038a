"""Excel: a sheet each for the data, the codebook and the sources, row by row in constant memory."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from outputs.export.edition import Edition
from outputs.export.extra import library
from outputs.export.plain import Plain, plain
from schemas.errors import ExportError

__all__ = ["write_excel"]

# Microsoft, "Excel specifications and limits".
MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a 29 February 1900 that was none
LARGEST_WHOLE = 2**53  # Excel's numbers are doubles: beyond it they lose their last digits

# Types of a library that need not be there.
Workbook: TypeAlias = Any
Sheet: TypeAlias = Any

CODEBOOK = ("column", "type", "means", "codes")


def write_excel(edition: Edition, path: Path) -> int:
    """Write the workbook; give the number of rows of its sheet data.

    Raises:
        ExportError: there are more rows, or a longer text, than Excel can hold. Nothing is cut.

    """
    names = [column.name for column in edition.relation.rows.columns()]
    with _workbook(edition, path) as workbook:
        rows = _fill(workbook, "data", names, edition.relation.rows.values())
        _fill(workbook, "codebook", CODEBOOK, _codebook(edition))
        sources = edition.sources()
        _fill(workbook, "sources", [column.name for column in sources.columns()], sources.values())
    return rows


def _codebook(edition: Edition) -> Iterator[tuple[str, ...]]:
    for column in edition.relation.columns:
        codes = "; ".join([*(f"{code}: {meaning}" for code, meaning in column.labels.items()), *column.words])
        yield column.name, column.type, column.means, codes


@contextmanager
def _workbook(edition: Edition, path: Path) -> Iterator[Workbook]:
    """Lend a workbook that is written when the block ends well; its rows wait on the disk, not in memory."""
    xlsxwriter = library("xlsxwriter", extra="excel", for_what="xlsx")
    with TemporaryDirectory(prefix=".affray-", dir=path.parent) as folder:
        workbook = xlsxwriter.Workbook(str(path), {"constant_memory": True, "tmpdir": folder})
        workbook.set_properties({"title": edition.relation.name, "created": edition.moment})
        try:
            yield workbook
            workbook.close()
        except xlsxwriter.exceptions.FileCreateError as error:
            raise OSError(str(error)) from error
        finally:
            workbook.fileclosed = True  # else it is written when Python forgets it
            for sheet in workbook.worksheets():
                sheet.row_data_fh.close()


def _fill(workbook: Workbook, name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write a sheet from the top; give the number of its rows without the head."""
    sheet = workbook.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    bold = workbook.add_format({"bold": True})
    looks: dict[type, Any] = {
        datetime: workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        date: workbook.add_format({"num_format": "yyyy-mm-dd"}),
    }
    for column, title in enumerate(head):
        sheet.write_string(0, column, title, bold)
    number = 0
    for number, row in enumerate(rows, start=1):
        if number >= MOST_ROWS:
            raise ExportError(f"A sheet of Excel has {MOST_ROWS:,} rows, and here are more. Choose csv or parquet.")
        for column, value in enumerate(row):
            _write(sheet, number, column, _held(plain(value), head[column]), looks)
    return number


def _held(value: Plain, title: str) -> Plain:
    """Give the value as Excel holds it without loss, which for large numbers and early days is text."""
    if isinstance(value, str) and len(value.encode("utf-16-le")) // 2 > LONGEST_CELL:
        raise ExportError(
            f"A cell of Excel has {LONGEST_CELL:,} characters, and a {title} has {len(value):,}. "
            "Choose csv, parquet or jsonl."
        )
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return value if day >= FIRST_DAY else value.isoformat()
    if isinstance(value, int) and abs(value) > LARGEST_WHOLE:
        return str(value)
    return value


def _write(sheet: Sheet, row: int, column: int, value: Plain, looks: dict[type, Any]) -> None:
    """Write one cell; text is text, whatever sign it begins with."""
    if isinstance(value, str):
        sheet.write_string(row, column, value)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, looks[type(value)])
    elif isinstance(value, int) or (isinstance(value, float) and value - value == 0):  # neither NaN nor infinite
        sheet.write_number(row, column, value)
