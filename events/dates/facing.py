"""Facing: whether the words around a time tell of what has happened or of what is to come."""

import re
from collections.abc import Iterable

from events.dates.expression import Facing
from events.dates.stops import part_after, part_before
from events.dates.told import plain
from events.dates.words import FacingWords

__all__ = ["Facings"]

REGULAR = "[a-z]{2,18}ed"
# "killed" and "held" have happened, but for "will be held"; "May 3" is no modal.
PASSIVE = r"(?<!\bbe\s)(?<!\bbeing\s)(?<!\bget\s)"
MONTH = r"(?!may\s{1,4}\d)"
# "is meeting" and "he'll meet" are to come
COMING = r"(?<!\w)(?:is|are|isn['’]t|aren['’]t)\s{1,4}[a-z]{2,18}ing|(?<=\w)['’](?:ll|(?:re|s)\s{1,4}[a-z]{2,18}ing)"


class Facings:
    """The cues of one codebook, compiled."""

    def __init__(self, words: FacingWords) -> None:
        """Compile the cues; the longest wins where several begin at one word."""
        self._future = frozenset(words.future)
        phrases = _any_of([*words.future, *words.past])
        told = rf"(?<![\w'’]){PASSIVE}{MONTH}(?:{phrases}|{REGULAR})"
        self._cue = re.compile(rf"(?:{COMING}|{told})(?!\w)", re.IGNORECASE)

    def at(self, text: str, start: int, end: int) -> Facing | None:
        """Say how the words from `start` to `end` face: by the nearest cue before them, else by the first behind.

        Only their own sentence is asked; None where it has no cue.
        """
        cues = self._cue.findall(part_before(text, start))
        if cues:
            return self._facing(cues[-1])
        first = self._cue.search(part_after(text, end))
        return self._facing(first[0]) if first else None

    def _facing(self, cue: str) -> Facing:
        is_coming = plain(cue) in self._future or plain(cue).endswith(("ing", "'ll"))
        return "future" if is_coming else "past"


def _any_of(phrases: Iterable[str]) -> str:
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s{1,4}".join(map(re.escape, phrase.split())) for phrase in ordered).replace("'", "['’]")
