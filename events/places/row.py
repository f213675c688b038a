"""One place as a source gives it."""

from dataclasses import dataclass, field

__all__ = ["GEONAMES_LICENCE", "OWN_LICENCE", "PlaceRow"]

GEONAMES_LICENCE = "CC BY 4.0"
OWN_LICENCE = "MIT"


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place as a source gives it: a division's point and radius may still be unknown.

    `names` are all its names as written, the kind of each beside it (name, alias, code, demonym).
    """

    place_id: str
    name: str
    kind: str
    country_code: str | None
    source: str
    licence: str
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    admin1_id: str | None = None
    admin2_id: str | None = None
    population: int = 0
    geonames_id: int | None = None
    disputed_by: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = field(default=())
