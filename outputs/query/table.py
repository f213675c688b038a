"""A table for people: it fits the window, or shows one record below the other."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from outputs.query.question import Column, Question
from outputs.query.visible import visible
from outputs.query.window import shared_widths

__all__ = ["table"]

ROWS_SHOWN = 1000

# Behind each column, and one more between two.
GAP = 1

# As DuckDB writes the types of numbers; text alone is cut, a cut number would be another number.
NUMBER = re.compile(r"U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\)")
DATE_OR_FACT = re.compile("BOOLEAN|DATE|TIME.*")


@dataclass(frozen=True)
class Page:
    """The rows that are shown, and how many there are."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    row_count: int


def table(question: Question, window: int) -> Iterator[str]:
    """Draw the answer no wider than `window` characters; long text ends in an ellipsis."""
    page = _page(question, longest=window)
    natural = [
        max(cell_len(cell) for cell in cells)
        for cells in zip([visible(column.name) for column in page.columns], *page.rows, strict=True)
    ]
    cuttable = [not (_is_number(column) or DATE_OR_FACT.fullmatch(column.type)) for column in page.columns]
    gaps = GAP * len(natural) + len(natural) - 1
    widths = shared_widths(natural, cuttable=cuttable, room=window - gaps)
    parts = [_grid(page, widths)] if widths is not None else _records(page, window)
    yield from (_drawn(part, window) for part in parts)
    yield _count(page)


def _page(question: Question, *, longest: int) -> Page:
    columns = question.columns()
    answer = question.rows("printed_rows")
    rows = [[_cell(value, longest=longest) for value in row] for row in islice(answer, ROWS_SHOWN)]
    return Page(columns=columns, rows=rows, row_count=len(rows) + sum(1 for _ in answer))


def _cell(value: str | None, *, longest: int) -> str:
    # One character more than fits, so that the cut is seen; a report of a megabyte need not be measured.
    return "" if value is None else visible(value[: longest + 1])


def _is_number(column: Column) -> bool:
    return NUMBER.fullmatch(column.type) is not None


def _grid(page: Page, widths: Sequence[int]) -> Table:
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, GAP, 0, 0))
    for column, width in zip(page.columns, widths, strict=True):
        grid.add_column(
            Text(visible(column.name)),
            justify="right" if _is_number(column) else "left",
            width=width,
            no_wrap=True,
            overflow="ellipsis",
        )
    for row in page.rows:
        grid.add_row(*map(Text, row))
    return grid


def _records(page: Page, window: int) -> Iterator[RenderableType]:
    names = [visible(column.name) for column in page.columns]
    widest_name = min(max(map(cell_len, names)), window // 2)
    for number, row in enumerate(page.rows, start=1):
        yield Rule(f"{number}", align="left")
        record = Table(box=None, show_header=False, pad_edge=False, padding=(0, GAP, 0, 0))
        record.add_column(width=widest_name, no_wrap=True, overflow="ellipsis")
        record.add_column(width=max(window - widest_name - 2 * GAP, 1), no_wrap=True, overflow="ellipsis")
        for name, cell in zip(names, row, strict=True):
            record.add_row(Text(name), Text(cell))
        yield record


def _drawn(part: RenderableType, window: int) -> str:
    paper = io.StringIO()
    Console(file=paper, width=window, color_system=None, markup=False, emoji=False, highlight=False).print(part)
    return "".join(f"{line.rstrip()}\n" for line in paper.getvalue().splitlines())


def _count(page: Page) -> str:
    shown = len(page.rows)
    if shown < page.row_count:
        return f"{shown:,} of {page.row_count:,} rows; --format csv, json, jsonl or markdown gives all\n"
    return "1 row\n" if shown == 1 else f"{shown:,} rows\n"
