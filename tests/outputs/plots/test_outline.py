"""The outline of the world is small, wound as D3 asks for, and finer where a map is."""

import json

import pytest
import shapely
from shapely.geometry import shape

from outputs.plots.map import view_of
from outputs.plots.outline import WORLD, outline
from outputs.plots.selection import Box

BALKANS = Box(west=18, south=41, east=24, north=46)
SMALLEST_REGION = 5_000
LARGEST_WORLD = 500_000


def test_a_region_is_drawn_within_its_frame_and_clockwise() -> None:
    features = outline(BALKANS)
    areas = [shape(feature["geometry"]) for feature in features]
    assert SMALLEST_REGION < len(json.dumps(features)) < LARGEST_WORLD
    assert all(part.exterior.is_ccw is False for area in areas for part in area.geoms)
    west, south, east, north = shapely.total_bounds(areas)
    assert (west, south, east, north) == (BALKANS.west, BALKANS.south, BALKANS.east, BALKANS.north)


def test_the_open_sea_has_no_outline() -> None:
    assert outline(Box(west=-140, south=-5, east=-139, north=-4)) == []


VIEWS = [
    (None, 0.0),
    (WORLD, 0.0),
    (Box(west=20, south=42, east=20, north=42), 20.0),
    (Box(west=-180, south=-60, east=-170, north=-50), -175.0),
]


@pytest.mark.parametrize(("box", "longitude"), VIEWS)
def test_a_view_holds_its_box(box: Box | None, longitude: float) -> None:
    view = view_of(box, 640, 400)
    assert view.longitude == longitude
    assert view.zoom > 0
