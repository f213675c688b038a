"""What the answers of all services have in common: the names, the kind and the reach of a place."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from events.places.normalise import is_latin
from events.places.sphere import distance_km
from events.places.territory import Box
from schemas.vocabulary import PlaceKind

__all__ = ["Hit", "Latitude", "Longitude", "Word", "Words", "country_of", "kind_of", "known_names", "reach"]

LONGEST_NAME = 200
MOST_NAMES = 60
OSM_LICENCE = "ODbL 1.0, © OpenStreetMap contributors"
SMALLEST_REACH_KM = {PlaceKind.SITE: 0.5, PlaceKind.SETTLEMENT: 2.0}
LETTERS_OF_A_CODE = 2

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


def _word(value: object) -> str | None:
    """Keep a short printable text, which half a surrogate pair is not."""
    is_word = isinstance(value, str) and value.isprintable() and 0 < len(value) <= LONGEST_NAME
    return str(value) if is_word else None


def _words(value: object) -> dict[str, str]:
    """Keep the words of a table that may hold anything."""
    entries = value.items() if isinstance(value, Mapping) else ()
    return {key: word for key, text in entries if isinstance(key, str) and (word := _word(text))}


Word = Annotated[str | None, BeforeValidator(_word)]
Words = Annotated[dict[str, str], BeforeValidator(_words)]


class Hit(BaseModel):
    """One hit as a service gives it, with fields that nobody here reads."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="ignore", frozen=True)


def kind_of(kinds: Mapping[str, Any], key: str, value: str, level: str | None) -> PlaceKind | None:
    """Give the gazetteer's kind of an entry of OpenStreetMap; None for a shop or a street.

    `level` is what the service calls an administrative boundary: "state", "city".
    """
    if (key, value) == ("boundary", "administrative"):
        kind = kinds["level"].get(level)
    else:
        values = kinds["osm"].get(key, {})
        kind = values.get(value, values.get("any"))
    return PlaceKind(kind) if kind else None


def country_of(code: str | None) -> str | None:
    """Give an ISO 3166-1 alpha-2 code in capitals; None for what is none.

    >>> country_of("xk"), country_of("Kosovo"), country_of(None)
    ('XK', None, None)
    """
    is_code = code is not None and len(code) == LETTERS_OF_A_CODE and code.isascii() and code.isalpha()
    return code.upper() if code and is_code else None


def known_names(*names: str | None) -> tuple[str, ...]:
    """List the names that an English text could write so, each once; a value of OpenStreetMap may hold several.

    >>> known_names("Banjska", "Banjskë;Banjska", "Бањска", None)
    ('Banjska', 'Banjskë')
    """
    single = (" ".join(part.split()) for name in names if name for part in name.split(";"))
    kept = (name for name in single if name.isprintable() and 0 < len(name) <= LONGEST_NAME and is_latin(name))
    return tuple(dict.fromkeys(kept))[:MOST_NAMES]


def reach(kind: PlaceKind, latitude: float, longitude: float, box: Box | None) -> float:
    """Give the distance in km from a point to the farthest corner of its box.

    A node's box is narrower than the village around it, so there is a smallest one.
    """
    smallest = SMALLEST_REACH_KM.get(kind, 5.0)
    corners: Iterable[tuple[float, float]] = (
        [(south_north, west_east) for south_north in (box.south, box.north) for west_east in (box.west, box.east)]
        if box
        else []
    )
    farthest = max((distance_km(latitude, longitude, *corner) for corner in corners), default=0.0)
    return round(max(smallest, farthest), 1)
