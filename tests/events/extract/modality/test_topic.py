"""What a report is about, where that is no conflict."""

import pytest

from events.extract.modality.topic import Topics
from events.extract.words.lexicon import Lexicon

WAR = "Gunmen killed five people in Kano on Friday. The attack was the third this month, the police said."

ABOUT = [
    ("is_unreal", "The novel was made into a film. Its premiere is in Cannes."),
    ("is_unreal", "The exercise follows an imaginary scenario of war."),
    ("is_mishap", "A lorry crashed into a bus after its brakes failed."),
    ("is_mishap", "The earthquake and its aftershocks killed nine people."),
    ("is_mishap", "The cholera outbreak has killed nine people."),
    ("is_mishap", "The shark that mauled a swimmer was seen off the beach."),
    ("is_figurative", "The striker scored twice and won the match."),
    ("is_figurative", "Shares plunged in Tokyo as traders feared for the price of oil."),
    ("is_figurative", "Backbenchers attacked the prime minister in parliament."),
    ("is_crime", "Burglars stole jewels from a vault."),
    ("recalls", "The authors of the study counted attacks in five countries."),
    ("recalls", "The general has died at the age of 91; his career began in Kano."),
    ("recalls", "A court sentenced him for killing nine people, and his trial is over."),
    ("recalls", "The anniversary of the bombing was commemorated in Kano."),
]


@pytest.mark.parametrize(("topic", "text"), ABOUT)
def test_a_topic_is_known_by_its_words(lexicon: Lexicon, topic: str, text: str) -> None:
    assert getattr(Topics(text, lexicon), topic)


@pytest.mark.parametrize("topic", ["is_unreal", "is_mishap", "is_figurative", "recalls", "is_crime"])
@pytest.mark.parametrize("text", [WAR, "", WAR + " He was shot near the stadium."])
def test_one_word_is_no_topic(lexicon: Lexicon, topic: str, text: str) -> None:
    assert not getattr(Topics(text, lexicon), topic)


@pytest.mark.parametrize(("topic", "text"), ABOUT)
def test_a_word_here_and_there_in_a_long_report_is_no_topic(lexicon: Lexicon, topic: str, text: str) -> None:
    assert not getattr(Topics(f"{text} {WAR * 30}", lexicon), topic)


def test_where_armed_groups_are_told_theft_is_no_ordinary_crime(lexicon: Lexicon) -> None:
    theft = "Robbers stole jewels from a vault in Bangui, detectives said."
    assert Topics(theft, lexicon).is_crime
    assert not Topics(f"{theft} The rebels and the militia share the loot.", lexicon).is_crime


def test_one_form_is_one_word_of_its_topic_and_no_shorter_one_besides(lexicon: Lexicon) -> None:
    assert not Topics("He spoke of drug trafficking at a meeting in Geneva.", lexicon).is_crime
