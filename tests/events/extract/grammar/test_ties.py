"""A day and a place belong to the word that they hang on."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from events.extract.cues.cue import EventCue, VictimCue
from events.extract.cues.reading import Reading, SentenceReader
from events.extract.text.sentences import Sentence
from events.extract.words.lexicon import Lexicon

Parse = Callable[[str], Any]
Read = Callable[[str], Reading]

# a sentence, a word that tells harm or an event, and the day and the first place that belong to it
CASES = [
    ("Gunmen killed five people in Kano on Friday.", "killed", "Friday", "Kano"),
    ("On Friday, gunmen killed five people in Kano.", "killed", "Friday", "Kano"),
    ("Gunmen killed two people in Kano on Friday and wounded nine in Jos on Saturday.", "killed", "Friday", "Kano"),
    ("Gunmen killed two people in Kano on Friday and wounded nine in Jos on Saturday.", "wounded", "Saturday", "Jos"),
    ("The attack in Kano on Friday was denounced by the mayor.", "attack", "Friday", "Kano"),
    ("The police in Jos said that gunmen killed five people in Kano.", "killed", None, "Kano"),
]

# what hangs on the speech is no day of what is said
SPEECH = [
    ("On Monday she denounced an attack.", "attack"),
    ("The mayor said on Monday that gunmen killed five people.", "killed"),
]


@pytest.fixture(scope="module")
def reading_of(lexicon: Lexicon, parse: Parse) -> Read:
    """Give a function that reads one sentence of Monday, 25 September 2023."""
    reader = SentenceReader(lexicon)
    return lambda text: reader.read(Sentence(text, 0, 0), parse(text), published=date(2023, 9, 25))


def cue_at(reading: Reading, word: str) -> EventCue | VictimCue:
    return next(cue for cue in (*reading.events, *reading.victims) if cue.token.text == word)


def day_of(reading: Reading, cue: EventCue | VictimCue) -> str | None:
    found = reading.time_of(cue)
    return found[1].span.of(reading.sentence.text).removeprefix("on ").removeprefix("On ") if found else None


@pytest.mark.parametrize(("text", "word", "day", "place"), CASES)
def test_the_closest_day_and_place_belong_to_a_cue(
    reading_of: Read, text: str, word: str, day: str | None, place: str
) -> None:
    reading = reading_of(text)
    cue = cue_at(reading, word)
    assert day_of(reading, cue) == day
    assert reading.places_of(cue)[0][1].name == place


@pytest.mark.parametrize(("text", "word"), SPEECH)
def test_the_day_of_a_speech_is_no_day_of_what_is_said(reading_of: Read, text: str, word: str) -> None:
    reading = reading_of(text)
    assert day_of(reading, cue_at(reading, word)) is None
