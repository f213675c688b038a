"""Groups of victims made of phrases: each with its words, its parts, and those who harmed it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from events.extract.cues.cue import VictimCue
from events.extract.grammar.phrases import Phrase, PhraseReader, Token
from events.extract.grammar.roles import subjects_of
from events.extract.modality.standing import Standing, StandingReader
from events.extract.words.lexicon import Lexicon
from schemas.count import Count
from schemas.vocabulary import CasualtyKind

__all__ = ["Deed", "GroupMaker"]

UNNAMING = frozenset({"WP", "WDT", "EX"})


@dataclass(frozen=True, slots=True)
class Deed:
    """What a word tells was done to people; `last` is the word that its words end on, if not itself.

    `is_certain` is not so where the words leave open whether it was that bad: "shot".
    """

    token: Token
    kind: CasualtyKind
    rule: str
    is_violent: bool = False
    is_certain: bool = True
    agents: tuple[Phrase, ...] = ()
    last: Token | None = None


class GroupMaker:
    """Makes the cues of a sentence's victims."""

    def __init__(self, lexicon: Lexicon, phrases: PhraseReader) -> None:
        self._subsets = lexicon.roles["subset"]
        self._phrases = phrases
        self._standings = StandingReader(lexicon)

    def under(self, deed: Deed, heads: Iterable[Token]) -> Iterator[VictimCue]:
        """Give the groups that some nouns head, with those coordinated with them and their parts."""
        for head in heads:
            for phrase in self._phrases.read_all(head):
                if phrase.head.tag_ not in UNNAMING or phrase.count is not None:
                    yield self.of(deed, phrase)
                    yield from self._parts(deed, phrase)

    def of(self, deed: Deed, phrase: Phrase, *, is_part: bool = False, is_total: bool = False) -> VictimCue:
        """Give the group that a phrase names."""
        last = deed.last or deed.token
        count = phrase.count
        if count is not None and not deed.is_certain:
            count = Count(low=0, best=count.best, high=count.high)
        return VictimCue(
            token=deed.token,
            start=min(phrase.start, deed.token.idx),
            end=max(phrase.end, deed.token.idx + len(deed.token.text), last.idx + len(last.text)),
            kind=deed.kind,
            phrase=phrase,
            count=count,
            is_violent=deed.is_violent,
            is_part=is_part,
            is_total=is_total,
            standing=self._standings.read(deed.token),
            agents=deed.agents,
            rule="harm-part" if is_part else f"harm-{deed.rule}",
        )

    def standing(self, token: Token) -> Standing:
        """Say whether what a word tells happened."""
        return self._standings.read(token)

    def agents(self, verb: Token) -> tuple[Phrase, ...]:
        """Give those who do it."""
        if verb.pos_ not in ("VERB", "AUX"):
            return ()
        return tuple(phrase for head in subjects_of(verb) for phrase in self._phrases.read_all(head))

    def unarmed(self, heads: Iterable[Token]) -> list[Token]:
        """Keep those who bear no arms: in a note, "gunmen shot" tells no victims."""
        return [head for head in heads if not self._phrases.read(head).is_armed]

    def _parts(self, deed: Deed, phrase: Phrase) -> Iterator[VictimCue]:
        """Read "including three children", "among them two officers", "one of them a nurse"."""
        heads = [phrase.head] if phrase.core is phrase.head else [phrase.head, phrase.core]
        joins = (child for head in heads for child in head.children if child.dep_ in ("prep", "acl"))
        for join in joins:
            if join.lower_ in self._subsets:
                below = [child for child in join.children if child.dep_ in ("pobj", "dobj")]
                parts = (part for head in below for part in self._phrases.read_all(head))
                yield from (self.of(deed, part, is_part=True) for part in parts if part.head.tag_ != "PRP")
