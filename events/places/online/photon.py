"""Photon, a geocoder over OpenStreetMap that takes misspellings (photon.komoot.io), or a server of one's own."""

from collections.abc import Mapping
from typing import Any

from geopy.geocoders.photon import Photon

from events.places.online.access import Access
from events.places.online.hit import (
    OSM_LICENCE,
    Hit,
    Latitude,
    Longitude,
    Word,
    country_of,
    kind_of,
    known_names,
    reach,
)
from events.places.online.question import Found, Question
from events.places.territory import Box
from schemas.place import Place

__all__ = ["PhotonService"]

MOST_HITS = 10
OBJECTS = {"N": "node", "W": "way", "R": "relation"}


class _Properties(Hit):
    osm_type: str
    osm_id: int
    osm_key: str
    osm_value: str
    type: Word = None
    name: Word = None
    countrycode: Word = None
    state: Word = None
    county: Word = None
    extent: tuple[Longitude, Latitude, Longitude, Latitude] | None = None  # west, north, east, south


class _Geometry(Hit):
    coordinates: tuple[Longitude, Latitude]


class _Feature(Hit):
    properties: _Properties
    geometry: _Geometry


class PhotonService:
    """Its public server asks for fair use and names no number: one question a second is fair."""

    name = "photon"
    url = "https://photon.komoot.io"
    interval: float = 1.0
    key_variable: str | None = None

    def geocoder(self, access: Access) -> Photon:
        """Make geopy's geocoder for it."""
        return Photon(**access.options())

    def bias(self, question: Question, box: Box | None) -> Mapping[str, Any]:  # noqa: ARG002 - the box says it
        """Prefer what lies near the middle of the question's country."""
        return {"limit": MOST_HITS, "language": "en"} | ({"location_bias": box.middle} if box else {})

    def read(self, raw: object, kinds: Mapping[str, Any]) -> Found | None:
        """Read one hit; None where it is no place of the gazetteer's kinds."""
        feature = _Feature.model_validate(raw)
        hit, (longitude, latitude) = feature.properties, feature.geometry.coordinates
        kind = kind_of(kinds, hit.osm_key, hit.osm_value, hit.type)
        names = known_names(hit.name)
        if kind is None or not names or hit.osm_type not in OBJECTS:
            return None
        west, north, east, south = hit.extent or (longitude, latitude, longitude, latitude)
        place = Place(
            place_id=f"osm:{OBJECTS[hit.osm_type]}/{hit.osm_id}",
            name=names[0],
            kind=kind,
            latitude=latitude,
            longitude=longitude,
            radius_km=reach(kind, latitude, longitude, Box(south, west, north, east)),
            country_code=country_of(hit.countrycode),
            admin1=hit.state,
            admin2=hit.county,
            source=self.name,
            licence=OSM_LICENCE,
        )
        return Found(place=place, names=names)
