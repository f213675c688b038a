"""One place as a source gives it."""

import re
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["GEONAMES_LICENCE", "OWN_LICENCE", "NameRow", "PlaceName", "PlaceRow", "kind_of_alias"]

GEONAMES_LICENCE = "CC BY 4.0"
OWN_LICENCE = "MIT"
SHORT_CAPITALS = re.compile(r"[A-Z]{2,4}")


class PlaceName(NamedTuple):
    """One name of a place as written; `kind` is name, alias, code (short capitals) or demonym.

    `language` is an ISO 639 code where the source tells it.
    """

    name: str
    kind: str = "alias"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place as a source gives it: a division's point and radius may still be unknown.

    A settlement or site lies in the divisions `admin1_id`, `admin2_id` and `admin3_id` (place ids), or in
    those of `admin_codes`, the source's own codes from the first order down: the gazetteer finds the
    divisions of one source by their codes, whichever comes first. A division's last code is its own.
    `admin1_name` serves where a source has neither ids nor codes. `polygon` is what a division covers, as WKB
    in WGS 84. `modified` is the day (ISO 8601) on which the source last changed the place.
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
    admin3_id: str | None = None
    admin_codes: tuple[str, ...] = ()
    admin1_name: str | None = None
    population: int = 0
    geonames_id: int | None = None
    disputed_by: tuple[str, ...] = ()
    polygon: bytes | None = None
    modified: str | None = None
    names: tuple[PlaceName, ...] = ()


class NameRow(NamedTuple):
    """One more name of a place that another file of the same source tells."""

    place_id: str
    name: PlaceName


def kind_of_alias(name: str) -> str:
    """Tell codes from names: "NYC" is one that a report may mean otherwise.

    >>> kind_of_alias("NGO"), kind_of_alias("Ngo")
    ('code', 'alias')
    """
    return "code" if SHORT_CAPITALS.fullmatch(name) else "alias"
