import re
from pathlib import Path

import pytest

from events.places.divisions import division_ids
from events.places.gazetteer import Gazetteer
from events.places.weights import PlaceWeights
from schemas.codebook import load_codebook
from schemas.errors import CodebookError

COUNTRIES = load_codebook("countries")
PLACES = load_codebook("places")


def test_a_country_has_a_code_and_two_hundred_and_fifty_are_known() -> None:
    assert len(COUNTRIES) == 250
    assert all(re.fullmatch(r"[A-Z]{2}", code) for code in COUNTRIES)


def test_claimants_are_countries_too() -> None:
    claimants = {code for entry in COUNTRIES.values() for code in entry["disputed_by"]}
    claimants |= {code for entry in PLACES["disputed"] for code in entry["claimed_by"]}
    assert claimants <= COUNTRIES.keys()


def test_few_demonyms_are_shared() -> None:
    seen: dict[str, set[str]] = {}
    for code, entry in COUNTRIES.items():
        for demonym in entry["demonyms"]:
            seen.setdefault(demonym, set()).add(code)
    assert {name for name, codes in seen.items() if len(codes) > 1} == {"Congolese", "Dominican", "Dominicans"}


def test_the_supplement_speaks_of_divisions_that_are_listed() -> None:
    codes = {entry["code"] for entry in (*PLACES["name"], *PLACES["disputed"])} | PLACES["abbreviations"].keys()
    assert codes <= division_ids().keys()


def test_the_supplement_names_each_place_once() -> None:
    ids = [entry["id"] for entry in PLACES["place"]]
    assert len(ids) == len(set(ids))


def test_a_country_holds_most_of_its_settlements_within_its_radius(gazetteer: Gazetteer) -> None:
    for code, entry in COUNTRIES.items():
        place = gazetteer.country(code)
        if place and "point" in entry:
            assert [place.latitude, place.longitude] == entry["point"]
            assert place.radius_km < 9000


def test_a_users_weight_is_laid_over(tmp_path: Path) -> None:
    (tmp_path / "place_weights.toml").write_text("[weights]\npeople = 1.5\n")
    assert PlaceWeights.load(overlay=tmp_path).weights.people == 1.5


@pytest.mark.parametrize("line", ["peple = 1.5", "people = 'many'"])
def test_a_weight_that_is_none_is_said_in_one_line(line: str, tmp_path: Path) -> None:
    (tmp_path / "place_weights.toml").write_text(f"[weights]\n{line}\n")
    with pytest.raises(CodebookError, match=r"place_weights\.toml cannot be used.*: weights\.pe\w+"):
        PlaceWeights.load(overlay=tmp_path)


REGIONS = load_codebook("regions")


def test_a_region_is_named_once_and_lies_on_the_globe() -> None:
    tables = [REGIONS[table] for table in ("areas", "waters", "mountains", "sites")]
    ids = [*(name for table in tables for name in table), *(entry["id"] for entry in PLACES["place"])]
    assert len(ids) == len(set(ids))
    for entry in (entry for table in tables for entry in table.values()):
        latitude, longitude = entry["point"]
        assert -90 <= latitude <= 90
        assert -180 <= longitude <= 180
        assert entry.get("country", "US") in COUNTRIES


def test_peoples_are_of_divisions_that_are_listed_and_citizens_of_cities(gazetteer: Gazetteer) -> None:
    assert REGIONS["people"].keys() <= division_ids().keys()
    numbers = {int(number) for number in REGIONS["citizens"]}
    assert gazetteer.by_geonames_id(numbers).keys() == numbers


PEOPLE = [("Texan", "Texas"), ("Londoners", "London"), ("Scottish", "Scotland"), ("Syrian", "Syria")]


@pytest.mark.parametrize(("name", "place"), PEOPLE)
def test_people_are_called_by_their_place(name: str, place: str, gazetteer: Gazetteer) -> None:
    (match, *_) = gazetteer.matches([name])[name]
    assert (match.name_kind, match.place.name) == ("demonym", place)


@pytest.mark.parametrize("name", ["Heathrow", "Lake Erie", "the Mediterranean", "Silicon Valley", "Soviet Union"])
def test_waters_and_sites_of_which_the_world_speaks_are_known(name: str, gazetteer: Gazetteer) -> None:
    assert any(match.place.source == "affray" for match in gazetteer.matches([name])[name])
