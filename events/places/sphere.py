"""Distances and directions on the globe, in kilometres and degrees."""

from math import acos, asin, atan2, copysign, cos, degrees, radians, sin, sqrt

__all__ = ["EARTH_RADIUS_KM", "Vector", "apart_km", "destination", "distance_km", "midpoint", "vector"]

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
Vector = tuple[float, float, float]  # from the earth's core, of length 1


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Give the great-circle distance (haversine).

    >>> round(distance_km(42.973, 20.781, 42.859, 20.954))
    19
    """
    here, there = radians(latitude), radians(other_latitude)
    across = sin(radians(other_longitude - longitude) / 2) ** 2
    up = sin((there - here) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(up + cos(here) * cos(there) * across)))


def vector(latitude: float, longitude: float) -> Vector:
    """Give a point as a vector, so that many distances cost little."""
    up, across = radians(latitude), radians(longitude)
    flat = cos(up)
    return flat * cos(across), flat * sin(across), sin(up)


def apart_km(cosine: float) -> float:
    """Give the great-circle distance of two points from their vectors' scalar product, to a few metres.

    >>> here, there = vector(42.973, 20.781), vector(42.859, 20.954)
    >>> round(apart_km(sum(one * other for one, other in zip(here, there))))
    19
    """
    # rounding may carry a product past 1
    return EARTH_RADIUS_KM * acos(cosine if -1.0 < cosine < 1.0 else copysign(1.0, cosine))


def destination(latitude: float, longitude: float, *, bearing: float, km: float) -> tuple[float, float]:
    """Give the point `km` away in the direction `bearing` (degrees clockwise from north).

    >>> [round(degree, 2) for degree in destination(42.89, 20.87, bearing=0, km=20)]
    [43.07, 20.87]
    """
    angle, here, course = km / EARTH_RADIUS_KM, radians(latitude), radians(bearing)
    there = asin(sin(here) * cos(angle) + cos(here) * sin(angle) * cos(course))
    across = atan2(sin(course) * sin(angle) * cos(here), cos(angle) - sin(here) * sin(there))
    return degrees(there), (longitude + degrees(across) + 540) % 360 - 180


def midpoint(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> tuple[float, float]:
    """Give the point halfway on the great circle.

    >>> midpoint(0.0, 10.0, 0.0, 20.0)
    (0.0, 15.0)
    """
    here, there = radians(latitude), radians(other_latitude)
    across = radians(other_longitude - longitude)
    east, north = cos(there) * cos(across), cos(there) * sin(across)
    middle = atan2(sin(here) + sin(there), sqrt((cos(here) + east) ** 2 + north**2))
    turned = degrees(atan2(north, cos(here) + east))
    return round(degrees(middle), 9), round((longitude + turned + 540) % 360 - 180, 9)
