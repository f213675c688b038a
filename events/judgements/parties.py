"""Who took part, as a person says it: in place of those told, on their side and in their role."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from events.judgements.counts import UNKNOWN
from schemas.actor import Participation
from schemas.judgement import KnownParty
from schemas.vocabulary import ActorKind, ActorType, Role, Side

__all__ = ["named", "on_side", "typed"]

Parties = tuple[Participation, ...]
Known = Mapping[str, KnownParty]


def on_side(participants: Sequence[Participation], side: Side, name: str, known: Known) -> Parties:
    """Put the first of a side, whom the columns name, into the place of who is told; unknown leaves the side empty."""
    if name == UNKNOWN:
        return tuple(entry for entry in participants if entry.side is not side)
    before = next((entry for entry in participants if entry.side is side), None)
    new = _party(name, known, side=side, role=before.role if before else Role.PARTY, before=before)
    if before is None:
        return (*participants, new)
    return tuple(new if entry is before else entry for entry in participants)


def typed(participants: Sequence[Participation], side: Side, written: str) -> Parties:
    """Give the first of a side another type; where nobody is on it, nobody has one."""
    kind = None if written == UNKNOWN else ActorType(written)
    before = next((entry for entry in participants if entry.side is side), None)
    if before is None:
        return tuple(participants)
    new = before.model_copy(update={"type": kind, "type_as_told": None})
    return tuple(new if entry is before else entry for entry in participants)


def named(participants: Sequence[Participation], role: Role, written: str, known: Known) -> Parties:
    """Let those of a role be the ones named; who is not known to have had it took part all the same.

    Of those named whoever was told already stays; the others take the place of who was told wrongly.
    """
    if written == UNKNOWN:
        return tuple(_as_party(entry) if _has(entry, role) else entry for entry in participants)
    names = [name.strip() for name in written.split(";") if name.strip()]
    told = {_key(name): entry for entry in participants for name in (entry.actor, entry.name_as_written) if name}
    wrongly = [entry for entry in participants if _has(entry, role) and not _is_named(entry, names, known)]
    side = wrongly[0].side if wrongly else _side_of(role, participants)
    new: list[Participation] = []
    for name in names:
        party = told.get(_key(_canonical(name, known))) or told.get(_key(name))
        new.append(
            party.model_copy(update={"role": role}) if party else _party(name, known, side=side, role=role, before=None)
        )
    return _in_place(participants, new, leaving=lambda entry: entry in wrongly or _is_named(entry, names, known))


def _in_place(
    participants: Sequence[Participation], new: Iterable[Participation], *, leaving: Callable[[Participation], bool]
) -> Parties:
    """Put some where the first of those who leave stood, else behind all."""
    position = next((number for number, entry in enumerate(participants) if leaving(entry)), len(participants))
    before = [entry for entry in participants[:position] if not leaving(entry)]
    behind = [entry for entry in participants[position:] if not leaving(entry)]
    return (*before, *new, *behind)


def _has(entry: Participation, role: Role) -> bool:
    """Know a target, who may be told as a victim alone."""
    return entry.role is role or (role is Role.TARGET and entry.role is Role.VICTIM)


def _as_party(entry: Participation) -> Participation:
    return entry.model_copy(update={"role": Role.PARTY})


def _is_named(entry: Participation, names: Iterable[str], known: Known) -> bool:
    wanted = {_key(form) for name in names for form in (name, _canonical(name, known))}
    return _key(entry.actor) in wanted or (entry.name_as_written is not None and _key(entry.name_as_written) in wanted)


def _canonical(name: str, known: Known) -> str:
    return known[name].name if name in known else name


def _key(name: str) -> str:
    return name.casefold()


def _side_of(role: Role, participants: Sequence[Participation]) -> Side | None:
    """Seat somebody of whom no report tells on the side that is free: attackers first, then whom they hit."""
    taken = {entry.side for entry in participants}
    order = (Side.A, Side.B) if role is Role.PERPETRATOR else (Side.B, Side.A)
    return next((side for side in order if side not in taken), None)


def _party(name: str, known: Known, *, side: Side | None, role: Role, before: Participation | None) -> Participation:
    if before is not None and _is_named(before, [name], known):
        return before
    entry = known.get(name)
    return Participation(
        actor_id=entry.actor.actor_id if entry and entry.actor else None,
        actor=entry.name if entry else name,
        name_as_written=name,
        kind=entry.actor.kind if entry and entry.actor else ActorKind.GROUP,
        type=entry.type if entry else None,
        country_code=entry.country_code if entry else None,
        side=side,
        role=role,
        count=before.count if before else None,
    )
