"""The dependency parse, by a spaCy pipeline with what the rules do not use switched off."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from functools import cached_property
from typing import Any

import spacy
from spacy.language import Language

from events.extract.grammar.syntax import Parse, Token
from events.extract.grammar.wordclass import WordClasses
from events.extract.text.english import English
from events.extract.text.telegraphic import plain
from events.extract.text.truecase import is_in_capitals, truecase

__all__ = ["Parser"]

CLASSIFIER = "attribute_ruler"
UNUSED = ["ner", "lemmatizer", "senter"]
COLUMNS = ["TAG", "DEP", "POS", "HEAD", "IDX", "LENGTH"]
WHOLE = 2**64  # a distance to the left comes as so much less it
SPACE_TAG, SPACE_DEP = "_SP", "dep"
LEARNED = 3_000_000  # characters: their words the pipeline keeps, those that come later it forgets again


class Parser:
    """Parses sentences; what is written in capitals throughout is written as a newspaper would, first.

    `common_words` are lower-case words that are no names, beside the pipeline's own lists; `names` maps
    words in lower case to how they are always written; `describes_people` says of words whether they name
    people or where they are from. The pipeline is loaded when the first sentence comes.
    """

    def __init__(
        self,
        pipeline: str,
        *,
        common_words: frozenset[str],
        describes_people: Callable[[str], bool],
        names: Mapping[str, str] | None = None,
    ) -> None:
        self._name = pipeline
        self._describes_people = describes_people
        self._common_words = common_words
        self._names = names or {}
        self._characters = 0

    def parse(self, sentences: Sequence[str]) -> list[Parse]:
        """Give one parse per sentence, character for character."""
        if not sentences:
            return []
        written = [self._written(text) for text in sentences]
        is_learning = self._characters < LEARNED
        self._characters += sum(map(len, written))
        return self._pipeline.parse(written, keeps=is_learning)

    @cached_property
    def _pipeline(self) -> "_Pipeline":
        return _Pipeline(self._name)

    def _written(self, sentence: str) -> str:
        """Write a sentence as the pipeline reads it best, character for character."""
        cased = sentence
        if is_in_capitals(sentence):
            cased = truecase(sentence, self._is_common, self._names, is_rare=self._is_rare)
        return plain(cased, self._describes_people)

    def _is_rare(self, word: str) -> bool:
        """Know a word that only the longest lists have."""
        return word not in self._common_words and not self._pipeline.english.has_met(word)

    def _is_common(self, word: str) -> bool:
        """Know a word that is no name, inflected or not."""
        return word in self._common_words or self._pipeline.english.has(word)


class _Pipeline:
    """A spaCy pipeline, loaded."""

    def __init__(self, name: str) -> None:
        self._language = spacy.load(name)
        self._labels = _Labels(self._language.vocab.strings)
        self._classes = _word_classes(self._language)
        self.english = English(self._language)
        unused = {*UNUSED, CLASSIFIER} if self._classes else {*UNUSED}
        for component in unused.intersection(self._language.pipe_names):
            self._language.remove_pipe(component)

    def parse(self, texts: Sequence[str], *, keeps: bool) -> list[Parse]:
        with nullcontext() if keeps else self._language.memory_zone():
            return [self._read(doc) for doc in self._language.pipe(texts)]

    def _read(self, doc: Any) -> Parse:  # noqa: ANN401 -- spaCy's docs carry no types
        """Take over what the pipeline found."""
        text, labels, classes = doc.text, self._labels, self._classes
        tokens: list[Token] = []
        heads: list[int] = []
        before = ""
        for i, (tag, dep, pos, head, idx, length) in enumerate(doc.to_array(COLUMNS).tolist()):
            token = Token(i, idx, text[idx : idx + length], tag=labels[tag], dep=labels[dep], pos=labels[pos])
            if token.is_space:
                token.tag_, token.dep_ = SPACE_TAG, SPACE_DEP
            if classes:
                token.pos_ = classes.of(token.tag_, token.dep_, token.lower_, before=before)
            tokens.append(token)
            heads.append((i + head) % WHOLE)
            before = token.dep_
        return Parse(text, tokens, heads)


class _Labels(dict[int, str]):
    """The names of tags and relations, by the numbers that a pipeline has for them."""

    def __init__(self, strings: Any) -> None:  # noqa: ANN401 -- spaCy's store carries no types
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        self[number] = name = str(self._strings[number])
        return name


def _word_classes(language: Language) -> WordClasses | None:
    """Read the rules for word classes; None where the pipeline has none, or others than we read."""
    if not language.has_pipe(CLASSIFIER):
        return None
    ruler: Any = language.get_pipe(CLASSIFIER)
    return WordClasses(ruler.patterns) if WordClasses.can_read(ruler.patterns) else None
