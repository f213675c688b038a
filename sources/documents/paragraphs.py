"""Paragraphs as they come out of a document, and the text that they make."""

import re
from dataclasses import dataclass, field

__all__ = ["PARAGRAPH_END", "Paragraphs", "joined"]

PARAGRAPH_END = "\n\n"


@dataclass(slots=True)
class Paragraphs:
    """Takes words piece by piece; a paragraph may hold others (a box in a line), which come before it.

    What stands apart, as footnotes do, comes at the end.
    """

    done: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)
    _open: list[list[str]] = field(default_factory=list)

    def begin(self) -> None:
        """Begin a paragraph."""
        self._open.append([])

    def add(self, words: str) -> None:
        """Add words to the innermost paragraph; what stands in none is no text."""
        if self._open:
            self._open[-1].append(words)

    def end(self, *, is_apart: bool = False) -> None:
        """End the innermost paragraph."""
        if self._open:
            (self.apart if is_apart else self.done).append("".join(self._open.pop()))

    def text(self) -> str:
        """Give all paragraphs."""
        while self._open:
            self.end()
        return joined([*self.done, *self.apart])


def joined(paragraphs: list[str]) -> str:
    r"""Put a blank line between paragraphs; those without words are left out.

    >>> joined(["Five die in Banjska ", "", "\nFive people died."])
    'Five die in Banjska\n\nFive people died.'
    """
    stripped = (_BLANK_LINES.sub("\n", paragraph).strip() for paragraph in paragraphs)
    return PARAGRAPH_END.join(paragraph for paragraph in stripped if paragraph)


# Where a writer breaks lines twice within a paragraph, the text would end it.
_BLANK_LINES = re.compile(r"[ \t]*\n\s*")
