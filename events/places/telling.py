"""Which of the places that a report ties to an incident says where it was."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from events.places.location import located, part_of, rank
from events.places.reading import ReportPlaces
from events.places.relation import Relation
from events.places.sphere import distance_km
from events.places.territory import lies_in
from schemas.incident import Telling
from schemas.place import Location, Place, PlaceReference
from schemas.vocabulary import ActorType, PlaceKind

__all__ = ["locate_telling"]

POINTLIKE = frozenset({PlaceKind.SITE, PlaceKind.SETTLEMENT})
VOTES = frozenset({"country", "demonym", "actor"})
FALLBACKS = VOTES | {"dateline"}  # they say the country at most: a report from Rome tells of a war elsewhere
ONE_SENTENCE = 200  # characters


@dataclass(frozen=True, slots=True)
class _Resolved:
    reference: PlaceReference
    relation: Relation
    place: Place

    @property
    def is_point(self) -> bool:
        return self.place.kind in POINTLIKE


def locate_telling(telling: Telling, places: ReportPlaces) -> Location:
    """Take the closest reference that resolves, made finer by another that lies inside it.

    A closer name that the gazetteer lacks is kept as written, and what stands in for it is no more
    precise than "near".
    """
    tied = [reference for reference in telling.places if reference.relation not in FALLBACKS]
    ordered = sorted(tied, key=lambda reference: places.relation(reference).weak)
    resolved = [found for reference in ordered if (found := _resolve(reference, places))]
    if not resolved:
        return _unresolved(ordered, telling, places)
    closest = resolved[0]
    missing = _missing_before(closest, ordered, places)
    if missing:
        return _in_place_of(missing, resolved, places)
    chosen = closest if closest.is_point else _finest_inside(closest, resolved[1:], places)
    return _located(chosen, places)


def _resolve(reference: PlaceReference, places: ReportPlaces) -> _Resolved | None:
    place = places.accepted(reference)
    relation = places.relation(reference)
    # "Moscow said" is its government
    if place is None or (relation.weak and places.is_capital(place)):
        return None
    return _Resolved(reference, relation, place)


def _missing_before(closest: _Resolved, ordered: list[PlaceReference], places: ReportPlaces) -> PlaceReference | None:
    """Find the closest reference of all, if the gazetteer does not know it and it is tied to the incident."""
    first = ordered[0]
    if first is closest.reference or places.relation(first).weak or places.best(first) is not None:
        return None
    return first


def _in_place_of(missing: PlaceReference, resolved: list[_Resolved], places: ReportPlaces) -> Location:
    """Stand in for a village that the gazetteer lacks: what it lies in, else what is named beside it."""
    container = _container(missing, places)
    if container:
        return _located(container, places, as_written=missing.name)
    for other in resolved:
        beside = abs(other.reference.span.start - missing.span.start) <= ONE_SENTENCE
        if not other.is_point:
            return _located(other, places, as_written=missing.name)
        if beside and not other.relation.weak:
            near = _Resolved(other.reference, Relation(near=True), other.place)
            return _located(near, places, as_written=missing.name)
    return Location(as_written=missing.name)


def _container(reference: PlaceReference, places: ReportPlaces) -> _Resolved | None:
    """Resolve the narrowest name that the report puts around a place."""
    for name in reference.within:
        if place := places.named(name):
            return _Resolved(reference, Relation(near=place.kind in POINTLIKE), place)
    return None


def _unresolved(ordered: list[PlaceReference], telling: Telling, places: ReportPlaces) -> Location:
    """Fall back on what a name lies in, then on the country that is named, then on that of those who took part."""
    for reference in ordered:
        if container := _container(reference, places):
            return _located(container, places)
    first = ordered[0] if ordered else None
    as_written = first.name if first else None
    country = _likeliest_country(telling.places, places)
    if country:
        return _located(country, places, as_written=as_written)
    home = _home_of_the_parties(telling, places)
    if home:
        return located(home, Relation(), gazetteer=places.gazetteer, as_written=as_written or home.name)
    return Location(as_written=as_written, candidates=places.candidates(first) if first else ())


def _home_of_the_parties(telling: Telling, places: ReportPlaces) -> Place | None:
    """Give the country of most of those who took part, the first named where two have as many."""
    parties = (party for party in telling.account.participants if party.type is not ActorType.EXTERNAL)
    codes = Counter(party.country_code for party in parties if party.country_code)
    return places.gazetteer.country(codes.most_common(1)[0][0]) if codes else None


def _likeliest_country(every: Sequence[PlaceReference], places: ReportPlaces) -> _Resolved | None:
    """Take the country that the incident's sentences and the whole report name most, the dateline's beside them."""
    votes = [reference for reference in every if reference.relation in FALLBACKS]
    own = Counter(code for reference in votes if (code := _country_code(reference, places)))
    total = own.total()
    report = places.countries()
    scores = {code: own[code] / total + report.get(code, 0.0) for code in own}
    if not scores:
        return None
    best = max(scores, key=lambda code: (scores[code], code))
    country = places.gazetteer.country(best)
    spoken = next(reference for reference in votes if _country_code(reference, places) == best)
    return _Resolved(spoken, Relation(), country) if country else None


def _country_code(vote: PlaceReference, places: ReportPlaces) -> str | None:
    """Give RS for "Serbian", whose country the extractor names beside it."""
    if vote.relation == "dateline":
        place = places.best(vote)
    else:
        place = places.named(vote.within[0] if vote.within else vote.name)
    return place.country_code if place else None


def _finest_inside(coarse: _Resolved, others: list[_Resolved], places: ReportPlaces) -> _Resolved:
    """Take the most precise other place that lies in a country, division or area; itself if there is none."""
    inside = [other for other in others if _is_inside(other, coarse, places)]
    return min([coarse, *inside], key=lambda found: rank(found.place, found.relation))


def _is_inside(other: _Resolved, coarse: _Resolved, places: ReportPlaces) -> bool:
    place, around = other.place, coarse.place
    box = part_of(around, coarse.relation.part, places.gazetteer) if coarse.relation.part else None
    if box and place.kind in POINTLIKE:
        return lies_in(place, around) and box.holds(place.latitude, place.longitude)
    if around.kind is PlaceKind.AREA:
        return distance_km(place.latitude, place.longitude, around.latitude, around.longitude) <= around.radius_km
    return lies_in(place, around) and place.place_id != around.place_id


def _located(found: _Resolved, places: ReportPlaces, *, as_written: str | None = None) -> Location:
    return located(
        found.place,
        found.relation,
        gazetteer=places.gazetteer,
        as_written=as_written or found.reference.name,
        candidates=places.candidates(found.reference),
    )
