"""The export: one kind of row, in one layout and format, into one file."""

from pathlib import Path

from outputs.export.destination import replacing
from outputs.export.format import FORMATS
from outputs.export.layout import layout_named
from outputs.query.session import locked

__all__ = ["export"]


def export(
    dataset: Path,
    output: Path,
    *,
    what: str,
    as_format: str,
    force: bool,
    as_of: str | None = None,
    layout: str = "affray",
) -> int:
    """Write the rows that `what` selects to `output`, as the dataset stood at the moment `as_of`; give their number.

    The same dataset gives the same bytes, on any number of threads: the rows have a total order.

    Raises:
        UsageError: there is no such moment, or the layout has no such rows.
        ExportError: `output` is there already or cannot be written; what was there stays.
        StoreError: the dataset cannot be read.

    """
    chosen = layout_named(layout, what=what)
    with (
        replacing(output, force=force, dataset=dataset) as part,
        locked(dataset, output=part, as_of=as_of) as connection,
    ):
        relation = chosen.lay_out(connection, what)
        return FORMATS[as_format](relation.rows, part)
