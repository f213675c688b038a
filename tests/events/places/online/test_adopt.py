"""An answer becomes a candidate as the gazetteer would have it."""

from typing import Any

import pytest

from events.places.gazetteer import Gazetteer
from events.places.online.adopt import adopted
from events.places.online.question import Found, Question
from schemas.place import Place
from schemas.vocabulary import PlaceKind


def found(name: str, *others: str, **changes: Any) -> Found:  # noqa: ANN401 - fields of a place
    fields = {
        "place_id": "osm:node/7", "kind": PlaceKind.SETTLEMENT, "latitude": 42.7, "longitude": 20.9, "radius_km": 2.0,
        "country_code": "XK", "source": "nominatim", "licence": "ODbL 1.0",
    }  # fmt: skip
    return Found(place=Place(**fields | {"name": name} | changes), names=(name, *others))


@pytest.mark.parametrize(
    ("written", "answer", "name_kind", "literal"),
    [
        ("Zorbinka", found("Zorbinka"), "name", True),
        ("ZORBINKA", found("Zorbinka"), "name", True),
        ("Zorbínka", found("Zorbinka"), "name", True),
        ("Zorbinka", found("Zubin Do", "Zorbinka"), "alias", True),
        ("Zorbinka village", found("Zorbinka"), "alias", False),
        ("Zorbinkaa", found("Zorbinka"), "alias", False),
        ("Tal Abyadh", found("Tall Abyad"), "alias", False),
    ],
)
def test_a_name_is_the_places_own_another_of_its_names_or_nearly(
    gazetteer: Gazetteer, written: str, answer: Found, name_kind: str, *, literal: bool
) -> None:
    (match,) = adopted(Question(name=written), [answer], gazetteer)
    assert (match.place.place_id, match.name_kind, match.literal) == ("osm:node/7", name_kind, literal)


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("Zorbinka", found("Rue Zorbinka")),
        ("Zorbinka", found("Gradivo")),
        ("Camp Ashraf", found("Ashraf Street Mosque")),
        ("Banja", found("Ranja")),
    ],
)
def test_a_place_of_another_name_is_no_candidate(gazetteer: Gazetteer, written: str, answer: Found) -> None:
    assert adopted(Question(name=written), [answer], gazetteer) == ()


def test_a_place_that_the_gazetteer_has_by_another_name_is_its_own_entry(gazetteer: Gazetteer) -> None:
    answer = found("Banjska", "Zorbinka", latitude=42.972, longitude=20.782)
    (match,) = adopted(Question(name="Zorbinka"), [answer], gazetteer)
    assert match.place.place_id == "affray:banjska-zvecan"
    assert (match.name_kind, match.literal) == ("alias", True)


@pytest.mark.parametrize("changes", [{"latitude": 43.4}, {"country_code": "RS"}, {"kind": PlaceKind.SITE}])
def test_a_namesake_elsewhere_is_another_place(gazetteer: Gazetteer, changes: dict[str, Any]) -> None:
    answer = found("Banjska", "Zorbinka", **({"latitude": 42.972, "longitude": 20.782} | changes))
    (match,) = adopted(Question(name="Zorbinka"), [answer], gazetteer)
    assert match.place.place_id == "osm:node/7"


@pytest.mark.parametrize(
    ("admin1", "called"),
    [("MITROVICA", "Mitrovica"), ("Mitrovica district", "Mitrovica"), ("Nowhere", "Nowhere"), (None, None)],
)
def test_divisions_are_called_as_the_gazetteer_calls_them(
    gazetteer: Gazetteer, admin1: str | None, called: str | None
) -> None:
    (match,) = adopted(Question(name="Zorbinka"), [found("Zorbinka", admin1=admin1)], gazetteer)
    assert match.place.admin1 == called
