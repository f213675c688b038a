"""What a country or a division covers."""

from dataclasses import dataclass

from events.places.sphere import distance_km
from schemas.place import Place
from schemas.vocabulary import PlaceKind

__all__ = ["Box", "Territory", "lies_in"]


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
        return max(distance_km(*self.middle, self.south, self.west), distance_km(*self.middle, self.north, self.east))

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
