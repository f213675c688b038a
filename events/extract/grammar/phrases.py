"""Noun phrases: who or what they name, and how many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from events.extract.grammar.headcount import DEFINITE, HeadCounter, is_none, left_of
from events.extract.words.counts import Numbers
from events.extract.words.entries import Noun
from events.extract.words.known_actors import KnownActor, name_words
from events.extract.words.lexicon import Lexicon
from schemas.count import Count
from schemas.vocabulary import ActorKind, ActorType, CasualtyKind

__all__ = ["Phrase", "PhraseReader", "Token", "is_pointed_at"]

# spaCy's tokens carry no types of their own
Token = Any

ADDITIONAL = frozenset({"more", "other", "others", "another", "additional", "further"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
STATES = frozenset({ActorType.STATE_FORCES, ActorType.EXTERNAL})
# "Kurdish rebels" are rebels and "Serb policemen" police, but "Serb gunmen" an identity militia
OWN_TYPES = STATES | {ActorType.REBEL_GROUP, ActorType.PROTESTERS, ActorType.RIOTERS}
SKIPPED_IN_NAMES = frozenset(
    {
        "DT",
        "CD",
        "PDT",
        "PRP",
        "PRP$",
        "JJR",
        "JJS",
        "RB",
        "IN",
        "RBR",
        "RBS",
        "WRB",
        "WP$",
        "WDT",
        "CC",
        ",",
        ":",
        "HYPH",
    }
)
QUANTIFIERS = frozenset({"other", "several", "many", "few", "more", "-"})
BRACKETS = str.maketrans("", "", '[]()"')
SHORT = 5  # letters: "fur" and "chin" are no peoples unless they are written so


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of one sentence; `start` and `end` count the sentence's characters.

    `core` is the noun that says who is meant ("Serbs" in "a group of Serbs"), `name` the words a coder would
    write, `titles` what else the words call them ("reporter Ana Cruz"). `is_whoever`: "the attackers" are whoever
    attacked; `is_rank`: "two officers" are some of a force that may be named. `fated` is what the people it points at
    were told to have suffered: "the wounded", "two of the hostages".
    """

    head: Token
    core: Token
    start: int
    end: int
    name: str
    count: Count | None
    noun: Noun | None
    known: KnownActor | None
    country_code: str | None
    is_additional: bool
    is_definite: bool
    is_none: bool
    is_proper: bool
    is_armed: bool
    is_country: bool = False
    is_body: bool = False
    fated: frozenset[CasualtyKind] = frozenset()
    is_whoever: bool = False
    is_rank: bool = False
    titles: frozenset[str] = frozenset()

    @property
    def is_generic(self) -> bool:
        """Say whether the words tell nothing of whose side it is: "five people"."""
        return self.known is None and not self.is_proper and (self.noun is None or self.noun.is_generic)

    @property
    def is_pointing(self) -> bool:
        """Say whether the words only point at somebody told before: "three others", "the victims"."""
        return self.known is None and self.noun is not None and self.noun.is_pointing

    @property
    def is_thing(self) -> bool:
        """Say whether a thing is meant: a bridge, a convoy."""
        return self.noun is not None and self.noun.is_thing

    @property
    def is_doer(self) -> bool:
        """Say whether the words name anybody who can do something: no bomb, no bridge, no "victim".

        "An armed group" is somebody, and "a Russian drone" is Russia's.
        """
        if self.is_pointing:
            return False
        if self.is_thing:
            return self.country_code is not None and self.noun is not None and self.noun.is_machine
        return self.known is not None or self.noun is not None or self.is_armed or self.is_country

    def is_doer_of(self, deed: Token) -> bool:
        """Say whether the words name who can have done it; a mere name must stand by the deed's own word.

        "Ana Cruz shot him", "he was shot by Ana Cruz": elsewhere names are of those who speak of it, and of towns.
        """
        if self.is_doer or not self.is_proper or " " not in self.name:
            return self.is_doer
        head = self.head
        while head.dep_ == "conj":
            head = head.head
        if head.dep_ == "pobj" and head.head.lower_ == "by":
            head = head.head
        return (head.dep_ in ("nsubj", "agent") and head.head.i in (deed.i, deed.head.i)) or deed.head.i == head.i

    @property
    def is_people(self) -> bool:
        """Say whether a people is named ("Serbs"), which alone is no armed actor."""
        return self.known is not None and self.known.is_people

    @property
    def kind(self) -> ActorKind:
        """Say what takes part."""
        if self.is_thing and not self.is_doer:
            return ActorKind.THING
        if (self.known and not self.known.is_people) or self.is_country:
            return ActorKind.ORGANISATION
        single = self.count is not None and self.count.high == 1
        return ActorKind.PERSON if single else ActorKind.GROUP

    def type(self, *, bears_arms: bool) -> ActorType | None:
        """Give ACLED's actor type; a people with arms is an identity militia, without it names no armed actor."""
        if self.is_people and (self.noun is None or self.noun.type not in OWN_TYPES):
            return ActorType.IDENTITY_MILITIA if bears_arms or self.is_armed else ActorType.CIVILIANS
        if self.known and not self.is_people:
            return self.known.type
        if self.is_country or (self.is_thing and self.is_doer):
            return ActorType.STATE_FORCES if bears_arms else None
        if self.noun and self.noun.type:
            return self.noun.type
        return ActorType.POLITICAL_MILITIA if self.is_armed else None


class PhraseReader:
    """Reads noun phrases off a dependency parse."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._numbers = Numbers(lexicon.numbers)
        self._heads = HeadCounter(lexicon, self._numbers)
        self._longest_name = max(len(words) for words in lexicon.actors)
        self._first_words = {words[0] for words in lexicon.actors}

    def read_all(self, token: Token) -> Iterator[Phrase]:
        """Read the phrase that `token` heads and those coordinated with it."""
        core = self._core(token)
        below = _conjuncts(core) if core is not token else []  # "a group of Serbs and the police"
        for head in (token, *_conjuncts(token), *below):
            yield self.read(head)

    def read(self, head: Token) -> Phrase:
        """Read the phrase that `head` heads."""
        core = self._core(head)
        left = left_of(head) if core.i >= head.i else left_of(core)
        return self._phrase(head, core, left, [] if core is head else left_of(core))

    def read_run(self, words: Sequence[Token]) -> Phrase:
        """Read a phrase that is a run of words ending on its head, whatever the parse makes of it."""
        return self._phrase(words[-1], words[-1], list(words[:-1]), [])

    def _phrase(self, head: Token, core: Token, left: list[Token], inner: list[Token]) -> Phrase:
        words = [token.lower_ for token in left]
        lower = [token.lower_ for token in (*left, *inner, core)]
        noun = self._noun(core, lower)
        known = self._known([*left, *inner], core) or self._belonging(core, noun)
        first, last = min([*left, head], key=_position), max(head, core, key=_position)
        return Phrase(
            head=head,
            core=core,
            start=first.idx,
            end=last.idx + len(last.text),
            name=known.name if known and not known.is_people else self._name(core, left if core is head else inner),
            count=self._heads.read(head, core, words),
            noun=noun,
            known=known,
            country_code=self._country([*left, *inner, core]) or (known.country_code if known else None),
            is_additional=_is_additional([*words, head.lower_, *_after_number(head)]),
            is_definite=bool(words) and words[0] in DEFINITE,
            is_none=is_none(words, head),
            is_proper=core.tag_ in ("NNP", "NNPS") and noun is None,
            is_country=core.tag_ == "NNP"
            and noun is None
            and " ".join(lower[-3:]).removeprefix("the ") in self._lexicon.countries,
            fated=self._lexicon.fated.get(core.lower_, frozenset()) if is_pointed_at(core) else frozenset(),
            is_body=core.lower_ in self._lexicon.roles["bodies"],
            is_armed=bool(self._lexicon.people["armed"].intersection(lower)) or bool(noun and noun.is_armed),
            is_whoever=known is None and core.lower_ in self._lexicon.people["doers"],
            is_rank=core.lower_ in self._lexicon.people["ranks"],
            titles=frozenset(self._titles(core, lower)),
        )

    def _titles(self, core: Token, lower: list[str]) -> Iterator[str]:
        """Give what somebody is said to be beside a name: "reporter Ana Cruz", "Ana Cruz, a reporter"."""
        apposed = [child.lower_ for child in core.children if child.dep_ == "appos"]
        for word in (*lower[:-1], *apposed):
            noun = self._lexicon.nouns.get(word)
            if noun is not None and not noun.is_thing and not noun.is_generic:
                yield word

    def _core(self, head: Token) -> Token:
        """Go down from "group" to "Serbs" in "a group of Serbs"."""
        core = head
        for _ in range(3):
            if core.lower_ not in self._lexicon.people["unit_words"] and not self._numbers.is_number(core.lower_):
                break
            below = [
                o
                for p in core.children
                if p.dep_ == "prep" and p.lower_ == "of"
                for o in p.children
                if o.dep_ == "pobj"
            ]
            if not below or (self._heads.is_one(core) and self._heads.is_thing(below[0])):  # "crew members of a truck"
                break
            core = below[0]
        return core

    def _belonging(self, core: Token, noun: Noun | None) -> KnownActor | None:
        """Find whose "guerrillas of the FMLN" are, "fighters from Boko Haram", "men who belonged to the ELN"."""
        if noun is None or noun.is_thing or noun.is_pointing:
            return None
        for owner in _owners(core, self._lexicon.roles["belonging"]):
            name = self._core(owner)
            known = self._known(left_of(name), name)
            if known is not None and not known.is_people:
                return known
        return None

    def _name(self, core: Token, left: list[Token]) -> str:
        """Write the phrase as a coder would: no articles, nothing up to the last number."""
        numbers = [position for position, token in enumerate(left) if self._numbers.is_number(token.lower_)]
        left = left[numbers[-1] + 1 :] if numbers else left
        while left and (left[0].tag_ in SKIPPED_IN_NAMES or left[0].lower_ in QUANTIFIERS):
            left = left[1:]
        first = left[0] if left else core
        return " ".join(core.doc.text[first.idx : core.idx + len(core.text)].translate(BRACKETS).split())

    def _noun(self, core: Token, lower: list[str]) -> Noun | None:
        """Let "rebel" and "army" decide over "fighters" and "forces"."""
        nouns = self._lexicon.nouns
        noun = nouns.get(core.lower_)
        decides = (
            noun is None
            or noun.is_generic
            or noun.type is ActorType.POLITICAL_MILITIA
            or core.lower_ in ("forces", "force")
        )
        if (noun and (noun.is_thing or noun.is_pointing)) or core.lower_ in self._lexicon.deeds:
            return noun
        modifiers = [found for word in lower[:-1] if (found := nouns.get(word)) and found.type and found.is_armed]
        if noun and noun.type in STATES and not decides:  # "guerrilla commandos" are no army's
            modifiers = [modifier for modifier in modifiers if modifier.type is ActorType.REBEL_GROUP]
            return modifiers[0] if modifiers else noun
        return modifiers[0] if modifiers and decides else noun

    def _known(self, left: list[Token], core: Token) -> KnownActor | None:
        """Find the longest name of a known actor that begins no later than the core: "Army of National Liberation"."""
        behind = core.doc[core.i + 1 : min(core.i + self._longest_name, core.right_edge.i + 1)]
        words = [(word, token) for token in (*left, core, *behind) for word in name_words(token.text)]
        starts = [at for at, (word, token) in enumerate(words) if token.i <= core.i and word in self._first_words]
        for length in range(self._longest_name, 0, -1):
            for start in starts:
                name = tuple(word for word, _ in words[start : start + length])
                known = self._lexicon.actors.get(name) if len(name) == length else None
                if known and (length > 1 or len(name[0]) > SHORT or words[start][1].text[:1].isupper()):
                    return known
        return None

    def _country(self, words: Sequence[Token]) -> str | None:
        homographs = self._lexicon.roles["homographs"]
        # "their car" is of no republic
        lower = ["" if word.lower_ in homographs and not word.text.isupper() else word.lower_ for word in words]
        for length in (3, 2, 1):
            for start in range(len(lower) - length + 1):
                name = " ".join(lower[start : start + length])
                code = self._lexicon.demonyms.get(name) or self._lexicon.countries.get(name)
                if code:
                    return code
        return None


def _owners(core: Token, belonging: frozenset[str]) -> Iterator[Token]:
    """Give what stands behind a noun's "of", "from" or "believed to belong to", and in apposition to that."""
    links = [child for child in core.children if child.i > core.i and child.lower_ in belonging]
    # the parse may take "fighters believed to belong to it" for what they believed
    links += [core.head] if core.dep_ in ("nsubj", "nsubjpass") and core.head.lower_ in belonging else []
    for _ in range(3):
        links += [below for link in links for below in link.children if below.dep_ in ("prep", "xcomp")]
    for link in {link.i: link for link in links}.values():
        for owner in link.children:
            if owner.dep_ in ("pobj", "attr"):
                yield owner
                yield from (name for name in owner.children if name.dep_ == "appos")


def _after_number(head: Token) -> list[str]:
    """Give "more" of "two more died", where the number is the head."""
    return [child.lower_ for child in head.children if child.i == head.i + 1] if head.tag_ == "CD" else []


def _is_additional(words: list[str]) -> bool:
    """Know "four more" and "others", but not "more than four"."""
    return any(
        word in ADDITIONAL and (word != "more" or words[position + 1 : position + 2] != ["than"])
        for position, word in enumerate(words)
    )


def is_pointed_at(core: Token) -> bool:
    """Know people told before by the article of their noun: "the wounded", "two of those hostages"."""
    left = left_of(core)
    return bool(left) and left[0].lower_ in POINTING


def _position(token: Token) -> int:
    return int(token.i)


def _conjuncts(token: Token) -> list[Token]:
    """List what follows "and", in order."""
    found: list[Token] = []
    queue = [token]
    while queue:
        last = queue.pop()
        nouns = [
            child
            for child in last.children
            if (child.dep_ == "conj" or _is_next_name(child) or _is_next_item(child))
            and child.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "ADJ")
        ]
        found.extend(nouns)
        queue.extend(nouns)
    return sorted(found, key=_position)


def _is_next_name(token: Token) -> bool:
    """Know "Ben" in "Ana, Ben and Carl", which the parse takes for another name of Ana."""
    is_name = token.dep_ == "appos" and token.tag_ == "NNP" and token.head.tag_ == "NNP"
    return is_name and any(child.dep_ == "conj" and child.tag_ == "NNP" for child in token.children)


def _is_next_item(token: Token) -> bool:
    """Know "three cooks" in "one clerk, three cooks, and four guards", which the parse takes for the clerk."""
    is_counted = token.dep_ == "appos" and any(child.dep_ == "nummod" for child in token.children)
    is_listed = any(child.dep_ == "cc" and child.i > token.i for child in (*token.head.children, *token.children))
    return is_counted and is_listed and any(child.dep_ == "nummod" for child in token.head.children)
