import pytest

from events.places.relation import Relation, Shape, read_relation, read_words, undirected
from schemas.place import PlaceReference
from schemas.span import Span

CASES = [
    ("in", Relation()),
    ("at", Relation()),
    ("near", Relation(near=True)),
    ("outside", Relation(near=True)),
    ("on the outskirts of", Relation(near=True, shape=Shape.OUTSKIRTS)),
    ("20 km north of", Relation(near=True, km=20.0, bearing=0)),
    ("about 30 kilometers (19 miles) east of", Relation(near=True, km=30.0, bearing=90)),
    ("10 miles south-west of", Relation(near=True, km=16.093, bearing=225)),
    ("500 metres from", Relation(near=True, km=0.5)),
    ("1,200 km from", Relation(near=True, km=1200.0)),
    ("2,5 km from", Relation(near=True, km=2.5)),
    ("just south of", Relation(near=True, bearing=180)),
    ("north of", Relation(near=True, bearing=0)),
    ("in the north of", Relation(part="north")),
    ("in north of", Relation(part="north")),
    ("in northern", Relation(part="north")),
    ("in south-eastern", Relation(part="southeast")),
    ("in central", Relation(part="centre")),
    ("loose", Relation(weak=True)),
    ("modifier", Relation(weak=True)),
]


@pytest.mark.parametrize(("words", "relation"), CASES, ids=[words for words, _ in CASES])
def test_the_words_before_a_name_are_read(words: str, relation: Relation) -> None:
    reference = PlaceReference(name="Mitrovica", span=Span(start=0, end=9), relation=words)
    assert read_relation(reference) == relation


@pytest.mark.parametrize(
    ("name", "rest", "part"),
    [
        ("northern Kosovo", "Kosovo", "north"),
        ("the south-eastern Turkey", "Turkey", "southeast"),
        ("Central Mali", "Mali", "centre"),
    ],
)
def test_a_direction_before_an_unknown_name_makes_it_a_part(name: str, rest: str, part: str) -> None:
    reference = PlaceReference(name=name, span=Span(start=0, end=len(name)))
    assert undirected(name) == rest
    assert read_relation(reference, directed=True).part == part


@pytest.mark.parametrize("name", ["Kosovo", "Northampton", "Westeros"])
def test_a_name_that_only_begins_like_a_direction_is_whole(name: str) -> None:
    assert undirected(name) is None


def offset(km: float, bearing: int | None = None) -> Relation:
    return Relation(near=True, km=km, bearing=bearing)


NEARNESS = Relation(near=True)
BORDER, COAST = Relation(shape=Shape.BORDER), Relation(near=True, shape=Shape.COAST)

# The words before and after the name Sake.
SURROUNDINGS = [
    ("They were shot 20 km north of", "on Monday", offset(20, 0)),
    ("They were shot 20km NW of", "", offset(20, 315)),
    ("They were shot about 30 miles (48 km) south-west of", "", offset(48.28, 225)),
    ("They were shot 15 kilometres to the east of the town of", "", offset(15, 90)),
    ("They were shot 60 kilometers from the provincial capital", "", offset(60)),
    ("They were shot 60 kilometers from the Congolese capital,", "", offset(60)),
    ("They were shot a few kilometres from", "", offset(10)),
    ("They were shot half a mile outside", "", offset(0.805)),
    ("They were shot several miles west of", "", offset(16.093, 270)),
    ("They were shot twenty kilometres south of", "", offset(20, 180)),
    ("They were shot 1,200 m from", "", offset(1.2)),
    ("They were shot an hour's drive from", "", offset(70)),
    ("They were shot half an hour's walk from the village of", "", offset(3)),
    ("They were shot two hours\u2019 ride north of", "", offset(120)),
    ("They were shot west of", "", Relation(near=True, bearing=270)),
    ("They were shot in the north of", "", None),
    ("They were shot in the centre of", "", None),
    ("They were shot on the outskirts of", "", Relation(near=True, shape=Shape.OUTSKIRTS)),
    ("They were shot at the northern edge of the city of", "", Relation(near=True, shape=Shape.OUTSKIRTS)),
    ("They were shot near the border with", "", BORDER),
    ("They were shot in the border region with neighbouring", "", BORDER),
    ("They were shot near the", "border", BORDER),
    ("They were shot near", "'s northern border", BORDER),
    ("They were shot by", "border guards", None),
    ("They were shot between", "and the Rwandan border", offset(50)),
    ("They were shot off the coast of", "", COAST),
    ("They were shot off the", "coast", COAST),
    ("Twenty men were shot in", "", None),
    ("They were shot 20 km north of Goma in", "", None),
    ("They were shot 20 km north of Goma,", "", None),
    ("The toll rose to 20. North of", "", Relation(near=True, bearing=0)),
]


@pytest.mark.parametrize(("before", "after", "relation"), SURROUNDINGS)
def test_the_words_around_a_name_are_read(before: str, after: str, relation: Relation | None) -> None:
    gap = "" if after.startswith("'") else " "
    name = PlaceReference(name="Sake", span=Span(start=0, end=4))
    assert read_words(f"{before} ", f"{gap}{after}", name) == relation


def test_a_wire_of_capitals_is_read_alike() -> None:
    name = PlaceReference(name="HUANTA", span=Span(start=0, end=6))
    assert read_words("CALLUCHACA VILLAGE, 7 KM NORTHEAST OF ", ", AND", name) == offset(7, 45)


@pytest.mark.parametrize(
    ("after", "ties"),
    [
        (" restaurant", True),
        (" field office", True),
        ("'s airport", True),
        (" residents", True),
        (" government", False),
        (" street", False),
    ],
)
def test_what_stands_in_a_town_ties_its_name(after: str, *, ties: bool) -> None:
    name = PlaceReference(name="Suva", span=Span(start=0, end=4), relation="modifier")
    assert (read_words("robbers of a ", after, name) == Relation()) is ties


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        ("was shot dead in ", " Feb 14.", Relation()),
        ("was shot dead near ", " on Monday", Relation(near=True)),
        ("was shot dead in ", "", Relation()),
        ("was shot dead in a ", " on Monday", None),
        ("was shot dead in ", " government cars", None),
    ],
)
def test_a_preposition_ties_a_name_that_the_parse_takes_for_a_part_of_a_longer_one(
    before: str, after: str, relation: Relation | None
) -> None:
    name = PlaceReference(name="Kigali", span=Span(start=0, end=6), relation="modifier")
    assert read_words(before, after, name) == relation
