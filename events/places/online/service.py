"""The online geocoders that can be asked: one a module, all in one dict."""

from collections.abc import Mapping
from typing import Any, Protocol

from geopy.geocoders.base import Geocoder

from events.places.online.access import Access
from events.places.online.geonames import GeoNamesService
from events.places.online.nominatim import NominatimService
from events.places.online.opencage import OpenCageService
from events.places.online.photon import PhotonService
from events.places.online.question import Found, Question
from events.places.territory import Box
from schemas.errors import UsageError

__all__ = ["SERVICES", "Service", "service_named"]


class Service(Protocol):
    """An online geocoder: how geopy asks it, how often one may, and what its answers mean."""

    name: str
    url: str  # the public server
    interval: float  # seconds from one question to the next, by the rules of the public server
    key_variable: str | None  # the environment variable that holds the user's key

    def geocoder(self, access: Access) -> Geocoder:
        """Make geopy's geocoder for it."""

    def bias(self, question: Question, box: Box | None) -> Mapping[str, Any]:
        """Give the further arguments of `geocode` that prefer, and do not demand, the question's country."""

    def read(self, raw: object, kinds: Mapping[str, Any]) -> Found | None:
        """Read one hit of an answer; None where it is no place of the gazetteer's kinds.

        `kinds` is the codebook `online`.

        Raises:
            ValueError: the hit is not as the service documents it.

        """


SERVICES: dict[str, Service] = {
    service.name: service for service in (NominatimService(), PhotonService(), GeoNamesService(), OpenCageService())
}


def service_named(name: str) -> Service:
    """Give the service of a name.

    Raises:
        UsageError: there is none.

    """
    if name not in SERVICES:
        raise UsageError(f"No online service is called '{name}'. Services are {', '.join(SERVICES)}.")
    return SERVICES[name]
