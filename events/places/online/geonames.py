"""GeoNames' search service (geonames.org), for who has an account there and not the disk for its dumps."""

from collections.abc import Mapping
from typing import Any

from geopy.geocoders.geonames import GeoNames
from pydantic import Field

from events.places.online.access import Access
from events.places.online.hit import Hit, Latitude, Longitude, Word, country_of, known_names, reach
from events.places.online.question import Found, Question
from events.places.row import GEONAMES_LICENCE
from events.places.territory import Box
from schemas.place import Place
from schemas.vocabulary import PlaceKind

__all__ = ["GeoNamesService"]


class _Hit(Hit):
    geoname_id: int = Field(alias="geonameId")
    lat: Latitude
    lng: Longitude
    name: str
    written: Word = Field(default=None, alias="toponymName")
    country_code: Word = Field(default=None, alias="countryCode")
    admin1: Word = Field(default=None, alias="adminName1")
    feature_class: Word = Field(default=None, alias="fcl")
    feature_code: Word = Field(default=None, alias="fcode")
    population: int = Field(default=0, ge=0, le=20_000_000_000)


class GeoNamesService:
    """A thousand questions an hour for an account: geonames.org/export."""

    name = "geonames"
    url = "http://api.geonames.org"
    interval: float = 3.6
    key_variable: str | None = "AFFRAY_GEONAMES_USERNAME"

    def geocoder(self, access: Access) -> GeoNames:
        """Make geopy's geocoder for it."""
        return GeoNames(access.key, **access.options())

    def bias(self, question: Question, box: Box | None) -> Mapping[str, Any]:  # noqa: ARG002 - it knows countries
        """Prefer the question's country."""
        return {"country_bias": question.country_code} if question.country_code else {}

    def read(self, raw: object, kinds: Mapping[str, Any]) -> Found | None:
        """Read one hit; None where it is no place of the gazetteer's kinds."""
        hit = _Hit.model_validate(raw)
        named = kinds["geonames"]
        kind = named.get(hit.feature_code, named.get(hit.feature_class))
        names = known_names(hit.name, hit.written)
        if kind is None or not names:
            return None
        place = Place(
            place_id=f"geonames:{hit.geoname_id}",
            name=names[0],
            kind=kind,
            latitude=hit.lat,
            longitude=hit.lng,
            radius_km=reach(PlaceKind(kind), hit.lat, hit.lng, None),
            country_code=country_of(hit.country_code),
            admin1=hit.admin1 or None,
            population=hit.population,
            source=self.name,
            licence=GEONAMES_LICENCE,
        )
        return Found(place=place, names=names)
