"""Which of the places that a report ties to an incident says where it was."""

from collections import Counter
from collections.abc import Sequence

from events.places.clue import VOTES, Clue, read_clue
from events.places.extent import POINTLIKE, part_of, rank
from events.places.location import located
from events.places.reading import ReportPlaces
from events.places.relation import Relation, Shape
from events.places.sphere import distance_km
from events.places.standin import container, stand_in
from events.places.territory import lies_in
from schemas.incident import Telling
from schemas.place import Location, Place, PlaceReference
from schemas.vocabulary import ActorType, PlaceKind

__all__ = ["locate_telling"]

FALLBACKS = VOTES | {"dateline"}  # they say the country at most: a report from Rome tells of a war elsewhere
EDGES = frozenset({Shape.BORDER, Shape.COAST})


def locate_telling(telling: Telling, places: ReportPlaces) -> Location:
    """Take the closest reference that resolves, made finer by another that lies inside it.

    A closer name that the gazetteer lacks is kept as written, and what stands in for it is no more
    precise than "near".
    """
    tied = [reference for reference in telling.places if _is_tied(reference, places)]
    ordered = sorted(tied, key=lambda reference: _looseness(reference, places))
    clues = [clue for reference in ordered if (clue := read_clue(reference, places))]
    missing = _missing_before(clues, ordered, places)
    if missing and (location := stand_in(missing, clues, telling.places, places)):
        return location
    if not clues:
        return _unresolved(ordered, telling, places)
    closest = clues[0]
    chosen = closest if closest.is_point else _finest_inside(closest, clues[1:], places)
    return chosen.located(places)


def _is_tied(reference: PlaceReference, places: ReportPlaces) -> bool:
    """Leave out what only votes for a country, but not "the Syrian border"."""
    return reference.relation not in FALLBACKS or places.relation(reference).shape in EDGES


def _looseness(reference: PlaceReference, places: ReportPlaces) -> int:
    if places.relation(reference).weak:
        return 2
    return int(reference.relation in FALLBACKS)


def _missing_before(clues: list[Clue], ordered: list[PlaceReference], places: ReportPlaces) -> PlaceReference | None:
    """Find the closest reference of all, if the gazetteer does not know it and it is tied to the incident."""
    if not ordered:
        return None
    first = ordered[0]
    if any(clue.reference.span.overlaps(first.span) for clue in clues) or places.relation(first).weak:
        return None
    return first


def _unresolved(ordered: list[PlaceReference], telling: Telling, places: ReportPlaces) -> Location:
    """Fall back on what a name lies in, then on the country that is named, then on that of those who took part."""
    for reference in ordered:
        if holder := container(reference, places):
            return holder.located(places)
    first = ordered[0] if ordered else None
    as_written = first.name if first else None
    country = _likeliest_country(telling.places, places)
    if country:
        return country.located(places, as_written=as_written)
    home = _home_of_the_parties(telling, places)
    if home:
        return located(home, Relation(), gazetteer=places.gazetteer, as_written=as_written or home.name)
    return Location(as_written=as_written, candidates=places.candidates(first) if first else ())


def _home_of_the_parties(telling: Telling, places: ReportPlaces) -> Place | None:
    """Give the country of most of those who took part, the first named where two have as many."""
    parties = (party for party in telling.account.participants if party.type is not ActorType.EXTERNAL)
    codes = Counter(party.country_code for party in parties if party.country_code)
    return places.gazetteer.country(codes.most_common(1)[0][0]) if codes else None


def _likeliest_country(every: Sequence[PlaceReference], places: ReportPlaces) -> Clue | None:
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
    return Clue(spoken, Relation(), country) if country else None


def _country_code(vote: PlaceReference, places: ReportPlaces) -> str | None:
    """Give RS for "Serbian", whose country the extractor names beside it."""
    if vote.relation == "dateline":
        place = places.best(vote)
    else:
        place = places.named(vote.within[0] if vote.within else vote.name)
    return place.country_code if place else None


def _finest_inside(coarse: Clue, others: list[Clue], places: ReportPlaces) -> Clue:
    """Take the most precise other place that lies in a country, division or area; itself if there is none."""
    inside = [other for other in others if _is_inside(other, coarse, places)]
    return min([coarse, *inside], key=lambda found: rank(found.place, found.relation))


def _is_inside(other: Clue, coarse: Clue, places: ReportPlaces) -> bool:
    place, around = other.place, coarse.place
    box = part_of(around, coarse.relation.part, places.gazetteer) if coarse.relation.part else None
    if box and place.kind in POINTLIKE:
        return lies_in(place, around) and box.holds(place.latitude, place.longitude)
    if other.relation.shape in EDGES:
        return around.place_id in {place.place_id, *(side.place_id for side in other.others)}
    if around.kind is PlaceKind.AREA:
        return distance_km(place.latitude, place.longitude, around.latitude, around.longitude) <= around.radius_km
    return lies_in(place, around) and place.place_id != around.place_id
