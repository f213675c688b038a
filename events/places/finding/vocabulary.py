"""What the finder has to know of the language."""

from typing import Protocol

__all__ = ["Vocabulary"]


class Vocabulary(Protocol):
    """Knows words in lower case, inflected or not."""

    def has(self, word: str) -> bool:
        """Say whether it is a word of the language."""

    def has_beyond_nouns(self, word: str) -> bool:
        """Say whether it is one and no mere noun: lists of nouns have "london" among them."""
