"""What is read back is what was loaded."""

import math
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from duckdb import DuckDBPyConnection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outputs.store.connect import open_for_writing
from outputs.store.link import replace_incidents
from outputs.store.load import Batch, BatchReport, load_batch
from outputs.store.read import read_incidents, read_mentions
from outputs.store.transaction import transaction
from schemas.actor import Participation
from schemas.casualties import Casualties
from schemas.count import Count
from schemas.incident import Account, Incident, Mention
from schemas.place import Location, Place
from schemas.record import content_id
from schemas.report import Report
from schemas.span import Span
from schemas.vocabulary import (
    ActorKind,
    ActorType,
    CasualtyKind,
    DateExtent,
    EventType,
    PlaceKind,
    PlacePrecision,
    Role,
    Scope,
    Side,
    Status,
    Weapon,
)
from schemas.when import When

T = TypeVar("T")

LARGEST = 100_000_000
words = st.text(st.characters(codec="utf-8"), max_size=12)
maybe_words = st.none() | words
codes = st.sampled_from(("XK", "RS", "EH", "MA"))


def floats(low: float, high: float) -> st.SearchStrategy[float]:
    # The store keeps -0.0 as it is, but no comparison tells it from 0.0.
    return st.floats(low, high).map(lambda number: number + 0.0)


def counts() -> st.SearchStrategy[Count]:
    bounds = st.lists(st.integers(0, LARGEST), min_size=3, max_size=3).map(sorted)
    return bounds.map(lambda three: Count(low=three[0], best=three[1], high=three[2]))


def intervals() -> st.SearchStrategy[When]:
    ends = st.lists(st.dates(), min_size=2, max_size=2).map(sorted)
    return st.builds(
        lambda pair, extent, open_start, open_end: When(
            start=None if open_start else pair[0], end=None if open_end else pair[1], extent=extent
        ),
        ends,
        st.sampled_from(DateExtent),
        st.booleans(),
        st.booleans(),
    )


def places() -> st.SearchStrategy[Place]:
    return st.builds(
        Place,
        place_id=words,
        name=words,
        kind=st.sampled_from(PlaceKind),
        latitude=floats(-90, 90),
        longitude=floats(-180, 180),
        radius_km=floats(0, 20_000),
        country_code=st.none() | codes,
        admin1=maybe_words,
        admin2=maybe_words,
        admin3=maybe_words,
        population=st.integers(0, 10**10),
        source=words,
        licence=words,
    )


def locations() -> st.SearchStrategy[Location]:
    return st.builds(
        Location,
        as_written=maybe_words,
        place=st.none() | places(),
        precision=st.sampled_from(PlacePrecision),
        latitude=st.none() | floats(-90, 90),
        longitude=st.none() | floats(-180, 180),
        radius_km=st.none() | floats(0, 20_000),
        country_code=st.none() | codes,
        country=maybe_words,
        disputed_by=st.lists(codes, max_size=3).map(tuple),
    )


def participations() -> st.SearchStrategy[Participation]:
    return st.builds(
        Participation,
        actor_id=maybe_words,
        actor=words,
        name_as_written=maybe_words,
        kind=st.sampled_from(ActorKind),
        type=st.none() | st.sampled_from(ActorType),
        country_code=st.none() | codes,
        side=st.none() | st.sampled_from(Side),
        role=st.sampled_from(Role),
        count=st.none() | counts(),
    )


def accounts() -> st.SearchStrategy[Account]:
    casualties = st.builds(Casualties, kind=st.sampled_from(CasualtyKind), side=st.sampled_from(Side), count=counts())
    return st.builds(
        Account,
        scope=st.sampled_from(Scope),
        when=intervals(),
        event_type=st.sampled_from(EventType),
        sub_event_type=words,
        ucdp_type=st.none() | st.integers(1, 3),
        plover_event=maybe_words,
        plover_mode=maybe_words,
        weapon=st.none() | st.sampled_from(Weapon),
        participants=st.lists(participations(), max_size=4).map(tuple),
        casualties=st.lists(casualties, max_size=4).map(tuple),
        crowd_size=st.none() | st.integers(0, LARGEST),
        civilian_targeting=st.booleans(),
        summary=maybe_words,
        confidence=floats(0, 1),
    )


def mentions() -> st.SearchStrategy[Mention]:
    return st.builds(
        Mention,
        mention_id=words,
        report_id=st.just("r-any"),
        trigger=st.builds(
            lambda start, length: Span(start=start, end=start + length),
            st.integers(0, LARGEST),
            st.integers(1, 100),
        ),
        status=st.sampled_from(Status),
        account=accounts(),
        location=locations(),
    )


def rolled_back(connection: DuckDBPyConnection, work: Callable[[], T]) -> T:
    """Do the work in a portion of its own that leaves nothing for the next example."""
    try:
        return work()
    finally:
        for table in ("mention_facts", "casualty_facts", "participant_facts", "places", "incident_facts"):
            connection.execute(f"truncate {table}")
        connection.execute("truncate memberships")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mention=mentions())
def test_a_mention_is_read_as_it_was_loaded(connection: DuckDBPyConnection, mention: Mention) -> None:
    def through_the_store() -> Mention:
        load_batch(connection, Batch(mentions=(mention,)), run_id=1)
        return read_mentions(connection, [mention.mention_id])[0].mention

    assert rolled_back(connection, through_the_store) == mention


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(account=accounts(), location=locations())
def test_an_incident_is_read_as_it_was_written(
    connection: DuckDBPyConnection, account: Account, location: Location
) -> None:
    incident = Incident(incident_id="i-any", mention_ids=(), account=account, location=location)

    def through_the_store() -> Incident:
        with transaction(connection):
            replace_incidents(connection, [incident], run_id=1)
        return read_incidents(connection, ["i-any"])[0]

    assert rolled_back(connection, through_the_store) == incident


def test_the_whole_incident_comes_back(whole: DuckDBPyConnection, incident: Incident) -> None:
    assert read_incidents(whole, [incident.incident_id, "i-other"]) == [incident]


def test_a_linked_mention_knows_its_report_and_incident(
    whole: DuckDBPyConnection, mention: Mention, report: Report, incident: Incident
) -> None:
    (linked,) = read_mentions(whole, [mention.mention_id])
    assert (linked.publisher, linked.published) == (report.publisher, report.published)
    assert (linked.copy_of, linked.incident_id) == (None, incident.incident_id)
    assert math.isclose(linked.mention.account.confidence, 0.9)


def test_mentions_come_earliest_first_and_undated_last(path: Path, mention: Mention) -> None:
    days = [date(2023, 9, 26), None, date(2023, 9, 25), date(2023, 9, 25)]
    reports = [
        Report.identified(text=f"Report {number}", published=day, media_type="x", raw_sha256="0")
        for number, day in enumerate(days)
    ]
    told = [
        mention.model_copy(update={"report_id": report.report_id, "mention_id": content_id("m", [report.report_id])})
        for report in reports
    ]
    batch = Batch(reports=tuple(BatchReport(report=report) for report in reports), mentions=tuple(told))
    with open_for_writing(path) as connection:
        load_batch(connection, batch, run_id=1)
        found = read_mentions(connection, [entry.mention_id for entry in told])
    order = [(entry.published or date.max, entry.mention.mention_id) for entry in found]
    assert len(order) == len(days)
    assert order == sorted(order)
