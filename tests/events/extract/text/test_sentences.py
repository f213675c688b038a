"""A report's sentences are found, each at its place."""

import pytest

from events.extract.text.furniture import Furniture
from events.extract.text.sentences import LONGEST_SENTENCE, split_sentences

WIRE = """The army said on Tuesday that its troops had driven the fighters
out of three villages north of the river, and that eleven of its
men had been wounded. The fighters said nothing at all about their
own losses."""

# the page's width goes for its short paragraphs, too, and its lines may fall a little short of it
PAGE = (
    WIRE
    + """

   A spokesman said later in the evening that two of the men of
Bravo Company had died on the way to the hospital."""
)
RAGGED_PAGE = (
    WIRE
    + """

   Witnesses in the first village said that a shell had hit
Gao's old mosque while people prayed, and that a second one fell
on the market beside it. Nobody could say who had fired them."""
)

# the text, and its sentences
CASES = [
    ("Two died. Five were hurt.", ["Two died.", "Five were hurt."]),
    ("Two died! Who did it? Nobody knows.", ["Two died!", "Who did it?", "Nobody knows."]),
    ("Gen. Omar was shot. He died.", ["Gen. Omar was shot.", "He died."]),
    ("He was shot on Sept. 24 near St. Mary's.", ["He was shot on Sept. 24 near St. Mary's."]),
    ("A U.S. drone killed two. They were brothers.", ["A U.S. drone killed two.", "They were brothers."]),
    ("J. Okello was killed. So was P. Otieno.", ["J. Okello was killed.", "So was P. Otieno."]),
    ("Col. A. Diallo and Lt. Keita died.", ["Col. A. Diallo and Lt. Keita died."]),
    ("The blast, at 5.30 p.m. local time, killed 1.5 per cent.", None),
    ('"They shot him." She wept.', ['"They shot him."', "She wept."]),
    ("“They shot him.” “Twice.”", ["“They shot him.”", "“Twice.”"]),
    ("(Five were hurt.) Two died.", ["(Five were hurt.)", "Two died."]),
    ("They fled... Two died.", ["They fled...", "Two died."]),
    ("Two died.Five were hurt.", None),
    ("No. 4 company was hit.", ["No. 4 company was hit."]),
    ("He paid 3,000 dinars. 12 people died.", ["He paid 3,000 dinars.", "12 people died."]),
    ("The mayor of al. Qaim left. É uma pena.", ["The mayor of al. Qaim left.", "É uma pena."]),
    ("no full stop at all", ["no full stop at all"]),
]

LAYOUTS = [
    (WIRE, 2),
    (PAGE, 3),
    (RAGGED_PAGE, 4),
    ("Troops drive out the fighters\n" + WIRE, 3),
    (WIRE + "\n\nTroops drive out the fighters\nBAMAKO - Five people died.", 4),
    ("Five die in Gao\nGunmen came at dawn. They left at noon.", 3),
    ("Five die in market blast in the northern city of Gao on Friday\nBAMAKO, May 3 - Five people died.", 2),
    ("First paragraph here.\nSecond paragraph here.", 2),
    ("First paragraph here.\n\nSecond paragraph here.", 2),
    ("- Two killed in Gao\n- Three hurt in Kidal\n- Nine held in Mopti", 3),
    ("• Two killed in Gao\n• Three hurt in Kidal\n• Nine held in Mopti", 3),
    ("a headline without a stop\n\nand a paragraph of its own", 2),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_a_paragraph_is_split_at_its_sentence_ends(
    furniture: Furniture, text: str, sentences: list[str] | None
) -> None:
    assert [sentence.text for sentence in split_sentences(text, furniture)] == (
        [text] if sentences is None else sentences
    )


@pytest.mark.parametrize(("text", "count"), LAYOUTS)
def test_lines_are_joined_only_where_a_narrow_page_broke_them(furniture: Furniture, text: str, count: int) -> None:
    assert len(list(split_sentences(text, furniture))) == count


@pytest.mark.parametrize("text", [text for text, _ in (*CASES, *LAYOUTS)])
def test_a_sentence_stands_at_its_span(furniture: Furniture, text: str) -> None:
    for sentence in split_sentences(text, furniture):
        assert sentence.span(0, len(sentence.text)).of(text) == sentence.text


def test_paragraphs_are_counted(furniture: Furniture) -> None:
    text = "Five die in Gao\n\nGunmen came at dawn. They left at noon.\n\nShare\n\nNobody knows why."
    assert [sentence.paragraph for sentence in split_sentences(text, furniture)] == [0, 1, 1, 2]


@pytest.mark.parametrize("letter", ["x", "word ", "é. ", "(((", ". ", "\u200b"])
def test_no_sentence_is_too_long_to_parse_and_no_letter_is_lost(furniture: Furniture, letter: str) -> None:
    text = letter * (20_000 // len(letter))
    sentences = list(split_sentences(text, furniture))
    assert all(len(sentence.text) <= LONGEST_SENTENCE for sentence in sentences)
    assert "".join("".join(s.text.split()) for s in sentences) == "".join(text.split())
    assert all(sentence.span(0, len(sentence.text)).of(text) == sentence.text for sentence in sentences)
