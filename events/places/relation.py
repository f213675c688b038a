"""What the words around a name say of the point: at it, near it, so far from it, in a part of it, on the way."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from events.places.wording import Wording, wording
from schemas.place import PlaceReference
from schemas.span import Span

__all__ = ["Relation", "Shape", "read_relation", "read_words", "undirected"]

REMEMBERED = 10_000  # most names stand after a bare "in", again and again
WEAK = frozenset({"loose", "modifier", "country", "demonym", "actor"})
BORDER_KM = 50.0  # "between Dobley and the border": towns of a border are no farther from it
SEAT = re.compile(r"[^\W\d_]+\s*$")  # "the Yemeni capital": whose it is stands before the word


class Shape(StrEnum):
    """What the point and its radius are taken from, where that is not the place alone."""

    BETWEEN = "between"  # the line to another place: "between Gao and Kidal", "the Kabul-Kandahar highway"
    BORDER = "border"  # where two countries or divisions meet: "the border with Chad"
    COAST = "coast"  # the sea before it: "off the coast of Somalia"
    TOGETHER = "together"  # it and others: "in Deir ez-Zor and Hasakah provinces"
    GROUND = "ground"  # the land of it: "the mountains of Kunar"
    OUTSKIRTS = "outskirts"  # its edge: "on the outskirts of Mogadishu"


@dataclass(frozen=True, slots=True)
class Relation:
    """How the point follows from the named place.

    `km` and `bearing` (degrees from north) are set for "20 km north of", `part` for "in the north of"
    ("north", "southeast", "centre"); `weak` is a name that no preposition ties to the incident; `others`
    are where the names stand that a `shape` leads to.
    """

    near: bool = False
    km: float | None = None
    bearing: int | None = None
    part: str | None = None
    weak: bool = False
    shape: Shape | None = None
    others: tuple[Span, ...] = ()


def read_relation(reference: PlaceReference, *, directed: bool = False) -> Relation:
    """Read what a reference says of its relation; with `directed`, also the direction at the head of its name.

    >>> read_relation(PlaceReference(name="Mitrovica", span=Span(start=0, end=9), relation="20 km north of")).bearing
    0
    """
    return _read(reference.relation, reference.kind_word, reference.name if directed else None)


@lru_cache(maxsize=REMEMBERED)
def _read(words: str, kind_word: str | None, name: str | None) -> Relation:
    known = wording()
    if measured := _measured(words, known):
        return measured
    head = known.distances.directed_name.match(name) if name else None
    if head:
        return Relation(part=known.direction(head["direction"]), weak=words in WEAK)
    if known.distances.outside.search(words):
        found = known.distances.part.search(words)
        return Relation(near=True, bearing=known.bearing(found["direction"]) if found else None)
    if found := known.distances.part.search(words):
        return Relation(part=known.direction(found["direction"]))
    if kind_word in known.outskirts and words not in WEAK:
        return Relation(near=True, shape=Shape.OUTSKIRTS)
    if kind_word in known.ground and words not in WEAK:
        return Relation(shape=Shape.GROUND)
    if known.edges.outskirts.search(words):
        return Relation(near=True, shape=Shape.OUTSKIRTS)
    return Relation(near=known.distances.near.search(words) is not None, weak=words in WEAK)


def read_words(before: str, after: str, reference: PlaceReference) -> Relation | None:
    """Read the words right before a name and right after it; None where they say nothing of their own.

    >>> name = PlaceReference(name="Kabul", span=Span(start=0, end=5))
    >>> read_words("stopped an hour's drive from ", " on Monday", name)
    Relation(near=True, km=70.0, bearing=None, part=None, weak=False, shape=None, others=())
    """
    known = wording()
    if reference.name.casefold() == "capital":
        before = SEAT.sub("", before)
    if found := known.distances.offset_of.search(before):
        return _offset(found, known)
    if found := known.distances.travel_of.search(before):
        return Relation(near=True, km=known.travelled(found["hours"], found["mode"]))
    if known.lines.between_of.search(before) and known.edges.own_and_border.match(after):
        return Relation(near=True, km=BORDER_KM)
    if known.edges.border_of.search(before) or known.edges.own_border.match(after):
        return Relation(shape=Shape.BORDER)
    if known.edges.coast_of.search(before) or (
        known.edges.off_of.search(before) and known.edges.own_coast.match(after)
    ):
        return Relation(near=True, shape=Shape.COAST)
    if known.edges.outskirts_of.search(before):
        return Relation(near=True, shape=Shape.OUTSKIRTS)
    if found := known.distances.beside_of.search(before):
        return Relation(near=True, bearing=known.bearing(found["direction"]))
    if reference.relation == "modifier":
        return _ties_a_modifier(before, after, known)
    return None


def _ties_a_modifier(before: str, after: str, known: Wording) -> Relation | None:
    """Know "a Suva restaurant" for one in Suva, and "in Kigali Feb 14", which the parse took for one name."""
    if known.ties.own_premises.match(after):
        return Relation()
    if known.ties.own_then.match(after) and (found := known.ties.tied_of.search(before)):
        return Relation(near=known.distances.near.search(found[0]) is not None)
    return None


def undirected(name: str) -> str | None:
    """Take "Kosovo" from "northern Kosovo"; None where no direction stands before the name.

    >>> undirected("northern Kosovo")
    'Kosovo'
    """
    head = wording().distances.directed_name.match(name)
    return head["rest"] if head else None


def _measured(words: str, known: Wording) -> Relation | None:
    found = known.distances.measure.search(words)
    return _offset(found, known) if found else None


def _offset(found: re.Match[str], known: Wording) -> Relation:
    bearing = known.bearing(found["direction"]) if found["direction"] else None
    return Relation(near=True, km=known.km(found["number"], found["unit"]), bearing=bearing)
