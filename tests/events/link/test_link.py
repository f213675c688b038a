"""Mentions that agree in day, place, kind, toll and words become one incident, in whatever order they come."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from events.settings import Settings
from outputs.store.check import check
from schemas.actor import Participation
from schemas.record import content_id
from schemas.vocabulary import ActorKind, EventType, PlaceKind, Role, Scope, Status
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


PROTEST = replace(CLASH, event=EventType.PROTESTS, sub_event="Peaceful protest")
PROVINCE = place("Hama Governorate", kind=PlaceKind.ADMIN1).model_copy(update={"radius_km": 90})
SAME = [
    ("another toll", replace(CLASH, killed=9)),
    ("another kind of violence", replace(CLASH, event=EventType.EXPLOSIONS, sub_event="Suicide bomb")),
    ("an attempt", replace(CLASH, status=Status.ATTEMPTED)),
    ("recalled", replace(CLASH, status=Status.BACKGROUND)),
    ("the next day, the same toll", replace(CLASH, when=NEXT_DAY)),
    ("the next village", replace(CLASH, where=place("Hamlet", north_km=2.5))),
    ("some day of the month, the same toll", replace(CLASH, when=When.in_month(2021, 3))),
    ("no known day, the same toll", replace(CLASH, when=When.unknown())),
    ("a province, the same toll", replace(CLASH, where=PROVINCE)),
]
OTHER = [
    ("two days later", replace(CLASH, when=When.on(days_later(2)))),
    ("the next day, another toll", replace(CLASH, when=NEXT_DAY, killed=40)),
    ("another place", replace(CLASH, where=HOMS)),
    ("another kind", PROTEST),
    ("a round-up", replace(CLASH, scope=Scope.AGGREGATE)),
    ("some day of the month, no toll", replace(CLASH, when=When.in_month(2021, 3), killed=None)),
    ("no known day, another toll", replace(CLASH, when=When.unknown(), killed=40)),
    ("nobody killed", replace(CLASH, killed=0)),
    ("somewhere", replace(CLASH, where=None)),
    ("a province, another toll", replace(CLASH, where=PROVINCE, killed=30)),
]


@pytest.mark.parametrize("other", [telling for _, telling in SAME], ids=[name for name, _ in SAME])
def test_what_agrees_is_one_incident(desk: Desk, other: Telling) -> None:
    assert desk.link((told("one", CLASH), told("two", other))) == [(1, 0)]
    assert desk.partition() == [["one", "two"]]
    assert check(desk.connection) == []


@pytest.mark.parametrize("other", [telling for _, telling in OTHER], ids=[name for name, _ in OTHER])
def test_what_differs_or_is_not_known_stays_apart(desk: Desk, other: Telling) -> None:
    assert desk.link((told("one", CLASH), told("two", other))) == [(2, 0)]
    assert desk.partition() == [["one"], ["two"]]
    assert check(desk.connection) == []


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


def test_a_vague_telling_joins_the_best_cluster_and_is_no_bridge(desk: Desk) -> None:
    hama, homs = replace(CLASH, killed=4), replace(CLASH, where=HOMS, killed=9)
    vague = replace(CLASH, where=PROVINCE, killed=9)
    desk.link((told("hama", hama), told("homs", homs), told("province", vague)))
    assert desk.partition() == [["hama"], ["homs", "province"]]


def test_a_chain_of_neighbours_is_not_one_incident(desk: Desk) -> None:
    days = [told(f"day {day}", replace(CLASH, when=When.on(days_later(day)))) for day in range(6)]
    desk.link(tuple(days))
    assert max(len(names) for names in desk.partition()) == 2


def test_why_two_mentions_are_linked_is_told_in_words(desk: Desk) -> None:
    desk.link((told("one", CLASH), told("two", CLASH)))
    ((score, reason),) = desk.rows("select score, reason from links")
    assert reason.startswith("same day, same place, armed clash in both, 4 killed in both")
    assert score > 4


def test_an_id_that_is_given_up_says_where_it_goes_on(desk: Desk) -> None:
    twenty, vague = told("twenty", replace(CLASH, killed=20)), told("vague", replace(CLASH, where=PROVINCE))
    desk.link((twenty, vague), (told("four", CLASH),))
    assert desk.partition() == [["four", "twenty", "vague"]]
    ids = sorted(content_id("i", [story.mentions[0].mention_id]) for story in (twenty, vague))
    assert desk.rows("select incident_id from incidents") == [(ids[0],)]
    told_with = f"told with {ids[0]} as one incident"
    assert desk.rows("select old_id, new_id, run_id, why from retired") == [(ids[1], ids[0], 2, told_with)]


TELLINGS = some.builds(
    Telling,
    where=some.sampled_from([HAMA, BRIDGE, SUBURB, MOSQUE, SCHOOL, CENTRE, PROVINCE, None]),
    when=some.sampled_from([When.on(DAY), When.on(DAY), NEXT_DAY, When.in_month(2021, 3), When.unknown()]),
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


GALAN = Participation(actor="Luis Carlos Galan", kind=ActorKind.PERSON, role=Role.VICTIM)
SHOT = Telling(sub_event="Attack", event=EventType.VIOLENCE_AGAINST_CIVILIANS, taking_part=(GALAN,))
VAGUE = [
    ("no day, a person", replace(SHOT, when=When.unknown())),
    ("no day, a person and a province", replace(SHOT, when=When.unknown(), where=PROVINCE)),
    ("no day, a toll", replace(SHOT, when=When.unknown(), killed=40)),
    ("a month, a person and no place", replace(SHOT, when=When.in_month(2021, 3), where=None)),
]


@pytest.mark.parametrize("vague", [telling for _, telling in VAGUE], ids=[name for name, _ in VAGUE])
def test_what_is_vague_is_found_as_well_by_what_comes_later(cleared: Clear, vague: Telling) -> None:
    first, second = told("1", replace(SHOT, killed=vague.killed)), replace(told("2", vague), published=None)
    desk = cleared()
    desk.link((first, second))
    whole = desk.partition()
    assert len(whole) == 1
    for portions in [((first,), (second,)), ((second,), (first,))]:
        desk = cleared()
        desk.link(*portions)
        assert desk.partition() == whole


COUNTRY = place("Syria", kind=PlaceKind.COUNTRY).model_copy(update={"radius_km": 400})
GUNMEN = some.sampled_from([(), (), (GALAN,)])
KILLED = some.sampled_from([None, 0, 4, 4, 4, 5, 12, 40])
VAGUE_OR_EXACT = some.builds(
    Telling,
    where=some.sampled_from([HAMA, HAMA, BRIDGE, SUBURB, HOMS, PROVINCE, COUNTRY, None]),
    when=some.sampled_from([When.on(DAY), When.on(DAY), NEXT_DAY, When.in_month(2021, 3), When.unknown()]),
    killed=KILLED,
    event=some.sampled_from([EventType.BATTLES, EventType.BATTLES, EventType.RIOTS]),
    taking_part=GUNMEN,
    status=some.sampled_from([*[Status.HAPPENED] * 4, Status.BACKGROUND]),
    scope=some.sampled_from([*[Scope.SINGLE] * 5, Scope.AGGREGATE]),
)
MANY_STORIES = some.lists(
    some.builds(
        Story,
        name=some.integers(min_value=0, max_value=99).map(str),
        tells=some.lists(VAGUE_OR_EXACT, min_size=1, max_size=3).map(tuple),
        publisher=some.sampled_from(["Example Wire", "Example Daily", None]),
        published=some.sampled_from([DAY, days_later(1), days_later(30), None]),
        words=some.sampled_from([*[None] * 5, "Four were killed, said a printer of other outlets' words."]),
    ),
    min_size=6,
    max_size=24,
    unique_by=lambda story: story.report.report_id,
).map(tuple)
DERIVED = (
    "select mentions, facts.* exclude (incident_id, run_id) from {table} as facts "
    "join (select incident_id, list(mention_id order by mention_id) as mentions from memberships group by incident_id) "
    "using (incident_id) order by all"
)


def derived(desk: Desk) -> list[list[tuple[object, ...]]]:
    """Give what stands of each incident, by its mentions: ids hang on what came first."""
    tables = ("incident_facts", "casualty_facts", "participant_facts", "derivations", "overruled")
    links = desk.rows("select mention_id, other_id, score, reason from links order by all")
    return [*(desk.rows(DERIVED.format(table=table)) for table in tables), links]


@LAW
@given(MANY_STORIES, some.data())
def test_order_and_portions_do_not_matter(cleared: Clear, stories: tuple[Story, ...], data: some.DataObject) -> None:
    desk = cleared()
    desk.link(stories)
    whole = desk.partition(), derived(desk)
    shuffled = tuple(data.draw(some.permutations(stories)))
    # a first portion of most, so that what is appended is little
    first = len(shuffled) * 3 // 5
    cuts = sorted(data.draw(some.lists(some.integers(min_value=first, max_value=len(shuffled)), max_size=4)))
    desk = cleared()
    desk.link(*(shuffled[start:end] for start, end in pairwise([0, *cuts, len(shuffled)])))
    assert (desk.partition(), derived(desk)) == whole
    assert check(desk.connection) == []
