"""Groups of victims made of phrases: each with its words, its parts, and those who harmed it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from events.extract.cues.cue import VictimCue
from events.extract.grammar.phrases import Phrase, PhraseReader, Token
from events.extract.grammar.pronouns import means_one
from events.extract.grammar.roles import subjects_of
from events.extract.modality.standing import Standing, StandingReader
from events.extract.words.lexicon import Lexicon
from schemas.count import Count
from schemas.vocabulary import CasualtyKind

__all__ = ["Deed", "GroupMaker"]

JOINED = frozenset({"conj", "xcomp", "advcl", "acl"})  # verbs that share their subject, if they have none
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
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
        self._measures = lexicon.measures
        self._nouns, self._mass = lexicon.nouns, lexicon.people["mass"]
        self._many = lexicon.people["collectives"] | lexicon.captivity  # "held hostage" tells of nobody's number
        self._phrases = phrases
        self._standings = StandingReader(lexicon)

    def under(self, deed: Deed, heads: Iterable[Token]) -> Iterator[VictimCue]:
        """Give the groups that some nouns head, with those coordinated with them and their parts."""
        for head in heads:
            for phrase in (*self._meant(head), *self._lifted(head)):
                is_nobody = phrase.core.lower_ in self._measures  # "shot dead 100 m from his house"
                if not is_nobody and (phrase.head.tag_ not in UNNAMING or phrase.count is not None):
                    yield self.of(deed, phrase)
                    yield from self._parts(deed, phrase)

    def _meant(self, head: Token) -> Iterator[Phrase]:
        """Give whom a pronoun means where its own sentence says it: "two cooks were walking home when they were shot".

        They are the subject of a verb that the pronoun's clause hangs on, other than by "said that".
        """
        phrases = list(self._phrases.read_all(head))
        is_one = means_one(phrases[0])
        if is_one is None or head.tag_ != "PRP":
            yield from phrases
            return
        for subject in _subjects_over(head):
            told = [phrase for phrase in self._phrases.read_all(subject) if phrase.count and self._is_person(phrase)]
            counted = sum(phrase.count.best for phrase in told if phrase.count)
            if counted and (counted == 1) is is_one:
                yield from told
                return
        yield from phrases

    def _lifted(self, head: Token) -> Iterator[Phrase]:
        """Give people that the parse puts beside an employer: "two cooks from a relief agency and a nun".

        Only whoever is counted, and only beside what is nobody.
        """
        joins = [child for child in head.children if child.i > head.i and child.dep_ in ("prep", "acl")]
        joins += [below for join in joins if join.dep_ == "acl" for below in join.children if below.dep_ == "prep"]
        for owner in (below for join in joins for below in join.children if below.dep_ == "pobj"):
            first, *others = self._phrases.read_all(owner)
            if first.noun is None or first.is_thing:
                yield from (each for each in others if each.count is not None and self._is_person(each))

    def _is_person(self, phrase: Phrase) -> bool:
        noun = phrase.noun or self._nouns.get(phrase.head.lower_)  # "a member of the agency"
        return noun is not None and not noun.is_thing

    def of(self, deed: Deed, phrase: Phrase, *, is_part: bool = False, is_total: bool = False) -> VictimCue:
        """Give the group that a phrase names."""
        last = deed.last or deed.token
        count = self._one(phrase) if phrase.count is None else phrase.count
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

    def _one(self, phrase: Phrase) -> Count | None:
        """Know one person without an article: "militants killed driver", "personnel was shot"."""
        core = phrase.core
        if core is not phrase.head or core.tag_ not in ("NN", "NNS") or phrase.noun is None or phrase.noun.is_pointing:
            return None
        if core.lower_ in self._mass:
            # "staff was attacked and got two stab wounds"
            is_one = core.dep_ == "nsubjpass" and any(child.lower_ in ("was", "is") for child in core.head.children)
        else:
            is_one = core.tag_ == "NN" and not phrase.is_thing and core.lower_ not in self._many
        return Count.exactly(1) if is_one else None

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


def _subjects_over(pronoun: Token) -> Iterator[Token]:
    """Give the subjects of the verbs that a pronoun's clause hangs on, the nearest first."""
    below = pronoun.head
    is_object = pronoun.dep_ not in SUBJECTS
    for verb in below.ancestors:
        if below.dep_ == "ccomp":
            return
        # "a man broke in and shot him": the man is not shot
        is_object = is_object and below.dep_ in JOINED
        if verb.pos_ in ("VERB", "AUX") and not is_object:
            yield from (child for child in verb.children if child.dep_ in SUBJECTS and child.i < pronoun.i)
        below = verb
