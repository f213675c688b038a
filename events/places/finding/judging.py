"""One report's names, judged together: what one of them is says something of the others."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from events.places.finding.neighbours import Neighbours
from events.places.finding.persons import named_persons
from events.places.finding.spots import Holdings, Spot, apart
from events.places.finding.standing import standing
from events.places.finding.vocabulary import Vocabulary
from events.places.finding.weights import NameWeights, Signs
from events.places.finding.wording import Wording
from events.places.finding.words import Word

__all__ = ["Jury", "NameJudge"]

JOINING = frozenset({"and", "or"})
ARTICLES = frozenset({"a", "an", "old"})  # "a 34-year-old German"
SURE = frozenset(
    {"country", "locative", "kind_before", "kind_after", "held", "held_in", "dateline", "compound", "part"}
)


class NameJudge:
    """Judges names by one table of weights; `kinds` are the words for what a place is, by the gazetteer's kind."""

    def __init__(self, book: NameWeights, *, kinds: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> None:
        self.book, self.vocabulary = book, vocabulary
        every = frozenset(word for words in kinds.values() for word in words)
        self.neighbours = Neighbours(book, kinds=every, vocabulary=vocabulary)
        self.wording = Wording(book, kinds=kinds, vocabulary=vocabulary)


class Jury:
    """Judges the spots of one report."""

    def __init__(self, words: Sequence[Word], spots: Sequence[Spot], judge: NameJudge) -> None:
        self._words, self._spots, self._judge = words, spots, judge
        self._weights, self._limits = judge.book.weights, judge.book.limits
        self._standings = {spot: standing(spot.matches, self._weights) for spot in spots if not spot.is_demonym}
        self._holdings = Holdings(words, spots, is_holder=self._may_hold)

    def accepted(self) -> list[Spot]:
        """Give the spots that are places, left to right, none over another, the longer before the shorter."""
        own = {spot: self._own_signs(spot) for spot in self._standings}
        sure = {spot.key for spot, signs in own.items() if self._is_sure(signs)}
        scores = {spot: self._weights.score(signs | self._report_signs(spot, sure)) for spot, signs in own.items()}
        likely = [spot for spot, score in scores.items() if score >= self._limits["accepted_from"]]
        starts, ends = {spot.stretch.first for spot in likely}, {spot.stretch.last for spot in likely}
        listed = [
            spot
            for spot, score in scores.items()
            if score + self._weights.listed >= self._limits["accepted_from"]
            and self._is_listed(spot, starts=starts, ends=ends)
        ]
        demonyms = [spot for spot in self._spots if spot not in scores and self._is_demonym_of_things(spot)]
        return apart({*likely, *listed, *demonyms})

    def _own_signs(self, spot: Spot) -> Signs:
        signs = self._standings[spot]
        beside = self._judge.neighbours.signs(self._words, spot.stretch)
        if "country" in signs:
            beside.pop("speaks", None)
        wording = self._judge.wording.signs(self._words, spot.stretch, signs)
        return {**signs, **beside, **wording, **self._holdings.signs(spot)}

    def _may_hold(self, spot: Spot) -> bool:
        """Leave out "Southern", which is the name of a division, too."""
        signs = self._standings.get(spot)
        return signs is not None and not self._judge.wording.signs(self._words, spot.stretch, signs).keys() - {
            "own_kind"
        }

    def _is_sure(self, signs: Signs) -> bool:
        return not SURE.isdisjoint(signs) and self._weights.score(signs) >= self._limits["sure_from"]

    def _report_signs(self, spot: Spot, sure: set[str]) -> Signs:
        """Tell what the rest of the report makes of the name."""
        signs = {"sure_elsewhere": 1.0} if spot.key in sure else {}
        if spot.key in self._persons:
            signs["person"] = 0.5 if signs else 1.0  # "John Hama left Hama"
        return signs

    @cached_property
    def _persons(self) -> frozenset[str]:
        judge = self._judge
        return named_persons(
            self._words,
            self._spots,
            neighbours=judge.neighbours,
            titles=judge.book.before["title"],
            vocabulary=judge.vocabulary,
        )

    def _is_listed(self, spot: Spot, *, starts: set[int], ends: set[int]) -> bool:
        """Know "Hama, Homs and Idlib" by the likely place before or behind."""
        first, last, words = spot.stretch.first, spot.stretch.last, self._words
        if first > 0 and (first in ends and words[first].gap.strip() == ","):
            return True
        if first > 1 and words[first - 1].lower in JOINING and first - 1 in ends:
            return True
        if last < len(words) and (last in starts and words[last].gap.strip() == ","):
            return True
        return last < len(words) and words[last].lower in JOINING and last + 1 in starts

    def _is_demonym_of_things(self, spot: Spot) -> bool:
        """Take "the French police" and "a German", not "Germans" and not the language."""
        first, last, words = spot.stretch.first, spot.stretch.last, self._words
        word = words[last - 1]
        if not word.is_name or (word.lower.endswith("s") and not word.lower.endswith("ss")):
            return False
        if first and words[first - 1].lower in ARTICLES:
            return True
        if last >= len(words) or words[last].gap.strip() not in ("", "-"):
            return False
        return not self._judge.book.behind_a_language.has(words[last])
