"""A round-up counts the single incidents that lie within it and do not contradict it, and is summed with none."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from outputs.store.check import check
from schemas.actor import Participation
from schemas.count import Count
from schemas.vocabulary import ActorKind, ActorType, EventType, PlaceKind, Role, Scope, Side
from schemas.when import When
from tests.events.link.desk import Clear, Desk
from tests.events.link.stories import DAY, HAMA, HOMS, Story, Telling, place

LAST_DAY = DAY + timedelta(days=4)
PROVINCE = place("Hama Governorate", kind=PlaceKind.ADMIN1).model_copy(update={"radius_km": 60})
FAR_NORTH = place("Farthest", north_km=59.5)
ABROAD = place("Abroad", north_km=-50).model_copy(update={"country_code": "LB"})
WEEK = Telling(where=PROVINCE, when=When(start=DAY, end=LAST_DAY), killed=60, scope=Scope.AGGREGATE)
CLASH = Telling(killed=4)


def party(name: str, kind: ActorType, *, known: bool = True, role: Role = Role.PERPETRATOR) -> Participation:
    return Participation(
        actor_id=f"x-{name.lower()}" if known else None,
        actor=name,
        kind=ActorKind.ORGANISATION,
        type=kind,
        country_code="SY" if kind is ActorType.STATE_FORCES else None,
        role=role,
        side=Side.A,
    )


REDS, BLUES = party("Reds", ActorType.REBEL_GROUP), party("Blues", ActorType.REBEL_GROUP)
BEATEN_BLUES = party("Blues", ActorType.REBEL_GROUP, role=Role.TARGET)
GUNMEN = party("Gunmen", ActorType.POLITICAL_MILITIA, known=False)
ARMY, POLICE = party("Army", ActorType.STATE_FORCES), party("Police", ActorType.STATE_FORCES)


def by(*parties: Participation) -> dict[str, tuple[Participation, ...]]:
    return {"taking_part": parties}


def after(days: int) -> date:
    return DAY + timedelta(days=days)


PARTS = [
    ("on its first day", WEEK, CLASH),
    ("on its last day", WEEK, replace(CLASH, when=When.on(LAST_DAY))),
    ("on some of its days", WEEK, replace(CLASH, when=When(start=after(1), end=after(3)))),
    ("on some day of it, with a toll of its own", WEEK, replace(CLASH, when=WEEK.when)),
    ("throughout the province", WEEK, replace(CLASH, where=PROVINCE)),
    ("a bombing", WEEK, replace(CLASH, event=EventType.EXPLOSIONS, sub_event="Suicide bomb")),
    ("without a toll", WEEK, replace(CLASH, killed=None)),
    ("with nobody killed", WEEK, replace(CLASH, killed=0)),
    ("with its whole toll on one day", WEEK, replace(CLASH, killed=60)),
    ("with a lowest toll that fits", WEEK, replace(CLASH, killed=Count(low=50, best=70, high=90))),
    (
        "under a round-up's highest toll",
        replace(WEEK, killed=Count(low=50, best=60, high=80)),
        replace(CLASH, killed=70),
    ),
    ("with more injured than anybody counts", WEEK, replace(CLASH, injured=500)),
    ("in the round-up's own town", replace(WEEK, where=HAMA), CLASH),
    ("by the same group", replace(WEEK, **by(REDS)), replace(CLASH, **by(REDS))),
    ("by nobody that is known", replace(WEEK, **by(REDS)), replace(CLASH, **by(GUNMEN))),
    ("by police, where the state's forces are told", replace(WEEK, **by(ARMY)), replace(CLASH, **by(POLICE))),
    ("by one of its groups", replace(WEEK, **by(REDS, BLUES)), replace(CLASH, **by(BLUES))),
]
NO_PARTS = [
    ("the day before", WEEK, replace(CLASH, when=When.on(after(-1)))),
    ("begun before it", WEEK, replace(CLASH, when=When(start=after(-1), end=after(1)))),
    ("on no known day", WEEK, replace(CLASH, when=When.unknown())),
    ("some day of the month", WEEK, replace(CLASH, when=When.in_month(2021, 3))),
    ("where the round-up has no days", replace(WEEK, when=When.unknown()), CLASH),
    ("in another town", replace(WEEK, where=HAMA), replace(CLASH, where=HOMS)),
    ("where its own radius leads outside", WEEK, replace(CLASH, where=FAR_NORTH)),
    ("across the border", WEEK, replace(CLASH, where=ABROAD)),
    ("nowhere", WEEK, replace(CLASH, where=None)),
    ("where the round-up is nowhere", replace(WEEK, where=None), CLASH),
    ("anywhere in the province of a town's round-up", replace(WEEK, where=HAMA), replace(CLASH, where=PROVINCE)),
    ("a protest", WEEK, replace(CLASH, event=EventType.PROTESTS, sub_event="Peaceful protest")),
    ("a clash among bombings", replace(WEEK, event=EventType.EXPLOSIONS, sub_event="Suicide bomb"), CLASH),
    ("with a higher toll", WEEK, replace(CLASH, killed=61)),
    ("with more injured", replace(WEEK, injured=9), replace(CLASH, injured=10)),
    ("another round-up", WEEK, replace(WEEK, killed=30, when=When(start=DAY, end=after(2)))),
    ("the same days and toll, told as one", WEEK, replace(CLASH, when=WEEK.when, killed=60)),
    ("by another group", replace(WEEK, **by(REDS)), replace(CLASH, **by(BLUES))),
    ("by soldiers, where rebels are told", replace(WEEK, **by(REDS)), replace(CLASH, **by(ARMY))),
    ("against another group", replace(WEEK, **by(ARMY, REDS)), replace(CLASH, **by(ARMY, BEATEN_BLUES))),
]


def told(name: str, *tells: Telling) -> Story:
    return Story(name=name, tells=tells, publisher=f"Example {name.title()}")


def counted(desk: Desk) -> list[tuple[str, str]]:
    """Give who counts whom, each by the names of the reports that tell it."""
    named = "(select string_agg(external_id, '+' order by external_id) from mentions where incident_id = {})"
    one, other = named.format("aggregate_id"), named.format("part_id")
    return [(str(whole), str(part)) for whole, part in desk.rows(f"select {one}, {other} from parts order by all")]


@pytest.fixture(scope="module")
def found(cleared: Clear) -> frozenset[str]:
    """Give the cases whose round-up counts the other, all linked at once, each in a land and a year of its own."""
    desk = cleared()
    cases = enumerate([*PARTS, *NO_PARTS])
    desk.link(tuple(story for number, case in cases for story in staged(number, *case)))
    assert check(desk.connection) == []
    pairs = counted(desk)
    assert all(whole.removesuffix("?") == part.removesuffix("!") for whole, part in pairs)
    return frozenset(part.removesuffix("!") for _, part in pairs)


def staged(number: int, name: str, whole: Telling, other: Telling) -> tuple[Story, Story]:
    return told(f"{name}?", moved(whole, number)), told(f"{name}!", moved(other, number))


def moved(telling: Telling, number: int) -> Telling:
    """Move a telling into a land and a year of its own."""
    where = telling.where and telling.where.model_copy(
        update={
            "place_id": f"{telling.where.place_id}-{number}",
            "country_code": f"{telling.where.country_code}{number}",
            "longitude": telling.where.longitude + 3 * number,
        }
    )
    return replace(telling, where=where, when=telling.when.shifted(days=400 * number))


@pytest.mark.parametrize("name", [name for name, *_ in PARTS])
def test_what_lies_within_a_round_up_is_part_of_it(found: frozenset[str], name: str) -> None:
    assert name in found


@pytest.mark.parametrize("name", [name for name, *_ in NO_PARTS])
def test_what_leads_outside_or_contradicts_is_no_part(found: frozenset[str], name: str) -> None:
    assert name not in found


DIVISIONS = [
    ("the same, beyond the circle", "Hama", True),
    ("another, within the circle", "Homs", False),
    ("unknown, within the circle", None, True),
]


@pytest.mark.parametrize(("admin1", "is_part"), [case for _, *case in DIVISIONS], ids=[name for name, *_ in DIVISIONS])
def test_a_division_outranks_a_circle(desk: Desk, admin1: str | None, *, is_part: bool) -> None:
    desk.link((told("week", WEEK), told("one", replace(CLASH, where=FAR_NORTH if admin1 == "Hama" else HAMA))))
    desk.connection.execute("update incident_facts set admin1 = 'Hama' where scope = 'aggregate'")
    desk.connection.execute("update incident_facts set admin1 = ? where scope = 'single'", [admin1])
    ask_anew(desk)
    assert counted(desk) == ([("week", "one")] if is_part else [])


def ask_anew(desk: Desk) -> None:
    """Link as the first run of a newer program does."""
    desk.connection.execute(
        "insert into unasked_round_ups select incident_id from incident_facts where scope = 'aggregate'"
    )
    desk.link(())
    assert desk.rows("from unasked_round_ups") == []


def test_a_countrys_round_up_counts_what_lies_in_the_country(desk: Desk) -> None:
    desk.link((told("week", WEEK), told("one", CLASH), told("far", replace(CLASH, where=ABROAD))))
    desk.connection.execute("update incident_facts set place_precision = 'country' where scope = 'aggregate'")
    ask_anew(desk)
    assert counted(desk) == [("week", "one")]


def test_an_area_of_no_single_country_counts_what_lies_within_its_radius(desk: Desk) -> None:
    desk.link((told("week", WEEK), told("one", CLASH), told("far", replace(CLASH, where=ABROAD))))
    desk.connection.execute(
        "update incident_facts set place_precision = 'area', country_code = null where scope = 'aggregate'"
    )
    ask_anew(desk)
    assert counted(desk) == [("week", "far"), ("week", "one")]


def test_why_an_incident_is_part_is_told_in_words(desk: Desk) -> None:
    desk.link((told("week", replace(WEEK, **by(REDS))), told("one", replace(CLASH, **by(REDS)))))
    reason = (
        "2021-03-01 within 2021-03-01 to 2021-03-05, 0 km from its point, within 60 km, 4 of 60 killed, both name Reds"
    )
    assert desk.rows("select reason from parts") == [(reason,)]


def test_tolls_that_differ_are_told_as_they_span(desk: Desk) -> None:
    desk.link((told("week", WEEK), told("one", CLASH), told("two", replace(CLASH, killed=9))))
    ((reason,),) = desk.rows("select reason from parts")
    assert reason.endswith(", 4 to 9 of 60 killed")


def test_an_incident_may_be_part_of_several_and_knows_it(desk: Desk) -> None:
    longer = replace(WEEK, when=When.in_month(2021, 3), killed=300)
    desk.link((told("week", WEEK), told("month", longer), told("one", CLASH)))
    assert counted(desk) == [("month", "one"), ("week", "one")]
    assert desk.rows("select scope, len(part_of) from incidents order by all") == [
        ("aggregate", 0),
        ("aggregate", 0),
        ("single", 2),
    ]


def test_a_later_portion_changes_only_the_pairs_that_it_reaches(desk: Desk) -> None:
    other = replace(CLASH, where=place("Other", north_km=30))
    desk.link(
        (told("week", WEEK), told("one", CLASH)), (told("two", other),), (told("again", replace(CLASH, killed=5)),)
    )
    assert counted(desk) == [("week", "again+one"), ("week", "two")]
    assert desk.rows("select run_id from parts order by all") == [(2,), (3,)]
    assert desk.rows("select run_id, until_run from past_parts") == [(1, 3)]
    before = desk.rows("from parts order by all")
    desk.link(())
    assert desk.rows("from parts order by all") == before


def test_what_was_part_is_kept_with_the_run_that_ended_it(desk: Desk) -> None:
    desk.link((told("week", replace(WEEK, killed=8)), told("one", CLASH)))
    ((part,),) = desk.rows("select part_id from parts")
    risen = Story(name="rise", tells=(replace(CLASH, killed=9),), publisher="Example One", published=after(1))
    desk.link((risen,))
    assert desk.rows("select part_id, run_id, until_run from past_parts") == [(part, 1, 2)]
    assert desk.rows("from parts") == []


TELLINGS = some.builds(
    Telling,
    where=some.sampled_from([HAMA, HOMS, PROVINCE, ABROAD, None]),
    when=some.sampled_from(
        [When.on(DAY), When.on(after(1)), When.on(after(9)), When(start=DAY, end=LAST_DAY), When.in_month(2021, 3)]
    ),
    killed=some.none() | some.integers(min_value=0, max_value=40),
    event=some.sampled_from([EventType.BATTLES, EventType.RIOTS]),
    scope=some.sampled_from([Scope.SINGLE, Scope.SINGLE, Scope.AGGREGATE]),
    taking_part=some.sampled_from([(), (REDS,), (BLUES,), (GUNMEN,)]),
)
STORIES = some.lists(
    some.builds(Story, name=some.sampled_from("abcdefghij"), tells=some.lists(TELLINGS, max_size=3).map(tuple)),
    max_size=8,
    unique_by=lambda story: story.name,
).map(tuple)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(STORIES, some.data())
def test_parts_are_of_the_reports_and_not_of_their_order(
    cleared: Clear, stories: tuple[Story, ...], data: some.DataObject
) -> None:
    desk = cleared()
    desk.link(stories)
    whole = reasons(desk)
    assert check(desk.connection) == []
    shuffled = tuple(data.draw(some.permutations(stories)))
    cut = data.draw(some.integers(min_value=0, max_value=len(stories)))
    desk = cleared()
    desk.link(shuffled[:cut], shuffled[cut:])
    assert reasons(desk) == whole
    assert check(desk.connection) == []


def reasons(desk: Desk) -> list[tuple[str, ...]]:
    """Give who counts whom and why, each by the mentions that tell it: ids of incidents depend on the order."""
    told_by = "(select list(mention_id order by mention_id) from memberships where incident_id = {})"
    one, other = told_by.format("aggregate_id"), told_by.format("part_id")
    return desk.rows(f"select {one}, {other}, reason from parts order by all")
