"""The actors that the codebook names, by every name and by their ids."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from schemas.actor import Actor
from schemas.record import content_id
from schemas.vocabulary import ActorKind, ActorType

__all__ = ["KnownActor", "actor_entries", "actor_names", "actors_by_words", "known_actor", "name_words"]

NAME_BREAK = re.compile(r"['’]s\b|[^\w]")

Entry = Mapping[str, Any]
Names = Mapping[str, tuple["KnownActor", ...]]


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A group, force or people that the codebook `actors` names; `namesakes` share the name it was found by."""

    name: str
    type: ActorType | None
    country_code: str | None
    is_people: bool
    since: date | None = None
    until: date | None = None
    namesakes: tuple["KnownActor", ...] = ()

    @property
    def actor_id(self) -> str | None:
        """Name the entry by its name, country and first day; a people is no actor."""
        if self.is_people:
            return None
        return content_id("a", [self.name, self.country_code, self.since.isoformat() if self.since else None])


def name_words(name: str) -> tuple[str, ...]:
    """Split a name into what is compared of it, as the parse splits it or not.

    >>> name_words("Lord's Resistance Army"), name_words("M-19")
    (('lord', 'resistance', 'army'), ('m', '19'))
    """
    return tuple(NAME_BREAK.sub(" ", name.casefold()).split())


def known_actor(entry: Entry) -> KnownActor:
    """Read an actor; a year stands for its first day and its last."""
    since, until = entry.get("since"), entry.get("until")
    return KnownActor(
        name=entry["name"],
        type=ActorType(entry["type"]) if "type" in entry else None,
        country_code=entry.get("country"),
        is_people=bool(entry.get("people")),
        since=date(since, 1, 1) if isinstance(since, int) else since,
        until=date(until, 12, 31) if isinstance(until, int) else until,
    )


def actor_names(entries: Iterable[Entry]) -> Names:
    """Map every name of every known actor, as it is written, to those who bear it."""
    bearers: dict[str, list[KnownActor]] = {}
    for entry in entries:
        for name in dict.fromkeys((entry["name"], *entry.get("aliases", ()))):
            bearers.setdefault(name, []).append(known_actor(entry))
    return {name: tuple(actors) for name, actors in bearers.items()}


def actors_by_words(names: Names) -> Mapping[tuple[str, ...], KnownActor]:
    """Map every name, split in words, to the actor, who knows his namesakes."""
    bearers: dict[tuple[str, ...], list[KnownActor]] = {}
    for name, actors in names.items():
        bearers.setdefault(name_words(name), []).extend(actors)
    return {
        words: replace(actors[0], namesakes=tuple(actors[1:]) if len(set(actors)) > 1 else ())
        for words, actors in bearers.items()
    }


def actor_entries(entries: Iterable[Entry]) -> Mapping[str, Actor]:
    """Map the id of every known actor to its record; a people is no actor."""
    known = ((known_actor(entry), entry) for entry in entries)
    return {actor.actor_id: _record(actor, actor.actor_id, entry) for actor, entry in known if actor.actor_id}


def _record(actor: KnownActor, actor_id: str, entry: Entry) -> Actor:
    return Actor(
        actor_id=actor_id,
        name=actor.name,
        kind=ActorKind.ORGANISATION,
        country_code=actor.country_code,
        aliases=tuple(entry.get("aliases", ())),
        since=actor.since,
        until=actor.until,
    )
