"""Wires in capitals are written as a newspaper would, character for character."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.extract.grammar.parse import Parser
from events.extract.text.truecase import is_in_capitals, truecase

Parse = Callable[[str], object]

COMMON = frozenset({"the", "army", "attacked", "a", "village", "in", "yesterday", "guerrillas", "of", "people's"})

CASED = [
    ("THE ARMY ATTACKED A VILLAGE IN MORAZAN", "The army attacked a village in Morazan"),
    ("GUERRILLAS OF THE FMLN ATTACKED", "Guerrillas of the FMLN attacked"),
    ("THE ARMY [ELN] OF THE VILLAGE (ELN)", "The army [ELN] of the village (ELN)"),
    ("THE ELN ATTACKED IN COLOMBIA", "The ELN attacked in Colombia"),
    ("SAN LUIS DE LA REINA", "San Luis de La Reina"),
    ("THE PEOPLE'S ARMY", "The people's army"),
    ("12 OF THE ARMY", "12 of the army"),
    ("İZMİR IN THE VILLAGE", "İZMİR in the village"),
    ("", ""),
]
NAMES = {"eln": "ELN", "colombia": "Colombia", "de": "de", "la": "La"}

IN_CAPITALS = [
    ("THE SALVADORAN ARMY TODAY PREVENTED THE OCCUPATION", True),
    ("SAN SALVADOR, 31 OCT 89 -- GUERRILLAS ATTACKED (TEXT)", True),
    ("UN, EU, NATO", False),
    ("The army attacked a village in Morazan", False),
    ("FIVE DIE IN MARKET BLAST, says the minister of the interior", False),
    ("1989 10 31", False),
    ("", False),
    ("مقتل خمسة أشخاص في هجوم على سوق", False),
]


@pytest.mark.parametrize(("capitals", "cased"), CASED)
def test_only_what_may_be_a_name_keeps_its_capital(capitals: str, cased: str) -> None:
    assert truecase(capitals, COMMON.__contains__, NAMES) == cased


def test_a_rare_word_behind_a_name_is_a_name_too() -> None:
    common = COMMON | {"galan"}
    text = "GALAN ATTACKED MARIA LUZ GALAN"
    cased = truecase(text, common.__contains__, NAMES, is_rare={"galan"}.__contains__)
    assert cased == "Galan attacked Maria Luz Galan"


@pytest.mark.parametrize(("text", "answer"), IN_CAPITALS)
def test_a_sentence_in_capitals_is_known(text: str, answer: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert is_in_capitals(text) is answer


@given(st.text(), st.booleans())
def test_nothing_moves(text: str, common: bool) -> None:  # noqa: FBT001 -- drawn
    assert len(truecase(text, lambda _: common)) == len(text)


@given(st.text(st.characters(categories=["Lu", "Zs", "Nd", "Po"])))
def test_case_is_all_that_changes(text: str) -> None:
    assert truecase(text, lambda _: True).casefold() == text.casefold()


@pytest.mark.parametrize("word", ["army", "guerrillas", "attacked", "kidnapping", "villages", "bodies", "the", "said"])
def test_an_inflected_word_of_the_language_is_no_name(parser: Parser, word: str) -> None:
    assert parser._is_common(word)


@pytest.mark.parametrize("name", ["morazan", "banjska", "cristiani", "fmln", "salvador", "bogota", "sula", "lima"])
def test_a_name_is_no_word_of_the_language(parser: Parser, name: str) -> None:
    assert not parser._is_common(name)


def test_a_parse_keeps_every_character_in_its_place(parser: Parser) -> None:
    sentences = ["GUERRILLAS ATTACKED THE VILLAGE OF SAN LUIS, KILLING TWO SOLDIERS.", "Two died\u00a0in Gao.  "]
    parses = parser.parse(sentences)
    assert [parse.text.casefold() for parse in parses] == [sentence.casefold() for sentence in sentences]
    assert parses[0].text == "Guerrillas attacked the village of San Luis, killing two soldiers."
