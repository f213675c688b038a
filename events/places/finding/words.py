"""The words of a report as its capitals show them: which may be of a name, and which go together."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from events.extract.text.truecase import is_in_capitals

__all__ = ["Word", "are_together", "read_words"]

# "U.S.", "N'Djamena", "Sana'a"; the "'s" of "Mali's" is no part of the name
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['\u2018\u2019\u02bb\u02bc`](?!s\b)[^\W_]+)*", re.IGNORECASE)
LINE = re.compile(r"[^\n]+")
SPACE = re.compile(r"[ \t\u00a0]+|[ \t\u00a0]*\r?\n[ \t\u00a0]*")  # a line may be broken in the middle of a name
HYPHENS = frozenset("-\u2010\u2011")
SHORTENED = frozenset({"st", "ste", "mt", "ft", "pt"})
SENTENCE_END = re.compile(r"[.!?:;\u2022]|\n\s*\n|[\"\u201c\u201d]|(?:^|\s)['\u2018]")
LONGEST_GAP = 12  # characters of a gap that are looked at


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in the report and the characters between it and the word before.

    `is_name` says that it is written as a name is; `is_first`, that any word would be there.
    """

    text: str
    start: int
    end: int
    gap: str
    is_name: bool
    is_first: bool
    in_capitals: bool = False

    @property
    def lower(self) -> str:
        """Give the word in lower case."""
        return self.text.lower()


def read_words(text: str, *, is_common: Callable[[str], bool]) -> list[Word]:
    """List the words of a report; in a line of capitals only those may be of a name that are no common words.

    >>> [word.text for word in read_words("Mali's army left N'Djamena.", is_common=lambda word: False)]
    ['Mali', 'army', 'left', "N'Djamena"]
    """
    words: list[Word] = []
    for line in LINE.finditer(text):
        in_capitals = is_in_capitals(line.group())
        for match in WORD.finditer(text, line.start(), line.end()):
            last = words[-1].end if words else 0
            gap = text[last : min(match.start(), last + LONGEST_GAP)]
            if match.group().lower() == "s" and gap in ("'", "\u2019"):
                continue
            words.append(_word(match, gap, in_capitals=in_capitals, is_opening=not words, is_common=is_common))
    return words


def _word(
    match: re.Match[str], gap: str, *, in_capitals: bool, is_opening: bool, is_common: Callable[[str], bool]
) -> Word:
    written = match.group()
    has_capital = written[0].isupper() or (written[0].isalpha() and written[0] == written[0].upper())
    return Word(
        written,
        match.start(),
        match.end(),
        gap,
        is_name=has_capital and not (in_capitals and is_common(written.lower())),
        is_first=is_opening or SENTENCE_END.search(gap) is not None,
        in_capitals=in_capitals,
    )


def are_together(before: Word, word: Word) -> bool:
    """Say whether two words may belong to one name: "Deir ez-Zor", "St. Louis"."""
    gap = word.gap
    if SPACE.fullmatch(gap) or gap in HYPHENS:
        return True
    return gap[:1] == "." and before.lower in SHORTENED and SPACE.fullmatch(gap[1:]) is not None
