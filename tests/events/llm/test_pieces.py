"""A report is shown whole: its pieces cover every character, and overlap."""

from hypothesis import given
from hypothesis import strategies as st

from events.llm.pieces import OVERLAP, number_sentences, pieces_of

WORDS = st.text(alphabet="ab .!?\n\t\u00a0é\u0301\U0001f600-•", max_size=400)


@given(WORDS, st.integers(min_value=1, max_value=200))
def test_pieces_cover_every_character_once_beside_what_they_show_again(text: str, longest: int) -> None:
    sentences = number_sentences(text)
    assert "".join(text[each.start : each.end] for each in sentences) == text
    pieces = pieces_of(sentences, longest=longest)
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    for piece in pieces:
        own = piece.sentences[piece.shown_again :]
        assert own
        assert len(own) == 1 or piece.end - piece.start <= longest
        assert piece.start - piece.sentences[0].start <= OVERLAP


def test_a_piece_ends_with_a_paragraph() -> None:
    text = "One is here. Two is here.\n\n" * 10
    pieces = pieces_of(number_sentences(text), longest=100)
    assert len(pieces) > 1
    assert all(text[: piece.end].endswith("\n\n") for piece in pieces)


def test_furniture_is_shown_too() -> None:
    text = "Share on Facebook\n\nFour died on Sunday.\n\nRead more: Another story\n"
    assert "".join(text[each.start : each.end] for each in number_sentences(text)) == text
