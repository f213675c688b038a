"""Which names of a report are worth a question: those that an incident's place hangs on and the gazetteer lacks."""

from collections.abc import Iterable

from events.places.extent import POINTLIKE
from events.places.gazetteer import Gazetteer
from events.places.online.question import Question
from events.places.reading import ReportPlaces, is_unnamed_seat
from events.places.relation import undirected
from events.places.telling import FALLBACKS
from schemas.incident import Telling
from schemas.place import PlaceReference

__all__ = ["lacking"]

LONGEST_NAME = 80  # a longer one is a sentence that was taken for a name, and no words of a report are sent
MOST_WORDS = 8


def lacking(tellings: Iterable[Telling], places: ReportPlaces) -> dict[str, Question]:
    """Give the question for each name that is lacking, by the name to look up.

    Which they are depends on the report and the gazetteer's own places alone, not on earlier answers.
    """
    asked: dict[str, Question] = {}
    for telling in tellings:
        for reference in _decisive(telling, places):
            name = _name_of(reference)
            country = _country(reference, places)
            if _may_be_sent(name) and not _knows(places.gazetteer, name, country):
                asked.setdefault(name, Question(name=" ".join(name.split()), country_code=country))
    return asked


def _decisive(telling: Telling, places: ReportPlaces) -> list[PlaceReference]:
    """List the unresolved references that come before the first that gives a point."""
    tied = [reference for reference in telling.places if reference.relation not in FALLBACKS]
    unresolved: list[PlaceReference] = []
    for reference in sorted(tied, key=lambda reference: places.relation(reference).weak):
        place = places.accepted(reference)
        if place is None and not is_unnamed_seat(reference):
            unresolved.append(reference)
        elif place is not None and place.kind in POINTLIKE:
            break
    return unresolved


def _name_of(reference: PlaceReference) -> str:
    """Take "Foo" of "northern Foo"; "North Foo" is a name of its own."""
    rest = undirected(reference.name)
    return rest if rest and reference.name[:1].islower() else reference.name


def _country(reference: PlaceReference, places: ReportPlaces) -> str | None:
    """Give the country of what the report puts around the name, else the one that it speaks of most."""
    for name in reference.within:
        around = places.named(name)
        if around and around.country_code:
            return around.country_code
    shares = places.countries()
    return max(shares, key=lambda code: (shares[code], code), default=None)


def _knows(gazetteer: Gazetteer, name: str, country: str | None) -> bool:
    """Say whether the gazetteer has the name, as a people's or for a place in the country."""
    matches = gazetteer.matches([name])[name]
    return any(
        match.name_kind == "demonym" or country is None or match.place.country_code == country for match in matches
    )


def _may_be_sent(name: str) -> bool:
    is_short = len(name) <= LONGEST_NAME and len(name.split()) <= MOST_WORDS
    return is_short and name.isprintable() and any(letter.isalpha() for letter in name)
