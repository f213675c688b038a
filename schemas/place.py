"""Places: what the gazetteer knows, what a report writes, and where an incident therefore was."""

from pydantic import Field as Bounded

from schemas.record import Record
from schemas.span import Span
from schemas.vocabulary import PlaceKind, PlacePrecision

__all__ = ["Candidate", "Divisions", "Location", "Place", "PlaceReference", "References"]

Divisions = tuple[str | None, str | None, str | None]
"""The names of the first-, second- and third-order divisions that hold a point."""


class Place(Record):
    """A gazetteer entry; degrees are WGS 84, `radius_km` covers the place from its point.

    `country_code` is ISO 3166-1 alpha-2, with XK for Kosovo. `source` and `licence` say whose entry it is.
    """

    place_id: str
    name: str
    kind: PlaceKind
    latitude: float = Bounded(ge=-90, le=90)
    longitude: float = Bounded(ge=-180, le=180)
    radius_km: float = Bounded(ge=0)
    country_code: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    admin3: str | None = None
    population: int = 0
    source: str
    licence: str


class PlaceReference(Record):
    """A place as a report names it, with the words around the name that say more.

    `within` are names that the report itself ties to it ("Banjska, Kosovo"), narrowest first;
    `relation` is the preposition or the phrase ("in", "near", "20 km north of"); `kind_word` what the
    report calls it ("village", "province").
    """

    name: str
    span: Span
    relation: str = "in"
    within: tuple[str, ...] = ()
    kind_word: str | None = None


class References(Record):
    """The places that a telling names, the closest tied first, or a report beside its tellings (`mention_id` None)."""

    report_id: str
    mention_id: str | None = None
    places: tuple[PlaceReference, ...] = ()


class Candidate(Record):
    """A place that was considered for a reference, with its score and the reason in words."""

    place_id: str
    name: str
    score: float
    reason: str


class Location(Record):
    """Where an incident was, how well that is known, and what else was considered.

    `radius_km` covers what the words allow: "northern Kosovo" is an area and no false point.
    Unresolved is an answer: precision unknown, no point, the name as written. `divisions` are those of the
    point where they need not be the place's: "20 km north of" it may be another district.
    """

    as_written: str | None = None
    place: Place | None = None
    precision: PlacePrecision = PlacePrecision.UNKNOWN
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    country_code: str | None = None
    country: str | None = None
    disputed_by: tuple[str, ...] = ()
    divisions: Divisions | None = None
    candidates: tuple[Candidate, ...] = ()

    @property
    def held_by(self) -> Divisions:
        """Give the divisions of the point, those of the place where it is not apart from it."""
        if self.divisions is not None:
            return self.divisions
        return (self.place.admin1, self.place.admin2, self.place.admin3) if self.place else (None, None, None)
