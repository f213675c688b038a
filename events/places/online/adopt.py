"""An answer as the gazetteer would have it: its own entry where it has one, its own names of divisions."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from events.places.extent import POINTLIKE
from events.places.gazetteer import Gazetteer, Match
from events.places.normalise import normalise, spellings
from events.places.online.question import Found, Question
from events.places.sphere import distance_km
from schemas.place import Place
from schemas.vocabulary import PlaceKind

__all__ = ["adopted"]

SAME_PLACE_KM = 5.0
ALIKE = 0.8  # "Tal Abyadh", "Tell Abyad": what a service forgives, and no more


def adopted(question: Question, answers: Iterable[Found], gazetteer: Gazetteer) -> tuple[Match, ...]:
    """Make candidates of the places that were answered; a place whose name is another one is none."""
    matches = (_match(question.name, found, gazetteer) for found in answers)
    return tuple({match.place.place_id: match for match in matches if match}.values())


def _match(name: str, found: Found, gazetteer: Gazetteer) -> Match | None:
    names = {normalise(known) for known in found.names}
    written = spellings(name)
    if not names & set(written) and not any(_alike(written[0], known) for known in names):
        return None
    place = _own_entry(found, gazetteer) or _in_its_divisions(found.place, gazetteer)
    is_own = written[0] == normalise(place.name)
    return Match(place, "name" if is_own else "alias", literal=written[0] in names)


def _alike(one: str, other: str) -> bool:
    # the first letters differ least between spellings
    return one[:1] == other[:1] and SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _own_entry(found: Found, gazetteer: Gazetteer) -> Place | None:
    """Find the gazetteer's entry for the same place, known there under another of its names."""
    answered = found.place
    known = gazetteer.matches(found.names)
    beside = [
        (distance_km(place.latitude, place.longitude, answered.latitude, answered.longitude), place.place_id, place)
        for matches in known.values()
        for place in (match.place for match in matches if match.literal)
        if place.kind is answered.kind and place.kind in POINTLIKE and place.country_code == answered.country_code
    ]
    nearest = min(beside, default=None)
    return nearest[2] if nearest and nearest[0] <= SAME_PLACE_KM else None


def _in_its_divisions(place: Place, gazetteer: Gazetteer) -> Place:
    """Call the divisions as the gazetteer does, so that what lies in one is seen to."""
    admin1 = _division(place.admin1, PlaceKind.ADMIN1, place, gazetteer)
    admin2 = _division(place.admin2, PlaceKind.ADMIN2, place, gazetteer)
    return place.model_copy(update={"admin1": admin1 or place.admin1, "admin2": admin2 or place.admin2})


def _division(name: str | None, kind: PlaceKind, place: Place, gazetteer: Gazetteer) -> str | None:
    matches = gazetteer.matches([name])[name] if name else ()
    named = (match.place for match in matches)
    return next((one.name for one in named if one.kind is kind and one.country_code == place.country_code), None)
