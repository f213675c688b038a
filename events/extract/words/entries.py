"""What an entry of each of the extractor's codebooks says, as the rules use it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from schemas.vocabulary import ActorType, CasualtyKind, Weapon

__all__ = [
    "Blame",
    "Blow",
    "Harm",
    "Idiom",
    "Noun",
    "Pairing",
    "Topic",
    "Trigger",
    "blame_of",
    "blow_of",
    "harm_of",
    "idiom_of",
    "noun_of",
]


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a trigger word tells: ACLED's sub-event type, or a looser kind that the participants decide."""

    sub_event: str | None
    kind: str | None
    is_strong: bool
    weapon: Weapon | None


@dataclass(frozen=True, slots=True)
class Pairing:
    """Verbs that tell an event together with a word below them: in any clause, as an object, or in an infinitive.

    `as_subject` looks for the word among those who do it, `as_name` for any name that the verb acts upon. Where
    `with_object` names words, one of them must be what the verb acts upon.
    """

    verbs: frozenset[str]
    below: frozenset[str]
    in_infinitive: bool
    as_object: bool
    as_subject: bool
    as_name: bool
    with_object: frozenset[str]
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class Harm:
    """What a harm word tells, and where its victims stand: object, subject, of, predicate.

    `captive` is the kind where captors hold them ("detained by rebels"); some words tell harm of people
    alone ("seized"), some only of captors ("held").
    """

    kind: CasualtyKind
    victim: str
    is_violent: bool
    captive: CasualtyKind | None = None
    needs_people: bool = False
    needs_captors: bool = False


@dataclass(frozen=True, slots=True)
class Blow:
    """What a verb does of which only the circumstances tell how bad it was.

    `needs_weapon` where a weapon makes it harm ("hit by a bullet"), `is_melee` where only one held in the hand
    does: who is "attacked with rockets" may be unhurt.
    """

    kind: CasualtyKind
    deadly: CasualtyKind
    needs_weapon: bool
    is_melee: bool = False


@dataclass(frozen=True, slots=True)
class Idiom:
    """A verb and its object that together tell harm: "lost his life"."""

    verbs: frozenset[str]
    objects: frozenset[str]
    kind: CasualtyKind
    victim: str


@dataclass(frozen=True, slots=True)
class Blame:
    """Where the accused stands by a word of blame: subject, object, or behind a preposition."""

    accused: str
    objects: frozenset[str]
    is_loose: bool
    is_deed: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun says of the people or things it names."""

    type: ActorType | None
    is_armed: bool
    is_generic: bool
    is_thing: bool
    is_machine: bool
    is_pointing: bool
    is_broad: bool = False
    is_companion: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """What a report may be about: what follows from it, words that are its own, and words that it shares."""

    kind: str
    sure: frozenset[str]
    vague: frozenset[str]


def harm_of(entry: Mapping[str, Any]) -> Harm:
    """Read a word of harm."""
    return Harm(
        CasualtyKind(entry["kind"]),
        entry["victim"],
        bool(entry.get("violent")),
        captive=CasualtyKind(entry["captive"]) if "captive" in entry else None,
        needs_people=bool(entry.get("needs_people")),
        needs_captors=bool(entry.get("needs_captors")),
    )


def blow_of(entry: Mapping[str, Any]) -> Blow:
    """Read a blow."""
    return Blow(
        CasualtyKind(entry["kind"]),
        CasualtyKind(entry["deadly"]),
        needs_weapon=bool(entry.get("needs_weapon")),
        is_melee=bool(entry.get("melee")),
    )


def idiom_of(entry: Mapping[str, Any]) -> Idiom:
    """Read a verb that tells harm together with its object."""
    return Idiom(frozenset(entry["verb"]), frozenset(entry["object"]), CasualtyKind(entry["kind"]), entry["victim"])


def noun_of(entry: Mapping[str, Any], *, is_broad: bool, is_companion: bool) -> Noun:
    """Read what a noun says of those it names."""
    return Noun(
        type=ActorType(entry["type"]) if "type" in entry else None,
        is_armed=bool(entry.get("armed")),
        is_generic=bool(entry.get("generic")),
        is_thing=bool(entry.get("thing")),
        is_machine=bool(entry.get("machine")),
        is_pointing=bool(entry.get("pointing")),
        is_broad=is_broad,
        is_companion=is_companion,
    )


def blame_of(entry: Mapping[str, Any]) -> Blame:
    """Read words that say who did it."""
    return Blame(
        entry["accused"], frozenset(entry.get("objects", ())), bool(entry.get("loose")), bool(entry.get("deed"))
    )
