import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.places.normalise import bearer, is_latin, normalise, spellings
from schemas.codebook import load_codebook


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
        ("Deir ez-Zor", "Deir al-Zour"),
        ("Deir ez-Zor", "Dayr az Zawr"),
        ("Deir ez-Zor", "Deir-ez-Zor"),
        ("Al-Hol", "al-Hawl"),
        ("Al Hasakah", "al-Hasaka"),
        ("Ayn al-Arab", "Ain al-Arab"),
        ("ʿAyn al-ʿArab", "Ayn al Arab"),
        ("Ras al-Ayn", "Ra's al 'Ayn"),
        ("Bab al-Hawa", "Bab al Hawah"),
        ("Al-Qa'im", "al-Qaim"),
        ("Jisr ash-Shughur", "Jisr al-Shughour"),
        ("el-Geneina", "al-Geneina"),
        ("ad-Damazin", "Ed Damazin"),
        ("St. John's", "Saint Johns"),
        ("Guinea-Bissau", "Guinea Bissau"),
        ("U.S.", "US"),
        ("İstanbul", "Istanbul"),
        ("  Vučitrn\n", "Vucitrn"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Niger", "Nigeria"), ("Alma", "El Ma"), ("St", "Saint"), ("Al-Bab", "Al-Bob")]
)
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
        ("al-Hol camp", "al hul"),
        ("Hol", "al hul"),
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


@pytest.mark.parametrize("kind", load_codebook("roles")["named_sites"]["forms"])
def test_a_site_is_looked_up_by_the_name_that_it_bears(kind: str) -> None:
    assert bearer(f"solhan {kind}") == "solhan"
