"""The forms of a codebook, found in a text by its words: as fast with thousands of forms as with ten."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

__all__ = ["Forms", "any_of", "parts_of", "words_of"]

WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    r"""List a text's words in lower case; a hyphen or a line break parts them like a space.

    >>> words_of("A car-bomb went\noff.")
    ['a', 'car', 'bomb', 'went', 'off']
    """
    return WORD.findall(text.lower())


class Forms:
    """Some forms in lower case, of one word ("killed") or of several ("opened fire").

    Of each of `pairs` a word of the first group tells only beside one of the second ("took" beside "hostages").
    """

    def __init__(self, forms: Iterable[str], *, pairs: Iterable[tuple[frozenset[str], frozenset[str]]] = ()) -> None:
        self._pairs = tuple(pairs)
        self._alone: set[str] = set()
        self._joined: defaultdict[str, list[tuple[int, list[str]]]] = defaultdict(list)
        for words in map(words_of, forms):
            if len(words) == 1:
                self._alone.add(words[0])
            elif words:
                rarest = max(words, key=len)  # "a mob" is looked for where "mob" stands
                self._joined[rarest].append((words.index(rarest), words))

    def stand_in(self, words: Sequence[str]) -> bool:
        """Say whether one of the forms stands in a text, given its words."""
        if not self._alone.isdisjoint(words):
            return True
        if self._is_paired(set(words)):
            return True
        if self._joined.keys().isdisjoint(words):
            return False
        return any(self._stands_at(position, words) for position, word in enumerate(words) if word in self._joined)

    def _is_paired(self, words: set[str]) -> bool:
        return any(not first.isdisjoint(words) and not second.isdisjoint(words) for first, second in self._pairs)

    def _stands_at(self, position: int, words: Sequence[str]) -> bool:
        starts = ((position - before, form) for before, form in self._joined[words[position]])
        return any(start >= 0 and words[start : start + len(form)] == form for start, form in starts)


def parts_of(words: Iterable[str]) -> frozenset[str]:
    """Split "cease-fire" as a text's words are split."""
    return frozenset(part for word in words for part in words_of(word))


def any_of(forms: Iterable[str]) -> re.Pattern[str]:
    """Match any of a few forms, the longest first, with any white space or hyphen between its words."""
    longest = sorted(forms, key=len, reverse=True)
    written = (r"[\s-]+".join(re.escape(word) for word in form.split()) for form in longest)
    return re.compile(rf"\b(?:{'|'.join(written)})\b", re.IGNORECASE)
