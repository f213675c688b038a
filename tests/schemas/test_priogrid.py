"""A point lies in the cell of PRIO-GRID that the codebook's formula gives, the edges of the world among them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from schemas.priogrid import COLUMNS, ROWS, priogrid_gid

CELLS = [
    (-90.0, -180.0, 1),
    (-89.51, -179.51, 1),
    (-89.5, -180.0, 721),
    (-90.0, 179.99, 720),
    (0.0, 0.0, 129_961),
    (-0.01, -0.01, 129_240),
    (12.13, 15.05, 147_271),
    (42.97, 20.78, 191_202),
]


@pytest.mark.parametrize(("latitude", "longitude", "gid"), CELLS)
def test_a_point_lies_in_the_cell_of_the_codebook(latitude: float, longitude: float, gid: int) -> None:
    assert priogrid_gid(latitude, longitude) == gid


@pytest.mark.parametrize(
    ("latitude", "longitude", "gid"),
    [(90.0, 180.0, ROWS * COLUMNS), (90.0, -180.0, 258_481), (-90.0, 180.0, 720), (0.0, 180.0, 130_320)],
)
def test_the_poles_and_the_180th_meridian_belong_to_the_last_cells(latitude: float, longitude: float, gid: int) -> None:
    assert priogrid_gid(latitude, longitude) == gid


@given(some.integers(1, ROWS), some.integers(1, COLUMNS))
def test_the_middle_of_every_cell_gives_its_number(row: int, column: int) -> None:
    assert priogrid_gid(row / 2 - 90.25, column / 2 - 180.25) == (row - 1) * COLUMNS + column


@given(some.floats(-90, 90), some.floats(-180, 180))
def test_no_point_on_earth_lies_outside_the_grid(latitude: float, longitude: float) -> None:
    assert 1 <= priogrid_gid(latitude, longitude) <= ROWS * COLUMNS
