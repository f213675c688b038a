"""The assignment problem: who is paired with whom, so that the whole is best."""

from collections.abc import Sequence

__all__ = ["Weights", "best_pairs"]

Weights = Sequence[Sequence[int]]


def best_pairs(weights: Weights) -> list[tuple[int, int]]:
    """Pair rows with columns, each at most once, for the greatest total weight.

    The Hungarian method with potentials, O(rows² · columns) (Kuhn 1955, Munkres 1957; the shortest
    augmenting path as in Jonker and Volgenant 1987). Weights are not negative; a pair of weight 0 is
    no pair and is left out.

    >>> best_pairs([[3, 2], [2, 0]])
    [(0, 1), (1, 0)]
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        turned = [list(column) for column in zip(*weights, strict=True)]
        return sorted((row, column) for column, row in best_pairs(turned))
    owner = _owners(weights)
    pairs = sorted((row, column) for column, row in enumerate(owner) if row is not None)
    return [(row, column) for row, column in pairs if weights[row][column] > 0]


def _owners(weights: Weights) -> list[int | None]:
    """Give each column the row it belongs to; every row gets a column."""
    assignment = _Assignment(weights)
    for row in range(len(weights)):
        assignment.insert(row)
    return assignment.owner


class _Assignment:
    """Rows placed so far, with the potentials that prove that nothing cheaper exists.

    Costs are negative weights; `cost - row_potential - column_potential` is never below 0 and is 0 on
    the pairs.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.owner: list[int | None] = [None] * len(weights[0])
        self.row_potential = [-max(row) for row in weights]
        self.column_potential = [0] * len(weights[0])

    def insert(self, row: int) -> None:
        """Place one more row along the cheapest path to a free column."""
        slack = [self._reduced_cost(row, column) for column in range(len(self.owner))]
        before: list[int | None] = [None] * len(self.owner)
        tree: set[int] = set()
        while True:
            column = min((c for c in range(len(self.owner)) if c not in tree), key=slack.__getitem__)
            self._lower(row, tree, slack, by=slack[column])
            tree.add(column)
            settled = self.owner[column]
            if settled is None:
                break
            self._relax(settled, column, tree, slack, before)
        self._shift(row, column, before)

    def _reduced_cost(self, row: int, column: int) -> int:
        return -self.weights[row][column] - self.row_potential[row] - self.column_potential[column]

    def _lower(self, row: int, tree: set[int], slack: list[int], *, by: int) -> None:
        """Move the potentials until a new column is free of cost."""
        self.row_potential[row] += by
        for column in tree:
            owner = self.owner[column]
            if owner is not None:
                self.row_potential[owner] += by
            self.column_potential[column] -= by
        for column in range(len(slack)):
            if column not in tree:
                slack[column] -= by

    def _relax(self, row: int, through: int, tree: set[int], slack: list[int], before: list[int | None]) -> None:
        """See which columns the row that sits at `through` would reach more cheaply."""
        for column in range(len(slack)):
            cost = self._reduced_cost(row, column)
            if column not in tree and cost < slack[column]:
                slack[column] = cost
                before[column] = through

    def _shift(self, row: int, column: int, before: list[int | None]) -> None:
        """Move every row on the path one column on, and put the new row at its start."""
        previous = before[column]
        while previous is not None:
            self.owner[column] = self.owner[previous]
            column, previous = previous, before[previous]
        self.owner[column] = row
