"""A dataset of two hostile reports that tell one incident with different tolls, and a report that tells none."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from outputs.pages.dossier import ToldClaim
from outputs.query.session import locked
from outputs.store.connect import open_for_writing
from outputs.store.link import replace_incidents
from outputs.store.load import Batch, BatchReport, load_batch
from outputs.store.runs import begin_run
from outputs.store.transaction import transaction
from schemas.actor import Participation
from schemas.casualties import Casualties
from schemas.claim import Claim
from schemas.count import Count
from schemas.incident import Account, Derivation, Incident, Mention
from schemas.place import Candidate, Location, Place
from schemas.record import content_id
from schemas.report import Report
from schemas.span import Span
from schemas.when import When

EARLY = (
    "\x1b[2J\u202eFirst word\u202c [killed 99: forged]\n\n"
    "A policeman was killed in Banjska on Sunday, the ministry said. Nobody saw 👩\u200d🚒 come.\n\n"
    "An unrelated paragraph about the weather.\n\n"
    "Police denied that nine were killed."
)
LATE = "Two officers and three gunmen were killed near Banjska on Sunday. Armed men attacked the officers."
QUIET = "A football club attacked well on Sunday."

MINISTRY = "the ministry"


class Desk:
    """Writes the claims of one mention by the words that they quote."""

    def __init__(self, report: Report, mention_id: str) -> None:
        self._report = report
        self._mention_id = mention_id
        self.claims: list[Claim] = []

    def quote(self, field: str, words: str, **further: object) -> Claim:
        start = self._report.text.index(words)
        return self._keep(field, span=Span(start=start, end=start + len(words)), quote=words, **further)

    def infer(self, field: str, sources: list[Claim], **further: object) -> Claim:
        return self._keep(field, basis="inference", derived_from=tuple(s.claim_id for s in sources), **further)

    def _keep(self, field: str, **further: object) -> Claim:
        shared = {"report_id": self._report.report_id, "mention_id": self._mention_id, "extractor": "hand"}
        values = {"rule": "by-hand", **shared, **further}
        claim = Claim.identified(field=field, **values)  # type: ignore[arg-type]  # pydantic takes the words
        self.claims.append(claim)
        return claim


def report_of(text: str, publisher: str, day: int) -> Report:
    return Report.identified(
        text=text,
        title=f"{publisher} tells",
        publisher=publisher,
        published=date(2023, 9, day),
        media_type="text/plain",
        raw_sha256="0" * 64,
    )


PLACE = Place(
    place_id="affray:banjska",
    name="Banjskë",
    kind="settlement",
    latitude=42.973,
    longitude=20.781,
    radius_km=1.5,
    country_code="XK",
    admin1="Mitrovica",
    source="affray",
    licence="CC BY 4.0",
)

LOCATION = Location(
    as_written="Banjska",
    place=PLACE,
    precision="settlement",
    latitude=42.973,
    longitude=20.781,
    radius_km=1.5,
    country_code="XK",
    country="Kosovo",
    candidates=(
        Candidate(place_id="affray:banjska", name="Banjskë", score=0.9, reason="the country that the report names"),
    ),
)

POLICE = Participation(actor="Kosovo police", kind="organisation", type="State forces", side="a", role="target")
ARMED_MEN = Participation(
    actor="armed men", kind="group", type="Identity militia", side="b", role="perpetrator", count=Count.exactly(30)
)


def account(casualties: tuple[Casualties, ...], participants: tuple[Participation, ...], summary: str) -> Account:
    return Account(
        when=When.on(date(2023, 9, 24)),
        event_type="Battles",
        sub_event_type="Armed clash",
        weapon="Firearms",
        participants=participants,
        casualties=casualties,
        summary=summary,
    )


def killed(side: str, count: Count) -> Casualties:
    return Casualties(kind="killed", side=side, count=count)  # type: ignore[arg-type]


def mention_of(report: Report, trigger: str, told: Account) -> Mention:
    start = report.text.index(trigger)
    return Mention(
        mention_id=content_id("m", [report.report_id, start]),
        report_id=report.report_id,
        trigger=Span(start=start, end=start + len(trigger)),
        status="happened",
        account=told,
        location=LOCATION,
    )


EARLY_REPORT = report_of(EARLY, "Example Wire", 24)
LATE_REPORT = report_of(LATE, "Example Daily", 25)
QUIET_REPORT = report_of(QUIET, "Example Radio", 26)

EARLY_MENTION = mention_of(
    EARLY_REPORT,
    "killed in",
    account(
        (killed("a", Count.exactly(1)),),
        (POLICE,),
        "A policeman was killed in Banjska on Sunday, the ministry said.",
    ),
)
LATE_MENTION = mention_of(
    LATE_REPORT,
    "killed",
    account(
        (killed("a", Count.exactly(2)), killed("b", Count.exactly(3))),
        (POLICE, ARMED_MEN),
        "Two officers and three gunmen were killed near Banjska on Sunday.",
    ),
)
INCIDENT = Incident(
    incident_id=content_id("i", [EARLY_MENTION.mention_id]),
    mention_ids=(EARLY_MENTION.mention_id, LATE_MENTION.mention_id),
    account=LATE_MENTION.account.model_copy(
        update={
            "casualties": (killed("a", Count(low=1, best=2, high=2)), killed("b", Count(low=0, best=3, high=3))),
        }
    ),
    location=LOCATION,
    derivations=tuple(
        Derivation(field=field, rule="latest", mention_id=LATE_MENTION.mention_id)
        for field in ("event", "date", "place", "participants", "killed")
    ),
)


def early_claims() -> list[Claim]:
    desk = Desk(EARLY_REPORT, EARLY_MENTION.mention_id)
    said = {"modality": "attributed", "speaker": MINISTRY}
    desk.quote("event", "killed in", value="Armed clash", **said)
    desk.quote("killed", "A policeman was killed", count=Count.exactly(1), value="1", side="a", **said)
    desk.quote("victim", "A policeman", value="policeman", side="a")
    desk.quote("killed", "nine were killed", count=Count.exactly(9), value="9", modality="denied", speaker="Police")
    desk.quote("place", "Banjska", value="Banjska")
    desk.quote("date", "on Sunday", value="2023-09-24")
    return desk.claims


def late_claims() -> list[Claim]:
    desk = Desk(LATE_REPORT, LATE_MENTION.mention_id)
    desk.quote("event", "killed", value="Armed clash")
    officers = desk.quote("killed", "Two officers", count=Count.exactly(2), value="2", side="a")
    gunmen = desk.quote("killed", "three gunmen", count=Count.exactly(3), value="3", side="b")
    desk.infer("killed", [officers, gunmen], count=Count.exactly(5), value="5", rule="sum-of-parts")
    desk.quote("perpetrator", "Armed men", value="armed men", side="b")
    desk.quote("target", "the officers", value="Kosovo police", side="a")
    desk.quote("place", "Banjska", value="Banjska")
    desk.quote("date", "Sunday", value="2023-09-24")
    return desk.claims


CLAIMS = (*early_claims(), *late_claims())


@pytest.fixture(scope="session")
def told_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("told") / "told.duckdb"
    batch = Batch(
        reports=tuple(BatchReport(report=report) for report in (EARLY_REPORT, LATE_REPORT, QUIET_REPORT)),
        mentions=(EARLY_MENTION, LATE_MENTION),
        claims=CLAIMS,
    )
    with open_for_writing(path) as connection:
        run_id = begin_run(
            connection,
            started_at=datetime(2024, 1, 1, tzinfo=UTC),
            version="0.1.0",
            extractor="hand",
            settings_digest="s",
            gazetteer_digest="g",
        )
        load_batch(connection, batch, run_id=run_id)
        with transaction(connection):
            replace_incidents(connection, [INCIDENT], run_id=run_id)
    return path


@pytest.fixture(scope="session")
def told(told_path: Path) -> Iterator[DuckDBPyConnection]:
    """Give the dataset as commands open it."""
    with locked(told_path) as connection:
        yield connection


@pytest.fixture(scope="session")
def ids() -> dict[str, str]:
    """Give the ids by what they are of."""
    inferred = next(claim for claim in CLAIMS if claim.basis == "inference")
    return {
        "incident": INCIDENT.incident_id,
        "early": EARLY_MENTION.mention_id,
        "late": LATE_MENTION.mention_id,
        "early report": EARLY_REPORT.report_id,
        "quiet report": QUIET_REPORT.report_id,
        "claim": CLAIMS[1].claim_id,
        "inferred": inferred.claim_id,
    }


@pytest.fixture(scope="session")
def told_claim() -> Callable[..., ToldClaim]:
    """Give a maker of claims as a dossier holds them."""
    return make_told_claim


def make_told_claim(field: str, start: int | None = None, end: int | None = None, **further: object) -> ToldClaim:
    nothing = {name: None for name in ToldClaim.model_fields if name not in {"derived_from", "basis"}}
    values: dict[str, object] = {
        **nothing,
        "derived_from": (),
        "basis": "quote",
        "modality": "asserted",
        "report_id": "r-1",
    }
    own = {"claim_id": f"c-{field}-{start}-{end}", "field": field, "span_start": start, "span_end": end}
    return ToldClaim.model_validate({**values, **own, **further})
