"""A report's sentences, each at its place in the report's text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from events.extract.text.furniture import Furniture, Line
from schemas.span import Span

__all__ = ["Sentence", "split_sentences"]

LONGEST_SENTENCE = 1_500  # characters; a parse costs time in proportion
WRAPPED_LINES = 3  # fewer lines are a title and what stands below it
RAGGED = 8  # characters by which the lines of a page may fall short of its width
SHORT_LINE = 45  # characters; a line that ends sooner is not wrapped, it has ended

ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "hon",
        "sr",
        "jr",
        "st",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "cpl",
        "pvt",
        "cmdr",
        "adm",
        "brig",
        "gov",
        "sen",
        "rep",
        "pres",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thurs",
        "fri",
        "sat",
        "sun",
        "no",
        "nos",
        "vs",
        "etc",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "dist",
        "approx",
        "est",
        "fig",
        "vol",
        "al",
        "messrs",
    ]
)
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]»]*(?=\s+[\"'“‘(\[«]*[^\Wa-z_]|\s*$)")
LAST_WORD = re.compile(r"([^\W\d_][\w.]*)\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of a report between two sentence ends; `paragraph` counts the report's blocks from 0."""

    text: str
    start: int
    paragraph: int

    def span(self, start: int, end: int) -> Span:
        """Give the report's span of characters `start` to `end` of this sentence."""
        return Span(start=self.start + start, end=self.start + end)


def split_sentences(text: str, furniture: Furniture) -> Iterator[Sentence]:
    """Give the sentences of a report in order, leaving out a web page's furniture."""
    for paragraph, (start, end) in enumerate(_blocks(furniture.body(text))):
        yield from _sentences_of(text[start:end], start, paragraph)


def _blocks(lines: Iterator[Line]) -> Iterator[tuple[int, int]]:
    """Join the lines that only a narrow page has broken."""
    paragraphs = list(_paragraphs(lines))
    page = _page_width(paragraphs)
    for paragraph in paragraphs:
        yield from _joined(paragraph, page=page)


def _paragraphs(lines: Iterator[Line]) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        if line.after_blank and paragraph:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _page_width(paragraphs: Sequence[list[Line]]) -> int | None:
    """Give the width of the page that broke a report's longer paragraphs; None where none shows one."""
    widths = [
        _width(lines)
        for lines in paragraphs
        if len(lines) >= WRAPPED_LINES and all(_is_full(*pair, _width(lines)) for pair in pairwise(lines))
    ]
    return max(widths, default=None)


def _joined(paragraph: list[Line], *, page: int | None) -> Iterator[tuple[int, int]]:
    """Join a paragraph's lines where the next word would not have fitted on the line.

    Two lines are a title and what follows it, unless the second goes on in lower case or the first is as wide
    as the page.
    """
    slack = 0 if page is None else RAGGED
    width = _width(paragraph) - slack
    start = paragraph[0].start
    for line, following in pairwise(paragraph):
        goes_on = len(paragraph) >= WRAPPED_LINES or following.text.lstrip()[:1].islower()
        goes_on = goes_on or (page is not None and _is_full(line, following, page - slack))
        if not (goes_on and _is_full(line, following, width) and not _is_listed(following)):
            yield start, line.end
            start = following.start
    yield start, paragraph[-1].end


def _width(lines: Sequence[Line]) -> int:
    return max(len(line.text) for line in lines)


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Say whether the next line's first word would not have fitted."""
    first_word = following.text.split(maxsplit=1)[0]
    return len(line.text) >= SHORT_LINE and len(line.text) + 1 + len(first_word) > width


def _is_listed(line: Line) -> bool:
    return line.text.lstrip().startswith(("•", "*", "- ", "– "))


def _sentences_of(block: str, offset: int, paragraph: int) -> Iterator[Sentence]:
    start = 0
    for end in [*_ends(block), len(block)]:
        for piece_start, piece_end in _pieces(block, start, end):
            words = block[piece_start:piece_end]
            stripped = words.strip()
            if stripped:
                lead = len(words) - len(words.lstrip())
                yield Sentence(stripped, offset + piece_start + lead, paragraph)
        start = end


def _ends(block: str) -> Iterator[int]:
    for match in SENTENCE_END.finditer(block):
        before = LAST_WORD.search(block, max(0, match.start() - 20), match.start() + 1)
        if before is None or not _is_abbreviation(before.group(1)):
            yield match.end()


def _is_abbreviation(word: str) -> bool:
    """Know "Sept." and "U.S." and a person's initial."""
    return len(word) == 1 or "." in word or word.casefold() in ABBREVIATIONS


def _pieces(block: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long to parse at a space, so that hostile text costs no more than its length."""
    while end - start > LONGEST_SENTENCE:
        cut = block.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end
