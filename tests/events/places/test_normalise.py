import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.places.normalise import is_latin, normalise, spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SAN SALVADOR", "San Salvador"),
        ("Zvečan", "ZVECAN"),
        ("Đakovica", "Dakovica"),
        ("Łódź", "Lodz"),
        ("N'Djamena", "N’Djamena"),
        ("Sana'a", "Sanaa"),
        ("Al-Arish", "El Arish"),
        ("ash-Shaddadi", "al-Shaddadi"),
        ("Ar Raqqah", "Al-Raqqah"),
        ("Deir ez-Zor", "Deir al-Zor"),
        ("St. John's", "Saint Johns"),
        ("Guinea-Bissau", "Guinea Bissau"),
        ("U.S.", "US"),
        ("İstanbul", "Istanbul"),
        ("  Vučitrn\n", "Vucitrn"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(("one", "other"), [("Niger", "Nigeria"), ("Alma", "El Ma"), ("St", "Saint")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(name: str) -> None:
    assert normalise(normalise(name)) == normalise(name)


@pytest.mark.parametrize(
    ("name", "known_as"),
    [
        ("Helmand province", "helmand"),
        ("the province of Helmand", "helmand"),
        ("al-Hol camp", "al hol"),
        ("Hol", "al hol"),
        ("Jarinje border crossing", "jarinje"),
        ("Greater Manchester", "manchester"),
    ],
)
def test_a_name_is_also_looked_up_without_what_reports_add(name: str, known_as: str) -> None:
    assert known_as in spellings(name)
    assert spellings(name)[0] == normalise(name)


@pytest.mark.parametrize("name", ["", "...", "—"])
def test_a_name_without_letters_has_no_spelling(name: str) -> None:
    assert spellings(name) == ()


def test_only_names_that_english_could_write_are_latin() -> None:
    assert [is_latin(name) for name in ("Ţarţūs", "Đakovica", "Приштина", "北京")] == [True, True, False, False]
