import pytest

from events.places.relation import Relation, read_relation, undirected
from schemas.place import PlaceReference
from schemas.span import Span

CASES = [
    ("in", Relation()),
    ("at", Relation()),
    ("near", Relation(near=True)),
    ("outside", Relation(near=True)),
    ("on the outskirts of", Relation(near=True)),
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
