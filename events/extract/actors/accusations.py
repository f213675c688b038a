"""Who is said to have done it, away from the words that tell the deed: claims of responsibility, blame, suspicion."""

from collections.abc import Iterator
from dataclasses import dataclass

from events.extract.grammar.phrases import Phrase, PhraseReader, Token
from events.extract.grammar.roles import objects_of, subjects_of
from events.extract.kinds.typology import NON_STATE
from events.extract.modality.standing import StandingReader
from events.extract.words.entries import Blame
from events.extract.words.lexicon import Lexicon
from schemas.vocabulary import Status

__all__ = ["Accusation", "AccusationReader"]

COPULAR = frozenset({"acomp", "attr", "prep", "advmod", "oprd", "xcomp"})


@dataclass(frozen=True, slots=True)
class Accusation:
    """Somebody said to have done it; what is accused of stands among the words below `governor`.

    `is_loose` where the words are enough without the deed: "the FMLN claimed responsibility". `is_deed` where
    the words only tell what somebody did beside it: "two men fired at the car".
    """

    phrase: Phrase
    governor: Token
    is_loose: bool
    is_deed: bool = False


class AccusationReader:
    """Reads who is said to have done it off the parse of a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._blames = lexicon.blames
        self._abetting = lexicon.roles["abetting"]
        self._phrases = PhraseReader(lexicon)
        self._standings = StandingReader(lexicon)

    def read(self, doc: Token) -> Iterator[Accusation]:
        """Give everybody whom a sentence claims, blames or suspects; "no group claimed it" and denials give none."""
        for token in doc:
            for blame in self._blames.get(token.lower_, ()):
                governor = _governor(token, blame)
                if governor is not None and not self._is_denied(governor) and not self._is_abetting(governor):
                    yield from self._accused(token, governor, blame)

    def _accused(self, token: Token, governor: Token, blame: Blame) -> Iterator[Accusation]:
        for head in _heads(token, governor, blame):
            for phrase in self._phrases.read_all(head):
                is_somebody = phrase.noun or phrase.known or phrase.is_proper
                is_nobody = phrase.is_none or phrase.is_thing or phrase.is_pointing
                if is_somebody and not is_nobody and (not blame.is_deed or _may_have_struck(phrase)):
                    yield Accusation(phrase, governor, blame.is_loose, blame.is_deed)

    def _is_abetting(self, governor: Token) -> bool:
        """Know "accused the government of supporting the attackers", who are others."""
        clauses = [below for child in governor.children if child.dep_ == "prep" for below in child.children]
        return any(clause.lower_ in self._abetting for clause in clauses)

    def _is_denied(self, governor: Token) -> bool:
        is_negated = any(child.dep_ == "neg" for child in governor.children)
        return is_negated or self._standings.read(governor).status is Status.DENIED


def _governor(token: Token, blame: Blame) -> Token | None:
    """Find the verb whose parts say who is accused of what; None where the words mean something else."""
    if blame.objects:
        return token if _has_object(token, blame) else None
    if blame.accused == "of":
        return token.head if token.pos_ == "NOUN" else None
    if token.pos_ == "VERB" or (blame.accused == "held" and token.dep_ == "amod" and token.head.i < token.i):
        return token
    if any(child.dep_ == "nsubj" for child in token.children):
        return token  # "they hold the rebels responsible"
    return token.head if token.dep_ in COPULAR and token.head.pos_ in ("AUX", "VERB") else None


def _has_object(verb: Token, blame: Blame) -> bool:
    return any(child.lower_ in blame.objects for child in objects_of(verb))


def _heads(token: Token, governor: Token, blame: Blame) -> Iterator[Token]:
    if blame.accused == "doer":
        yield from subjects_of(governor)  # "perpetrated by the rebels"
    elif blame.accused == "held":
        yield from _held(token, governor)
    elif blame.accused == "subject":
        yield from _subject(token, governor, blame)
    elif blame.accused == "object":
        if not any(child.lower_ == "on" and child.dep_ == "prep" for child in token.children):
            yield from objects_of(token)
    else:
        # "blamed the attack on the rebels": the parse hangs "on" on the attack
        for child in (*token.children, *(below for noun in objects_of(token) for below in noun.children)):
            if child.dep_ in ("prep", "dative") and child.lower_ == blame.accused:
                yield from (below for below in child.children if below.dep_ == "pobj")


def _held(token: Token, governor: Token) -> Iterator[Token]:
    """Give who is held to be so: "they held the rebels responsible", whatever the parse hangs "rebels" on."""
    if token.dep_ == "oprd":
        yield from objects_of(governor)
    elif governor is token:
        yield from (child for child in token.children if child.dep_ == "nsubj")
        yield from [token.head] if token.dep_ == "amod" else []


def _subject(token: Token, governor: Token, blame: Blame) -> Iterator[Token]:
    if token is governor and _is_passive(token) and not blame.objects:
        yield from objects_of(token)  # "two colonels were implicated"
    elif token.dep_ != "oprd":
        yield from subjects_of(governor)


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or verb.dep_ == "acl"


def _may_have_struck(phrase: Phrase) -> bool:
    """Know who is no bystander: armed and no state's, or nobody in particular ("two men")."""
    kind = phrase.type(bears_arms=False)
    return kind in NON_STATE or (kind is None and phrase.noun is not None and phrase.noun.is_generic)
