"""A layout: the columns in which rows leave a dataset, and the question that fills them.

Whatever writes a file takes a `Relation`: a question to put to the connection, and what each of its columns means.
It need not know which layout that is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from duckdb import DuckDBPyConnection

from outputs.export.selection import SELECTIONS, selection
from outputs.query.question import Question
from outputs.store.columns import catalogue
from schemas.errors import UsageError

__all__ = ["LAYOUTS", "Column", "Layout", "Relation", "layout_named"]


@dataclass(frozen=True)
class Column:
    """A column as a codebook tells of it; `labels` give the meaning of each code, where it has a closed list."""

    name: str
    type: str
    means: str
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Relation:
    """Rows in a layout: the question that gives them in a total order, and their columns in the same order.

    `left_out` gives the incidents that the layout has no row for, with the reason, where it leaves any out;
    `warnings` are sentences about what the layout could not say of these rows.
    """

    name: str
    rows: Question
    columns: tuple[Column, ...]
    left_out: Question | None = None
    warnings: tuple[str, ...] = ()


class Layout(Protocol):
    """Lays out the rows of a dataset."""

    @property
    def means(self) -> str:
        """Say in one sentence what the layout is."""
        ...

    @property
    def selections(self) -> tuple[str, ...]:
        """List the kinds of rows that it can be filled with, as `--what` names them."""
        ...

    def lay_out(self, connection: DuckDBPyConnection, what: str) -> Relation:
        """Prepare the rows on a connection that `locked` lends; nothing is written to the dataset."""
        ...


class FlatViews:
    """affray's own layout: the views and tables as they are."""

    means = "The public views and tables, with affray's own words."
    selections = SELECTIONS

    def lay_out(self, connection: DuckDBPyConnection, what: str) -> Relation:
        """Give a view's rows; the columns that tell of runs stay behind."""
        described = {column.name: column for column in catalogue()[what].columns}
        rows = Question(connection, selection(what))
        columns = (described[column.name] for column in rows.columns())
        return Relation(
            name=what, rows=rows, columns=tuple(Column(column.name, column.type, column.comment) for column in columns)
        )


# The names that `--layout` takes.
LAYOUTS: Mapping[str, Layout] = {"affray": FlatViews()}


def layout_named(name: str, *, what: str) -> Layout:
    """Give a layout that has a place for the rows that `what` names.

    Raises:
        UsageError: there is no such layout, or it has no such rows.

    """
    layout = LAYOUTS.get(name)
    if layout is None:
        raise UsageError(f"There is no layout '{name}'. Choose one of {', '.join(LAYOUTS)}.")
    if what not in layout.selections:
        raise UsageError(
            f"The layout {name} has no place for {what}. It takes {', '.join(layout.selections)}; "
            "leave out --layout to export them as they are."
        )
    return layout
