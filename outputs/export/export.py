"""The export: one kind of row, in one format, into one file."""

from pathlib import Path

from outputs.export.destination import replacing
from outputs.export.format import FORMATS
from outputs.export.selection import selection
from outputs.query.question import Question
from outputs.query.session import locked

__all__ = ["export"]


def export(dataset: Path, output: Path, *, what: str, as_format: str, force: bool, as_of: str | None = None) -> int:
    """Write the rows that `what` selects to `output`, as the dataset stood at the moment `as_of`; give their number.

    The same dataset gives the same bytes, on any number of threads: the rows have a total order.

    Raises:
        UsageError: there is no such moment.
        ExportError: `output` is there already or cannot be written; what was there stays.
        StoreError: the dataset cannot be read.

    """
    with (
        replacing(output, force=force, dataset=dataset) as part,
        locked(dataset, output=part, as_of=as_of) as connection,
    ):
        return FORMATS[as_format](Question(connection, selection(what)), part)
