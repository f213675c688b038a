"""Which divisions hold a point, by the polygons that the user added."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import cos, radians
from typing import Any, NamedTuple

import shapely

from events.places.sphere import distance_km
from events.places.territory import Box

__all__ = ["Enclosures", "Found", "Point", "Region"]

# Shapes are drawn coarser than coasts and rivers run: a port lies in the sea by a kilometre or two.
TOLERANCE_KM = 5.0
KM_IN_A_DEGREE = 111.2
LEAST_SHRINKING = 0.01  # a degree of longitude at the poles, for one at the equator
REMEMBERED = 64  # polygons


class Region(NamedTuple):
    """A division with a polygon: the box around it, and how its source stands (the lowest is believed first)."""

    place_id: str
    kind: str
    country_code: str | None
    bounds: Box
    standing: int = 0


class Point(NamedTuple):
    """A point whose divisions are asked for; where its country is known, only divisions of that country count."""

    latitude: float
    longitude: float
    country_code: str | None = None


Found = Mapping[str, Region]


class Enclosures:
    """Regions to be asked which of them hold a point; `polygon` gives the WKB of the region at an index.

    Only boxes are held in memory, and the few polygons that were asked for last.
    """

    def __init__(self, regions: Iterable[Region], polygon: Callable[[int], bytes]) -> None:
        self._regions = list(regions)
        self._tree = shapely.STRtree([_reach(region.bounds) for region in self._regions])
        self._polygon = polygon
        self._area = lru_cache(REMEMBERED)(self._prepared)

    def around(self, points: Sequence[Point]) -> list[Found]:
        """Give for each point the division of each kind that holds it, else the nearest within five kilometres.

        Where two polygons of one kind hold it, that of the better source counts, then the smaller one.
        """
        found: list[dict[str, Region]] = [{} for _ in points]
        outside: list[tuple[int, int]] = []
        for index, members in self._pairs(points):
            inside = self._holds(index, [points[member] for member in members])
            for member, is_in in zip(members, inside, strict=True):
                if is_in:
                    _keep_better(found[member], self._regions[index])
                else:
                    outside.append((index, member))
        self._add_nearest(points, found, outside)
        return list(found)

    def _pairs(self, points: Sequence[Point]) -> Iterator[tuple[int, list[int]]]:
        """Give the regions whose box reaches any point, each with the points, polygon by polygon."""
        places = shapely.points([point.longitude for point in points], [point.latitude for point in points])
        members: defaultdict[int, list[int]] = defaultdict(list)
        for member, index in zip(*self._tree.query(places).tolist(), strict=True):
            if _may_hold(self._regions[index], points[member]):
                members[index].append(member)
        yield from sorted(members.items())

    def _holds(self, index: int, points: Sequence[Point]) -> list[bool]:
        longitudes, latitudes = [point.longitude for point in points], [point.latitude for point in points]
        answers: list[bool] = shapely.intersects_xy(self._area(index), longitudes, latitudes).tolist()
        return answers

    def _add_nearest(
        self, points: Sequence[Point], found: list[dict[str, Region]], outside: Iterable[tuple[int, int]]
    ) -> None:
        nearest: dict[tuple[int, str], tuple[float, int]] = {}
        for index, member in outside:
            kind = self._regions[index].kind
            if kind in found[member]:
                continue
            km = self._distance_km(index, points[member])
            best, _ = nearest.get((member, kind), (TOLERANCE_KM, 0))
            if km < best:
                nearest[member, kind] = (km, index)
        for (member, kind), (_, index) in nearest.items():
            found[member][kind] = self._regions[index]

    def _distance_km(self, index: int, point: Point) -> float:
        line = shapely.shortest_line(self._area(index), shapely.Point(point.longitude, point.latitude))
        longitude, latitude = line.coords[0]
        return distance_km(latitude, longitude, point.latitude, point.longitude)

    def _prepared(self, index: int) -> Any:  # noqa: ANN401 - shapely ships no types
        area = shapely.from_wkb(self._polygon(index))
        shapely.prepare(area)
        return area


def _reach(bounds: Box) -> Any:  # noqa: ANN401 - shapely ships no types
    """Widen a box by the tolerance."""
    up = TOLERANCE_KM / KM_IN_A_DEGREE
    farthest = min(90.0, max(abs(bounds.south), abs(bounds.north)))
    across = up / max(LEAST_SHRINKING, cos(radians(farthest)))
    return shapely.box(bounds.west - across, bounds.south - up, bounds.east + across, bounds.north + up)


def _may_hold(region: Region, point: Point) -> bool:
    return region.country_code is None or point.country_code in (None, region.country_code)


def _keep_better(found: dict[str, Region], region: Region) -> None:
    known = found.get(region.kind)
    if known is None or _rank(region) < _rank(known):
        found[region.kind] = region


def _rank(region: Region) -> tuple[int, float, str]:
    box = region.bounds
    return region.standing, (box.north - box.south) * (box.east - box.west), region.place_id
