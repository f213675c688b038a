"""What a country or a division covers."""

from dataclasses import dataclass

from events.places.sphere import distance_km
from schemas.place import Place
from schemas.vocabulary import PlaceKind

__all__ = ["Box", "Territory", "lies_in", "meeting"]

MEETING_DEGREES = 1.0  # the outermost settlements lie so far from a border: "the Libya-Egypt border"


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees that hold all but the outermost settlements."""

    south: float
    west: float
    north: float
    east: float

    @property
    def middle(self) -> tuple[float, float]:
        """Give latitude and longitude of the middle."""
        return (self.south + self.north) / 2, (self.west + self.east) / 2

    @property
    def radius_km(self) -> float:
        """Reach from the middle to a corner."""
        return self.reach(*self.middle)

    def reach(self, latitude: float, longitude: float) -> float:
        """Reach from a point to the farthest corner."""
        corners = ((lat, lon) for lat in (self.south, self.north) for lon in (self.west, self.east))
        return max(distance_km(latitude, longitude, *corner) for corner in corners)

    def widened(self, degrees: float) -> "Box":
        """Give the box with so many degrees more on every side."""
        return Box(self.south - degrees, self.west - degrees, self.north + degrees, self.east + degrees)

    def holds(self, latitude: float, longitude: float) -> bool:
        """Say whether a point lies in it."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east

    def part(self, direction: str) -> "Box":
        """Give the half that a word such as "north", "southeast" or "centre" means.

        >>> Box(0, 0, 10, 10).part("northeast")
        Box(south=5.0, west=5.0, north=10, east=10)
        """
        latitude, longitude = self.middle
        if direction == "centre":
            height, width = (self.north - self.south) / 4, (self.east - self.west) / 4
            return Box(latitude - height, longitude - width, latitude + height, longitude + width)
        return Box(
            south=latitude if "north" in direction else self.south,
            west=longitude if "east" in direction else self.west,
            north=latitude if "south" in direction else self.north,
            east=longitude if "west" in direction else self.east,
        )


@dataclass(frozen=True, slots=True)
class Territory:
    """A country or first-order division, the box of its settlements and who else claims it."""

    place: Place
    box: Box | None
    disputed_by: tuple[str, ...]


def meeting(one: Box, other: Box) -> Box | None:
    """Give the box that holds the border of two territories; None where they do not meet.

    >>> meeting(Box(0, 0, 10, 10), Box(0, 10, 10, 20))
    Box(south=-1.0, west=9.0, north=11.0, east=11.0)
    """
    first, second = one.widened(MEETING_DEGREES), other.widened(MEETING_DEGREES)
    common = Box(
        max(first.south, second.south),
        max(first.west, second.west),
        min(first.north, second.north),
        min(first.east, second.east),
    )
    return common if common.south <= common.north and common.west <= common.east else None


def lies_in(place: Place, container: Place) -> bool:
    """Say whether `container`, a country or a division, holds `place`, or is it."""
    if place.place_id == container.place_id:
        return True
    if place.country_code != container.country_code or container.country_code is None:
        return False
    if container.kind is PlaceKind.COUNTRY:
        return True
    if container.kind is PlaceKind.ADMIN1:
        return place.admin1 == container.admin1 and place.kind is not PlaceKind.ADMIN1
    if container.kind is PlaceKind.ADMIN2:
        return place.admin2 == container.admin2 and place.admin1 == container.admin1
    return False
