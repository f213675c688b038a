"""What the words beside a name say of it: "in Hama", "President Lincoln", "Paris Hilton"."""

import re
from collections.abc import Mapping, Sequence

from events.places.finding.stretches import Stretch
from events.places.finding.vocabulary import Vocabulary
from events.places.finding.weights import Forms, NameWeights
from events.places.finding.wording import LONGEST_ACRONYM
from events.places.finding.words import HYPHENS, Word, are_together

__all__ = ["Neighbours"]

INITIALS = re.compile(r"(?:[A-Z]\.?){1,2}")
AGE = re.compile(r"\d{1,2}")
DATELINE_GAP = re.compile(r"\s*(?:\(|\u2014|\u2013|--|-\s)")
COMMA = re.compile(r",\s+")
PART_GAPS = frozenset({"", "-", "."})
PRONOUNS = frozenset({"a", "i"})


class Neighbours:
    """Reads the words on both sides of a name; `kinds` are the words for what a place is."""

    def __init__(self, book: NameWeights, *, kinds: frozenset[str], vocabulary: Vocabulary) -> None:
        self._book, self._kinds, self._vocabulary = book, kinds, vocabulary

    def signs(self, words: Sequence[Word], stretch: Stretch) -> dict[str, float]:
        """Tell what stands beside a name, at most one sign for each side."""
        if _is_dateline(words, stretch):
            return {"dateline": 1.0}
        sides = (self._before(words, stretch), self._after(words, stretch))
        return {sign: 1.0 for sign in sides if sign}

    def is_given_name(self, word: Word) -> bool:
        """Know "Mark" and the "A." and "A.J." of a person's name."""
        lower = word.lower.rstrip(".")
        is_initial = word.is_name and INITIALS.fullmatch(word.text) is not None and lower not in PRONOUNS
        return lower in self._book.given_names.forms or is_initial

    def _before(self, words: Sequence[Word], stretch: Stretch) -> str | None:
        opening = words[stretch.first]
        if stretch.first == 0 or opening.is_first or opening.gap.strip() not in PART_GAPS:
            return None
        before = words[stretch.first - 1]
        if before.lower == "of" and stretch.first > 1 and self._is_kind(words[stretch.first - 2]):
            return "kind_before"
        if sign := _first_sign(self._book.before, before):
            return sign
        if self._is_kind(before) and not before.is_name:
            return "kind_before"
        is_initial = len(before.text) == 1 and opening.gap.startswith(".")  # "John F. Lincoln"
        if not before.is_name or not (is_initial or are_together(before, opening)):
            return None
        return "name_before" if self.is_given_name(before) else self._name_beside(before, "before")

    def _after(self, words: Sequence[Word], stretch: Stretch) -> str | None:
        if stretch.last >= len(words):
            return None
        after = words[stretch.last]
        if COMMA.fullmatch(after.gap) and AGE.fullmatch(after.text):
            return "aged"
        if after.gap in HYPHENS and not after.is_name:
            return "compound"
        if after.is_first or after.gap.strip():
            return None
        if sign := _first_sign(self._book.after, after):
            return sign
        if after.lower in self._kinds:
            return "kind_after"
        return self._name_beside(after, "after") if after.is_name else None

    def _is_kind(self, word: Word) -> bool:
        return _singular(word.lower) in self._kinds

    def _name_beside(self, word: Word, side: str) -> str | None:
        if word.is_first or not word.text[0].isalpha():
            return None
        is_acronym = word.text.isupper() and len(word.text) <= LONGEST_ACRONYM
        is_word = word.in_capitals or is_acronym or self._vocabulary.has(word.lower)
        return f"word_{side}" if is_word else f"name_{side}"


def _first_sign(rules: Mapping[str, Forms], word: Word) -> str | None:
    return next((sign for sign, forms in rules.items() if forms.has(word)), None)


def _is_dateline(words: Sequence[Word], stretch: Stretch) -> bool:
    """Know "HAMA (Example Wire) -" and "HAMA Two people were shot"."""
    opening = words[stretch.first]
    if stretch.last >= len(words) or not (stretch.first == 0 or "\n" in opening.gap):
        return False
    after = words[stretch.last]
    in_capitals = stretch.text.isupper() and not opening.in_capitals
    return DATELINE_GAP.match(after.gap) is not None or (in_capitals and after.is_name and not after.text.isupper())


def _singular(word: str) -> str:
    """Give "city" for "cities", "town" for "towns"."""
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
