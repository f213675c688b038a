from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.extract.text.english import english
from events.places.finding.finder import NameFinder
from events.places.finding.stretches import LONGEST_NAME, stretches
from events.places.finding.weights import NameWeights
from events.places.finding.words import read_words
from events.places.gazetteer import Gazetteer
from events.settings import Settings
from schemas.errors import CodebookError


@pytest.fixture(scope="session")
def finder(gazetteer: Gazetteer) -> NameFinder:
    return NameFinder(gazetteer, vocabulary=english(Settings().pipeline))


def found(finder: NameFinder, text: str) -> list[str]:
    return [reference.name for reference in finder.find({"r": text})["r"]]


PLACES = {
    "Shots were heard in Banjska.": ["Banjska"],
    "Police fired on a crowd in the village of Solhan on Friday.": ["Solhan"],
    "The road from Maiduguri to Bama was closed.": ["Maiduguri", "Bama"],
    "The wounded were brought to N'Djamena.": ["N'Djamena"],
    "Families fled from Deir ez-Zor.": ["Deir ez-Zor"],
    "Families fled from Deir al-Zour.": ["Deir al-Zour"],
    "Families fled from Dayr az Zawr.": ["Dayr az Zawr"],
    "The blast was heard in Port-au-Prince.": ["Port-au-Prince"],
    "A bus burned in St. Louis, Missouri.": ["St. Louis", "Missouri"],
    "He was born in Athens, Ga., and lived in Biloxi, Miss. for years.": ["Athens", "Ga", "Biloxi", "Miss"],
    "KHARTOUM, Sudan (Example Wire) -- Two were shot.": ["KHARTOUM", "Sudan"],
    "NAIROBI Kamau Otieno went home on Monday.": ["NAIROBI"],
    "The Goma-based doctor left.": ["Goma"],
    "Aleppo police opened fire.": ["Aleppo"],
    "Troops entered Kunduz province.": ["Kunduz"],
    "Mali's army withdrew.": ["Mali"],
    "The U.S. envoy arrived.": ["U.S."],
    "Floods hit Bertoua, Garoua and Maroua.": ["Bertoua", "Garoua", "Maroua"],
    "The town of Nice lay quiet.": ["Nice"],
    "GUNMEN KILLED TWO PEOPLE IN SAN SALVADOR YESTERDAY.": ["SAN SALVADOR"],
    "Floods hit Bosnia and Herzegovina.": ["Bosnia and Herzegovina"],
    "Shots were heard in Port au Prince.": ["Port au Prince"],
    "The judge of Barren County spoke.": ["Barren County"],
    "A WAVE OF ARRESTS IN LATIN AMERICA BEGAN.": ["LATIN AMERICA"],
    "THE ARMY OF EL SALVADOR DENIED IT.": ["EL SALVADOR"],
}


@pytest.mark.parametrize("text", PLACES)
def test_a_place_is_found_by_what_stands_beside_it(finder: NameFinder, text: str) -> None:
    assert found(finder, text) == PLACES[text]


NONE = [
    "Mark Lincoln told reporters that he was tired.",
    "Lincoln told reporters that he was tired.",
    "President Lincoln was tired.",
    "Paris Hilton sang.",
    "Fans of Real Madrid sang.",
    "Fans of Leeds United sang.",
    "The Washington Post reported it.",
    "Lincoln, 34, was tired.",
    "Most of them were tired.",
    "Police said so.",
    "It was told on Thursday.",
    "Of course they sang. We heard it.",
    "The NGO denied it.",
    "The City sang.",
    "THEY TOLD US THAT A CAR OF THE CHAMBER WAS WAITING FOR AN ALLIANCE",
    "Germans and Kenyans sang.",
    "She speaks French, he said.",
    "the army left for home",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_place_is_left(finder: NameFinder, text: str) -> None:
    assert found(finder, text) == []


def test_a_person_is_no_place_wherever_the_report_names_him(finder: NameFinder) -> None:
    assert found(finder, "Scott Mitchell sang. The fee went to Mitchell. Mitchell was glad.") == []


def test_a_demonym_is_marked_as_one(finder: NameFinder) -> None:
    (reference,) = finder.find({"r": "The Kenyan minister left."})["r"]
    assert (reference.name, reference.relation) == ("Kenyan", "demonym")


def test_reports_are_found_in_apart(finder: NameFinder) -> None:
    together = finder.find({"a": "Shots in Hama.", "b": "John Hama sang. He met Hama."})
    assert together == {**finder.find({"b": "John Hama sang. He met Hama."}), **finder.find({"a": "Shots in Hama."})}


@given(st.text(alphabet="Hama in of Paris,.'-\n\u0130\u00df\u2019MALI 3", max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_names_stand_in_the_text_and_apart(finder: NameFinder, text: str) -> None:
    end = 0
    for reference in finder.find({"r": text})["r"]:
        assert " ".join(reference.span.of(text).split()) == reference.name
        assert reference.span.start >= end
        end = reference.span.end


def test_no_word_begins_more_names_than_the_longest_has_words() -> None:
    text = "Hama-" * 500
    words = read_words(text, is_common=lambda _: False)
    assert len(list(stretches(text, words, joints=frozenset()))) <= LONGEST_NAME * len(words)


def test_a_users_weight_is_laid_over(tmp_path: Path) -> None:
    (tmp_path / "place_names.toml").write_text("[weights]\nofficial = 1.5\n")
    with pytest.raises(CodebookError, match=r"place_names\.toml cannot be used.*official"):
        NameWeights.load(overlay=tmp_path)
