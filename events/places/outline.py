"""What a division covers: a polygon in degrees, mended, with the point, radius and boxes that follow from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from events.places.sphere import distance_km
from events.places.territory import Box

__all__ = ["Outline", "outline_of", "polygon_of"]

AREAS = frozenset({"Polygon", "MultiPolygon", "GeometryCollection"})
# Files round: the Chukchi border ends at 180.00000000000006 degrees.
ROUNDING = 1e-6
# Of a country the outermost corners are the farthest; of what spans the half of the world any may be.
WIDE_DEGREES = 60.0
# Islands farther off than this are no part of "the north of the country": Zanzibar is, the Canaries are not.
DETACHED_DEGREES = 3.0


@dataclass(frozen=True, slots=True)
class Outline:
    """What follows from a polygon: a point inside, a radius around it that covers all, and two boxes.

    `bounds` holds the whole; `box` the mainland and the islands near it, for "the north of".
    """

    latitude: float
    longitude: float
    radius_km: float
    bounds: Box
    box: Box

    @property
    def measures(self) -> tuple[float, ...]:
        """Give point, radius and both boxes in the order of the table `boundaries`."""
        sides = (side for box in (self.bounds, self.box) for side in (box.south, box.west, box.north, box.east))
        return (self.latitude, self.longitude, self.radius_km, *sides)


def polygon_of(geometry: Mapping[str, Any] | None) -> bytes:
    """Make WKB of a GeoJSON geometry, mended where its rings cross themselves.

    Raises:
        ValueError: it covers nothing, or its numbers are no degrees of WGS 84; the message says which.

    """
    if not isinstance(geometry, Mapping) or geometry.get("type") not in AREAS:
        kind = geometry.get("type") if isinstance(geometry, Mapping) else geometry
        raise ValueError(f"it has no polygon but {kind or 'nothing'}")
    try:
        read = shapely.force_2d(shape(geometry))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, shapely.errors.ShapelyError) as error:
        raise ValueError(f"its polygon cannot be read: {_first_line(error)}") from error
    _require_degrees(read)
    areas = _areas(read if read.is_valid else shapely.make_valid(read))
    if areas.is_empty or not areas.area:
        raise ValueError("its polygon covers nothing")
    return bytes(shapely.to_wkb(areas))


def outline_of(polygon: bytes) -> Outline:
    """Measure a polygon given as WKB in WGS 84.

    >>> square = shapely.to_wkb(shapely.box(20, 42, 21, 43))
    >>> outline_of(square).latitude, outline_of(square).radius_km
    (42.5, 69.3)
    """
    area = shapely.from_wkb(polygon)
    # the middle where it is inside; a crescent's is not
    point = area.centroid if area.contains(area.centroid) else area.representative_point()
    west, _, east, _ = area.bounds
    corners = shapely.get_coordinates(area if east - west > WIDE_DEGREES else area.convex_hull).tolist()
    farthest = max(distance_km(point.y, point.x, latitude, longitude) for longitude, latitude in corners)
    return Outline(
        latitude=round(point.y, 5),
        longitude=round(point.x, 5),
        radius_km=round(farthest + 0.1, 1),
        bounds=_box(area.bounds),
        box=_mainland(area),
    )


def _require_degrees(read: BaseGeometry) -> None:
    degrees = shapely.get_coordinates(read)
    if not len(degrees):
        return
    for longitude, latitude in (degrees.min(axis=0).tolist(), degrees.max(axis=0).tolist()):
        if abs(longitude) > 180 + ROUNDING or abs(latitude) > 90 + ROUNDING:
            raise ValueError(
                f"its coordinates are no degrees of WGS 84 ({longitude:g}, {latitude:g}). Convert the file to EPSG:4326"
            )


def _areas(geometry: BaseGeometry) -> BaseGeometry:
    """Keep what has an area: mending a spike leaves a line beside the polygon."""
    parts = [part for part in shapely.get_parts(shapely.get_parts(geometry)) if part.geom_type == "Polygon"]
    return parts[0] if len(parts) == 1 else shapely.union_all(parts)


def _mainland(area: BaseGeometry) -> Box:
    """Grow a box from the largest part over all that lie within three degrees of it."""
    parts = sorted(shapely.get_parts(area).tolist(), key=lambda part: -part.area)
    box, apart = _box(parts[0].bounds), [_box(part.bounds) for part in parts[1:]]
    while True:
        near = [other for other in apart if _is_near(box, other)]
        if not near:
            return box
        apart = [other for other in apart if not _is_near(box, other)]
        box = reduce(_joined, near, box)


def _is_near(one: Box, other: Box) -> bool:
    return (
        other.south <= one.north + DETACHED_DEGREES
        and other.north >= one.south - DETACHED_DEGREES
        and other.west <= one.east + DETACHED_DEGREES
        and other.east >= one.west - DETACHED_DEGREES
    )


def _joined(one: Box, other: Box) -> Box:
    return Box(
        min(one.south, other.south),
        min(one.west, other.west),
        max(one.north, other.north),
        max(one.east, other.east),
    )


def _box(bounds: tuple[float, float, float, float]) -> Box:
    west, south, east, north = (round(degrees, 5) for degrees in bounds)
    return Box(south=south, west=west, north=north, east=east)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
