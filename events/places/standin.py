"""What stands in for a place that the gazetteer lacks: where it is measured from, what holds it, what is beside it."""

from collections.abc import Sequence
from dataclasses import replace

from events.places.clue import Clue, measured_from
from events.places.extent import POINTLIKE, rank
from events.places.reading import ReportPlaces
from events.places.relation import Relation
from schemas.place import Location, PlaceReference

__all__ = ["container", "stand_in"]

ONE_SENTENCE = 200  # characters
BESIDE = Relation(near=True, km=25.0)  # a sentence names a village and a town: the one is in reach of the other


def stand_in(
    missing: PlaceReference, clues: Sequence[Clue], every: Sequence[PlaceReference], places: ReportPlaces
) -> Location | None:
    """Place a name by others; None where nothing of the incident says where it is."""
    known = [clue for clue in (container(missing, places), measured_from(missing, places)) if clue]
    found = (
        min(known, key=lambda clue: clue.extent(places).radius_km, default=None)
        or _town_of(missing, clues, every, places)
        or _beside(missing, clues)
    )
    return found.located(places, as_written=missing.name) if found else None


def container(reference: PlaceReference, places: ReportPlaces) -> Clue | None:
    """Resolve the narrowest name that the report puts around a place."""
    for name in reference.within:
        if place := places.named(name):
            return Clue(reference, Relation(near=place.kind in POINTLIKE), place)
    return None


def _town_of(
    missing: PlaceReference, clues: Sequence[Clue], every: Sequence[PlaceReference], places: ReportPlaces
) -> Clue | None:
    """Take for a quarter or a street the town that is named last before it, else any, else the dateline's."""
    if (missing.span.start, missing.span.end) not in places.surroundings.quarters:
        return None
    towns = [clue for clue in clues if clue.is_point and not clue.relation.weak and clue.relation.km is None]
    before = [clue for clue in towns if clue.reference.span.start < missing.span.start]
    if town := max(before, key=lambda clue: clue.reference.span.start, default=towns[0] if towns else None):
        return replace(town, relation=Relation())
    seats = (one for one in every if one.relation == "dateline")
    seat = next(((one, place) for one in seats if (place := places.accepted(one)) and place.kind in POINTLIKE), None)
    return Clue(seat[0], Relation(), seat[1]) if seat else None


def _beside(missing: PlaceReference, clues: Sequence[Clue]) -> Clue | None:
    """Take the finest that its own sentence names, else what holds it at least."""
    own = [clue for clue in clues if abs(clue.reference.span.start - missing.span.start) <= ONE_SENTENCE]
    towns = [clue for clue in own if clue.is_point and not clue.relation.weak]
    if towns:
        return replace(towns[0], relation=BESIDE) if towns[0].relation.km is None else towns[0]
    lands = [clue for clue in own if not clue.is_point] or [clue for clue in clues if not clue.is_point]
    return min(lands, key=lambda clue: rank(clue.place, clue.relation), default=None)
