"""A model's answer held against the report: what stands there becomes tellings and claims, the rest is set aside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel

from events.dates.expression import DateOrder
from events.dates.find import find_times
from events.dates.grammar import Grammar
from events.dates.numeric import order_of
from events.extract.actors.cast import seat
from events.extract.casualties.group import Group
from events.extract.casualties.ledger import settle
from events.extract.casualties.tolls import by_side, side_of
from events.extract.claiming import ClaimBook
from events.extract.kinds.typology import Typology
from events.extract.kinds.violence import targets_civilians, ucdp_type
from events.extract.words.counts import Numbers
from events.extract.words.lexicon import Lexicon
from events.llm.answer import Crowd, Harmed, Party, Quoted, Site, ToldEvent
from events.llm.figures import count_told
from events.llm.grounding import Grounds, folded
from events.llm.naming import Namer
from schemas.actor import Actor, Participation
from schemas.casualties import Casualties
from schemas.claim import Claim
from schemas.count import Count
from schemas.incident import Account, Telling
from schemas.place import PlaceReference
from schemas.record import content_id
from schemas.report import Reject, Report
from schemas.span import Span
from schemas.vocabulary import ActorKind, ActorType, CasualtyKind, Field, Modality, RejectReason, Role, Side, Weapon
from schemas.when import When

__all__ = ["AnswerReader", "ReadEvent"]

RULE = "model"  # the words are the report's, what they mean is the model's word
LONGEST_SUMMARY = 500  # characters
LONGEST_NAME = 8  # words of a place: "Democratic Republic of the Congo", and no headline
LONGEST_ITEM = 400  # characters of an answer in a reject
NEAR = re.compile(
    r"(?P<relation>(?:\d+(?:\.\d+)?\s*(?:km|kilomet(?:er|re)s?|miles?|mi)\s+(?:(?:to the\s+)?\w+\s+)?(?:of|from))"
    r"|near|outside|close to|around)\s+(?:the\s+)?(?:(?:village|town|city|district)\s+of\s+)?$",
    re.IGNORECASE,
)
FIELD_OF = {Role.PERPETRATOR: Field.PERPETRATOR, Role.TARGET: Field.TARGET, Role.VICTIM: Field.VICTIM,
            Role.PARTY: Field.PARTY}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """One event of an answer, as far as the report bears it out."""

    telling: Telling
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...]


@dataclass
class _Seat:
    """One who takes part, with its place in the report."""

    party: Party
    span: Span
    count: Count | None
    side: Side | None = None

    @property
    def type(self) -> ActorType | None:
        return self.party.type

    @property
    def role(self) -> Role:
        return self.party.role


@dataclass
class _Work:
    """What one event has so far: its claims, the words that were taken, and what was set aside."""

    report: Report
    grounds: Grounds
    claims: ClaimBook
    rejects: list[Reject]
    taken: set[tuple[str, Span]] = field(default_factory=set)

    def find(self, quoted: Quoted, kind: str) -> Span | None:
        """Give where quoted words stand, each place once for one kind of value; set them aside where they do not."""
        taken = frozenset(span for other, span in self.taken if other == kind)
        span = self.grounds.find(quoted.words, quoted.sentence, taken=taken)
        if span is None:
            self.set_aside(kind, quoted, "its words do not stand in the report, or in several places")
            return None
        self.taken.add((kind, span))
        return span

    def set_aside(self, kind: str, item: BaseModel, reason: str) -> None:
        """Keep what the model gave and why it does not enter."""
        self.rejects.append(reject_of(self.report, kind, item.model_dump_json(), reason))


def reject_of(report: Report, kind: str, item: str, reason: str) -> Reject:
    """Set an answer, or a value of one, aside, with what the model wrote."""
    shown = "".join(character if character.isprintable() else " " for character in item)
    detail = f"The model's {kind} was not entered: {reason}. It wrote: {shown[:LONGEST_ITEM]}"
    return Reject(path=report.report_id, part=f"answer: {kind}", reason=RejectReason.EXTRACTION, detail=detail)


class AnswerReader:
    """Reads events of answers in one extractor's name, by the rules that all extractors share."""

    def __init__(
        self,
        typology: Typology,
        lexicon: Lexicon,
        grammar: Grammar,
        *,
        extractor: str,
        date_order: DateOrder | None = None,
    ) -> None:
        self._typology = typology
        self._numbers = Numbers(lexicon.numbers)
        self._measures = lexicon.measures
        self._grammar = grammar
        self._namer = Namer(lexicon)
        self._known_actors = lexicon.known_actors
        self._extractor = extractor
        self._date_order = date_order

    def read(
        self, event: ToldEvent, report: Report, grounds: Grounds, rejects: list[Reject], *, today: date | None
    ) -> ReadEvent | None:
        """Read one event; None where the words that tell it do not stand in the report.

        `today` is the day that "today" means. What does not enter goes to `rejects`.
        """
        trigger = grounds.find(event.trigger.words, event.trigger.sentence)
        if trigger is None:
            reason = "the words that tell it do not stand in the report, or in several places"
            rejects.append(reject_of(report, "event", event.model_dump_json(), reason))
            return None
        mention_id = content_id("m", [report.report_id, trigger.start, trigger.end])
        work = _Work(report, grounds, ClaimBook(report, mention_id, self._extractor), rejects)
        kind = self._typology.kind(event.sub_event_type)
        work.claims.quote(Field.EVENT, trigger, value=kind.sub_event_type, rule=RULE)
        when = self._when(event.date, work, today)
        places = tuple(self._places(event.places, work))
        seats = list(self._seats(event.participants, work))
        seat(seats)
        participants = tuple(self._participations(seats, work))
        casualties = tuple(self._casualties(event.casualties, seats, work))
        weapon = self._weapon(event, work)
        crowd = self._crowd(event.crowd, work)
        plover_event, plover_mode = self._typology.plover(kind.sub_event_type, weapon)
        sentence = grounds.sentence_at(trigger.start)
        account = Account(
            scope=event.scope,
            when=when,
            event_type=kind.event_type,
            sub_event_type=kind.sub_event_type,
            ucdp_type=ucdp_type(kind.event_type, participants),
            plover_event=plover_event,
            plover_mode=plover_mode,
            weapon=weapon,
            participants=participants,
            casualties=casualties,
            crowd_size=crowd.best if crowd else None,
            civilian_targeting=targets_civilians(kind.event_type, kind.sub_event_type, participants),
            summary=" ".join(report.text[sentence.start : sentence.end].split())[:LONGEST_SUMMARY],
            confidence=_confidence(when, places, work.claims.made, grounds),
        )
        telling = Telling(
            mention_id=mention_id,
            report_id=report.report_id,
            trigger=trigger,
            status=event.status,
            account=account,
            places=places,
        )
        ids = sorted({one.actor_id for one in participants if one.actor_id})
        return ReadEvent(telling, work.claims.made, tuple(self._known_actors[actor_id] for actor_id in ids))

    def _when(self, quoted: Quoted | None, work: _Work, today: date | None) -> When:
        """Read the quoted day by affray's own rules; without one, it was not after the day of publication."""
        if quoted is not None:
            span = work.find(quoted, "date")
            told = self._told_day(span, work, today) if span else None
            if told is not None:
                return told
            if span is not None:
                work.set_aside("date", quoted, "affray reads no day in its words")
        if today is None:
            return When.unknown()
        until = When.until(today)
        work.claims.from_metadata(Field.DATE, str(until), rule="not-after-publication")
        return until

    def _told_day(self, span: Span, work: _Work, today: date | None) -> When | None:
        text = work.report.text
        sentence = work.grounds.sentence_at(span.start)
        words = text[sentence.start : max(sentence.end, span.end)]
        order = order_of(text) or self._date_order
        for time in find_times(words, published=today, date_order=order, grammar=self._grammar):
            stands = time.span.shifted(sentence.start)
            if time.when is not None and stands.overlaps(span):
                work.claims.quote(Field.DATE, stands, value=str(time.when), rule=time.rule)
                return time.when
        return None

    def _places(self, sites: Sequence[Site], work: _Work) -> Iterator[PlaceReference]:
        for site in sites:
            span = work.find(site, "place")
            if span is None:
                continue
            name = span.of(work.report.text)
            if len(name.split()) > LONGEST_NAME:
                work.set_aside("place", site, f"the name of a place has at most {LONGEST_NAME} words")
                continue
            before = NEAR.search(work.report.text, max(0, span.start - 80), span.start)
            work.claims.quote(Field.PLACE, span, value=name, rule=RULE)
            yield PlaceReference(
                name=name,
                span=span,
                relation=" ".join(before["relation"].split()) if before else "in",
                within=tuple(self._holders(site, name, work)),
            )

    def _holders(self, site: Site, name: str, work: _Work) -> Iterator[str]:
        for holder in dict.fromkeys(site.within):
            if folded(holder) == folded(name):
                continue
            if work.grounds.stands(holder):
                yield holder.strip()
            else:
                work.set_aside("place", site, f"'{holder[:80]}' does not stand in the report; the place is kept")

    def _seats(self, parties: Sequence[Party], work: _Work) -> Iterator[_Seat]:
        for party in parties:
            span = work.find(party, f"{party.role} of the participants")
            if span is None:
                continue
            count = None
            if party.number is not None:
                told = self._count(span, party.number, work)
                if told is None:
                    work.set_aside("participant", party, f"{party.number} does not follow from its words")
                else:
                    count = told[0]
            yield _Seat(party, span, count)

    def _participations(self, seats: Sequence[_Seat], work: _Work) -> Iterator[Participation]:
        for one in seats:
            words = " ".join(one.span.of(work.report.text).split())
            known = self._namer.known(words)
            name = known.name if known else words
            count = one.count if one.role is not Role.VICTIM else None
            work.claims.quote(FIELD_OF[one.role], one.span, value=name, count=count, side=one.side, rule=RULE)
            is_thing = one.party.kind is ActorKind.THING
            yield Participation(
                actor_id=known.actor_id if known else None,
                actor=name,
                name_as_written=words,
                kind=one.party.kind,
                type=None if is_thing else one.type,
                country_code=(known.country_code if known else None) or self._namer.country(words),
                side=one.side,
                role=one.role,
                count=count,
            )

    def _casualties(self, told: Sequence[Harmed], seats: Sequence[_Seat], work: _Work) -> Iterator[Casualties]:
        """Count by affray's own arithmetic: what is told twice is counted once, parts are not added to their total."""
        for kind in CasualtyKind:
            groups: list[tuple[Group, Claim]] = []
            for line, harmed in enumerate(told):
                claimed = self._group(harmed, line, seats, work) if harmed.fate is kind else None
                if claimed is not None:
                    groups.append(claimed)
            counted = by_side(kind, settle([group for group, _ in groups]), seats)
            best = sum(entry.count.best for entry in counted)
            if counted and not any(group.count.best == best for group, _ in groups):
                low, high = sum(entry.count.low for entry in counted), sum(entry.count.high for entry in counted)
                sources = tuple(claim for _, claim in groups)
                work.claims.infer(
                    Field(kind.value), sources, rule="sum-of-parts", count=Count(low=low, best=best, high=high)
                )
            yield from counted

    def _group(self, harmed: Harmed, line: int, seats: Sequence[_Seat], work: _Work) -> tuple[Group, Claim] | None:
        span = work.find(harmed, harmed.fate.value)
        if span is None:
            return None
        counted = self._count(span, harmed.number, work)
        if counted is None:
            told = "no one number" if harmed.number is None else f"not {harmed.number:,}"
            work.set_aside(harmed.fate.value, harmed, f"its words tell {told}")
            return None
        count, rule = counted
        speaker = work.grounds.find(harmed.speaker, harmed.sentence) if harmed.speaker else None
        claim = work.claims.quote(
            Field(harmed.fate.value),
            span,
            rule=f"{RULE}: {rule}",
            value=str(count.best),
            count=count,
            side=side_of(harmed.victims, seats) if harmed.victims else None,
            modality=Modality.ATTRIBUTED if speaker else Modality.ASSERTED,
            speaker=speaker,
        )
        words = re.findall(r"[^\W\d_]+", span.of(work.report.text).casefold())
        group = Group(
            count=count,
            type=harmed.victims,
            word=f"{words[-1] if words else ''} {line}",  # the model tells each group once, whatever it is called
            sentence=harmed.sentence,
            line=line,
            is_generic=harmed.victims is None,
            is_total=harmed.counts == "total",
            is_part=harmed.counts == "part",
            is_additional=harmed.counts == "more",
        )
        return group, claim

    def _weapon(self, event: ToldEvent, work: _Work) -> Weapon | None:
        span = work.find(event.weapon, "weapon") if event.weapon else None
        if event.weapon is None or span is None:
            return None
        work.claims.quote(Field.WEAPON, span, value=event.weapon.type.value, rule=RULE)
        return event.weapon.type

    def _crowd(self, crowd: Crowd | None, work: _Work) -> Count | None:
        span = work.find(crowd, "crowd") if crowd else None
        if crowd is None or span is None:
            return None
        counted = self._count(span, crowd.number, work)
        if counted is None:
            work.set_aside("crowd", crowd, "its words tell no such number")
            return None
        count, rule = counted
        work.claims.quote(Field.CROWD_SIZE, span, value=str(count.best), count=count, rule=f"{RULE}: {rule}")
        return count

    def _count(self, span: Span, number: int | None, work: _Work) -> tuple[Count, str] | None:
        """Hold a number against its words; the numbers of days and of kilometres in them count nobody."""
        words = span.of(work.report.text)
        for time in find_times(words, published=work.report.published, grammar=self._grammar):
            words = f"{words[: time.span.start]}{';' * (time.span.end - time.span.start)}{words[time.span.end :]}"
        return count_told(words, number, self._numbers, measures=self._measures)


def _confidence(when: When, places: Sequence[PlaceReference], claims: Sequence[Claim], grounds: Grounds) -> float:
    """Give 0.9 where several sentences, a day and a place bear the telling out, less where they do not.

    No probability: an order for review, until it is calibrated.
    """
    sentences = {grounds.sentence_at(claim.span.start).number for claim in claims if claim.span}
    score = 0.5 + (0.2 if when.is_day else 0.0) + (0.1 if places else 0.0) + (0.1 if len(sentences) > 1 else 0.0)
    return round(score, 2)
