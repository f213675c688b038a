"""Three columns that are as wide in every section of a page: a name, a value, the words that it stands on."""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from outputs.pages.looks import FAINT, LOUD, LOUDEST, written
from outputs.pages.prove import Proof

__all__ = ["Grid", "Line", "no_claim"]

GAP = 2
WIDEST_VALUE = 32
NARROWEST_VALUE = 16
VALUE_SHARE = 0.27

# The name, the value, the words one below the other.
Line = tuple[Text, Text, list[Text]]

# What stands in the first column beside the names of columns.
OTHER_NAMES = ("also told", "considered", "side b, perpetrator")


class Grid:
    """The columns' widths on one page."""

    def __init__(self, proof: Proof, window: int) -> None:
        names = [value.column for value in proof.values]
        most = min(max(int(window * VALUE_SHARE), NARROWEST_VALUE), WIDEST_VALUE)
        widths = [cell_len(written(value.value)) for value in proof.values]
        self._name = max(map(len, [*names, *OTHER_NAMES]))
        self._value = max((width for width in widths if width <= most), default=NARROWEST_VALUE)

    def table(self, lines: Iterable[Line]) -> Table:
        """Set lines into the columns."""
        table = Table.grid(padding=(0, GAP, 0, 0))
        table.add_column(width=self._name, overflow="fold")
        table.add_column(width=self._value, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        for name, value, words in lines:
            table.add_row(name, value, Text("\n").join(words))
        return table

    def line(self, name: str, value: str, words: list[Text]) -> Line:
        """Make a line; a value much too wide for its column stands above the words."""
        if cell_len(value) > self._value * 2:
            return Text(name), Text(), [Text(value), *words]
        return Text(name), Text(value, style=LOUD), words

    def faint_line(self, name: str, words: list[Text]) -> Line:
        """Make a line without a value, of what was not taken."""
        return Text(name, style=FAINT), Text(), words


def no_claim(of: str = "") -> Text:
    """Write that a value has no proof, so that nobody overlooks it."""
    return Text().append(" ".join(part for part in ("no claim", of) if part), LOUDEST)
