"""A small dataset to test the store with: one report, one mention, its claims and its incident."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from outputs.store.coded import compare_staged, stage, stage_anew, write_staged
from outputs.store.connect import open_for_writing
from outputs.store.insert import insert
from outputs.store.judgements import bind_judgements, insert_judgement
from outputs.store.link import replace_incidents
from outputs.store.load import Batch, BatchReport, load_batch
from outputs.store.rows import claim_row
from outputs.store.runs import begin_run
from outputs.store.transaction import transaction
from schemas.actor import Actor, Participation
from schemas.casualties import Casualties
from schemas.claim import Claim
from schemas.coded_event import CodedActor, CodedEvent, coded_event_id
from schemas.count import Count
from schemas.incident import Account, Derivation, Incident, Mention
from schemas.judgement import Anchor, Judgement
from schemas.model_call import ModelCall
from schemas.place import Candidate, Location, Place, PlaceReference, References
from schemas.record import content_id
from schemas.report import Reject, Report
from schemas.span import Span
from schemas.vocabulary import ActorType, CallOutcome, EventType, JudgementKind, PlacePrecision, Side
from schemas.when import When

TEXT = "ZVECAN, Sept 25 - A policeman and four attackers were killed in Banjska on Sunday, police said."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dataset.duckdb"


@pytest.fixture
def connection(path: Path) -> Iterator[DuckDBPyConnection]:
    with open_for_writing(path) as connection:
        yield connection


@pytest.fixture
def run_id(connection: DuckDBPyConnection) -> int:
    return begin(connection)


@pytest.fixture(scope="session")
def report() -> Report:
    return Report.identified(
        text=TEXT,
        title="Clash in the north",
        publisher="Example Wire",
        published=date(2023, 9, 25),
        published_at=datetime(2023, 9, 25, 6, 30, tzinfo=UTC),
        external_id="wire-1",
        media_type="text/plain",
        raw_sha256="0" * 64,
    )


@pytest.fixture(scope="session")
def place() -> Place:
    return Place(
        place_id="affray:banjska",
        name="Banjskë",
        kind="settlement",
        latitude=42.973,
        longitude=20.781,
        radius_km=1.5,
        country_code="XK",
        admin1="Mitrovica",
        admin2="Zvečan",
        source="affray",
        licence="CC BY 4.0",
    )


@pytest.fixture(scope="session")
def actor() -> Actor:
    return Actor(
        actor_id="xk-police",
        name="Police Forces of Kosovo",
        kind="organisation",
        country_code="XK",
        aliases=("Kosovo Police", "Policia e Kosovës"),
        since=date(2008, 2, 17),
    )


@pytest.fixture(scope="session")
def mention(report: Report, place: Place, actor: Actor) -> Mention:
    start = report.text.index("killed")
    return Mention(
        mention_id=content_id("m", [report.report_id, start]),
        report_id=report.report_id,
        trigger=Span(start=start, end=start + len("killed")),
        status="happened",
        account=Account(
            when=When.on(date(2023, 9, 24)),
            event_type="Battles",
            sub_event_type="Armed clash",
            ucdp_type=1,
            weapon="Firearms",
            participants=(
                Participation(
                    actor_id=actor.actor_id,
                    actor=actor.name,
                    name_as_written="police",
                    kind="organisation",
                    type="State forces",
                    country_code="XK",
                    side="a",
                    role="target",
                ),
                Participation(
                    actor="attackers",
                    kind="group",
                    type="Identity militia",
                    side="b",
                    role="perpetrator",
                    count=Count(low=25, best=30, high=35),
                ),
            ),
            casualties=(
                Casualties(kind="killed", side="a", count=Count.exactly(1)),
                Casualties(kind="killed", side="unknown", count=Count(low=3, best=4, high=4)),
            ),
            summary=report.text,
            confidence=0.9,
        ),
        location=Location(
            as_written="Banjska",
            place=place,
            precision="settlement",
            latitude=place.latitude,
            longitude=place.longitude,
            radius_km=place.radius_km,
            country_code="XK",
            country="Kosovo",
            disputed_by=("RS",),
            candidates=(Candidate(place_id=place.place_id, name=place.name, score=0.9, reason="the same country"),),
        ),
    )


@pytest.fixture(scope="session")
def claims(report: Report, mention: Mention) -> tuple[Claim, ...]:
    start = report.text.index("four attackers")
    quoted = Claim.identified(
        report_id=report.report_id,
        mention_id=mention.mention_id,
        field="killed",
        extractor="rules",
        rule="verb",
        count=Count.exactly(4),
        span=Span(start=start, end=start + len("four attackers")),
        quote="four attackers",
        speaker="police",
        modality="attributed",
    )
    inferred = Claim.identified(
        report_id=report.report_id,
        mention_id=mention.mention_id,
        field="date",
        extractor="rules",
        rule="weekday",
        value="2023-09-24",
        basis="inference",
        derived_from=(quoted.claim_id,),
    )
    return quoted, inferred


@pytest.fixture(scope="session")
def references(mention: Mention) -> References:
    banjska = PlaceReference(
        name="Banjska",
        span=Span(start=TEXT.index("Banjska"), end=TEXT.index("Banjska") + 7),
        relation="near",
        within=("Zvečan", "Kosovo"),
        kind_word="village",
    )
    return References(report_id=mention.report_id, mention_id=mention.mention_id, places=(banjska,))


@pytest.fixture(scope="session")
def batch(report: Report, mention: Mention, claims: tuple[Claim, ...], references: References, actor: Actor) -> Batch:
    return Batch(
        reports=(BatchReport(report=report),),
        mentions=(mention,),
        claims=claims,
        references=(references,),
        rejects=(Reject(path="broken.jsonl", part="7", reason="malformed", detail="Line 7 is no JSON."),),
        actors=(actor,),
        calls=(
            ModelCall(
                report_id=report.report_id,
                span_start=0,
                span_end=len(report.text),
                attempt=1,
                asked_at=datetime(2023, 9, 25, tzinfo=UTC),
                model="scripted",
                request="0" * 64,
                outcome=CallOutcome.ANSWERED,
                input_tokens=1_000,
                output_tokens=100,
                cost=0.0012,
                seconds=2.5,
            ),
        ),
    )


@pytest.fixture(scope="session")
def incident(mention: Mention) -> Incident:
    return Incident(
        incident_id=content_id("i", [mention.mention_id]),
        mention_ids=(mention.mention_id,),
        account=mention.account,
        location=mention.location.model_copy(update={"candidates": ()}),
        derivations=(Derivation(field="killed", rule="latest", mention_id=mention.mention_id),),
    )


@pytest.fixture
def whole(connection: DuckDBPyConnection, batch: Batch, incident: Incident, run_id: int) -> DuckDBPyConnection:
    """Give the connection with all of the small dataset in it."""
    fill(connection, batch, incident, run_id=run_id)
    return connection


@pytest.fixture
def closed(path: Path, batch: Batch, incident: Incident) -> Path:
    """Give the file of the small dataset, which no process has open."""
    with open_for_writing(path) as connection:
        fill(connection, batch, incident, run_id=begin(connection))
    return path


@pytest.fixture(scope="session")
def shelf(
    tmp_path_factory: pytest.TempPathFactory, batch: Batch, incident: Incident, mention: Mention
) -> Iterator[DuckDBPyConnection]:
    """Give one connection to the small dataset for all tests: leave it as it is."""
    with open_for_writing(tmp_path_factory.mktemp("shelf") / "dataset.duckdb") as connection:
        run_id = begin(connection)
        fill(connection, batch, incident, run_id=run_id)
        recalled = {"incident_id": incident.incident_id, "mention_id": incident.mention_ids[0], "why": "recalled"}
        insert(connection, "overruled", [recalled], run_id=run_id)
        confirm(connection, incident, mention, run_id=run_id)
        second = [claim_row(claim.model_copy(update={"extractor": "second"})) for claim in batch.claims]
        insert(connection, "second_claims", second, run_id=run_id)
        outlet = {"publisher": "Example Wire", "name": "example wire", "scale": "National", "ownership": "private"}
        insert(connection, "outlet_facts", [outlet], run_id=run_id)
        yield connection


@pytest.fixture
def breakable(shelf: DuckDBPyConnection) -> Iterator[DuckDBPyConnection]:
    """Give the small dataset inside a transaction that is taken back: break it as you like."""
    shelf.begin()
    yield shelf
    shelf.rollback()


@pytest.fixture
def snapshot() -> Callable[[DuckDBPyConnection], dict[str, list[tuple[object, ...]]]]:
    """Give all rows of all tables, in an order of their own."""
    return everything


CODED = CodedEvent(
    event_id=coded_event_id(source="Example", layout="acled", original_id="KOS1"),
    source="Example",
    layout="acled",
    original_id="KOS1",
    when=When.on(date(2023, 9, 24)),
    country_code="XK",
    latitude=42.97,
    longitude=20.78,
    place_precision=PlacePrecision.SETTLEMENT,
    radius_km=5,
    event_type=EventType.BATTLES,
    actors=(CodedActor(name="Police Forces of Kosovo (2021-)", type=ActorType.STATE_FORCES, side=Side.A),),
    killed=Count.exactly(4),
    told_by=("Example Wire",),
)


def confirm(connection: DuckDBPyConnection, incident: Incident, mention: Mention, *, run_id: int) -> None:
    """Let a person say that the incident is right."""
    judgement = Judgement.identified(
        kind=JudgementKind.CONFIRM,
        incident_id=incident.incident_id,
        anchors=[Anchor(report_id=mention.report_id, span=mention.trigger, sentence=mention.trigger)],
        made_at=datetime(2024, 1, 2, tzinfo=UTC),
        run_id=run_id,
    )
    insert_judgement(connection, judgement, run_id=run_id)
    bind_judgements(connection, run_id=run_id)


def begin(connection: DuckDBPyConnection) -> int:
    return begin_run(
        connection,
        started_at=datetime(2024, 1, 1, tzinfo=UTC),
        version="0.1.0",
        extractor="rules",
        settings_digest="s",
        gazetteer_digest="g",
    )


def fill(connection: DuckDBPyConnection, batch: Batch, incident: Incident, *, run_id: int) -> None:
    load_batch(connection, batch, run_id=run_id)
    with transaction(connection):
        replace_incidents(connection, [incident], run_id=run_id)
    stage_anew(connection)
    stage(connection, [CODED], [])
    compare_staged(connection, source=CODED.source)
    with transaction(connection):
        write_staged(connection, run_id=run_id, with_gone=True)
        match = {"id": incident.incident_id, "event_id": CODED.event_id, "score": 1.0, "reason": "same day"}
        insert(connection, "matches", [match], run_id=run_id)


def everything(connection: DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    tables = connection.sql(
        "select table_name from duckdb_tables() where database_name = 'dataset' order by all"
    ).fetchall()
    return {table: connection.sql(f"from {table} order by all").fetchall() for (table,) in tables}
