import pytest

from events.evaluate.names import country_key, head, normalised, place_key, share_a_head


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Usulután (Dept.)", "usulutan"),
        ("LIMA (CITY", "lima"),
        ("U.S.", "u s"),
        ("Medecins Sans Frontières", "medecins sans frontieres"),
        ("(unknown)", "unknown"),
        ("?!", ""),
    ],
)
def test_names_lose_case_accents_and_punctuation(name: str, expected: str) -> None:
    assert normalised(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("TERRORISTS", "terrorist"),
        ("GROUP OF ARMED MEN", "man"),
        ("members of the Shining Path", "path"),
        ("Peasants from the Cayara area", "peasant"),
        ("Farabundo Marti National Liberation Front", "front"),
        ("ARMY OF NATIONAL LIBERATION", "army"),
        ("William, Torrado's son", "william"),
        ("Unidentified Armed Group (Somalia)", "group"),
        ("two churches", "church"),
        ("embassies", "embassy"),
        ("policewomen", "policewoman"),
        ("group", "group"),
        ("AT&T", "t"),
        ("...", None),
    ],
)
def test_the_head_is_the_word_that_says_what_is_named(name: str, expected: str | None) -> None:
    assert head(name) == expected


def test_one_head_in_common_is_enough() -> None:
    assert share_a_head(["FARABUNDO MARTI NATIONAL LIBERATION FRONT", "FMLN"], ["soldiers", "the FMLN"])
    assert not share_a_head(["army truck"], ["army"])
    assert not share_a_head(["..."], ["..."])


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("DR Congo", "CD"), ("The Gambia", "GAMBIA"), ("Kosovo", "XK"), ("Ivory Coast", "Côte d'Ivoire")],
)
def test_a_country_is_the_same_under_all_its_names(ours: str, theirs: str) -> None:
    assert country_key(ours) == country_key(theirs)


def test_a_country_nobody_knows_stands_for_itself() -> None:
    assert country_key("Freedonia") == "freedonia"


def test_places_are_known_without_what_they_are() -> None:
    assert place_key("SANTA ANA DEPARTMENT") == place_key("the department of Santa Ana") == "santa ana"
    assert place_key("City") == "city"
