"""Hand-made mentions: what a report tells, as the linker finds it in the store."""

from dataclasses import dataclass
from datetime import date

from outputs.store.load import Batch, BatchReport
from schemas.actor import Actor, Participation
from schemas.casualties import Casualties
from schemas.claim import Claim
from schemas.count import Count
from schemas.incident import Account, Mention
from schemas.place import Location, Place
from schemas.record import content_id
from schemas.report import Report
from schemas.span import Span
from schemas.vocabulary import (
    ActorKind,
    CasualtyKind,
    EventType,
    Field,
    Modality,
    PlaceKind,
    PlacePrecision,
    Role,
    Scope,
    Side,
    Status,
)
from schemas.when import When

__all__ = [
    "BRIDGE",
    "CENTRE",
    "DAY",
    "HAMA",
    "HOMS",
    "MOSQUE",
    "SCHOOL",
    "SUBURB",
    "Story",
    "Telling",
    "batch",
    "place",
]

DAY = date(2021, 3, 1)


def place(name: str, *, north_km: float = 0.0, kind: PlaceKind = PlaceKind.SETTLEMENT) -> Place:
    """Make a place some kilometres north of Hama."""
    return Place(
        place_id=f"test:{name.lower()}",
        name=name,
        kind=kind,
        latitude=35.0 + north_km / 111.2,
        longitude=36.75,
        radius_km=1,
        country_code="SY",
        source="test",
        licence="CC0",
    )


HAMA, HOMS = place("Hama"), place("Homs", north_km=-45)
# two sites within three kilometres of a village that no report may have named yet
MOSQUE, SCHOOL = (place(name, north_km=km, kind=PlaceKind.SITE) for name, km in (("Mosque", 20.0), ("School", 22.0)))
CENTRE = place("Centre", north_km=21.0)
# a site between two villages, nearer to the second
BRIDGE, SUBURB = place("Bridge", north_km=2.0, kind=PlaceKind.SITE), place("Suburb", north_km=2.5)
PRECISIONS = {
    PlaceKind.SITE: PlacePrecision.SITE,
    PlaceKind.SETTLEMENT: PlacePrecision.SETTLEMENT,
    PlaceKind.ADMIN1: PlacePrecision.ADMIN1,
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
}


@dataclass(frozen=True)
class Telling:
    """One incident as a report tells it."""

    where: Place | None = HAMA
    when: When = When.on(DAY)  # noqa: RUF009 -- a When is frozen
    killed: int | Count | None = None
    injured: int | None = None
    event: EventType = EventType.BATTLES
    sub_event: str = "Armed clash"
    status: Status = Status.HAPPENED
    scope: Scope = Scope.SINGLE
    side: Side = Side.UNKNOWN
    sides: tuple[tuple[Side, Count], ...] = ()  # of the killed, where several are told
    crowd: int | None = None
    perpetrators: tuple[str, ...] = ()
    taking_part: tuple[Participation, ...] = ()
    speakers: tuple[str | None, ...] = ()  # who says how many were killed


@dataclass(frozen=True)
class Story:
    """A report and what it tells, in the order of its words; equal `words` are copies."""

    name: str
    tells: tuple[Telling, ...] = (Telling(),)
    publisher: str | None = "Example Wire"
    published: date | None = DAY
    words: str | None = None

    @property
    def report(self) -> Report:
        """Give the report."""
        return Report.identified(
            text=self.words or f"Report {self.name}: {'killed ' * len(self.tells)}.",
            media_type="text/plain",
            raw_sha256="0" * 64,
            external_id=self.name,
            publisher=self.publisher,
            published=self.published,
        )

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Give the mentions."""
        report = self.report
        return tuple(_mention(report, telling, at) for at, telling in enumerate(self.tells))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Give what the quoted say of the killed, each in the word that tells the incident."""
        report = self.report
        return tuple(
            _claim(report, mention, speaker, telling)
            for mention, telling in zip(self.mentions, self.tells, strict=True)
            for speaker in telling.speakers
        )


def batch(*stories: Story) -> Batch:
    """Give what a reader would give for the stories."""
    return Batch(
        reports=tuple(BatchReport(report=story.report) for story in stories),
        mentions=tuple(mention for story in stories for mention in story.mentions),
        claims=tuple({claim.claim_id: claim for story in stories for claim in story.claims}.values()),
        actors=tuple({one.actor_id: one for story in stories for one in _known_actors(story)}.values()),
    )


def _known_actors(story: Story) -> list[Actor]:
    every = [one for telling in story.tells for one in telling.taking_part]
    return [Actor(actor_id=one.actor_id, name=one.actor, kind=one.kind) for one in every if one.actor_id]


def _claim(report: Report, mention: Mention, speaker: str | None, telling: Telling) -> Claim:
    return Claim.identified(
        report_id=report.report_id,
        mention_id=mention.mention_id,
        field=Field.KILLED,
        extractor="hand",
        rule=f"said by {speaker}",
        count=Count.exactly(telling.killed) if isinstance(telling.killed, int) else telling.killed,
        span=mention.trigger,
        quote=mention.trigger.of(report.text),
        speaker=speaker,
        modality=Modality.ATTRIBUTED if speaker else Modality.ASSERTED,
    )


def _mention(report: Report, telling: Telling, at: int) -> Mention:
    trigger = Span(start=at, end=at + 1)
    where = telling.where
    return Mention(
        mention_id=content_id("m", [report.report_id, at]),
        report_id=report.report_id,
        trigger=trigger,
        status=telling.status,
        account=Account(
            scope=telling.scope,
            when=telling.when,
            event_type=telling.event,
            sub_event_type=telling.sub_event,
            participants=(*map(_perpetrator, telling.perpetrators), *telling.taking_part),
            casualties=tuple(_casualties(telling)),
            crowd_size=telling.crowd,
            summary=f"As {report.external_id} tells it.",
        ),
        location=Location(
            place=where,
            as_written=where.name if where else None,
            precision=PRECISIONS[where.kind] if where else PlacePrecision.UNKNOWN,
            latitude=where.latitude if where else None,
            longitude=where.longitude if where else None,
            radius_km=where.radius_km if where else None,
            country_code=where.country_code if where else None,
        ),
    )


def _perpetrator(name: str) -> Participation:
    return Participation(actor=name, kind=ActorKind.GROUP, role=Role.PERPETRATOR, side=Side.A)


def _casualties(telling: Telling) -> list[Casualties]:
    tolls = {CasualtyKind.KILLED: telling.killed, CasualtyKind.INJURED: telling.injured}
    by_side = [Casualties(kind=CasualtyKind.KILLED, side=side, count=count) for side, count in telling.sides]
    return by_side + [
        Casualties(kind=kind, side=telling.side, count=Count.exactly(toll) if isinstance(toll, int) else toll)
        for kind, toll in tolls.items()
        if toll is not None
    ]
