import pytest

from events.places.besides import besides
from schemas.place import PlaceReference
from schemas.span import Span


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("two killed in Banjska, near Vučitrn, police said", ["Vučitrn"]),
        ("an ambush close to the town of Wad Karyat on Monday", ["Wad Karyat"]),
        ("outside Umm al-Hilla and not far from Deir ez-Zor", ["Umm al-Hilla", "Deir ez-Zor"]),
        ("near the border, near noon, nearly Vučitrn", []),
        ("", []),
    ],
)
def test_a_name_after_near_is_found(text: str, names: list[str]) -> None:
    found = list(besides(text, []))
    assert [reference.name for reference in found] == names
    assert all(text[reference.span.start : reference.span.end] == reference.name for reference in found)


def test_a_name_that_is_known_already_is_not_given_again() -> None:
    text = "in Banjska, near Vučitrn"
    span = Span(start=text.index("Vučitrn"), end=len(text))
    assert not list(besides(text, [PlaceReference(name="Vučitrn", span=span)]))
