"""Who is named in a report: a word that is once a person's name is no place's later on."""

from collections.abc import Sequence
from itertools import pairwise

from events.places.finding.neighbours import Neighbours
from events.places.finding.spots import Spot
from events.places.finding.vocabulary import Vocabulary
from events.places.finding.weights import Forms
from events.places.finding.words import HYPHENS, Word, are_together

__all__ = ["named_persons"]


def named_persons(
    words: Sequence[Word], spots: Sequence[Spot], *, neighbours: Neighbours, titles: Forms, vocabulary: Vocabulary
) -> frozenset[str]:
    """List, in lower case, what stands behind a title or a given name, and pairs of names that no place has."""
    known = {(spot.stretch.first, spot.stretch.last) for spot in spots}
    persons: set[str] = set()
    for place, (before, word) in enumerate(pairwise(words)):
        if not word.is_name or word.gap in HYPHENS or not are_together(before, word):
            continue
        if titles.has(before) or neighbours.is_given_name(before):
            persons.add(word.lower)
        elif _are_names(before, word, vocabulary) and (place, place + 2) not in known:
            persons.update((before.lower, word.lower))
    return frozenset(persons)


def _are_names(before: Word, word: Word, vocabulary: Vocabulary) -> bool:
    if not before.is_name or any(vocabulary.has(one.lower) for one in (before, word)):
        return False
    return not any(one.text.isupper() and not one.in_capitals for one in (before, word))
