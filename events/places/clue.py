"""One name of a report as it speaks of an incident's place: what it means, how it is tied, and where it leads."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from events.places.extent import POINTLIKE, Extent, extent
from events.places.location import located
from events.places.reading import ReportPlaces
from events.places.relation import Relation, Shape
from events.places.sphere import distance_km
from events.places.territory import meeting
from schemas.place import Location, Place, PlaceReference
from schemas.span import Span
from schemas.vocabulary import PlaceKind

__all__ = ["VOTES", "Clue", "measured_from", "read_clue"]

VOTES = frozenset({"country", "demonym", "actor"})
SHARED = frozenset({Shape.BETWEEN, Shape.TOGETHER})
LONGEST_LINE_KM = 900.0  # a road from one town to another; what is farther is a namesake
ASTRAY_KM = 30.0  # what a reporter's distance and the gazetteer's point may differ by, besides the radius


@dataclass(frozen=True, slots=True)
class Clue:
    """A reference, its place, the relation, and the places that the relation's shape leads to."""

    reference: PlaceReference
    relation: Relation
    place: Place
    others: tuple[Place, ...] = ()
    as_written: str | None = None

    @property
    def is_point(self) -> bool:
        """Say whether the place is a settlement or a site."""
        return self.place.kind in POINTLIKE

    def extent(self, places: ReportPlaces) -> Extent:
        """Give how far from a point it allows the place to be."""
        return extent(self.place, self.relation, places.gazetteer, others=self.others)

    def located(self, places: ReportPlaces, *, as_written: str | None = None) -> Location:
        """Give the location that it means."""
        return located(
            self.place,
            self.relation,
            gazetteer=places.gazetteer,
            as_written=as_written or self.as_written or self.reference.name,
            others=self.others,
            candidates=places.candidates(self.reference),
        )


def read_clue(reference: PlaceReference, places: ReportPlaces) -> Clue | None:
    """Resolve a reference with all that its words lead to; None where it does not speak of the place."""
    relation = places.relation(reference)
    place = _place(reference, places)
    if place is None:
        return _joined_inside(reference, places)
    if (reference.span.start, reference.span.end) in places.surroundings.streets and place.kind is not PlaceKind.SITE:
        return None  # "Bolivar Square"
    if relation.shape is Shape.BORDER:
        return _at_a_border(reference, relation, place, places)
    if reference.relation in VOTES and relation.shape is not Shape.COAST:
        return None
    # "Moscow said" is its government
    if relation.weak and places.is_capital(place):
        return None
    if relation.shape in SHARED:
        return _shared(reference, relation, place, places)
    anchor = measured_from(reference, places)
    if anchor and (place := _nearest_to(anchor, reference, place, places)) is None:
        return None
    return Clue(reference, relation, place)


def _joined_inside(reference: PlaceReference, places: ReportPlaces) -> Clue | None:
    """Read "Kenya-Somalia" by what its two names mean together, else by the one that is known."""
    inside = [clue for one in places.surroundings.inside(reference.span) if (clue := read_clue(one, places))]
    if not inside:
        return None
    return replace(max(inside, key=lambda clue: bool(clue.others)), as_written=reference.name)


def measured_from(reference: PlaceReference, places: ReportPlaces) -> Clue | None:
    """Give Mogadishu with its distance for Daynile in "Daynile, 10 km NW of Mogadishu"."""
    ends = places.surroundings.measured.get((reference.span.start, reference.span.end))
    named = places.surroundings.names.get(ends) if ends else None
    place = _place(named, places) if named else None
    relation = places.relation(named) if named else None
    if named is None or place is None or relation is None or relation.km is None or place.kind not in POINTLIKE:
        return None
    return Clue(named, relation, place)


def _place(reference: PlaceReference, places: ReportPlaces) -> Place | None:
    """Give RS for "Serbian", whose country the extractor names beside it."""
    if reference.relation in VOTES and reference.within:
        return places.named(reference.within[0])
    return places.accepted(reference)


def _at(spans: Iterable[Span], places: ReportPlaces) -> tuple[Place, ...]:
    named = (places.surroundings.names.get((span.start, span.end)) for span in spans)
    return tuple(place for one in named if one and (place := _place(one, places)))


def _shared(reference: PlaceReference, relation: Relation, place: Place, places: ReportPlaces) -> Clue | None:
    """Lead to the other end of a line, or to the other provinces; near this one where it is not known."""
    others = tuple(other for other in _at(relation.others, places) if _km(place, other) <= LONGEST_LINE_KM)
    alone = Relation(near=relation.shape is Shape.BETWEEN)
    if any(side.kind is PlaceKind.COUNTRY for side in (place, *others)):
        return Clue(reference, Relation(), place)  # "the war between Iran and Iraq"
    if not others:
        return Clue(reference, alone, place)
    return Clue(reference, relation, place, others, _words(reference, relation, places))


def _at_a_border(reference: PlaceReference, relation: Relation, place: Place, places: ReportPlaces) -> Clue:
    """Find the two sides: both named, or the one named and the country that the report speaks of beside it."""
    shares = places.countries()
    others = _at(relation.others, places)
    if others:
        sides = sorted((place, *others), key=lambda side: -shares.get(side.country_code or "", 0.0))
        return Clue(reference, relation, sides[0], tuple(sides[1:]), _words(reference, relation, places))
    codes = [code for code in shares if _are_neighbours(place, code, places)]
    home = places.gazetteer.country(max(codes, key=lambda code: (shares[code], code))) if codes else None
    return Clue(reference, relation, home, (place,)) if home else Clue(reference, relation, place)


def _are_neighbours(place: Place, code: str, places: ReportPlaces) -> bool:
    """Say whether a country may have a border with a territory: a French nurse is shot near the Sudanese one."""
    lands = places.gazetteer.territories
    own, other = lands.get(place.place_id), lands.get(f"country:{code}")
    if code == place.country_code or own is None or other is None or own.box is None or other.box is None:
        return False
    return meeting(own.box, other.box) is not None


def _words(reference: PlaceReference, relation: Relation, places: ReportPlaces) -> str:
    return places.surroundings.words((reference.span, *relation.others))


def _km(one: Place, other: Place) -> float:
    return distance_km(one.latitude, one.longitude, other.latitude, other.longitude)


def _nearest_to(anchor: Clue, reference: PlaceReference, place: Place, places: ReportPlaces) -> Place | None:
    """Take the candidate that lies where the report measures it: El-Berde 420 km from Mogadishu is not Barda."""
    if place.kind not in POINTLIKE:
        return place
    around = anchor.extent(places)
    reach = around.radius_km + ASTRAY_KM
    fitting = (
        one
        for one in (place, *places.alternatives(reference))
        if distance_km(one.latitude, one.longitude, around.latitude, around.longitude) <= reach + one.radius_km
    )
    return next(fitting, None)
