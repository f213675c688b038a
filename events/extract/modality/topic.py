"""What a report is about, where that is no conflict: a match, a crash, a flood, a trial, a novel."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from events.extract.words.lexicon import Lexicon

__all__ = ["Topics"]

SHARE = 0.025  # of a report's words: one in forty
TOUCH = 0.015  # of its words: so much makes a sentence of the topic doubtful
LEAST_WORDS = 2  # one word is no topic
LEAD = 60  # words; news says first what it is about
WINDOW = 20_000  # characters; what a report is about shows early
WORDS = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")


@dataclass
class _Tally:
    """How often a report has each topic's words, which of them stand in its lead, and how many are conflict's."""

    total: int
    conflict: int
    leading_conflict: int
    warring: int
    hits: dict[str, Counter[str]] = field(default_factory=dict)
    leading: dict[str, set[str]] = field(default_factory=dict)


class Topics:
    """The topics that a report speaks of in its lead, or in one of forty words, and more than of armed groups."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text[:WINDOW]
        self._lexicon = lexicon

    @cached_property
    def _tally(self) -> _Tally:
        words = WORDS.findall(self._text.lower())
        conflict = [position for position, word in enumerate(words) if word in self._lexicon.conflict_words]
        tally = _Tally(
            total=len(words),
            conflict=len(conflict),
            leading_conflict=sum(position < LEAD for position in conflict),
            warring=sum(word in self._lexicon.warring_words for word in words),
        )
        taken: dict[str, int] = {}
        for position, word in enumerate(words):
            for form, topic in self._lexicon.topic_forms.get(word, ()):
                end = position + len(form)
                # "drug trafficking" is no "drug" besides
                if taken.get(topic, 0) <= position and tuple(words[position:end]) == form:
                    taken[topic] = end
                    written = " ".join(form)
                    tally.hits.setdefault(topic, Counter())[written] += 1
                    if position < LEAD:
                        tally.leading.setdefault(topic, set()).add(written)
        return tally

    @cached_property
    def kinds(self) -> frozenset[str]:
        """List the kinds of the topics that the report is about."""
        return frozenset(self._lexicon.topics[topic].kind for topic in self._tally.hits if self._is_about(topic))

    @property
    def is_unreal(self) -> bool:
        """Say whether a work of art or an exercise is told."""
        return "unreal" in self.kinds

    @property
    def is_mishap(self) -> bool:
        """Say whether an accident, a disaster or a disease is told, which kill, too."""
        return "mishap" in self.kinds

    @property
    def is_figurative(self) -> bool:
        """Say whether a match, a market or a debate is told, with its attacks and shots."""
        return "figurative" in self.kinds

    @property
    def recalls(self) -> bool:
        """Say whether a trial, an anniversary or a study is told, and with it what is past."""
        return "past" in self.kinds

    @property
    def is_crime(self) -> bool:
        """Say whether ordinary crime is told: a burglary, a quarrel, a haul of drugs."""
        return "crime" in self.kinds

    @cached_property
    def touched(self) -> frozenset[str]:
        """List the words of what is no conflict that the report uses beside others of their topic."""
        touched = (
            topic
            for topic, words in self._tally.hits.items()
            if self._is_sure(topic, set(words)) and words.total() >= TOUCH * self._tally.total
        )
        return frozenset(
            word for topic in touched if self._lexicon.topics[topic].kind != "past" for word in self._tally.hits[topic]
        )

    def _is_about(self, topic: str) -> bool:
        tally = self._tally
        if self._lexicon.topics[topic].kind == "crime" and tally.warring >= LEAST_WORDS:
            return False
        hits = tally.hits[topic].total()
        if not self._is_sure(topic, set(tally.hits[topic])) or hits <= tally.conflict:
            return False
        leading = tally.leading.get(topic, set())
        leads = self._is_sure(topic, leading) and len(leading) > tally.leading_conflict
        return leads or hits >= SHARE * tally.total

    def _is_sure(self, topic: str, words: set[str]) -> bool:
        return len(words) >= LEAST_WORDS and bool(words & self._lexicon.topics[topic].sure)
