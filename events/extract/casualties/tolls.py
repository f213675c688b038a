"""A telling's casualties by kind and side, each count with its claims."""

from collections.abc import Sequence
from dataclasses import dataclass

from events.extract.actors.cast import Member, Seated
from events.extract.casualties.group import Group
from events.extract.casualties.grouping import group_victims
from events.extract.casualties.ledger import Entry, settle, without
from events.extract.casualties.told import Told
from events.extract.claiming import ClaimBook
from events.extract.kinds.typology import ARMED, STATES
from events.extract.weaving.strands import Piece, Strand
from schemas.casualties import Casualties, total
from schemas.claim import Claim
from schemas.count import Count
from schemas.span import Span
from schemas.vocabulary import ActorType, CasualtyKind, Field, Side

__all__ = ["by_side", "count_casualties", "side_of"]

SIDES = tuple(Side)
# of a suicide bomber whose death is not told: he raises only `high`
BOMBER_SUB_EVENT = "Suicide bomb"


@dataclass(frozen=True, slots=True)
class _Counted:
    """A group of victims and its claim."""

    group: Group
    claim: Claim


def count_casualties(
    strand: Strand, members: Sequence[Member], claims: ClaimBook, *, sub_event_type: str
) -> tuple[Casualties, ...]:
    """Count each kind of casualty by side, claiming every figure and every sum."""
    told = group_victims(strand.pieces)
    counted: list[Casualties] = []
    for kind in CasualtyKind:
        groups = [_claimed(entry, members, claims) for entry in told if entry.kind is kind and entry.cue.count]
        entries = without(settle([entry.group for entry in groups]), _moved(told, kind))
        casualties = by_side(kind, entries, members)
        if kind is CasualtyKind.KILLED and sub_event_type == BOMBER_SUB_EVENT:
            casualties = _with_bomber(casualties, groups, claims)
        _claim_sum(kind, casualties, groups, claims)
        counted.extend(casualties)
    return tuple(counted)


def _moved(told: Sequence[Told], kind: CasualtyKind) -> int:
    """Count those of a kind of whom it is told later that they died."""
    entries = settle([entry.group for entry in told if entry.was is kind and entry.cue.count])
    return sum(entry.count.best for entry in entries)


def _claimed(entry: Told, members: Sequence[Member], claims: ClaimBook) -> _Counted:
    group, cue = entry.group, entry.cue
    claim = claims.quote(
        Field(entry.kind.value),
        entry.piece.span,
        rule=cue.rule,
        value=str(group.count.best),
        count=group.count,
        side=side_of(group.type, members) if group.type else None,
        modality=cue.standing.modality,
        speaker=_speaker(entry.piece),
    )
    return _Counted(group, claim)


def _speaker(piece: Piece) -> Span | None:
    speaker = piece.cue.standing.speaker
    return piece.reading.sentence.span(*speaker) if speaker else None


def by_side(kind: CasualtyKind, entries: Sequence[Entry], members: Sequence[Seated]) -> tuple[Casualties, ...]:
    """Sum the counts of each side."""
    counts: dict[Side, Count] = {}
    for entry in entries:
        side = side_of(entry.type, members) if entry.type else Side.UNKNOWN
        counts[side] = counts[side] + entry.count if side in counts else entry.count
    return tuple(Casualties(kind=kind, side=side, count=counts[side]) for side in SIDES if side in counts)


def side_of(victim: ActorType, members: Sequence[Seated]) -> Side:
    """Give the side of the members of a type; civilians and protesters bear no arms."""
    if victim in (ActorType.CIVILIANS, ActorType.PROTESTERS):
        return Side.CIVILIANS
    for member in members:
        if member.type is victim and member.side in (Side.A, Side.B):
            return member.side
    for member in members:
        alike = (victim in STATES and member.type in STATES) or (
            victim in ARMED - STATES and member.type in ARMED - STATES
        )
        if alike and member.side in (Side.A, Side.B):
            return member.side
    return Side.UNKNOWN


def _with_bomber(
    casualties: tuple[Casualties, ...], told: Sequence[_Counted], claims: ClaimBook
) -> tuple[Casualties, ...]:
    """Let a suicide bomber whose death nobody tells raise only the highest count."""
    bomber_told = any(entry.group.type in ARMED - STATES for entry in told)
    if bomber_told or not casualties:
        return casualties
    last = casualties[-1]
    raised = Count(low=last.count.low, best=last.count.best, high=last.count.high + 1)
    whole = (*casualties[:-1], last.model_copy(update={"count": raised}))
    count = total(whole, CasualtyKind.KILLED) or raised
    claims.infer(Field.KILLED, tuple(entry.claim for entry in told), rule="bomber-may-have-died", count=count)
    return whole


def _claim_sum(
    kind: CasualtyKind, casualties: Sequence[Casualties], told: Sequence[_Counted], claims: ClaimBook
) -> None:
    """Claim a total that no sentence states in one figure, from the claims that it sums."""
    if not casualties:
        return
    best = sum(entry.count.best for entry in casualties)
    if any(entry.group.count.best == best for entry in told):
        return
    low = sum(entry.count.low for entry in casualties)
    high = sum(entry.count.high for entry in casualties)
    sources = tuple(entry.claim for entry in told)
    claims.infer(Field(kind.value), sources, rule="sum-of-parts", count=Count(low=low, best=best, high=high))
