import pytest
from geopy.geocoders.base import Geocoder

from events.places.gazetteer import Gazetteer
from events.places.geocoder import AffrayGeocoder


@pytest.fixture(scope="module")
def geocoder(gazetteer: Gazetteer) -> Geocoder:
    return AffrayGeocoder(gazetteer)


@pytest.mark.parametrize(
    ("query", "country_codes", "address"),
    [
        ("Banjska, Zvečan, Kosovo", None, "Banjska, Zvečan, Mitrovica, Kosovo"),
        ("Paris", None, "Paris"),
        ("Paris, Texas", None, "Texas"),
        ("paris", "us", "United States"),
        ("Tripoli", ["LB"], "Lebanon"),
    ],
)
def test_a_name_is_geocoded(geocoder: Geocoder, query: str, country_codes: list[str] | None, address: str) -> None:
    assert address in geocoder.geocode(query, country_codes=country_codes).address


@pytest.mark.parametrize("query", ["Nonesuchville", "", ",", "Banjska, Peru"])
def test_what_is_not_there_is_none(geocoder: Geocoder, query: str) -> None:
    assert geocoder.geocode(query) is None
    assert geocoder.geocode(query, exactly_one=False) is None


def test_all_answers_come_when_asked(geocoder: Geocoder) -> None:
    found = geocoder.geocode("Banjska", exactly_one=False, country_codes="xk")
    assert {location.raw["place_id"] for location in found} == {"affray:banjska-zvecan", "affray:banjska-vucitrn"}


def test_a_point_is_named(geocoder: Geocoder) -> None:
    assert geocoder.reverse((42.9731, 20.7811)).address == "Banjska, Zvečan, Mitrovica, Kosovo"
    assert len(geocoder.reverse("42.9731, 20.7811", exactly_one=False)) > 1
    assert geocoder.reverse((-60.0, -120.0)) is None
