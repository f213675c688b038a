"""The gazetteer as a geopy geocoder, so that an online one can take its place."""

from collections.abc import Sequence

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location as Found
from geopy.point import Point

from events.places.gazetteer import Gazetteer, Match
from events.places.normalise import normalise
from schemas.place import Place

__all__ = ["AffrayGeocoder"]

REVERSE_KM = 50.0
MOST_ANSWERS = 10


class AffrayGeocoder(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """Answers from the gazetteer file: no network, no key, no pace to keep.

    `geocode` and `reverse` are geopy's; an answer's `raw` is the place as a dict.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._gazetteer = gazetteer

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's signature; nothing is waited for
        country_codes: str | Sequence[str] | None = None,
    ) -> Found | list[Found] | None:
        """Find a place by name, "Banjska" or "Banjska, Zvečan, Kosovo": the most populous first.

        `country_codes` are ISO 3166-1 alpha-2 codes, one or a list, as Nominatim takes them.
        """
        name, *containers = [part.strip() for part in query.split(",") if part.strip()] or [""]
        wanted = [country_codes] if isinstance(country_codes, str) else country_codes
        codes = {code.upper() for code in wanted or ()}
        places = [
            match.place
            for match in self._ordered(name)
            if (not codes or match.place.country_code in codes) and self._lies_in(match.place, containers)
        ]
        return _answer([self._found(place) for place in places[:MOST_ANSWERS]], exactly_one=exactly_one)

    def reverse(
        self,
        query: Point | str | tuple[float, float],
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's signature; nothing is waited for
    ) -> Found | list[Found] | None:
        """Find the nearest settlements to a point, within 50 km."""
        point = Point(query)
        near = self._gazetteer.nearest(point.latitude, point.longitude, km=REVERSE_KM, count=MOST_ANSWERS)
        return _answer([self._found(place) for place in near], exactly_one=exactly_one)

    def _ordered(self, name: str) -> list[Match]:
        matches = self._gazetteer.matches([name])[name]
        places = [match for match in matches if match.name_kind != "demonym"]
        return sorted(places, key=lambda match: (match.name_kind == "code", -match.place.population))

    def _lies_in(self, place: Place, containers: Sequence[str]) -> bool:
        """Say whether each container's name is that of the place's country or of a division around it."""
        country = self._gazetteer.country(place.country_code or "")
        around = {
            normalise(name)
            for name in (
                place.admin1,
                place.admin2,
                place.admin3,
                place.country_code,
                country.name if country else None,
            )
            if name
        }
        return all(normalise(container) in around for container in containers)

    def _found(self, place: Place) -> Found:
        country = self._gazetteer.country(place.country_code or "")
        parts = [place.name, place.admin2, place.admin1, country.name if country else None]
        address = ", ".join(dict.fromkeys(part for part in parts if part))
        return Found(address, (place.latitude, place.longitude), place.model_dump(mode="json"))


def _answer(found: list[Found], *, exactly_one: bool) -> Found | list[Found] | None:
    if not found:
        return None
    return found[0] if exactly_one else found
