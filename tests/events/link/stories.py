"""Hand-made mentions: what a report tells, as the linker finds it in the store."""

from dataclasses import dataclass
from datetime import date

from outputs.store.load import Batch, BatchReport
from outputs.store.read import LinkedMention
from schemas.casualties import Casualties
from schemas.count import Count
from schemas.incident import Account, Mention
from schemas.place import Location, Place
from schemas.record import content_id
from schemas.report import Report
from schemas.span import Span
from schemas.vocabulary import CasualtyKind, EventType, PlaceKind, PlacePrecision, Scope, Side, Status
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
    def linked(self) -> tuple[LinkedMention, ...]:
        """Give the mentions as `derive` takes them; a text is a copy of the report `original-WORDS`."""
        return tuple(
            LinkedMention(
                mention=mention,
                publisher=self.publisher,
                published=self.published,
                copy_of=f"original-{self.words}" if self.words else None,
            )
            for mention in self.mentions
        )


def batch(*stories: Story) -> Batch:
    """Give what a reader would give for the stories."""
    return Batch(
        reports=tuple(BatchReport(report=story.report) for story in stories),
        mentions=tuple(mention for story in stories for mention in story.mentions),
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
            casualties=tuple(_casualties(telling)),
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


def _casualties(telling: Telling) -> list[Casualties]:
    tolls = {CasualtyKind.KILLED: telling.killed, CasualtyKind.INJURED: telling.injured}
    return [
        Casualties(kind=kind, side=telling.side, count=Count.exactly(toll) if isinstance(toll, int) else toll)
        for kind, toll in tolls.items()
        if toll is not None
    ]
