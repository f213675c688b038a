import pytest

from events.places.territory import Box, lies_in
from schemas.place import Place
from schemas.vocabulary import PlaceKind


def _place(
    name: str, kind: PlaceKind, admin1: str | None = None, admin2: str | None = None, country: str = "XK"
) -> Place:
    return Place(
        place_id=f"{kind}:{name}",
        name=name,
        kind=kind,
        latitude=0,
        longitude=0,
        radius_km=1,
        country_code=country,
        admin1=admin1,
        admin2=admin2,
        source="test",
        licence="none",
    )


BANJSKA = _place("Banjska", PlaceKind.SETTLEMENT, "Mitrovica", "Zvečan")


@pytest.mark.parametrize(
    ("container", "holds"),
    [
        (_place("Kosovo", PlaceKind.COUNTRY), True),
        (_place("Serbia", PlaceKind.COUNTRY, country="RS"), False),
        (_place("Mitrovica", PlaceKind.ADMIN1, "Mitrovica"), True),
        (_place("Peja", PlaceKind.ADMIN1, "Peja"), False),
        (_place("Zvečan", PlaceKind.ADMIN2, "Mitrovica", "Zvečan"), True),
        (_place("Vushtrri", PlaceKind.ADMIN2, "Mitrovica", "Vushtrri"), False),
        (_place("Zvečan", PlaceKind.SETTLEMENT, "Mitrovica", "Zvečan"), False),
        (BANJSKA, True),
    ],
)
def test_a_place_lies_in_its_divisions_and_its_country(container: Place, *, holds: bool) -> None:
    assert lies_in(BANJSKA, container) is holds


@pytest.mark.parametrize(
    ("direction", "box"),
    [
        ("north", Box(5, 0, 10, 20)),
        ("south", Box(0, 0, 5, 20)),
        ("east", Box(0, 10, 10, 20)),
        ("northwest", Box(5, 0, 10, 10)),
        ("centre", Box(2.5, 5, 7.5, 15)),
    ],
)
def test_a_part_is_half_of_the_box(direction: str, box: Box) -> None:
    assert Box(0, 0, 10, 20).part(direction) == box


def test_the_radius_of_a_box_reaches_its_corners() -> None:
    box = Box(42, 20, 43, 21)
    assert box.radius_km == pytest.approx(69, abs=2)
    assert box.holds(*box.middle)
