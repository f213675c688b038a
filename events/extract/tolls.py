"""A telling's casualties by kind and side, each count with its claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from events.extract.cast import Member
from events.extract.claiming import ClaimBook
from events.extract.cues import VictimCue
from events.extract.ledger import Entry, Group, settle
from events.extract.strands import Piece, Strand
from events.extract.typology import ARMED, STATES
from schemas.casualties import Casualties, total
from schemas.claim import Claim
from schemas.count import Count
from schemas.span import Span
from schemas.vocabulary import ActorType, CasualtyKind, Field, Side, Status

__all__ = ["count_casualties"]

SIDES = tuple(Side)
# of a suicide bomber whose death is not told: he raises only `high`
BOMBER_SUB_EVENT = "Suicide bomb"


@dataclass(frozen=True, slots=True)
class _Told:
    """A group of victims, its claim, and its words."""

    group: Group
    claim: Claim


def count_casualties(
    strand: Strand, members: Sequence[Member], claims: ClaimBook, *, sub_event_type: str
) -> tuple[Casualties, ...]:
    """Count each kind of casualty by side, claiming every figure and every sum."""
    counted: list[Casualties] = []
    for kind in CasualtyKind:
        told = list(_told(strand, kind, members, claims))
        entries = settle([entry.group for entry in told])
        casualties = _by_side(kind, entries, members)
        if kind is CasualtyKind.KILLED and sub_event_type == BOMBER_SUB_EVENT:
            casualties = _with_bomber(casualties, told, claims)
        _claim_sum(kind, casualties, told, claims)
        counted.extend(casualties)
    return tuple(counted)


def _told(strand: Strand, kind: CasualtyKind, members: Sequence[Member], claims: ClaimBook) -> Iterator[_Told]:
    before: ActorType | None = None
    position = -1
    for piece in strand.victims:
        cue = piece.cue
        if not isinstance(cue, VictimCue) or (cue.kind is not kind and not _is_elliptic(cue)):
            before, position = _carried(piece, before, position)
            continue
        victim = _type(cue, before if piece.position == position else None)
        before, position = victim, piece.position
        if cue.kind is not kind or cue.count is None or cue.standing.status is Status.DENIED:
            continue
        yield _entry(piece, cue, victim, members, claims)


def _carried(piece: Piece, before: ActorType | None, position: int) -> tuple[ActorType | None, int]:
    cue = piece.cue
    if isinstance(cue, VictimCue):
        return _type(cue, before if piece.position == position else None), piece.position
    return before, position


def _entry(
    piece: Piece, cue: VictimCue, victim: ActorType | None, members: Sequence[Member], claims: ClaimBook
) -> _Told:
    count = cue.count or Count.exactly(0)
    phrase = cue.phrase
    group = Group(
        count=count,
        type=victim,
        word=phrase.core.lower_ if phrase else cue.token.lower_,
        sentence=piece.position,
        is_additional=bool(phrase and phrase.is_additional and not _is_elliptic(cue)),
        is_part=cue.is_part,
        is_total=cue.is_total,
        is_definite=bool(phrase and phrase.is_definite),
    )
    claim = claims.quote(
        Field(cue.kind.value),
        piece.span,
        rule=cue.rule,
        value=str(count.best),
        count=count,
        side=_side(victim, members) if victim else None,
        modality=cue.standing.modality,
        speaker=_speaker(piece),
    )
    return _Told(group, claim)


def _speaker(piece: Piece) -> Span | None:
    speaker = piece.cue.standing.speaker
    return piece.reading.sentence.span(*speaker) if speaker else None


def _type(cue: VictimCue, before: ActorType | None) -> ActorType | None:
    """Say what the victims are; "another was wounded" is another of those told just before."""
    if cue.phrase is None:
        return None
    if _is_elliptic(cue):
        return before
    if cue.phrase.is_thing or cue.phrase.is_generic:
        return None
    kind = cue.phrase.type(bears_arms=False)
    return ActorType.CIVILIANS if kind is None and cue.phrase.is_proper else kind


def _is_elliptic(cue: VictimCue) -> bool:
    """Know "another was wounded" and "and three wounded", which are of the same as those told just before."""
    return cue.phrase is not None and (cue.phrase.core.lower_ == "another" or cue.phrase.core.tag_ == "CD")


def _by_side(kind: CasualtyKind, entries: Sequence[Entry], members: Sequence[Member]) -> tuple[Casualties, ...]:
    counts: dict[Side, Count] = {}
    for entry in entries:
        side = _side(entry.type, members) if entry.type else Side.UNKNOWN
        counts[side] = counts[side] + entry.count if side in counts else entry.count
    return tuple(Casualties(kind=kind, side=side, count=counts[side]) for side in SIDES if side in counts)


def _side(victim: ActorType, members: Sequence[Member]) -> Side:
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
    casualties: tuple[Casualties, ...], told: Sequence[_Told], claims: ClaimBook
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


def _claim_sum(kind: CasualtyKind, casualties: Sequence[Casualties], told: Sequence[_Told], claims: ClaimBook) -> None:
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
