"""Every entry of the codebook is read in the sentence that stands beside it."""

import re
from datetime import date
from importlib import resources

import pytest

from events.dates.dateline import read_dateline
from events.dates.find import find_times

PUBLISHED = date(2023, 9, 25)
ENTRY = re.compile(r'^\s*"?(?P<word>[^"=]+?)"?(?: = [^#]+|,\s*)#\s*"(?P<sentence>.+)"$')
SECTION = re.compile(r"^\[?(?P<name>[a-z_]+)(?:\]| = \[)$")
# What these tables list is no time: their sentences tell none, or none at the word.
GUARDS = ("doubtful", "verbs_after_may", "counted", "named_after_a_date", "names", "after_a_feast")


def entries_of(*sections: str) -> list[tuple[str, str]]:
    return [(word, sentence) for section, word, sentence in entries() if section in sections]


def entries() -> list[tuple[str, str, str]]:
    section, found = "", []
    for line in (resources.files("schemas") / "codebooks" / "times.toml").read_text("utf-8").splitlines():
        heading, entry = SECTION.match(line), ENTRY.match(line)
        if heading:
            section = heading["name"]
        elif entry:
            found.append((section, entry["word"], entry["sentence"]))
    return found


def told_words(sentence: str) -> list[str]:
    times = find_times(sentence, published=PUBLISHED, reference=date(2023, 9, 20))
    return [time.span.of(sentence).lower() for time in times if time.when.start or time.when.end]


def test_no_entry_stands_without_its_sentence() -> None:
    lines = (resources.files("schemas") / "codebooks" / "times.toml").read_text("utf-8").splitlines()
    bare = [line for line in lines if re.match(r'\s*"?[\w\' -]+"?( = [\[{"\d-]|,)', line) and not ENTRY.match(line)]
    assert [line for line in bare if not line.endswith("= [")] == []
    assert len(entries()) > 300


ELSEWHERE = {"introducers", "not_places", "no_date", "saying", "future", "past"}
READ = sorted({section for section, _, _ in entries()} - {*GUARDS, *ELSEWHERE})


@pytest.mark.parametrize(("word", "sentence"), entries_of(*GUARDS))
def test_a_guard_keeps_its_sentence_from_telling_a_time(word: str, sentence: str) -> None:
    assert word in sentence.lower()
    assert told_words(sentence) == []


@pytest.mark.parametrize(
    ("word", "sentence"),
    entries_of(*READ),
)
def test_an_entry_is_read_in_its_sentence(word: str, sentence: str) -> None:
    assert any(word in told for told in told_words(sentence)), told_words(sentence)


@pytest.mark.parametrize(("word", "sentence"), entries_of("introducers"))
def test_an_introducer_lets_a_month_or_year_stand_alone(word: str, sentence: str) -> None:
    assert word in sentence.lower()
    assert told_words(sentence)


@pytest.mark.parametrize(("word", "sentence"), entries_of("saying"))
def test_the_day_on_which_it_was_said_is_not_counted_from(word: str, sentence: str) -> None:
    assert word in sentence.lower()
    days = [str(time.when) for time in find_times(sentence, published=PUBLISHED)]
    assert days == ["2023-09-22", "2023-09-24", "2023-09-24"]


@pytest.mark.parametrize(
    ("word", "sentence", "day"),
    [
        (word, sentence, day)
        for section, day in (("future", "2023-09-29"), ("past", "2023-09-22"))
        for word, sentence in entries_of(section)
    ],
)
def test_a_word_says_which_way_a_weekday_faces(word: str, sentence: str, day: str) -> None:
    assert word in sentence.lower()
    (time,) = find_times(sentence, published=PUBLISHED, joined=False)
    assert str(time.when) == day


@pytest.mark.parametrize(("word", "sentence"), entries_of("not_places"))
def test_a_slug_is_no_place_of_a_dateline(word: str, sentence: str) -> None:
    assert word in sentence.lower()
    assert read_dateline(sentence, published=PUBLISHED) is None


@pytest.mark.parametrize(("word", "sentence"), entries_of("no_date"))
def test_a_dateline_may_say_that_it_has_no_date(word: str, sentence: str) -> None:
    assert word in sentence.lower()
    dateline = read_dateline(sentence, published=PUBLISHED)
    assert dateline is not None
    assert dateline.day is None
