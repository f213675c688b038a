"""A layout: the columns in which rows leave a dataset, and the question that fills them.

A layout gives a `Relation`, and whatever writes a file takes one; it need not know of which layout. Layouts read the
public views by their bare names: the views that a connection has in their place, of a moment or with less in them, are
what is laid out.
"""

from collections.abc import Mapping
from typing import Protocol

from duckdb import DuckDBPyConnection

from outputs.export.acled import ACLED
from outputs.export.gtd import GTD
from outputs.export.plover import PLOVER
from outputs.export.relation import Column, Relation
from outputs.export.selection import SELECTIONS, selection
from outputs.export.ucdp_ged import UCDP_GED
from outputs.query.question import Question
from outputs.store.columns import catalogue
from schemas.errors import UsageError

__all__ = ["LAYOUTS", "Column", "Layout", "Relation", "layout_named"]


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

    @property
    def formats(self) -> tuple[str, ...] | None:
        """List the formats that can hold it; None where every one can."""
        ...

    @property
    def is_streamed(self) -> bool:
        """Say whether its rows come straight from the views, so that they can be written in bounded memory."""
        ...

    def lay_out(self, connection: DuckDBPyConnection, what: str) -> Relation:
        """Prepare the rows on a connection that `locked` lends; nothing is written to the dataset."""
        ...


class FlatViews:
    """affray's own layout: the views and tables as they are."""

    means = "The public views and tables, with affray's own words."
    selections = SELECTIONS
    formats = None
    is_streamed = True

    def lay_out(self, connection: DuckDBPyConnection, what: str) -> Relation:
        """Give a view's rows; the columns that tell of runs stay behind."""
        described = {column.name: column for column in catalogue()[what].columns}
        rows = Question(connection, selection(what))
        columns = (described[column.name] for column in rows.columns())
        return Relation(
            name=what,
            rows=rows,
            columns=tuple(Column(one.name, one.type, one.means, words=one.words) for one in columns),
        )


# The names that `--layout` takes.
LAYOUTS: Mapping[str, Layout] = {
    "affray": FlatViews(),
    "acled": ACLED,
    "ucdp-ged": UCDP_GED,
    "gtd": GTD,
    "plover": PLOVER,
}


def layout_named(name: str, *, what: str, as_format: str | None = None) -> Layout:
    """Give a layout that has a place for the rows that `what` names, and can be written in a format.

    Raises:
        UsageError: there is no such layout, it has no such rows, or the format cannot hold it.

    """
    layout = LAYOUTS.get(name)
    if layout is None:
        raise UsageError(f"There is no layout '{name}'. Choose one of {', '.join(LAYOUTS)}.")
    if what not in layout.selections:
        raise UsageError(
            f"The layout {name} has no place for {what}. It takes {', '.join(layout.selections)}; "
            "leave out --layout to export them as they are."
        )
    if layout.formats is not None and as_format is not None and as_format not in layout.formats:
        raise UsageError(f"The layout {name} cannot be written as {as_format}. Use {' or '.join(layout.formats)}.")
    return layout
