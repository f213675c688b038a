"""The export: one kind of row, in one layout and format, into one file."""

from pathlib import Path
from typing import NamedTuple

from outputs.excerpts.excerpts import Excerpts
from outputs.export.destination import replacing
from outputs.export.edition import edition
from outputs.export.format import FORMATS
from outputs.export.layout import layout_named
from outputs.export.left_out import tell_left_out
from outputs.query.session import locked

__all__ = ["Exported", "export"]


class Exported(NamedTuple):
    """What an export did: how many rows, how many incidents its layout has no row for, and what it could not say."""

    rows: int
    left_out: int = 0
    warnings: tuple[str, ...] = ()


def export(
    dataset: Path,
    output: Path,
    *,
    what: str,
    as_format: str,
    force: bool,
    as_of: str | None = None,
    layout: str = "affray",
    redacted: frozenset[str] = frozenset(),
    excerpts: Excerpts | None = None,
) -> Exported:
    """Write the rows that `what` selects to `output`, as the dataset stood at the moment `as_of`.

    What `redacted` names is not among them. The same dataset gives the same bytes, on any number of threads:
    the rows have a total order. What the layout has no row for is told in `left_out.csv` beside `output`.

    Raises:
        UsageError: there is no such moment, or the layout has no such rows or cannot be written so.
        ExportError: `output` is there already or cannot be written; what was there stays.
        StoreError: the dataset cannot be read.

    """
    chosen = layout_named(layout, what=what, as_format=as_format)
    with (
        replacing(output, force=force, dataset=dataset) as part,
        locked(
            dataset,
            output=part,
            is_bounded=chosen.is_streamed,
            as_of=as_of,
            redacted=redacted,
            excerpts=excerpts,
        ) as connection,
    ):
        relation = chosen.lay_out(connection, what)
        rows = FORMATS[as_format](edition(relation), part)
        left_out = (
            tell_left_out(relation.left_out, output=output, dataset=dataset, force=force) if relation.left_out else 0
        )
    return Exported(rows, left_out, relation.warnings)
