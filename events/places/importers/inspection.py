"""What cannot be right about a place, in words for the person who has to mend it."""

from collections.abc import Mapping
from math import isfinite

from events.places.territory import Box
from sources.refusal import quoted

__all__ = ["LONGEST_NAME", "fault", "name_fault"]

LONGEST_NAME = 500  # characters; GeoNames allows 400
MARGIN = 1.0  # degrees around the box of a country's settlements: its islands and its empty quarters
MOST_NORTH, MOST_EAST = 90.0, 180.0


def fault(
    name: str, latitude: float, longitude: float, *, country_code: str | None, boxes: Mapping[str, Box]
) -> str | None:
    """Tell what is wrong with a place, None if nothing is.

    >>> fault("Gao", 16.27, -0.04, country_code="ML", boxes={})
    >>> fault("Gao", 116.27, 9.5, country_code="ML", boxes={})
    'its coordinates look swapped: latitude 116.27 is beyond 90, and 9.5, 116.27 would be a place'
    """
    return name_fault(name) or _point_fault(latitude, longitude, boxes.get(country_code or ""), country_code)


def name_fault(name: str) -> str | None:
    """Tell what is wrong with a name."""
    if not name.strip():
        return "it has no name"
    if len(name) > LONGEST_NAME:
        return f"its name {quoted(name)} has {len(name):,} characters; a name has at most {LONGEST_NAME}"
    if "\0" in name:
        return f"its name {quoted(name)} has a NUL character"
    return None


def _point_fault(latitude: float, longitude: float, box: Box | None, country_code: str | None) -> str | None:
    if not (isfinite(latitude) and isfinite(longitude)):
        return f"its coordinates are no numbers: {latitude}, {longitude}"
    if abs(latitude) > MOST_NORTH:
        if abs(longitude) <= MOST_NORTH and abs(latitude) <= MOST_EAST:
            return (
                f"its coordinates look swapped: latitude {latitude:g} is beyond 90, and "
                f"{longitude:g}, {latitude:g} would be a place"
            )
        return f"its latitude {latitude:g} is not between -90 and 90"
    if abs(longitude) > MOST_EAST:
        return f"its longitude {longitude:g} is not between -180 and 180"
    if latitude == 0 and longitude == 0:
        return "its coordinates 0, 0 stand for an unknown point"
    if box and not _holds(box, latitude, longitude) and _holds(box, longitude, latitude):
        return (
            f"its coordinates look swapped: {latitude:g}, {longitude:g} is not in {country_code}, "
            f"{longitude:g}, {latitude:g} is"
        )
    return None


def _holds(box: Box, latitude: float, longitude: float) -> bool:
    return box.south - MARGIN <= latitude <= box.north + MARGIN and box.west - MARGIN <= longitude <= box.east + MARGIN
