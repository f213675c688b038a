"""Where the words that a model quotes stand in the report: exactly, or after folding; never by likeness."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from events.llm.pieces import NumberedSentence
from schemas.span import Span

__all__ = ["Grounds", "folded"]

LONGEST_QUOTE = 600  # characters; more is no proof of one value
SAME = {
    **dict.fromkeys("“”„‟«»″＂", '"'),
    **dict.fromkeys("‘’‚‛′‹›`´ʼ", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
WORDLIKE = re.compile(r"\w")
GROUPING = ".,"


@dataclass(frozen=True, slots=True)
class _Folded:
    """Folded words, and for each of their characters where it came from and where that ends."""

    words: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class Grounds:
    """Finds quotes in one report."""

    def __init__(self, text: str, sentences: Sequence[NumberedSentence]) -> None:
        self._text = text
        self._sentences = {sentence.number: sentence for sentence in sentences}
        self._ordered = tuple(sentences)
        self._folded: _Folded | None = None

    def sentence_at(self, position: int) -> NumberedSentence:
        """Give the sentence that a character stands in."""
        return self._ordered[bisect_right(self._ordered, position, key=lambda each: each.start) - 1]

    def find(self, words: str, sentence: int, *, taken: frozenset[Span] = frozenset()) -> Span | None:
        """Give the span of the words that a model quotes from a sentence; None where they do not stand.

        Words that stand in several places are those of the sentence named, of these the first that is not
        `taken`. Outside that sentence they must stand once, so that nothing is guessed.
        """
        quote = words.strip()
        if not WORDLIKE.search(quote) or len(quote) > LONGEST_QUOTE:
            return None
        places = list(_exact(self._text, quote)) or list(self._loosely(quote))
        named = self._sentences.get(sentence)
        inside = [span for span in places if named and named.start <= span.start < named.end]
        if inside:
            return next((span for span in inside if span not in taken), inside[0])
        return places[0] if len(places) == 1 else None

    def stands(self, words: str) -> bool:
        """Say whether words stand anywhere in the report."""
        quote = words.strip()
        if not WORDLIKE.search(quote) or len(quote) > LONGEST_QUOTE:
            return False
        return any(True for _ in _exact(self._text, quote)) or any(True for _ in self._loosely(quote))

    def _loosely(self, quote: str) -> Iterator[Span]:
        if self._folded is None:
            self._folded = _fold(self._text)
        text, sought = self._folded, _fold(unicodedata.normalize("NFC", quote)).words.strip()
        if not sought:
            return
        for span in _exact(text.words, sought):
            yield Span(start=text.starts[span.start], end=text.ends[span.end - 1])


def folded(words: str) -> str:
    r"""Fold white space, quotation marks, dashes and Unicode's compatible forms; letters keep their case.

    >>> folded("“ﬁve –\n dead”")
    '"five - dead"'
    """
    return _fold(unicodedata.normalize("NFC", words)).words


def _exact(text: str, quote: str) -> Iterator[Span]:
    position = text.find(quote)
    while position >= 0:
        end = position + len(quote)
        if _is_whole(text, position, end):
            yield Span(start=position, end=end)
        position = text.find(quote, position + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Refuse parts of words and of figures: "4" stands neither in "14" nor in "4,500"."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and _joins(before) and _joins(text[start]):
        return False
    if after and _joins(after) and _joins(text[end - 1]):
        return False
    goes_on = after in GROUPING and text[end + 1 : end + 2].isdigit() and text[end - 1].isdigit()
    began = before in GROUPING and text[start - 2 : start - 1].isdigit() and text[start].isdigit()
    return not ((after and goes_on) or (before and began))


def _joins(character: str) -> bool:
    """Say whether a character makes one word with its neighbour; scripts without spaces have no such words."""
    if not (character.isalnum() or unicodedata.combining(character)):
        return False
    return not any(name in unicodedata.name(character, "") for name in ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO"))


def _fold(text: str) -> _Folded:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        cluster = "".join(SAME.get(each, each) for each in text[start:end] if each not in UNSEEN)
        plain = unicodedata.normalize("NFKC", cluster)
        for each in "".join(SAME.get(one, one) for one in plain):
            character = " " if each.isspace() else each
            if character == " " and words and words[-1] == " ":
                ends[-1] = end
                continue
            words.append(character)
            starts.append(start)
            ends.append(end)
    return _Folded("".join(words), tuple(starts), tuple(ends))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Give each character with the marks that combine with it."""
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        yield start, end
        start = end
