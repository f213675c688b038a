"""What a report is about, where that is no conflict: a match, a crash, a flood, a trial, a novel."""

import re
from collections import Counter
from functools import cached_property

from events.extract.lexicon import Lexicon

__all__ = ["Topics"]

SHARE = 0.025  # of a report's words: one in forty
LEAST_HITS = 2  # one word is no topic
WINDOW = 20_000  # characters; what a report is about shows early
WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")
UNREAL = ("fiction", "exercise")
MISHAPS = ("accident", "disaster", "disease")


class Topics:
    """The topics that a report speaks of in at least one of forty words."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text[:WINDOW]
        self._lexicon = lexicon

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(WORDS.findall(self._text.lower()))

    @property
    def is_unreal(self) -> bool:
        """Say whether a work of art or an exercise is told."""
        return any(self._is_about(self._lexicon.contexts[topic]) for topic in UNREAL)

    @property
    def is_mishap(self) -> bool:
        """Say whether an accident, a disaster or a disease is told, which kill, too."""
        return any(self._is_about(self._lexicon.contexts[topic]) for topic in MISHAPS)

    @property
    def is_sport(self) -> bool:
        """Say whether a match is told, with its attacks and shots."""
        return self._is_about(self._lexicon.contexts["sport"])

    @property
    def recalls(self) -> bool:
        """Say whether a trial or an anniversary is told, and with it what is long past."""
        return self._is_about(self._lexicon.stances["historical"])

    def _is_about(self, topic: frozenset[str]) -> bool:
        hits = sum(count for word, count in self._words.items() if word in topic)
        return hits >= LEAST_HITS and hits >= SHARE * self._words.total()
