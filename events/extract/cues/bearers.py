"""Who else bears a name: persons, peoples, armed groups, organisations and teams, all of them no places."""

from collections.abc import Sequence

from events.extract.grammar.syntax import Token
from events.extract.words.known_actors import name_words
from events.extract.words.lexicon import Lexicon

__all__ = ["BearerReader"]

LOOSE_PARTS = frozenset({"compound", "nmod", "amod"})
SAYS = "nsubj"


class BearerReader:
    """Knows by its words and by what stands before it that a run of names is no place's name."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon, self._words = lexicon, lexicon.roles

    def is_no_place(self, run: Sequence[Token]) -> bool:
        """Know "Mr. Okello", "Serbs", "Suspected Boko Haram", "Real Madrid", "the Liberal Party" and "the North"."""
        return self._is_people(run) or self._is_titled(run) or self._is_organisation(run) or self._is_kind_alone(run)

    def is_speaker(self, head: Token) -> bool:
        """Know the government of "Jordan said", which is where nothing happened."""
        return head.dep_ == SAYS and head.head.lower_ in self._lexicon.stances["attributed"]

    def is_person(self, run: Sequence[Token]) -> bool:
        """Know "Mark Okello" by his given name; of a place that is named so, a preposition tells."""
        return len(run) > 1 and run[0].lower_ in self._lexicon.given_names

    def _is_people(self, run: Sequence[Token]) -> bool:
        """Know Serbs, who are no place, and Serbian, which is none."""
        name = run[0].doc[run[0].i : run[-1].i + 1].text.casefold()
        if name in self._lexicon.demonyms:
            return True
        words = [word for token in run for word in name_words(token.text)]
        # "Suspected Boko Haram" begins a sentence
        return any(tuple(words[start:]) in self._lexicon.actors for start in range(min(2, len(words))))

    def _is_titled(self, run: Sequence[Token]) -> bool:
        before = run[0].nbor(-1) if run[0].i else None
        titles = self._words["titles"]
        return run[0].lower_ in titles or (before is not None and before.lower_ in titles)

    def _is_organisation(self, run: Sequence[Token]) -> bool:
        is_team = len(run) > 1 and run[0].lower_ in self._lexicon.teams
        return is_team or run[-1].lower_ in self._words["organisations"]

    def _is_kind_alone(self, run: Sequence[Token]) -> bool:
        """Know "the North", "the Orthodox monastery" and what a comma cut off from "St. Anthony's Church"."""
        kinds = self._words["place_kinds"] | self._words["directions"] | self._words["site_describers"]
        head = run[-1]
        divisions = self._words["place_kinds"] - self._words["named_sites"]
        names_a_kind = head.dep_ in LOOSE_PARTS and head.head.lower_ in divisions  # "North province"
        return not names_a_kind and all(token.lower_ in kinds for token in run)
