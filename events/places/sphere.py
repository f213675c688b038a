"""Distances and directions on the globe, in kilometres and degrees."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

__all__ = ["EARTH_RADIUS_KM", "destination", "distance_km"]

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Give the great-circle distance (haversine).

    >>> round(distance_km(42.973, 20.781, 42.859, 20.954))
    19
    """
    here, there = radians(latitude), radians(other_latitude)
    across = sin(radians(other_longitude - longitude) / 2) ** 2
    up = sin((there - here) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(up + cos(here) * cos(there) * across)))


def destination(latitude: float, longitude: float, *, bearing: float, km: float) -> tuple[float, float]:
    """Give the point `km` away in the direction `bearing` (degrees clockwise from north).

    >>> [round(degree, 2) for degree in destination(42.89, 20.87, bearing=0, km=20)]
    [43.07, 20.87]
    """
    angle, here, course = km / EARTH_RADIUS_KM, radians(latitude), radians(bearing)
    there = asin(sin(here) * cos(angle) + cos(here) * sin(angle) * cos(course))
    across = atan2(sin(course) * sin(angle) * cos(here), cos(angle) - sin(here) * sin(there))
    return degrees(there), (longitude + degrees(across) + 540) % 360 - 180
