"""One sentence's words are gathered into what they tell of each incident."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from events.extract.cues.reading import SentenceReader
from events.extract.text.sentences import Sentence
from events.extract.weaving.pieces import pieces_of
from events.extract.weaving.scenes import Scene, scenes_of
from events.extract.words.lexicon import Lexicon

MONDAY = date(2023, 9, 25)

TOLD_TOGETHER = [
    "Gunmen attacked a village near Jos on Sunday, killing five people and wounding nine.",
    "Somebody threw a grenade at a rally in Bujumbura.",
    "Raiders kidnapped a nurse and burned down the house of the nurse.",
    "Mourning began on Monday for a guard whom a bomber killed on Friday, wounding three more.",
    "Two guards were shot dead and a cook was wounded in an attack on a bakery.",
]
TOLD_APART = [
    "A judge was murdered in Lima on Friday, and a bomb exploded in Cusco on Saturday.",
    "After the assassination of the mayor and the murder of a nurse, the town stayed at home.",
    "Guerrillas kidnapped a farmer near Cali, and a bomb destroyed a bridge.",
]
POINTING_BACK = [
    "The attack lasted an hour.",
    "Ten minutes after this explosion the lights went out.",
    "It was the second ambush this month.",
    "The governor spoke of their kidnapping.",
]
NOT_POINTING_BACK = [
    "A bomb exploded near a bank.",
    "A second attack followed.",
    "The murder of a teacher shocked the village.",
    "Gunmen attacked a bus.",
]
ONE_MORE = [
    "Another bomb exploded near a bank.",
    "The rebels also attacked a mill.",
    "A third explosion was heard at noon.",
]
OF_A_KIND = [
    "The party fears attacks on its offices.",
    "The gangs kidnap merchants for ransom.",
    "Bombings and kidnappings have become a plague.",
]
OF_ONE = [
    "Attacks in Leon on Friday left the town without water.",
    "Two bombings shook the quarter.",
    "Rebels attacked the mill.",
]

Scenes = Callable[[str], list[Scene]]


@pytest.fixture
def scenes(lexicon: Lexicon, parse: Callable[[str], Any]) -> Scenes:
    reader = SentenceReader(lexicon)

    def read(text: str) -> list[Scene]:
        reading = reader.read(Sentence(text, 0, 0), parse(text), published=MONDAY)
        return scenes_of(pieces_of(reading, 0, MONDAY))

    return read


@pytest.mark.parametrize("text", TOLD_TOGETHER)
def test_what_one_sentence_tells_of_one_incident_stays_together(scenes: Scenes, text: str) -> None:
    assert len(scenes(text)) == 1


@pytest.mark.parametrize("text", TOLD_APART)
def test_two_incidents_of_one_sentence_are_told_apart(scenes: Scenes, text: str) -> None:
    assert len(scenes(text)) == 2


@pytest.mark.parametrize(("text", "back"), [(t, True) for t in POINTING_BACK] + [(t, False) for t in NOT_POINTING_BACK])
def test_a_known_event_points_back(scenes: Scenes, text: str, back: bool) -> None:  # noqa: FBT001 -- a table's column
    assert [scene.points_back for scene in scenes(text)] == [back]


@pytest.mark.parametrize("text", ONE_MORE)
def test_one_more_event_is_known_by_its_words(scenes: Scenes, text: str) -> None:
    assert [scene.is_another for scene in scenes(text)] == [True]


@pytest.mark.parametrize(("text", "kind"), [(text, True) for text in OF_A_KIND] + [(text, False) for text in OF_ONE])
def test_a_kind_of_event_is_no_event(scenes: Scenes, text: str, kind: bool) -> None:  # noqa: FBT001 -- a table's column
    assert {scene.is_of_a_kind for scene in scenes(text)} == {kind}
