import pytest

from events.places.gazetteer import Gazetteer
from events.places.sphere import distance_km
from schemas.codebook import load_codebook
from schemas.vocabulary import PlaceKind

NORTHERN_KOSOVO = [
    entry["name"] for entry in load_codebook("places")["place"] if entry.get("country") == "XK" and "admin1" in entry
]


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Kosovo", "country:XK"),
        ("KOSOVA", "country:XK"),
        ("Burma", "country:MM"),
        ("Ivory Coast", "country:CI"),
        ("DRC", "country:CD"),
        ("U.S.", "country:US"),
        ("Helmand province", "geonames:1140043"),
        ("Vučitrn", "geonames:784097"),
        ("W.Va.", "geonames:4826850"),
        ("Crimea", "geonames:703883"),
        ("N'Djamena", "geonames:2427123"),
        ("Sahel", "affray:sahel"),
        ("Banjska Orthodox monastery", "affray:banjska-monastery"),
    ],
)
def test_a_name_of_the_news_is_known(gazetteer: Gazetteer, name: str, place_id: str) -> None:
    assert place_id in {place.place_id for place in gazetteer.candidates([name])[name]}


@pytest.mark.parametrize("spelling", ["Deir ez-Zor", "Deir al-Zour", "Dayr az Zawr", "DEIR EZ-ZOR"])
def test_spellings_of_deir_ez_zor_find_it(gazetteer: Gazetteer, spelling: str) -> None:
    assert "geonames:170794" in {place.place_id for place in gazetteer.candidates([spelling])[spelling]}


def test_both_banjskas_of_kosovo_are_there(gazetteer: Gazetteer) -> None:
    in_kosovo = [place for place in gazetteer.candidates(["Banjska"])["Banjska"] if place.country_code == "XK"]
    assert {place.admin2 for place in in_kosovo} == {"Zvečan", "Vushtrri"}


@pytest.mark.parametrize("name", NORTHERN_KOSOVO)
def test_northern_kosovo_lies_in_its_municipalities(gazetteer: Gazetteer, name: str) -> None:
    own = [place for place in gazetteer.candidates([name])[name] if place.source == "affray"]
    assert own
    for place in own:
        assert (place.country_code, place.admin1) == ("XK", "Mitrovica")
        assert place.admin2
        assert distance_km(place.latitude, place.longitude, 42.95, 20.75) < 40


@pytest.mark.parametrize("country", load_codebook("countries").items(), ids=lambda item: item[0])
def test_every_country_answers_to_its_name(gazetteer: Gazetteer, country: tuple[str, dict[str, object]]) -> None:
    code, entry = country
    place = gazetteer.country(code)
    uninhabited = {"BV", "HM", "UM", "AQ", "TF", "GS"}
    assert place is not None or code in uninhabited
    if place:
        assert place.name == entry["name"]
        assert place.kind is PlaceKind.COUNTRY
        assert place in gazetteer.candidates([place.name])[place.name]


def test_no_other_country_stands_where_one_should(gazetteer: Gazetteer) -> None:
    codes = {territory.place.country_code for territory in gazetteer.territories.values()}
    assert codes <= load_codebook("countries").keys() | {"AN", "CS", None}


@pytest.mark.parametrize(
    ("name", "country_code", "claimants"),
    [
        ("Banjska", "XK", ("RS",)),
        ("Simferopol", "UA", ("RU",)),
        ("Lviv", "UA", ()),
        ("Laayoune", "EH", ("MA",)),
        ("Taipei", "TW", ("CN",)),
    ],
)
def test_who_else_claims_a_place_is_known(
    gazetteer: Gazetteer, name: str, country_code: str, claimants: tuple[str, ...]
) -> None:
    places = [p for p in gazetteer.candidates([name])[name] if p.country_code == country_code]
    assert gazetteer.disputed_by(places[0]) == claimants


def test_a_demonym_is_no_place_but_is_known(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates(["Kosovars"]) == {"Kosovars": ()}
    assert [match.place.place_id for match in gazetteer.matches(["Kosovars"])["Kosovars"]] == ["country:XK"]


@pytest.mark.parametrize("name", ["", "   ", "'; drop table places; --", "x" * 10_000, "\0"])
def test_a_name_that_nobody_has_finds_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.candidates([name]) == {name: ()}


def test_every_point_is_on_the_globe_and_has_a_reach(gazetteer: Gazetteer) -> None:
    for territory in gazetteer.territories.values():
        assert territory.place.radius_km >= 5
        assert territory.box is None or territory.box.south <= territory.box.north


def test_the_nearest_settlement_is_found(gazetteer: Gazetteer) -> None:
    assert gazetteer.nearest(42.9731, 20.7811, km=5)[0].place_id == "affray:banjska-zvecan"


@pytest.mark.parametrize(("place_id", "number"), [("country:XK", 831053), ("affray:zupce", None), ("nowhere", None)])
def test_geonames_number_of_a_place_is_known(gazetteer: Gazetteer, place_id: str, number: int | None) -> None:
    assert gazetteer.geonames_ids([place_id]) == ({place_id: number} if number else {})
