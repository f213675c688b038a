"""What the words around a name say of the point: at it, near it, so far from it, or in a part of it."""

import re
from dataclasses import dataclass

from schemas.place import PlaceReference

__all__ = ["Relation", "read_relation", "undirected"]

BEARINGS = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270,
    "northwest": 315,
}  # fmt: skip
DIRECTION = r"(?:north|south)[ -]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?|central|centre|center"
OFFSET = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)\s*-?\s*(?P<unit>km|kilomet(?:er|re)s?|kms|miles?|mi|met(?:er|re)s?|m)\b"
    rf"(?:.*?\b(?P<direction>{DIRECTION})\b)?",
    re.IGNORECASE,
)
PART = re.compile(rf"\b(?P<direction>{DIRECTION})\b", re.IGNORECASE)
# "north of the city" is outside it, "in the north of the country" is inside
OUTSIDE = re.compile(rf"(?:^|\b(?:just|to the|lies|lying) )(?:{DIRECTION}) (?:of|from)\b", re.IGNORECASE)
NEAR = re.compile(
    r"\b(?:near|nearby|outside|around|close to|next to|between|off|towards?|beyond|vicinity|outskirts|from|edge)\b",
    re.IGNORECASE,
)
DIRECTED_NAME = re.compile(rf"^(?:the )?(?P<direction>{DIRECTION}) (?:of )?(?P<rest>.+)$", re.IGNORECASE)
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
KM = {"k": 1.0, "mi": 1.609344, "m": 0.001}
WEAK = frozenset({"loose", "modifier", "country", "demonym", "actor"})


@dataclass(frozen=True, slots=True)
class Relation:
    """How the point follows from the named place.

    `km` and `bearing` (degrees from north) are set for "20 km north of", `part` for "in the north of"
    ("north", "southeast", "centre"); `weak` is a name that no preposition ties to the incident.
    """

    near: bool = False
    km: float | None = None
    bearing: int | None = None
    part: str | None = None
    weak: bool = False


def read_relation(reference: PlaceReference, *, directed: bool = False) -> Relation:
    """Read a reference's relation; with `directed`, also the direction at the head of its name.

    >>> from schemas.span import Span
    >>> read_relation(PlaceReference(name="Mitrovica", span=Span(start=0, end=9), relation="20 km north of"))
    Relation(near=True, km=20.0, bearing=0, part=None, weak=False)
    """
    words = reference.relation
    if offset := OFFSET.search(words):
        bearing = BEARINGS.get(_direction(offset["direction"])) if offset["direction"] else None
        return Relation(near=True, km=_km(offset["number"], offset["unit"]), bearing=bearing)
    head = DIRECTED_NAME.match(reference.name) if directed else None
    if head:
        return Relation(part=_direction(head["direction"]), weak=words in WEAK)
    if OUTSIDE.search(words):
        found = PART.search(words)
        return Relation(near=True, bearing=BEARINGS.get(_direction(found["direction"])) if found else None)
    if found := PART.search(words):
        return Relation(part=_direction(found["direction"]))
    return Relation(near=NEAR.search(words) is not None, weak=words in WEAK)


def undirected(name: str) -> str | None:
    """Take "Kosovo" from "northern Kosovo"; None where no direction stands before the name.

    >>> undirected("northern Kosovo")
    'Kosovo'
    """
    head = DIRECTED_NAME.match(name)
    return head["rest"] if head else None


def _direction(word: str) -> str:
    """Fold "north-eastern" to "northeast" and "central" to "centre"."""
    folded = re.sub(r"[ -]", "", word.lower())
    if folded in ("central", "center"):
        return "centre"
    return folded.removesuffix("ern")


def _km(number: str, unit: str) -> float:
    first = unit.lower()
    factor = KM["k"] if first.startswith("k") else KM["mi"] if first.startswith("mi") else KM["m"]
    # "1,200 km" but "2,5 km"
    digits = number.replace(",", "") if THOUSANDS.fullmatch(number) else number.replace(",", ".")
    return round(float(digits) * factor, 3)
