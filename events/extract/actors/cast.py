"""Who takes part in an incident: the phrases of its sentences, joined where they mean the same actor."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from events.extract.cues.cue import EventCue, VictimCue
from events.extract.grammar.phrases import Phrase
from events.extract.kinds.typology import ARMED, DEMONSTRATING, STATES
from events.extract.weaving.strands import Piece
from schemas.actor import Participation
from schemas.count import Count
from schemas.span import Span
from schemas.vocabulary import ActorType, Role, Side

__all__ = ["SUFFERING", "Entry", "Member", "Seated", "cast", "entries_of", "seat", "with_anybody"]

# a phrase, its words in the report, and the part it has
Entry = tuple[Phrase, Span, Role]

SUFFERING = frozenset({Role.TARGET, Role.VICTIM})
PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "DT"})


class Seated(Protocol):
    """Who has a side: an actor of an incident, however it was read."""

    side: Side | None

    @property
    def type(self) -> ActorType | None:
        """Give ACLED's type."""
        ...

    @property
    def role(self) -> Role:
        """Give what it does."""
        ...


@dataclass
class Member:
    """One actor of an incident while its phrases are being gathered."""

    type: ActorType | None
    phrases: list[Entry] = field(default_factory=list)
    side: Side | None = None
    is_attacked: bool = False

    @property
    def best(self) -> Entry:
        """Give the phrase that names it best: a known name, a proper name, else the first typed one."""
        return max(self.phrases, key=lambda entry: _telling(entry[0]))

    @property
    def roles(self) -> frozenset[Role]:
        """Give every role told."""
        return frozenset(role for _, _, role in self.phrases)

    @property
    def role(self) -> Role:
        """Give the strongest of the roles told; who only shot back is a target."""
        roles = self.roles - {Role.PERPETRATOR} if self.is_attacked else self.roles
        return next(role for role in (Role.PERPETRATOR, Role.PARTY, Role.TARGET, Role.VICTIM) if role in roles)

    @property
    def is_hit(self) -> bool:
        """Say whether it is told as one of those attacked or harmed."""
        return bool(self.roles & SUFFERING)

    @property
    def count(self) -> Count | None:
        """Give how many they were, by the largest group told that are not its victims."""
        counts = [p.count for p, _, role in self.phrases if p.count and role is not Role.VICTIM and p.count.best > 0]
        return max(counts, key=lambda count: count.best, default=None)

    def participation(self) -> Participation:
        """Write the member as a record."""
        phrase, _, _ = self.best
        return Participation(
            actor_id=phrase.known.actor_id if phrase.known else None,
            actor=phrase.name,
            name_as_written=phrase.name if phrase.known is None else phrase.core.text,
            kind=phrase.kind,
            type=self.type,
            country_code=next((p.country_code for p, _, _ in self.phrases if p.country_code), None),
            side=self.side,
            role=self.role,
            count=self.count,
        )


def cast(pieces: Sequence[Piece], entries: Sequence[Entry] | None = None) -> list[Member]:
    """Join the phrases of an incident's sentences into its actors, in the order in which they are told.

    `entries` are the phrases, where they are not those of the pieces alone.
    """
    members: list[Member] = []
    entries = list(entries_of(pieces)) if entries is None else entries
    fights = any(isinstance(piece.cue, EventCue) and piece.cue.trigger.kind == "fight" for piece in pieces)
    # names first, so that "the attackers" find whom they mean
    for phrase, span, role in sorted(entries, key=lambda entry: _is_role_word(entry[0])):
        kind = _type(phrase, role, fights=fights)
        if kind is None and not phrase.is_thing and not (phrase.is_proper and role is not Role.PARTY):
            continue
        alike = (member for member in members if _is_same(member, phrase, kind))
        home = next((member for member in alike if not _is_whom_it_befell(member, phrase, role)), None)
        if home is None:
            home = Member(kind)
            members.append(home)
        home.phrases.append((phrase, span, role))
    _tell_attackers(members)
    return members


def with_anybody(members: Sequence[Member], entries: Sequence[Entry]) -> list[Member]:
    """Add "two people", who are the victims where nobody else is told to be; in a fight they may be anybody."""
    hit = [(p, span, role) for p, span, role in entries if role in SUFFERING and _is_person(p)]
    if not hit or any(member.is_hit for member in members):
        return list(members)
    fights = any(role is Role.PARTY for _, _, role in entries)
    return [*members, Member(None if fights else ActorType.CIVILIANS, hit)]


def _is_person(phrase: Phrase) -> bool:
    return phrase.is_generic and phrase.noun is not None and not phrase.is_pointing


def _tell_attackers(members: Sequence[Member]) -> None:
    """Mark those who act and are hit, where somebody else acts and is not, or acted first.

    Police who shot back were attacked.
    """
    acting = [member for member in members if Role.PERPETRATOR in member.roles]
    attackers = [member for member in acting if not member.is_hit] or sorted(acting, key=_first_act)[:1]
    for member in acting:
        member.is_attacked = member.is_hit and member not in attackers


def _first_act(member: Member) -> int:
    return min(span.start for _, span, role in member.phrases if role is Role.PERPETRATOR)


def seat(members: Sequence[Seated]) -> None:
    """Give each member its side.

    Side a is the government where there is one, else the perpetrator, else the first named.
    """
    state = next((m for m in members if m.type in STATES and m.role is not Role.VICTIM), None)
    state = state or next((m for m in members if m.type in STATES), None)
    acting = [m for m in members if m.role in (Role.PERPETRATOR, Role.PARTY) and m is not state]
    if state is not None:
        state.side = Side.A
    rest = [m for m in [*acting, *members] if m.side is None]
    for member in _once(rest):
        opposes = state is not None or any(m.side is Side.A for m in members)
        if member.type in STATES:
            member.side = Side.A
        elif member.type in (ActorType.CIVILIANS, None) and member.role in (Role.TARGET, Role.VICTIM):
            member.side = Side.CIVILIANS if any(m.side is Side.B for m in members) else Side.B
        elif not opposes:
            member.side = Side.A
        else:
            member.side = Side.B


def _once(members: Iterable[Seated]) -> Iterator[Seated]:
    seen: list[int] = []
    for member in members:
        if id(member) not in seen:
            seen.append(id(member))
            yield member


def entries_of(pieces: Sequence[Piece]) -> Iterator[Entry]:
    """Give the phrases of an incident's own sentences, with their words and parts."""
    for piece in pieces:
        for phrase, role in _roles(piece.cue):
            if not phrase.is_none and not _is_pronoun(phrase):
                yield phrase, piece.reading.sentence.span(phrase.start, phrase.end), role


def _roles(cue: EventCue | VictimCue) -> Iterator[tuple[Phrase, Role]]:
    if isinstance(cue, VictimCue):
        if cue.phrase is not None:
            yield cue.phrase, Role.VICTIM
        yield from ((phrase, Role.PERPETRATOR) for phrase in cue.agents if phrase.is_doer_of(cue.token))
        return
    fights = cue.trigger.kind == "fight"
    yield from ((p, Role.PARTY if fights else Role.PERPETRATOR) for p in cue.roles.agents if p.is_doer_of(cue.token))
    yield from ((p, Role.PARTY if fights and not p.is_thing else Role.TARGET) for p in cue.roles.patients)
    if fights or cue.trigger.sub_event == "Agreement":
        yield from ((p, Role.PARTY) for p in cue.roles.parties)


def _is_pronoun(phrase: Phrase) -> bool:
    return phrase.head.tag_ in PRONOUNS or phrase.core.tag_ in PRONOUNS


def _type(phrase: Phrase, role: Role, *, fights: bool) -> ActorType | None:
    if phrase.is_thing and not (role is Role.PERPETRATOR and phrase.is_doer):
        return None
    kind = phrase.type(bears_arms=fights or role is Role.PERPETRATOR)
    if kind is None and role is Role.PERPETRATOR and (phrase.is_doer or phrase.is_proper):
        return ActorType.POLITICAL_MILITIA  # "two men on a motorcycle shot him"
    is_person = phrase.is_proper and " " in phrase.name  # "Maiduguri" may be a town, "Ratko Mladic" is a man
    if kind is None and is_person and role in (Role.TARGET, Role.VICTIM):
        return ActorType.CIVILIANS
    return kind


def _is_role_word(phrase: Phrase) -> bool:
    return phrase.is_whoever and phrase.country_code is None


def _is_whom_it_befell(member: Member, phrase: Phrase, role: Role) -> bool:
    """Keep "gunmen" apart from those of whom only suffering is told: "gunmen killed a herder"."""
    does_it = role is Role.PERPETRATOR and _is_role_word(phrase)
    # stops at the first deed of theirs: a long report tells of the same people again and again
    return does_it and all(told in SUFFERING for _, _, told in member.phrases)


def _is_same(member: Member, phrase: Phrase, kind: ActorType | None) -> bool:
    """Join only what is compatible: one known name, one force of one state, "the attackers" with whoever attacked."""
    other, _, _ = member.phrases[0]
    if phrase.known or other.known:
        if phrase.known and other.known:
            return phrase.known == other.known
        unnamed = phrase if other.known else other
        return _is_role_word(unnamed) and kind in ARMED and member.type in ARMED - STATES
    if phrase.is_thing or other.is_thing:
        return phrase.is_thing and other.is_thing and phrase.core.lower_ == other.core.lower_
    if kind in STATES and member.type in STATES:
        return not (phrase.country_code and other.country_code and phrase.country_code != other.country_code)
    if _is_role_word(phrase) and kind in ARMED and member.type in ARMED - STATES:
        return True
    if kind in DEMONSTRATING and member.type in DEMONSTRATING:
        return True
    return kind is member.type and phrase.core.lower_ == other.core.lower_


def _telling(phrase: Phrase) -> tuple[bool, bool, bool, bool]:
    """Rank names: known, with a country, no mere role word, a force rather than one of its men."""
    return (
        phrase.known is not None and not phrase.is_people,
        phrase.country_code is not None or phrase.is_proper,
        not _is_role_word(phrase),
        not phrase.is_rank,
    )
