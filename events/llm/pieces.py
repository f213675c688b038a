"""A report in numbered sentences and, where it is long, in pieces that overlap; no character is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from events.extract.text.furniture import Furniture
from events.extract.text.sentences import Sentence, split_sentences

__all__ = ["NumberedSentence", "Piece", "number_sentences", "pieces_of"]

LONGEST_SENTENCE = 2_000  # characters; a longer one is a table or a page without stops
OVERLAP = 1_000  # characters before a piece that it shows again
NEVER = "(?!)"
NOTHING = Furniture({"lines": [NEVER], "links": NEVER, "inline_links": NEVER})  # a model is shown every line


@dataclass(frozen=True, slots=True)
class NumberedSentence:
    """Characters `start` to `end` of a report, from the start of one sentence to that of the next."""

    number: int
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Sentences that a model reads at once; the first `shown_again` of them are the piece before's."""

    sentences: tuple[NumberedSentence, ...]
    shown_again: int = 0

    @property
    def start(self) -> int:
        """Give the first character that is this piece's own."""
        return self.sentences[self.shown_again].start

    @property
    def end(self) -> int:
        """Give the character after its last."""
        return self.sentences[-1].end


def number_sentences(text: str) -> tuple[NumberedSentence, ...]:
    """Give a report's sentences, numbered from 1; together they are the whole text, white space and all."""
    if not text:
        return ()
    starts: list[tuple[int, int]] = [(0, 0)]
    for sentence in split_sentences(text, NOTHING) if text.strip() else ():
        starts.extend((start, sentence.paragraph) for start in _parts(sentence) if start > starts[-1][0])
    ends = [*(start for start, _ in starts[1:]), len(text)]
    return tuple(
        NumberedSentence(number, start, end, paragraph)
        for number, ((start, paragraph), end) in enumerate(zip(starts, ends, strict=True), 1)
    )


def _parts(sentence: Sentence) -> Iterator[int]:
    yield from range(sentence.start, sentence.start + len(sentence.text), LONGEST_SENTENCE)


def pieces_of(sentences: Sequence[NumberedSentence], *, longest: int) -> tuple[Piece, ...]:
    """Part sentences into pieces of at most `longest` characters, at paragraphs where one ends in time.

    Each piece but the first shows the last sentences of the one before again, up to 1,000 characters.
    """
    pieces: list[Piece] = []
    first = 0
    while first < len(sentences):
        last = _last(sentences, first, longest)
        shown = _shown_again(sentences, first) if first else first
        pieces.append(Piece(tuple(sentences[shown:last]), shown_again=first - shown))
        first = last
    return tuple(pieces)


def _last(sentences: Sequence[NumberedSentence], first: int, longest: int) -> int:
    """Give where a piece ends: at the last paragraph that fits whole, else at the last sentence that does."""
    end = first + 1
    while end < len(sentences) and sentences[end].end - sentences[first].start <= longest:
        end += 1
    if end == len(sentences):
        return end
    at_paragraph = end
    while at_paragraph > first and sentences[at_paragraph].paragraph == sentences[at_paragraph - 1].paragraph:
        at_paragraph -= 1
    return at_paragraph if at_paragraph > first else end


def _shown_again(sentences: Sequence[NumberedSentence], first: int) -> int:
    shown = first
    while shown > 0 and sentences[first].start - sentences[shown - 1].start <= OVERLAP:
        shown -= 1
    return shown
