"""Who the words of a participant name: an actor that the codebook knows, and a country."""

from collections.abc import Iterator

from events.extract.words.known_actors import KnownActor, name_words
from events.extract.words.lexicon import Lexicon

__all__ = ["Namer"]

LONGEST_NAME = 8  # words
SHORT = 3  # letters; a shorter name counts only in capitals
LONGEST_COUNTRY = 3


class Namer:
    """Knows the codebook's names in a phrase."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def known(self, words: str) -> KnownActor | None:
        """Give the actor that the longest name in the words is of; None for a name that several bear."""
        split = name_words(words)
        for name in _runs(split, LONGEST_NAME):
            actor = self._lexicon.actors.get(name)
            if actor is None or actor.is_people or (len(name) == 1 and not self._stands_as_name(name[0], words)):
                continue
            return None if actor.namesakes else actor
        return None

    def country(self, words: str) -> str | None:
        """Give the country that the words name, ISO 3166-1 alpha-2: "Serbian police"."""
        lower = tuple(words.casefold().replace("’", "'").replace("'s", "").split())
        for run in _runs(lower, LONGEST_COUNTRY):
            name = " ".join(run).strip(",.;:()\"'")
            if name in self._lexicon.roles["homographs"]:
                continue
            code = self._lexicon.demonyms.get(name) or self._lexicon.countries.get(name)
            if code:
                return code
        return None

    def _stands_as_name(self, word: str, words: str) -> bool:
        return len(word) > SHORT or word.upper() in words


def _runs(words: tuple[str, ...], longest: int) -> Iterator[tuple[str, ...]]:
    for length in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            yield words[start : start + length]
