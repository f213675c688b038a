"""Parquet: a report a row, read by DuckDB in memory that does not grow with the file."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import duckdb
from duckdb import (
    CaseExpression,
    ColumnExpression,
    ConstantExpression,
    DuckDBPyConnection,
    Expression,
    FunctionExpression,
)

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from sources.columns import Mapping, mapping_of
from sources.options import ReadOptions
from sources.refusal import Refusal
from sources.row_report import report_of_row
from sources.source import Source, too_large
from sources.spool import spooled

__all__ = ["ParquetReader"]

MARK = b"PAR1"
AT_ONCE = 64  # rows
SAMPLED = 100  # rows that show which column has long cells
MEMORY = "2GB"  # a group of rows must fit in it
BEGUN = 1_000  # characters of a cell
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": MEMORY,
    "autoinstall_known_extensions": False,
}


class ParquetReader:
    """Reads the columns that are named for what a report has; all others are left in the file."""

    name = "parquet"
    media_types = ("application/vnd.apache.parquet",)
    suffixes = (".parquet", ".pq")
    is_signed = True
    is_binary = True

    def accepts(self, head: bytes) -> bool:
        """Take what begins with the mark of Parquet."""
        return head.startswith(MARK)

    def read(self, source: Source, options: ReadOptions) -> Iterator[Report | Reject]:
        """Give the report of each row; a broken file gives those above the break."""
        with spooled(source, name="table.parquet", largest=options.largest_archive) as path:
            if isinstance(path, Refusal):
                yield source.refused(path)
                return
            try:
                with closing(_connected_to(path)) as connection:
                    yield from self._reports(connection, path, source, options)
            except (duckdb.Error, UnicodeDecodeError):
                yield source.refused(_broken())

    def _reports(
        self, connection: DuckDBPyConnection, path: Path, source: Source, options: ReadOptions
    ) -> Iterator[Report | Reject]:
        table = connection.read_parquet(str(path), binary_as_string=True)
        kinds = dict(zip(table.columns, map(str, table.types), strict=True))
        # Only the beginning of a cell is asked for, as it shows well enough whether it is long.
        begun = [
            FunctionExpression("left", _as_text(name, kind), ConstantExpression(BEGUN)) for name, kind in kinds.items()
        ]
        sample = table.limit(SAMPLED).select(*begun).fetchall()
        mapping = mapping_of(table.columns, map(_filled, sample), chosen=options.columns)
        if isinstance(mapping, Refusal) or not sample:
            yield source.refused(mapping if isinstance(mapping, Refusal) else _empty())
            return
        if told := mapping.told():
            yield source.refused(told)
        names = [table.columns[at] for at in mapping.at.values()]
        cells = [_as_text(name, kinds[name]) for name in names]
        size = FunctionExpression("strlen", cells[0])  # of the text, which is the first
        is_small = size <= ConstantExpression(options.largest_report)
        text = CaseExpression(is_small, cells[0])
        table.select(size, text, *cells[1:]).create_view("reports")
        connection.execute("from reports")
        narrow = mapping.model_copy(update={"at": {field: place for place, field in enumerate(mapping.at)}})
        yield from self._rows(connection, narrow, source, options)

    def _rows(
        self, connection: DuckDBPyConnection, mapping: Mapping, source: Source, options: ReadOptions
    ) -> Iterator[Report | Reject]:
        number, total = 0, 0
        while rows := connection.fetchmany(AT_ONCE):
            for size, *cells in rows:
                number += 1
                total += size or 0
                part = f"row {number}"
                if total > options.largest_archive:  # some kilobytes can stand for the same words a billion times
                    yield source.refused(_endless(options.largest_archive), part=part)
                    return
                if size is not None and size > options.largest_report:
                    yield source.refused(too_large(size, options.largest_report), part=part)
                    continue
                yield from report_of_row(
                    _filled(cells), mapping, source, options, media_type=self.media_types[0], part=part
                )


def _connected_to(path: Path) -> DuckDBPyConnection:
    """Open a DuckDB of nobody else's, which may read this one file and nothing besides."""
    connection = duckdb.connect(":memory:", config=SETTINGS)
    connection.execute("set TimeZone = 'UTC'")
    connection.execute("set allowed_paths = $paths", {"paths": [str(path)]})
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def _as_text(name: str, kind: str) -> Expression:
    """Write a column as text: days as ISO 8601 has them, names of a list with commas between."""
    column = ColumnExpression(name)
    if kind == "VARCHAR[]":
        return FunctionExpression("array_to_string", column, ConstantExpression(", "))
    return column.cast("VARCHAR")


def _filled(cells: Sequence[str | None]) -> list[str]:
    return [cell or "" for cell in cells]


def _broken() -> Refusal:
    return Refusal(
        reason=RejectReason.MALFORMED,
        detail="The Parquet file is broken, cut off or locked. Fetch it again, or write it anew.",
    )


def _endless(largest: int) -> Refusal:
    return Refusal(
        reason=RejectReason.TOO_LARGE,
        detail=f"The table unpacks to more than {largest:,} bytes; the rows from here on are left out. Split it.",
    )


def _empty() -> Refusal:
    return Refusal(reason=RejectReason.EMPTY, detail="The table has no rows. Leave it out, or fetch it again.")
