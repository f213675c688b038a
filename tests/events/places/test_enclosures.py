"""A point has the division whose polygon holds it, or whose border is near, and none of another country."""

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as some

from events.places.enclosures import Enclosures, Point, Region
from events.places.territory import Box

# Two provinces of XK side by side, a district in the western one, and RS beyond the northern border.
SQUARES = {
    "west": ("admin1", "XK", (20.0, 42.0, 21.0, 43.0)),
    "east": ("admin1", "XK", (21.0, 42.0, 22.0, 43.0)),
    "district": ("admin2", "XK", (20.0, 42.0, 20.5, 42.5)),
    "beyond": ("admin1", "RS", (20.0, 43.0, 22.0, 44.0)),
}


def enclosures(
    squares: dict[str, tuple[str, str | None, tuple[float, float, float, float]]],
    standing: dict[str, int] | None = None,
) -> Enclosures:
    areas = [shapely.box(*sides) for _, _, sides in squares.values()]
    regions = [
        Region(name, kind, country, Box(sides[1], sides[0], sides[3], sides[2]), (standing or {}).get(name, 0))
        for name, (kind, country, sides) in squares.items()
    ]
    return Enclosures(regions, lambda index: bytes(shapely.to_wkb(areas[index])))


@pytest.mark.parametrize(
    ("point", "around"),
    [
        (Point(42.2, 20.2, "XK"), {"admin1": "west", "admin2": "district"}),
        (Point(42.7, 20.7, "XK"), {"admin1": "west"}),
        (Point(42.7, 21.7, "XK"), {"admin1": "east"}),
        (Point(42.7, 21.7), {"admin1": "east"}),
        # two kilometres off the coast, and twenty
        (Point(41.98, 20.7, "XK"), {"admin1": "west"}),
        (Point(41.8, 20.7, "XK"), {}),
        # across the border, as a coarse polygon has it
        (Point(43.02, 20.7, "XK"), {"admin1": "west"}),
        (Point(43.02, 20.7), {"admin1": "beyond"}),
        (Point(43.5, 20.7, "XK"), {}),
        (Point(42.7, 20.7, "RS"), {}),
        (Point(-42.7, -20.7), {}),
    ],
)
def test_a_point_lies_in_what_holds_it_or_has_its_border_near(point: Point, around: dict[str, str]) -> None:
    (found,) = enclosures(SQUARES).around([point])
    assert {kind: region.place_id for kind, region in found.items()} == around


def test_of_two_polygons_the_better_source_counts_then_the_smaller_one() -> None:
    nested = {"large": SQUARES["west"], "small": ("admin1", "XK", (20.1, 42.1, 20.3, 42.3))}
    point = [Point(42.2, 20.2, "XK")]
    assert enclosures(nested).around(point)[0]["admin1"].place_id == "small"
    assert enclosures(nested, {"small": 2, "large": 1}).around(point)[0]["admin1"].place_id == "large"


@settings(deadline=None)
@given(some.lists(some.tuples(some.floats(41, 45), some.floats(19, 23)), max_size=20))
def test_many_points_are_answered_as_one_by_one(points: list[tuple[float, float]]) -> None:
    index = enclosures(SQUARES)
    asked = [Point(latitude, longitude) for latitude, longitude in points]
    assert index.around(asked) == [found for point in asked for found in index.around([point])]
