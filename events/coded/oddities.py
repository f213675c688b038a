"""What was odd in a list, counted by kind: a list of a hundred thousand rows has few kinds."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sources.coded.cells import Oddity
from sources.refusal import quoted

__all__ = ["Oddities"]

VALUES_SHOWN = 3


@dataclass
class _Kind:
    first_line: int
    count: int = 0
    values: list[str] = field(default_factory=list)


class Oddities:
    """A tally that grows with the kinds of oddities, not with the rows."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str], _Kind] = {}

    def add(self, oddity: Oddity) -> None:
        """Count one."""
        kind = self._kinds.setdefault((oddity.column, oddity.told), _Kind(oddity.line))
        kind.count += 1
        if oddity.value and oddity.value not in kind.values and len(kind.values) < VALUES_SHOWN:
            kind.values.append(oddity.value)

    def lines(self) -> Iterator[str]:
        """Tell each kind in one line."""
        for (column, told), kind in self._kinds.items():
            values = f": {', '.join(map(quoted, kind.values))}" if kind.values else ""
            rows = "1 row" if kind.count == 1 else f"{kind.count:,} rows, the first"
            yield f"{column}: {told} ({rows} on line {kind.first_line:,}){values}"
