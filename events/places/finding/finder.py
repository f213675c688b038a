"""Finds the names of places in whole reports, those of many reports with one look into the gazetteer."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from events.places.finding.judging import Jury, NameJudge
from events.places.finding.spots import Spot
from events.places.finding.stretches import Stretch, stretches
from events.places.finding.vocabulary import Vocabulary
from events.places.finding.weights import NameWeights
from events.places.finding.words import Word, read_words
from events.places.gazetteer import Gazetteer, Match
from events.places.weights import PlaceWeights
from schemas.place import PlaceReference
from schemas.span import Span

__all__ = ["NameFinder"]


class NameFinder:
    """Finds names by the gazetteer and by the words beside them; `vocabulary` tells them from words of the language.

    `codebook` is a folder of the user's own codebooks.
    """

    def __init__(self, gazetteer: Gazetteer, *, vocabulary: Vocabulary, codebook: Path | None = None) -> None:
        self._gazetteer, self._vocabulary = gazetteer, vocabulary
        book = NameWeights.load(overlay=codebook)
        self._joints = book.joints.forms
        kinds = PlaceWeights.load(overlay=codebook).kinds
        self._judge = NameJudge(book, kinds=kinds, vocabulary=vocabulary)

    def find(self, texts: Mapping[str, str]) -> dict[str, tuple[PlaceReference, ...]]:
        """Give the names of places in each text, left to right; a demonym has the relation "demonym"."""
        read = {key: read_words(text, is_common=self._vocabulary.has) for key, text in texts.items()}
        every = {key: list(stretches(texts[key], words, joints=self._joints)) for key, words in read.items()}
        known = self._gazetteer.named(stretch.text for some in every.values() for stretch in some)
        return {key: tuple(self._references(read[key], some, known)) for key, some in every.items()}

    def _references(
        self, words: Sequence[Word], some: Sequence[Stretch], known: Mapping[str, Sequence[Match]]
    ) -> Iterator[PlaceReference]:
        spots = [Spot(stretch, matches) for stretch in some if (matches := _usable(stretch, words, known))]
        for spot in Jury(words, spots, self._judge).accepted():
            span = Span(start=words[spot.stretch.first].start, end=words[spot.stretch.last - 1].end)
            yield PlaceReference(
                name=" ".join(spot.stretch.text.split()), span=span, relation="demonym" if spot.is_demonym else "loose"
            )


def _usable(stretch: Stretch, words: Sequence[Word], known: Mapping[str, Sequence[Match]]) -> tuple[Match, ...]:
    """Leave codes out where the name is not written as one."""
    is_code = stretch.text.isupper() and not words[stretch.first].in_capitals
    return tuple(match for match in known[stretch.text] if is_code or match.name_kind != "code")
