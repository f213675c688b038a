"""Whom and what an incident is known again by: names, the nouns of its victims and targets, "the", "another"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from events.extract.cues.cue import EventCue, VictimCue
from events.extract.grammar.phrases import Phrase
from events.extract.grammar.syntax import Token
from events.extract.weaving.pieces import Piece

__all__ = ["ADDING", "Identity", "identify", "is_another", "is_definite", "points_back"]

ANOTHER = frozenset(
    {"another", "second", "third", "separate", "similar", "fourth", "fifth", "other", "new", "different"}
)
ANAPHORIC = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "such"})
DEMONSTRATIVE = frozenset({"it", "this", "that"})
ADDING = frozenset({"also", "too", "likewise"})
WHICH = frozenset({"of", "on", "against"})
NAMING = frozenset({"compound", "appos", "flat", "nmod"})
SHORTEST = 3  # letters of a name: "de" is part of many


@dataclass(frozen=True, slots=True)
class Identity:
    """The names of those who suffered; `heads` are their nouns in the singular, `things` those of what was hit.

    `new_things` are things that are told for the first time ("a bridge"), `actors` the nouns of who did it;
    `knows_actors` where they are spoken of as known: "the attackers", "they". `given_names` begin a name of several
    words.
    """

    names: frozenset[str] = frozenset()
    given_names: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    new_things: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    is_single: bool = False
    knows_actors: bool = False

    def names_one_of(self, other: "Identity") -> bool:
        """Say whether a person of the other is named: Carlos Valencia is no Luis Carlos Galan."""
        return bool((self.names & other.names) - self.given_names)


def identify(pieces: Sequence[Piece]) -> Identity:
    """Read off who suffered and who did it."""
    suffering = [phrase for piece in pieces for phrase in piece.suffering]
    acting = [phrase for piece in pieces for phrase in piece.acting]
    persons = [phrase for phrase in suffering if phrase.known is None and not phrase.is_thing and _name_words(phrase)]
    hit = [phrase for piece in pieces if isinstance(piece.cue, EventCue) for phrase in piece.suffering]
    things = [phrase for phrase in hit if phrase.is_thing or (phrase.noun is None and not phrase.is_proper)]
    names = [_name_words(phrase) for phrase in (*persons, *_owners(pieces))]
    return Identity(
        names=frozenset(word for name in names for word in name),
        given_names=frozenset(name[0] for name in names if len(name) > 1),
        heads=frozenset(_head(phrase) for phrase in suffering if not phrase.is_proper and not phrase.is_generic),
        things=frozenset(map(_head, things)),
        new_things=frozenset(_head(phrase) for phrase in things if not phrase.is_definite),
        actors=frozenset(map(_head, acting)),
        knows_actors=any(_is_known(phrase) for phrase in acting),
        is_single=_are_single(pieces),
    )


def points_back(cue: EventCue) -> bool:
    """Know "the attack" and "this confrontation"; "the murder of a judge" says itself which it means."""
    return is_definite(cue.token) and not _says_which(cue.token)


def is_definite(token: Token) -> bool:
    """Know an event spoken of as known: "the attack", "this confrontation", "Smith's murder"."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    below = [child for child in token.children if child.i < token.i]
    if _is_said_of_it(token):
        return True
    if any(child.lower_ in ANOTHER for child in below):
        return False
    return any((child.dep_ == "det" and child.lower_ in ANAPHORIC) or child.dep_ == "poss" for child in below)


def _is_said_of_it(token: Token) -> bool:
    """Know what only names again what was told: "it was the second ambush this month"."""
    subjects = (child for child in token.head.children if child.dep_ == "nsubj")
    return token.dep_ == "attr" and any(subject.lower_ in DEMONSTRATIVE for subject in subjects)


def _says_which(noun: Token) -> bool:
    return any(child.dep_ == "prep" and child.lower_ in WHICH for child in noun.children)


def is_another(piece: Piece) -> bool:
    """Know one more by "another bomb", "a second attack", "they also attacked"."""
    token = piece.cue.token
    if isinstance(piece.cue, VictimCue) or _is_said_of_it(token):
        return False
    words = {child.lower_ for child in token.children if child.i < token.i}
    if token.pos_ in ("VERB", "AUX"):
        subjects = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")]
        words |= {word.lower_ for subject in subjects for word in subject.children}
        return bool(words & (ADDING | (ANOTHER - {"new"})))
    return bool(words & ANOTHER)


def _are_single(pieces: Sequence[Piece]) -> bool:
    """Say whether one by one are told, with names: of "three teachers" each may be named later."""
    harmed = [piece.cue.phrase for piece in pieces if isinstance(piece.cue, VictimCue) and piece.cue.phrase]
    is_one = all(phrase.count is None or phrase.count.high <= 1 for phrase in harmed)
    return is_one and any(map(_name_words, harmed))


def _is_known(phrase: Phrase) -> bool:
    """Know "the attackers" and "they"; "the army" is always there."""
    if phrase.head.tag_ == "PRP":
        return True
    return phrase.is_definite and phrase.known is None and not phrase.is_proper and not phrase.is_thing


def _owners(pieces: Iterable[Piece]) -> list[Phrase]:
    """Give those whose murder or kidnapping is told: "Smith's murder"."""
    return [
        phrase
        for piece in pieces
        if isinstance(piece.cue, EventCue)
        for phrase in piece.cue.roles.agents
        if phrase.head.dep_ == "poss" and phrase.is_proper
    ]


def _name_words(phrase: Phrase) -> list[str]:
    """Give the words of a person's name in their order, also where it stands beside: "the judge Ana Torres"."""
    heads = [child for child in phrase.head.children if child.dep_ == "appos"]
    if phrase.noun is None:
        heads.append(phrase.head)
    found = list(heads)
    for token in found:
        found.extend(child for child in token.children if child.dep_ in NAMING)
    words = {token.i: token.lower_ for token in found if token.tag_ == "NNP" and len(token.text) >= SHORTEST}
    return [words[position] for position in sorted(words)]


def _head(phrase: Phrase) -> str:
    """Give the noun in the singular, roughly: both sides of a comparison are cut alike."""
    return str(phrase.core.lower_).removesuffix("s")
