"""Actors, and what part they take in an incident."""

from datetime import date

from schemas.count import Count
from schemas.record import Record
from schemas.vocabulary import ActorKind, ActorType, Role, Side

__all__ = ["Actor", "Participation"]


class Actor(Record):
    """Somebody the codebook knows, under all names and in the years given; an open end is None."""

    actor_id: str
    name: str
    kind: ActorKind
    country_code: str | None = None
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


class Participation(Record):
    """One actor's part in one incident: an army at home is State forces, abroad External/Other.

    `type_as_told` is the type before the place was known, where the place changed it.
    """

    actor_id: str | None = None
    actor: str
    name_as_written: str | None = None
    kind: ActorKind
    type: ActorType | None = None
    country_code: str | None = None
    side: Side | None = None
    role: Role
    count: Count | None = None
    type_as_told: ActorType | None = None
