"""A relation: rows to write, whatever writes them, and what their columns mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from outputs.query.question import Question

__all__ = ["Column", "Relation"]


@dataclass(frozen=True)
class Column:
    """A column as a codebook tells of it.

    Where it has a closed list, `labels` give the meaning of each code, or `words` the words that stand for themselves.
    """

    name: str
    type: str
    means: str
    labels: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()


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
