"""OpenCage, a paid geocoder over OpenStreetMap and others (opencagedata.com)."""

from collections.abc import Mapping
from typing import Any

from geopy.geocoders.opencage import OpenCage

from events.places.online.access import Access
from events.places.online.hit import (
    OSM_LICENCE,
    Hit,
    Latitude,
    Longitude,
    Words,
    country_of,
    kind_of,
    known_names,
    reach,
)
from events.places.online.question import Found, Question
from events.places.territory import Box
from schemas.place import Place
from schemas.record import content_id

__all__ = ["OpenCageService"]


class _Point(Hit):
    lat: Latitude
    lng: Longitude


class _Bounds(Hit):
    northeast: _Point
    southwest: _Point


class _Result(Hit):
    geometry: _Point
    components: Words
    formatted: str
    bounds: _Bounds | None = None


class OpenCageService:
    """A free account may ask once a second: opencagedata.com/pricing."""

    name = "opencage"
    url = "https://api.opencagedata.com"
    interval: float = 1.0
    key_variable: str | None = "AFFRAY_OPENCAGE_KEY"

    def geocoder(self, access: Access) -> OpenCage:
        """Make geopy's geocoder for it."""
        return OpenCage(access.key, **access.options())

    def bias(self, question: Question, box: Box | None) -> Mapping[str, Any]:  # noqa: ARG002 - the box says it
        """Prefer what lies in the box of the question's country."""
        asked: dict[str, Any] = {"language": "en", "annotations": False}
        return asked | ({"bounds": ((box.south, box.west), (box.north, box.east))} if box else {})

    def read(self, raw: object, kinds: Mapping[str, Any]) -> Found | None:
        """Read one hit; None where it is no place of the gazetteer's kinds."""
        hit = _Result.model_validate(raw)
        level = hit.components.get("_type", "")
        kind = kind_of(kinds, "boundary", "administrative", level)
        names = known_names(hit.components.get(level) or hit.formatted.partition(",")[0])
        if kind is None or not names:
            return None
        point, bounds = hit.geometry, hit.bounds
        box = (
            Box(bounds.southwest.lat, bounds.southwest.lng, bounds.northeast.lat, bounds.northeast.lng)
            if bounds
            else None
        )
        place = Place(
            # its answers have no lasting number
            place_id=content_id("opencage", [hit.formatted, level]),
            name=names[0],
            kind=kind,
            latitude=point.lat,
            longitude=point.lng,
            radius_km=reach(kind, point.lat, point.lng, box),
            country_code=country_of(hit.components.get("ISO_3166-1_alpha-2")),
            admin1=hit.components.get("state"),
            admin2=hit.components.get("county"),
            source=self.name,
            licence=OSM_LICENCE,
        )
        return Found(place=place, names=names)
