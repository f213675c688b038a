"""What a layout of coded events has to say."""

from typing import Protocol

from schemas.coded_event import CodedEvent
from sources.coded.cells import Cells

__all__ = ["Layout"]


class Layout(Protocol):
    """A layout: its columns, in lower case, and how a row of it is an event."""

    @property
    def name(self) -> str:
        """Give the word that `--layout` takes."""
        ...

    @property
    def required(self) -> tuple[str, ...]:
        """List the columns without which a row is nobody's or has no day."""
        ...

    @property
    def expected(self) -> tuple[str, ...]:
        """List the columns that are missed where they are not there."""
        ...

    @property
    def header(self) -> tuple[str, ...]:
        """List all columns in order where files without a header are known, else none."""
        ...

    def event(self, cells: Cells, *, source: str) -> CodedEvent:
        """Read one row.

        Raises:
            UnusableRowError: it has no id or no day.
            ValidationError: two values of it cannot both be true.

        """
        ...
