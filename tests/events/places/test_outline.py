"""A polygon's point lies inside it, its radius covers it, and what is none is refused with the reason."""

from typing import Any

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as some

from events.places.outline import outline_of, polygon_of
from events.places.sphere import distance_km
from events.places.territory import Box

SQUARE = [[20.0, 42.0], [21.0, 42.0], [21.0, 43.0], [20.0, 43.0], [20.0, 42.0]]
BOW_TIE = [[20.0, 42.0], [21.0, 43.0], [21.0, 42.0], [20.0, 43.0], [20.0, 42.0]]
SPIKED = [[20.0, 42.0], [21.0, 42.0], [21.0, 43.0], [21.0, 44.0], [21.0, 43.0], [20.0, 43.0], [20.0, 42.0]]
CRESCENT = [[0.0, 0.0], [9.0, 0.0], [9.0, 1.0], [1.0, 1.0], [1.0, 8.0], [9.0, 8.0], [9.0, 9.0], [0.0, 9.0], [0.0, 0.0]]


def polygon(*rings: object) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


@pytest.mark.parametrize("ring", [SQUARE, BOW_TIE, SPIKED, CRESCENT])
def test_crossed_and_spiked_rings_are_mended(ring: list[list[float]]) -> None:
    mended = shapely.from_wkb(polygon_of(polygon(ring)))
    assert mended.is_valid
    assert mended.area > 0
    assert mended.geom_type in {"Polygon", "MultiPolygon"}


@pytest.mark.parametrize("ring", [SQUARE, BOW_TIE, SPIKED, CRESCENT])
def test_the_point_of_an_area_lies_inside_it(ring: list[list[float]]) -> None:
    area = polygon_of(polygon(ring))
    outline = outline_of(area)
    assert shapely.contains_xy(shapely.from_wkb(area), outline.longitude, outline.latitude)


@settings(deadline=None)
@given(
    some.lists(
        some.tuples(some.integers(-170, 170), some.integers(-80, 80), some.integers(1, 9), some.integers(1, 9)),
        min_size=1,
        max_size=4,
    )
)
def test_the_radius_covers_every_corner(boxes: list[tuple[int, int, int, int]]) -> None:
    area = shapely.union_all([shapely.box(west, south, west + wide, south + high) for west, south, wide, high in boxes])
    outline = outline_of(shapely.to_wkb(area))
    for longitude, latitude in shapely.get_coordinates(area).tolist():
        assert distance_km(outline.latitude, outline.longitude, latitude, longitude) <= outline.radius_km


def test_an_island_far_off_is_no_part_of_the_north() -> None:
    mainland, near, far = shapely.box(0, 0, 10, 10), shapely.box(11, 4, 12, 5), shapely.box(-20, 25, -19, 26)
    outline = outline_of(shapely.to_wkb(shapely.union_all([mainland, near, far])))
    assert outline.box == Box(south=0, west=0, north=10, east=12)
    assert outline.bounds == Box(south=0, west=-20, north=26, east=12)


def test_heights_are_dropped() -> None:
    high = [[*corner, 350.0] for corner in SQUARE]
    assert polygon_of(polygon(high)) == polygon_of(polygon(SQUARE))


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        (None, "it has no polygon but nothing"),
        ({"type": "Point", "coordinates": [20, 42]}, "it has no polygon but Point"),
        (polygon([[500_000.0, 4_700_000.0], [500_100.0, 4_700_000.0], [500_100.0, 4_700_100.0]] * 2), "no degrees"),
        (polygon([SQUARE[0], [21.0, float("inf")], *SQUARE[2:]]), "no degrees"),
        (polygon([SQUARE[0]] * 4), "covers nothing"),
        (polygon(), "covers nothing"),
        (polygon([["twenty", 42], *SQUARE[1:]]), "cannot be read"),
        (polygon([[20.0, 42.0], [21.0, 42.0]]), "cannot be read"),
        (polygon({"ring": 1}), "cannot be read"),
        ({"type": "Polygon"}, "cannot be read"),
        ({"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]}]}, "covers nothing"),
    ],
)
def test_what_is_no_area_on_earth_is_refused_with_its_reason(geometry: Any, reason: str) -> None:  # noqa: ANN401 - hostile
    with pytest.raises(ValueError, match=reason):
        polygon_of(geometry)
