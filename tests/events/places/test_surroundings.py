"""Names that belong together, and names that are measured from others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.places.relation import Shape
from events.places.surroundings import ends_of, read_surroundings
from schemas.place import PlaceReference
from schemas.span import Span


def named(text: str, *names: str, **fields: str) -> list[PlaceReference]:
    starts = [(name, text.index(name)) for name in names]
    return [PlaceReference(name=name, span=Span(start=at, end=at + len(name)), **fields) for name, at in starts]


PAIRS = [
    ("They died between Gao and Kidal.", Shape.BETWEEN),
    ("They died halfway between the towns of Gao and Kidal.", Shape.BETWEEN),
    ("They died on the road from Gao to Kidal.", Shape.BETWEEN),
    ("They died while travelling from Gao to Kidal.", Shape.BETWEEN),
    ("They died on a road linking Gao with Kidal.", Shape.BETWEEN),
    ("They died on the Gao-Kidal road.", Shape.BETWEEN),
    ("They died on the main Gao to Kidal highway.", Shape.BETWEEN),
    ("They died on the border between Gao and Kidal.", Shape.BORDER),
    ("They died on the Gao-Kidal border.", Shape.BORDER),
    ("They died on Gao's border with Kidal.", Shape.BORDER),
    ("They died in Gao and Kidal provinces.", Shape.TOGETHER),
    ("They died in the regions of Gao and Kidal.", Shape.TOGETHER),
    ("They died in Gao and Kidal.", None),
    ("They died in Gao. Kidal was calm.", None),
    ("They fled from Gao to Kidal.", None),
    ("They died in Gao, said Kidal.", None),
]


@pytest.mark.parametrize(("text", "shape"), PAIRS)
def test_two_names_are_joined_by_the_words_around_them(text: str, shape: Shape | None) -> None:
    gao, kidal = named(text, "Gao", "Kidal")
    around = read_surroundings(text, [gao, kidal])
    read = {name: around.relations.get((name.span.start, name.span.end)) for name in (gao, kidal)}
    assert {relation.shape if relation else None for relation in read.values()} == {shape}
    if shape and (first := read[gao]) and (second := read[kidal]):
        assert (first.others, second.others) == ((kidal.span,), (gao.span,))
        assert around.words([gao.span, kidal.span]) in text


def test_a_name_that_holds_both_does_not_part_them() -> None:
    text = "They died on the Kenya-Somalia border."
    whole, *both = named(text, "Kenya-Somalia", "Kenya", "Somalia")
    around = read_surroundings(text, [whole, *both])
    assert all(around.relations[one.span.start, one.span.end].shape is Shape.BORDER for one in both)
    assert list(around.inside(whole.span)) == both


@pytest.mark.parametrize(
    ("text", "is_measured"),
    [
        ("He was shot in Sake, 20 km west of Goma.", True),
        ("He was shot in Sake village, which lies some 20 km west of Goma.", True),
        ("He was shot in Sake (20 km from Goma).", True),
        ("He was shot in Sake, 20 km from the provincial capital Goma.", True),
        ("He was shot in Sake. A camp 20 km west of Goma was hit.", False),
        ("He was shot in Sake after men had come on foot all the 20 km from Goma.", False),
        ("He was shot in Sake near Goma.", False),
    ],
)
def test_a_village_is_measured_from_a_town(text: str, *, is_measured: bool) -> None:
    sake, goma = named(text, "Sake", "Goma")
    assert read_surroundings(text, [sake, goma]).measured == (
        {(sake.span.start, sake.span.end): (goma.span.start, goma.span.end)} if is_measured else {}
    )


@pytest.mark.parametrize(
    ("name", "kind", "ends"),
    [
        ("Kabul-Kandahar", "highway", ["Kabul", "Kandahar"]),
        ("Nyala\u2013El Fasher", "road", ["Nyala", "El Fasher"]),
        ("Juba - Jebel", "road", ["Juba", "Jebel"]),
        ("Al-Hol", "camp", []),
        ("A-1", "highway", []),
        ("Kabul", "highway", []),
    ],
)
def test_a_way_has_two_ends(name: str, kind: str, ends: list[str]) -> None:
    text = f"on the {name} {kind}"
    (way,) = named(text, name, kind_word=kind)
    found = ends_of(way)
    assert [end.name for end in found] == ends
    assert [text[end.span.start : end.span.end] for end in found] == ends


@pytest.mark.parametrize(
    ("text", "is_quarter"),
    [
        ("in the Sake neighborhood", True),
        ("on Sake Boulevard", True),
        ("in SAKE STREET", True),
        ("in Sake province", False),
        ("in Sake", False),
    ],
)
def test_a_part_of_a_town_is_known_by_its_kind(text: str, *, is_quarter: bool) -> None:
    (name,) = named(text, "SAKE" if text.isupper() or "SAKE" in text else "Sake")
    assert bool(read_surroundings(text, [name]).quarters) is is_quarter


@given(st.text(max_size=300), st.lists(st.tuples(st.integers(0, 290), st.integers(1, 10)), max_size=6))
def test_any_text_is_read(text: str, places: list[tuple[int, int]]) -> None:
    references = [
        PlaceReference(name=text[at : at + size], span=Span(start=at, end=at + size))
        for at, size in places
        if text[at : at + size].strip() and at + size <= len(text)
    ]
    around = read_surroundings(text, references)
    assert around.relations.keys() <= {(one.span.start, one.span.end) for one in references}
