"""PRIO-GRID: the half-degree cells by which the field joins events with rain, roads and people."""

from math import floor

__all__ = ["COLUMNS", "ROWS", "priogrid_gid"]

ROWS, COLUMNS = 360, 720
CELLS_IN_A_DEGREE = 2


def priogrid_gid(latitude: float, longitude: float) -> int:
    """Give the cell that holds a point in degrees of WGS 84: 1 at the South Pole and 180° W, rows run eastwards.

    A point on an edge belongs to the cell north and east of it; at the North Pole and at 180° E, where there is
    none, to the last one. Source: PRIO-GRID v.2.0 Codebook (Tollefsen, Bahgat, Nordkvelle and Buhaug), `gid`,
    `row`, `col`.

    >>> priogrid_gid(42.97, 20.78)
    191202
    """
    row = min(ROWS, floor((latitude + 90) * CELLS_IN_A_DEGREE) + 1)
    column = min(COLUMNS, floor((longitude + 180) * CELLS_IN_A_DEGREE) + 1)
    return (row - 1) * COLUMNS + column
