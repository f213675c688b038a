"""Nominatim, OpenStreetMap's own geocoder (nominatim.org), or a server of one's own that answers as it does."""

from collections.abc import Mapping
from typing import Any, Literal

from geopy.geocoders.nominatim import Nominatim
from pydantic import Field

from events.places.online.access import Access
from events.places.online.hit import (
    OSM_LICENCE,
    Hit,
    Latitude,
    Longitude,
    Word,
    Words,
    country_of,
    kind_of,
    known_names,
    reach,
)
from events.places.online.question import Found, Question
from events.places.territory import Box
from schemas.place import Place

__all__ = ["NominatimService"]

MOST_HITS = 10
# https://nominatim.org/release-docs/latest/api/Output/#addressdetails
ADMIN1, ADMIN2 = ("state", "province", "region"), ("county", "state_district", "district")


class _Hit(Hit):
    osm_type: Literal["node", "way", "relation"]
    osm_id: int
    lat: Latitude
    lon: Longitude
    key: str = Field(alias="class")
    type: str
    addresstype: Word = None
    name: Word = None
    display_name: str = ""
    boundingbox: tuple[Latitude, Latitude, Longitude, Longitude] | None = None  # south, north, west, east
    address: Words = Field(default_factory=dict)
    namedetails: Words = Field(default_factory=dict)
    extratags: Words = Field(default_factory=dict)


class NominatimService:
    """One question a second, a name to be called by, answers kept: operations.osmfoundation.org/policies/nominatim."""

    name = "nominatim"
    url = "https://nominatim.openstreetmap.org"
    interval: float = 1.0
    key_variable: str | None = None

    def geocoder(self, access: Access) -> Nominatim:
        """Make geopy's geocoder for it."""
        return Nominatim(**access.options())

    def bias(self, question: Question, box: Box | None) -> Mapping[str, Any]:  # noqa: ARG002 - the box says it
        """Prefer what lies in the box of the question's country, and ask for all names and divisions."""
        asked: dict[str, Any] = {
            "limit": MOST_HITS, "addressdetails": True, "namedetails": True, "extratags": True, "language": "en",
        }  # fmt: skip
        return asked | ({"viewbox": ((box.south, box.west), (box.north, box.east))} if box else {})

    def read(self, raw: object, kinds: Mapping[str, Any]) -> Found | None:
        """Read one hit; None where it is no place of the gazetteer's kinds."""
        hit = _Hit.model_validate(raw)
        kind = kind_of(kinds, hit.key, hit.type, hit.addresstype)
        names = known_names(hit.name or hit.display_name.partition(",")[0], *hit.namedetails.values())
        if kind is None or not names:
            return None
        south, north, west, east = hit.boundingbox or (hit.lat, hit.lat, hit.lon, hit.lon)
        place = Place(
            place_id=f"osm:{hit.osm_type}/{hit.osm_id}",
            name=names[0],
            kind=kind,
            latitude=hit.lat,
            longitude=hit.lon,
            radius_km=reach(kind, hit.lat, hit.lon, Box(south, west, north, east)),
            country_code=country_of(hit.address.get("country_code")),
            admin1=next((hit.address[level] for level in ADMIN1 if level in hit.address), None),
            admin2=next((hit.address[level] for level in ADMIN2 if level in hit.address), None),
            population=_people(hit.extratags.get("population")),
            source=self.name,
            licence=OSM_LICENCE,
        )
        return Found(place=place, names=names)


def _people(written: str | None) -> int:
    """Read a population as mappers write it; 0 where it is none.

    >>> _people("12,400"), _people("about 300"), _people(None)
    (12400, 0, 0)
    """
    digits = (written or "").replace(",", "").replace(" ", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= len("100000000") else 0
