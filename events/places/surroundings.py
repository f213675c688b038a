"""The words around every name of a report: which relation each has to its point, and which names belong together."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from events.places.relation import Relation, Shape, read_words
from events.places.wording import Wording, wording
from schemas.place import PlaceReference
from schemas.span import Span

__all__ = ["Surroundings", "ends_of", "read_surroundings"]

REACH = 90  # characters before and after a name
SENTENCE_END = re.compile(r"(?<![\s.][A-Za-z])[.!?;](?=\s)|\n\s*\n")
DASH = re.compile(r"[-\u2013\u2014/]")
LEAST_END = 3  # letters
SEAT, OWNER = "capital", re.compile(r"[^\W\d_]+\s*$")
BEFORE_A_DISTANCE = 30  # characters
WORD = re.compile(r"\s(\w+)")

Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the names of a report, all by where a name stands.

    `relations` leaves out names whose surroundings say nothing. `measured` gives for "Daynile, 10 km NW of
    Mogadishu" the name that Daynile is measured from. `quarters` are the names of parts of a town,
    `streets` those that are named after other places.
    """

    relations: Mapping[Ends, Relation]
    measured: Mapping[Ends, Ends]
    quarters: frozenset[Ends]
    streets: frozenset[Ends]
    names: Mapping[Ends, PlaceReference]
    text: str

    def words(self, spans: Sequence[Span]) -> str:
        """Give the report's words from the first of several names to the last: "Gao and Kidal"."""
        return self.text[min(span.start for span in spans) : max(span.end for span in spans)]

    def inside(self, span: Span) -> Iterable[PlaceReference]:
        """Give the names that stand within another: Kenya and Somalia in "Kenya-Somalia"."""
        for ends, one in self.names.items():
            if span.start <= ends[0] and ends[1] <= span.end and ends != (span.start, span.end):
                yield one


def read_surroundings(text: str, references: Iterable[PlaceReference]) -> Surroundings:
    """Read what stands around each name; of two references to one name the first counts."""
    known = wording()
    names: dict[Ends, PlaceReference] = {}
    for one in references:
        if one.relation != "dateline":
            names.setdefault(_ends(one), one)
    ordered = _single([names[ends] for ends in sorted(names)])
    found: dict[Ends, Relation] = {}
    for one in ordered:
        if relation := read_words(_before(text, one), _after(text, one), one):
            found[_ends(one)] = relation
    measured: dict[Ends, Ends] = {}
    for one, following in pairwise(ordered):
        if shape := _joined(text, one, following, known):
            _tie(found, one, following, shape)
        elif _is_measured(text, one, following, known):
            measured[_ends(one)] = _ends(following)
    return Surroundings(
        relations=found,
        measured=measured,
        quarters=frozenset(_ends(one) for one in ordered if _kinds(text, one) & known.quarters),
        streets=frozenset(_ends(one) for one in ordered if _kinds(text, one) & known.streets),
        names=names,
        text=text,
    )


def ends_of(reference: PlaceReference) -> tuple[PlaceReference, ...]:
    """Give the two ends that one name of a way joins: Kabul and Kandahar of the "Kabul-Kandahar highway"."""
    start = reference.span.start
    dash = DASH.search(reference.name)
    if dash is None or reference.kind_word not in wording().ways:
        return ()
    first, second = reference.name[: dash.start()].strip(), reference.name[dash.end() :].strip()
    if min(len(first), len(second)) < LEAST_END:
        return ()
    places = ((first, start), (second, start + reference.name.index(second, dash.end())))
    spans = ((name, Span(start=at, end=at + len(name))) for name, at in places)
    return tuple(PlaceReference(name=name, span=span, relation="on") for name, span in spans)


def _single(ordered: Sequence[PlaceReference]) -> list[PlaceReference]:
    """Leave out names that hold others: "Kenya-Somalia" beside Kenya and Somalia."""
    kept: list[PlaceReference] = []
    for one in ordered:
        if kept and one.span.start < kept[-1].span.end:
            if one.span.end > kept[-1].span.end:
                continue  # it begins with the last one
            if one.span.start > kept[-1].span.start or one.span.end < kept[-1].span.end:
                kept.pop()  # it stands inside the last one
        kept.append(one)
    return kept


def _joined(text: str, one: PlaceReference, following: PlaceReference, known: Wording) -> Shape | None:
    """Say what the words before, between and after two neighbouring names make of them."""
    gap = text[one.span.end : following.span.start]
    if one.span.end > following.span.start or len(gap) > REACH:
        return None
    before, after = _before(text, one), _after(text, following)
    if known.edges.border_with.fullmatch(gap):
        return Shape.BORDER
    if not known.lines.joint.fullmatch(gap):
        return None
    if known.edges.borders_between_of.search(before) or known.edges.own_border.match(after):
        return Shape.BORDER
    ways = (known.lines.between_of, known.lines.way_of)
    if known.lines.own_way.match(after) or any(way.search(before) for way in ways):
        return Shape.BETWEEN
    if known.lines.own_kind.match(after) or known.lines.kinds_of.search(before):
        return Shape.TOGETHER
    return None


def _is_measured(text: str, one: PlaceReference, following: PlaceReference, known: Wording) -> bool:
    """Know "Daynile, 10 km NW of Mogadishu", whatever of "which lies some" stands before the distance."""
    gap = text[one.span.end : following.span.start]
    if not 0 < len(gap) <= REACH or SENTENCE_END.search(gap):
        return False
    if following.name.casefold() == SEAT:
        gap = OWNER.sub("", gap)  # "20 km west of the Guatemalan capital"
    found = known.distances.offset_of.search(gap)
    return found is not None and found.start() <= BEFORE_A_DISTANCE


def _kinds(text: str, one: PlaceReference) -> set[str]:
    """Collect the words for what a name is of: "Bolivar Square", "the Sake neighborhood"."""
    following = WORD.match(text, one.span.end)
    words = (one.kind_word, one.name.split()[-1], following[1] if following else None)
    return {word.lower() for word in words if word}


def _tie(found: dict[Ends, Relation], one: PlaceReference, following: PlaceReference, shape: Shape) -> None:
    found[_ends(one)] = Relation(shape=shape, others=(following.span,))
    found[_ends(following)] = Relation(shape=shape, others=(one.span,))


def _before(text: str, reference: PlaceReference) -> str:
    start = reference.span.start
    return SENTENCE_END.split(text[max(0, start - REACH) : start])[-1]


def _after(text: str, reference: PlaceReference) -> str:
    end = reference.span.end
    return SENTENCE_END.split(text[end : end + REACH])[0]


def _ends(reference: PlaceReference) -> Ends:
    return reference.span.start, reference.span.end
