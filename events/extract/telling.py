"""A strand of a report's sentences made into a telling, with a claim for every value."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from events.extract.actors.cast import Entry, Member, cast, entries_of, seat, with_anybody
from events.extract.casualties.crowds import CrowdReader
from events.extract.casualties.tolls import count_casualties
from events.extract.claiming import ClaimBook
from events.extract.cues.cue import EventCue
from events.extract.cues.reading import Reading
from events.extract.grammar.ties import LOOSE
from events.extract.kinds.typology import ARMED, STATES, Kind, Typology
from events.extract.kinds.violence import targets_civilians, ucdp_type
from events.extract.notes import Note
from events.extract.text.opening import Opening
from events.extract.weaving.strands import Piece, Strand
from schemas.actor import Participation
from schemas.casualties import Casualties
from schemas.claim import Claim
from schemas.incident import Account, Telling
from schemas.place import PlaceReference
from schemas.record import content_id
from schemas.report import Report
from schemas.span import Span
from schemas.vocabulary import ActorKind, EventType, Field, Role, Status, Weapon
from schemas.when import When

__all__ = ["Teller"]

ORGANISED = ARMED - STATES
IN_LEAD = LOOSE - 0.5  # how closely the lead's places are tied, beside the closeness of a strand's own
LONGEST_SUMMARY = 500  # characters
FIELD_OF = {Role.PERPETRATOR: Field.PERPETRATOR, Role.TARGET: Field.TARGET, Role.VICTIM: Field.VICTIM,
            Role.PARTY: Field.PARTY}  # fmt: skip


class Teller:
    """Makes tellings of strands in one extractor's name."""

    def __init__(self, typology: Typology, crowds: CrowdReader, *, extractor: str) -> None:
        self._typology = typology
        self._crowds = crowds
        self._extractor = extractor

    def tell(
        self,
        report: Report,
        strand: Strand,
        opening: Opening,
        *,
        lead: Sequence[Reading] = (),
        entries: Sequence[Entry] | None = None,
        note: Note | None = None,
    ) -> tuple[Telling, tuple[Claim, ...]]:
        """Make the telling of one incident and its claims, each with its words.

        `lead` are the report's first sentences: they say where it was if the strand's own do not.
        `entries` are the phrases of those who take part.
        `note` is the report read as a coder's note, whose label and day are this incident's.
        """
        founding = founding_piece(strand)
        trigger = founding.trigger_span
        mention_id = content_id("m", [report.report_id, trigger.start, trigger.end])
        claims = ClaimBook(report, mention_id, self._extractor)
        entries = list(entries_of(strand.pieces)) if entries is None else entries
        members = with_anybody(cast(strand.pieces, entries), entries)
        kind = self._kind(strand, members, note)
        seat(members)
        when = _claim_date(strand, opening.today, note, claims)
        _claim_event(strand, founding, kind, claims)
        places = (
            *_claim_places(strand, lead, claims),
            *_claim_votes(strand, claims),
            *_claim_dateline(strand, opening, claims),
        )
        casualties = count_casualties(strand, members, claims, sub_event_type=kind.sub_event_type)
        participants = tuple(_claim_members(members, places, claims))
        telling = Telling(
            mention_id=mention_id,
            report_id=report.report_id,
            trigger=trigger,
            status=_status(strand),
            account=self._account(
                strand,
                kind,
                when=when,
                participants=participants,
                casualties=casualties,
                weapon=_claim_weapon(strand, claims),
                crowd_size=self._crowds.size(strand.pieces, kind.event_type, report, claims),
            ),
            places=places,
        )
        return telling, claims.made

    def _kind(self, strand: Strand, members: Sequence[Member], note: Note | None) -> Kind:
        if note is not None and note.label is not None:
            return self._typology.kind(note.label.sub_event_type)
        acting = [m.type for m in members if m.type and m.role in (Role.PERPETRATOR, Role.PARTY)]
        suffering = [m.type for m in members if m.type and m.is_hit]
        kind = self._typology.decide(strand.pieces, acting=acting, suffering=suffering)
        is_foiled = _status(strand) is Status.ATTEMPTED and kind.event_type is EventType.EXPLOSIONS
        return self._typology.kind("Disrupted weapons use") if is_foiled and set(acting) & STATES else kind

    def _account(
        self,
        strand: Strand,
        kind: Kind,
        *,
        when: When,
        participants: tuple[Participation, ...],
        casualties: tuple[Casualties, ...],
        weapon: Weapon | None,
        crowd_size: int | None,
    ) -> Account:
        plover_event, plover_mode = self._typology.plover(kind.sub_event_type, weapon)
        return Account(
            scope=strand.scope,
            when=when,
            event_type=kind.event_type,
            sub_event_type=kind.sub_event_type,
            ucdp_type=ucdp_type(kind.event_type, participants),
            plover_event=plover_event,
            plover_mode=plover_mode,
            weapon=weapon,
            participants=participants,
            casualties=casualties,
            crowd_size=crowd_size,
            civilian_targeting=targets_civilians(kind.event_type, kind.sub_event_type, participants),
            summary=_summary(founding_piece(strand)),
            confidence=_confidence(strand),
        )


def founding_piece(strand: Strand) -> Piece:
    """Give the piece that the mention is named by: the first strong trigger, else the first trigger, else the first."""
    strong = [p for p in strand.events if isinstance(p.cue, EventCue) and p.cue.trigger.is_strong]
    return (strong or strand.events or strand.pieces)[0]


def _claim_date(strand: Strand, today: date | None, note: Note | None, claims: ClaimBook) -> When:
    """Take the narrowest days told, else the day of what it was told beside.

    Where there is none, only that it was not after the day of publication is known.
    """
    when = strand.when
    if note is not None and note.day is not None:
        claims.quote(Field.DATE, note.day.span, value=str(note.day.when), rule="opening-day")
    for piece in strand.pieces:
        if piece.time is not None and piece.when is not None:
            span = piece.time.span.shifted(piece.reading.sentence.start)
            claims.quote(Field.DATE, span, value=str(piece.when), rule=piece.time.rule)
        elif piece.time is not None:
            span = piece.time.span.shifted(piece.reading.sentence.start)
            for reading in piece.time.readings:  # "06/07/2016": both stand, none is taken
                claims.quote(Field.DATE, span, value=str(reading), rule="reads-two-ways")
            if piece.time.in_any_year is not None:
                rule = "year-not-told" if piece is strand.yearless else piece.time.rule
                claims.quote(Field.DATE, span, value=piece.time.in_any_year, rule=rule)
    if when is not None:
        return when
    if (beside := strand.dated_beside) is not None and beside.time is not None:
        span = beside.time.span.shifted(beside.reading.sentence.start)
        claims.quote(Field.DATE, span, value=str(beside.time.when), rule="told-beside")
        return beside.time.when
    if today is None:
        return When.unknown()
    until = When.until(today)
    claims.from_metadata(Field.DATE, str(until), rule="not-after-publication")
    return until


def _claim_event(strand: Strand, founding: Piece, kind: Kind, claims: ClaimBook) -> None:
    for piece in [founding, *(piece for piece in strand.events if piece is not founding)]:
        standing = piece.cue.standing
        claims.quote(
            Field.EVENT,
            piece.trigger_span,
            value=kind.sub_event_type,
            rule="trigger" if piece is founding else "trigger-again",
            modality=standing.modality,
            speaker=_speaker(piece),
        )


def _claim_places(strand: Strand, lead: Sequence[Reading], claims: ClaimBook) -> Iterator[PlaceReference]:
    """Give the places of the strand's sentences, the closest tied and the first told first, each once.

    The lead's places come before those that only stand in a sentence of the strand.
    """
    own = [(closeness, piece.position, place) for piece in strand.pieces for closeness, place in piece.places]
    mine = {id(piece.reading) for piece in strand.pieces}
    others = (named.reference for reading in lead if id(reading) not in mine for named in reading.places)
    leading = [(IN_LEAD, 0, place) for place in others if place.relation not in ("loose", "modifier")]
    ranked = sorted([*own, *leading], key=lambda entry: (entry[0], entry[1], entry[2].span.start))
    seen: set[tuple[int, int]] = set()
    for _, _, place in ranked:
        ends = (place.span.start, place.span.end)
        if ends not in seen:
            seen.add(ends)
            claims.quote(Field.PLACE, place.span, value=place.name, rule="place")
            yield place


def _claim_votes(strand: Strand, claims: ClaimBook) -> Iterator[PlaceReference]:
    """Give the countries and peoples that the strand's sentences name: they say the country where nothing else does."""
    readings = {id(piece.reading): piece.reading for piece in strand.pieces}
    speakers = [span for piece in strand.pieces if (span := _speaker(piece))]
    for reading in readings.values():
        for vote in reading.votes:
            if not any(vote.span.overlaps(span) for span in speakers):  # "the Russian ministry said"
                claims.quote(Field.PLACE, vote.span, value=vote.name, rule=vote.relation)
                yield vote


def _speaker(piece: Piece) -> Span | None:
    speaker = piece.cue.standing.speaker
    return piece.reading.sentence.span(*speaker) if speaker else None


def _claim_dateline(strand: Strand, opening: Opening, claims: ClaimBook) -> Iterator[PlaceReference]:
    """Give the dateline's place: where it was, if the sentences say "here" or "this capital", else in that country."""
    if opening.place is None:
        return
    claims.quote(Field.PLACE, opening.place.span, value=opening.place.name, rule="dateline")
    is_here = any(piece.reading.is_here for piece in strand.pieces)
    yield opening.place.model_copy(update={"relation": "in"}) if is_here else opening.place


def _claim_members(
    members: Sequence[Member], places: Sequence[PlaceReference], claims: ClaimBook
) -> Iterator[Participation]:
    for member in members:
        participation = member.participation()
        if _is_town(member, places):
            participation = participation.model_copy(update={"kind": ActorKind.THING})
        for phrase, span, role in member.phrases:
            count = phrase.count if phrase.count and role is not Role.VICTIM else None
            claims.quote(FIELD_OF[role], span, value=participation.actor, count=count, side=member.side, rule="role")
        yield participation


def _is_town(member: Member, places: Iterable[PlaceReference]) -> bool:
    """Know "Kunduz" in "stormed Kunduz": a name that is no actor's and tells where it was is a thing that was hit."""
    phrase, span, role = member.best
    is_somebody = phrase.known is not None or phrase.country_code is not None or member.type is not None
    if role is not Role.TARGET or not phrase.is_proper or is_somebody:  # "six Nigeriens" name a country, too
        return False
    return any(place.span.end == span.end and place.span.overlaps(span) for place in places)


def _claim_weapon(strand: Strand, claims: ClaimBook) -> Weapon | None:
    votes: Counter[Weapon] = Counter()
    for piece in strand.events:
        if isinstance(piece.cue, EventCue) and piece.cue.trigger.weapon:
            weapon = piece.cue.trigger.weapon
            votes[weapon] += 1
            claims.quote(Field.WEAPON, piece.span, value=weapon.value, rule="trigger")
    return max(votes, key=lambda weapon: (votes[weapon], weapon.value)) if votes else None


def _status(strand: Strand) -> Status:
    """Give the strand's status; an attempt that also harmed somebody happened."""
    statuses = [piece.cue.standing.status for piece in strand.events] or [strand.status]
    harmed = any(piece.cue.standing.status is Status.HAPPENED for piece in strand.victims)
    if Status.ATTEMPTED in statuses and not harmed and statuses.count(Status.ATTEMPTED) * 2 >= len(statuses):
        return Status.ATTEMPTED
    return Status.HAPPENED if strand.status is Status.ATTEMPTED else strand.status


def _summary(founding: Piece) -> str:
    """Give the sentence that founds the mention, on one line."""
    return " ".join(founding.reading.sentence.text.split())[:LONGEST_SUMMARY]


def _confidence(strand: Strand) -> float:
    """Give 0.9 where several sentences and a day bear the telling out, less where they do not.

    No probability: an order for review, until it is calibrated.
    """
    score = 0.5
    score += 0.2 if strand.when is not None and strand.when.is_day else 0.0
    score += 0.1 if any(closeness <= 1 for piece in strand.pieces for closeness, _ in piece.places) else 0.0
    score += 0.1 if len({piece.position for piece in strand.pieces}) > 1 else 0.0
    return round(score, 2)
