"""Notes and headlines are written out plainly for the parser, every character in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.extract.text.telegraphic import plain
from events.extract.words.lexicon import Lexicon

# what is written, and what is read
PLAIN = [
    ("2 foreign (French) staff shot", "2 foreign          staff shot"),
    ("3 (1 Dutch, 2 Kenyan) cooks died", "3                     cooks died"),
    ("2 staff (a doctor and his driver) died", "2 staff                           died"),
    ("two killed- no details", "two killed; no details"),
    ("One UN hired clerk died", "One UN-hired clerk died"),
]

KEPT = [
    "2 staff (not included) died",
    "a clinic (in Gao) burned",
    "the gang (two were shot) fled",
    "() (( )) staff",
    "a well-known judge",
    "The UN hired drivers in Gao",
    "two UN contracted 3 men",
    "30-40 men",
]


@pytest.mark.parametrize(("text", "read"), PLAIN)
def test_what_parts_a_noun_phrase_is_blanked(lexicon: Lexicon, text: str, read: str) -> None:
    assert plain(text, lexicon.describes_people) == read


@pytest.mark.parametrize("text", KEPT)
def test_all_else_is_kept(lexicon: Lexicon, text: str) -> None:
    assert plain(text, lexicon.describes_people) == text


@given(st.text(st.sampled_from("()- aé1,;French") | st.characters(), max_size=200))
def test_every_character_keeps_its_place(lexicon: Lexicon, text: str) -> None:
    read = plain(text, lexicon.describes_people)
    assert len(read) == len(text)
    assert all(new in (old, " ", ";") for new, old in zip(read, text, strict=True))
