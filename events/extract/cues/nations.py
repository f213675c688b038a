"""The countries and peoples that a text names, wherever they stand: they vote for a country."""

import re
from collections.abc import Iterator
from itertools import pairwise

from events.extract.text.truecase import is_in_capitals
from events.extract.words.lexicon import Lexicon
from schemas.place import PlaceReference
from schemas.span import Span
from schemas.vocabulary import ActorType

__all__ = ["NationFinder"]

WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’](?!s\b)(?=\w)|\.(?=\w))*", re.IGNORECASE)
# a state's forces are sent abroad, a rebel seldom leaves his country
AT_HOME = frozenset({ActorType.REBEL_GROUP, ActorType.POLITICAL_MILITIA, ActorType.IDENTITY_MILITIA})
CONTINENTS = frozenset({"latin", "central", "north", "south"})  # "Latin American" says nothing of the United States
ACRONYM = 4  # letters
NEAREST = 2  # characters between the words of a name, a broken line among them


class NationFinder:
    """Finds countries by their names, peoples by their demonyms and armed groups by the country they fight in."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._homographs = lexicon.roles["homographs"]
        self._names: dict[tuple[str, ...], tuple[str, str | None]] = {}
        for name, actors in lexicon.actor_names.items():
            homes = {actor.country_code for actor in actors}
            home = homes.pop() if len(homes) == 1 and actors[0].type in AT_HOME else None
            if home and (len(name) > ACRONYM or name.isupper()):  # in capitals "LeT" is "let"
                self._names[_words(name)] = "actor", lexicon.country_names[home]
        for demonym, code in lexicon.demonyms.items():
            self._names[_words(demonym)] = "demonym", lexicon.country_names[code]
        for country in lexicon.countries:
            self._names[_words(country)] = "country", None
        self._names.pop((), None)  # of "3R" and "444" no letters are left
        self._longest = {words[0]: 0 for words in self._names}
        for words in self._names:
            self._longest[words[0]] = max(self._longest[words[0]], len(words))

    def votes(self, text: str, *, start: int = 0) -> Iterator[PlaceReference]:
        """Give what a text names, left to right, the longest name where several fit.

        `start` is the text's place in the report. The relation says what was named: a country, a demonym, whose
        country stands in `within`, or an actor, for whom his country's name is given.
        """
        in_capitals = is_in_capitals(text)
        matches = list(WORD.finditer(text))
        position = 0
        while position < len(matches):
            length = self._length_at(matches, position, in_capitals=in_capitals)
            if length:
                span = Span(start=start + matches[position].start(), end=start + matches[position + length - 1].end())
                relation, country = self._names[_folded(matches[position : position + length])]
                name = country if relation == "actor" and country else text[span.start - start : span.end - start]
                within = (country,) if relation == "demonym" and country else ()
                if relation != "demonym" or not _is_bracketed(text, span.start - start, span.end - start):
                    yield PlaceReference(name=name, span=span, relation=relation, within=within)
            position += length or 1

    def _length_at(self, matches: list[re.Match[str]], position: int, *, in_capitals: bool) -> int:
        first = matches[position].group()
        if not first[0].isupper() or first.lower() not in self._longest:
            return 0
        for length in range(min(self._longest[first.lower()], len(matches) - position), 0, -1):
            some = matches[position : position + length]
            if _folded(some) in self._names and _is_together(some):
                return 0 if self._is_misleading(matches, position, in_capitals=in_capitals) else length
        return 0

    def _is_misleading(self, matches: list[re.Match[str]], position: int, *, in_capitals: bool) -> bool:
        """Know the pronoun of "TOLD US", the vehicle of "A CAR", and a continent's people."""
        word = matches[position].group()
        if word.lower() in self._homographs:
            return in_capitals or not word.isupper()
        before = matches[position - 1].group().lower() if position else ""
        return word.lower().startswith("america") and before in CONTINENTS


def _is_bracketed(text: str, start: int, end: int) -> bool:
    """Know "two doctors (Italian)": where somebody comes from is not where he was."""
    return text[max(0, start - 1) : start] == "(" and text[end : end + 1] in (")", ",")


def _words(name: str) -> tuple[str, ...]:
    return tuple(match.group() for match in WORD.finditer(name.casefold()))


def _folded(matches: list[re.Match[str]]) -> tuple[str, ...]:
    return tuple(match.group().casefold() for match in matches)


def _is_together(matches: list[re.Match[str]]) -> bool:
    gaps = pairwise(matches)
    return all(after.start() - before.end() <= NEAREST for before, after in gaps)
