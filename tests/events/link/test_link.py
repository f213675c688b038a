"""Mentions of the same day, place and kind become one incident, whatever the order in which they come."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from events.settings import Settings
from outputs.store.check import check
from schemas.record import content_id
from schemas.vocabulary import EventType, PlaceKind, Scope, Status
from schemas.when import When
from tests.events.link.desk import Clear, Desk
from tests.events.link.stories import (
    BRIDGE,
    CENTRE,
    DAY,
    HAMA,
    HOMS,
    MOSQUE,
    SCHOOL,
    SUBURB,
    Story,
    Telling,
    place,
)

CLASH = Telling(killed=4)
RIOT = replace(CLASH, event=EventType.RIOTS, sub_event="Mob violence")
NEXT_DAY = When.on(DAY + timedelta(days=1))


def told(name: str, *tells: Telling, published: date = DAY) -> Story:
    return Story(name=name, tells=tells, published=published)


def days_later(days: int) -> date:
    return DAY + timedelta(days=days)


SAME = [
    ("another toll", replace(CLASH, killed=9)),
    ("another kind of violence", replace(CLASH, event=EventType.EXPLOSIONS, sub_event="Suicide bomb")),
    ("an attempt", replace(CLASH, status=Status.ATTEMPTED)),
    ("recalled", replace(CLASH, status=Status.BACKGROUND)),
]
OTHER = [
    ("another day", replace(CLASH, when=NEXT_DAY)),
    ("another place", replace(CLASH, where=HOMS)),
    ("another kind", RIOT),
    ("a round-up", replace(CLASH, scope=Scope.AGGREGATE)),
    ("some day of the month", replace(CLASH, when=When.in_month(2021, 3))),
    ("no known day", replace(CLASH, when=When.unknown())),
    ("somewhere", replace(CLASH, where=None)),
    ("a province", replace(CLASH, where=place("Hama Governorate", kind=PlaceKind.ADMIN1))),
]


@pytest.mark.parametrize("other", [telling for _, telling in SAME], ids=[name for name, _ in SAME])
def test_the_same_day_place_and_kind_are_one_incident(desk: Desk, other: Telling) -> None:
    assert desk.link((told("one", CLASH), told("two", other))) == [(1, 0)]
    assert desk.partition() == [["one", "two"]]
    assert check(desk.connection) == []


@pytest.mark.parametrize("other", [telling for _, telling in OTHER], ids=[name for name, _ in OTHER])
def test_what_differs_or_is_not_known_stays_apart(desk: Desk, other: Telling) -> None:
    assert desk.link((told("one", CLASH), told("two", other))) == [(2, 0)]
    assert desk.partition() == [["one"], ["two"]]
    assert check(desk.connection) == []


@pytest.mark.parametrize("unknown", [telling for _, telling in OTHER[3:]], ids=[name for name, _ in OTHER[3:]])
def test_two_that_are_known_no_better_stay_apart(desk: Desk, unknown: Telling) -> None:
    desk.link((told("one", unknown), told("two", unknown)))
    assert desk.partition() == [["one"], ["two"]]


@pytest.mark.parametrize("status", [Status.BACKGROUND, Status.DENIED, Status.PLANNED])
def test_what_is_recalled_denied_or_planned_founds_no_incident(desk: Desk, status: Status) -> None:
    assert desk.link((told("one", replace(CLASH, status=status)),)) == [(0, 0)]
    assert desk.partition() == []
    assert check(desk.connection) == []


@pytest.mark.parametrize("status", [Status.DENIED, Status.PLANNED])
def test_what_is_denied_or_planned_joins_no_incident(desk: Desk, status: Status) -> None:
    desk.link((told("one", CLASH), told("two", replace(CLASH, status=status))))
    assert desk.partition() == [["one"]]


def test_what_is_recalled_founds_an_incident_where_the_settings_say_so(desk: Desk) -> None:
    recalled = replace(CLASH, status=Status.BACKGROUND)
    assert desk.link((told("one", recalled),), settings=Settings(found_background=True)) == [(1, 0)]


def test_two_mentions_of_one_report_are_two_incidents_that_others_join_in_order(desk: Desk) -> None:
    first, second = replace(CLASH, killed=1), replace(CLASH, killed=2)
    desk.link((told("both", first, second), told("one", first), told("again both", first, second)))
    assert desk.partition() == [["again both", "both"], ["again both", "both", "one"]]


def test_an_incident_is_named_by_its_founding_mention_and_keeps_the_name(desk: Desk) -> None:
    late, early = told("late", CLASH, published=days_later(3)), told("early", CLASH)
    named = [(content_id("i", [late.mentions[0].mention_id]),)]
    assert desk.link((late,)) == [(1, 0)]
    assert desk.rows("select incident_id from incidents") == named
    assert desk.link((early,)) == [(0, 1)]
    assert desk.rows("select incident_id from incidents") == named
    assert desk.partition() == [["early", "late"]]


def test_linking_again_changes_nothing(desk: Desk) -> None:
    desk.link((told("one", CLASH), told("two", CLASH), told("three", RIOT)))
    before = {table: desk.rows(f"from {table} order by all") for table in ("incident_facts", "memberships")}
    assert desk.link(()) == [(0, 0)]
    assert {table: desk.rows(f"from {table} order by all") for table in before} == before


def test_only_the_incidents_whose_mentions_changed_are_written_anew(desk: Desk) -> None:
    homs = replace(CLASH, where=HOMS)
    assert desk.link((told("one", CLASH), told("two", homs)), (told("three", homs),)) == [(2, 0), (0, 1)]
    assert desk.rows("select run_id, count(*) from memberships group by all order by all") == [(1, 2), (2, 1)]
    assert desk.rows("select place, run_id from incident_facts order by all") == [("Hama", 1), ("Homs", 1)]
    assert desk.rows("from past_incident_facts") == desk.rows("from past_derivations") == []


def test_a_site_stands_for_its_village(desk: Desk) -> None:
    at_the_mosque, in_the_village = replace(CLASH, where=MOSQUE), replace(CLASH, where=CENTRE)
    desk.link((told("mosque", at_the_mosque), told("village", in_the_village)))
    assert desk.partition() == [["mosque", "village"]]


def test_two_incidents_join_when_the_village_of_their_sites_becomes_known(desk: Desk) -> None:
    at_the_mosque, at_the_school = replace(CLASH, where=MOSQUE), replace(CLASH, where=SCHOOL)
    another_day = told("village", replace(CLASH, where=CENTRE, when=NEXT_DAY))
    assert desk.link((told("mosque", at_the_mosque), told("school", at_the_school)), (another_day,)) == [(2, 0), (1, 1)]
    assert desk.partition() == [["mosque", "school"], ["village"]]
    assert check(desk.connection) == []


def test_an_incident_parts_when_a_nearer_village_becomes_known(desk: Desk) -> None:
    at_the_bridge = told("bridge", replace(CLASH, where=BRIDGE))
    in_town = told("town", CLASH)
    another_day = told("suburb", replace(CLASH, where=SUBURB, when=NEXT_DAY))
    assert desk.link((at_the_bridge, in_town), (another_day,)) == [(1, 0), (2, 1)]
    assert desk.partition() == [["bridge"], ["suburb"], ["town"]]
    assert check(desk.connection) == []


TELLINGS = some.builds(
    Telling,
    where=some.sampled_from([HAMA, BRIDGE, SUBURB, MOSQUE, SCHOOL, CENTRE, None]),
    when=some.sampled_from([When.on(DAY), When.on(DAY), NEXT_DAY, When.in_month(2021, 3)]),
    killed=some.none() | some.integers(min_value=0, max_value=9),
    injured=some.none() | some.integers(min_value=0, max_value=2),
    event=some.sampled_from([EventType.BATTLES, EventType.RIOTS]),
    status=some.sampled_from([*[Status.HAPPENED] * 3, Status.BACKGROUND, Status.DENIED]),
)
STORIES = some.lists(
    some.builds(
        Story,
        name=some.sampled_from("abcdefghij"),
        tells=some.lists(TELLINGS, max_size=3).map(tuple),
        publisher=some.sampled_from(["Example Wire", "Example Daily", None]),
        published=some.sampled_from([DAY, days_later(1), days_later(2), None]),
        words=some.sampled_from([None, None, "Four were killed, said a printer of other outlets' words."]),
    ),
    max_size=8,
    unique_by=lambda story: story.report.report_id,
).map(tuple)
LAW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@LAW
@given(STORIES)
def test_no_two_mentions_of_a_report_are_one_incident_and_every_founding_one_has_its_own(
    cleared: Clear, stories: tuple[Story, ...]
) -> None:
    desk = cleared()
    desk.link(stories)
    doubled = "select 1 from mentions where incident_id is not null group by incident_id, report_id having count(*) > 1"
    assert desk.rows(doubled) == []
    assert check(desk.connection) == []


@LAW
@given(STORIES, some.data())
def test_order_and_portions_do_not_matter(cleared: Clear, stories: tuple[Story, ...], data: some.DataObject) -> None:
    desk = cleared()
    desk.link(stories)
    whole = desk.partition(), desk.values()
    shuffled = tuple(data.draw(some.permutations(stories)))
    cut = data.draw(some.integers(min_value=0, max_value=len(stories)))
    desk = cleared()
    desk.link(shuffled[:cut], shuffled[cut:])
    assert (desk.partition(), desk.values()) == whole
    assert check(desk.connection) == []
