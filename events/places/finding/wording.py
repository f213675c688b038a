"""What the words of a name are themselves: words of the language, an acronym, a day of the week."""

from collections.abc import Mapping, Sequence

from events.places.finding.standing import is_great, is_prominent
from events.places.finding.stretches import Stretch
from events.places.finding.vocabulary import Vocabulary
from events.places.finding.weights import NameWeights, Signs
from events.places.finding.words import Word

__all__ = ["LONGEST_ACRONYM", "Wording"]

LONGEST_ACRONYM = 5
ARTICLE = "the"  # "The City" is no city's name
OWN_KINDS = ("settlement", "admin1", "admin2", "area", "country")


class Wording:
    """Reads the words of names; `kinds` are the words for what a place is, by the gazetteer's kind."""

    def __init__(self, book: NameWeights, *, kinds: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> None:
        self._book, self._vocabulary = book, vocabulary
        self._kinds = frozenset(word for kind in OWN_KINDS for word in kinds[kind])

    def signs(self, words: Sequence[Word], stretch: Stretch, standing: Signs) -> Signs:
        """Tell what the words are; nothing is held against a country's name."""
        own = words[stretch.first : stretch.last]
        if len(own) == 1 and self._is_never_a_name(own[0]):
            return {"never": 1.0}
        if "country" in standing:
            return {}
        are_words = all(self._vocabulary.has(word.lower) for word in own)
        if are_words and own[0].in_capitals:
            is_known_so = "area" in standing or (len(own) > 1 and is_prominent(standing))
            return {} if is_known_so else {"opening": 1.0}
        if len(own) > 1 and own[-1].lower in self._kinds and not (are_words and own[0].lower == ARTICLE):
            return {"own_kind": 1.0}
        if _is_shortened(words, stretch):
            return {}
        if not are_words:
            return {"acronym": 1.0} if _is_acronym(stretch, own[0]) else {}
        if is_prominent(standing) and (is_great(standing) or not self._has_other_words(own)):
            return {}  # lists of nouns have "london" among them
        if len(own) > 1:
            return {"all_common": 1.0}
        if own[0].is_first:
            return {"opening": 1.0}
        return {"common" if self._has_other_words(own) else "noun": 1.0}

    def _is_never_a_name(self, word: Word) -> bool:
        """Know "Thursday", and "US" and "CAR" in a line of capitals."""
        return self._book.never.has(word) or (word.in_capitals and self._book.never_in_capitals.has(word))

    def _has_other_words(self, own: Sequence[Word]) -> bool:
        return any(self._vocabulary.has_beyond_nouns(word.lower) for word in own)


def _is_shortened(words: Sequence[Word], stretch: Stretch) -> bool:
    """Know the "Miss." of "Biloxi, Miss."."""
    first = words[stretch.first]
    follows = first.gap.strip() == "," and not first.is_first and len(first.text) <= LONGEST_ACRONYM
    return follows and stretch.last < len(words) and words[stretch.last].gap.startswith(".")


def _is_acronym(stretch: Stretch, word: Word) -> bool:
    written = stretch.text
    return written.isupper() and written.isalpha() and len(written) <= LONGEST_ACRONYM and not word.in_capitals
