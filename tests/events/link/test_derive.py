"""An incident's values are those of an account that the rule chooses, and the tolls of all others span them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as some

from events.settings import DerivationRule, Settings
from outputs.store.check import check
from schemas.casualties import total
from schemas.count import Count
from schemas.incident import Derivation, Incident
from schemas.vocabulary import CasualtyKind, EventType, PlaceKind, Side, Status
from schemas.when import When
from tests.events.link.desk import Clear, Desk
from tests.events.link.stories import DAY, HAMA, Story, Telling, place

RULES: tuple[DerivationRule, ...] = ("latest", "lowest", "highest", "majority", "source-order")
KILLED, INJURED = CasualtyKind.KILLED, CasualtyKind.INJURED
WIRE, DAILY, RADIO, MONITOR = "Example Wire", "Example Daily", "Example Radio", "Example Monitor"
SYRIA = place("Syria", kind=PlaceKind.ADMIN1)

Told = tuple[str | None, int, int]  # publisher, days after the incident, killed


def told(publisher: str | None, days: int | None, killed: int | Count | None = None, **facts: object) -> Story:
    """Give one report's account, published so many days after the incident, or on no known day."""
    published = None if days is None else DAY + timedelta(days=days)
    telling = Telling(killed=killed, **facts)  # type: ignore[arg-type]
    return Story(name=f"{publisher} {days} {killed}", tells=(telling,), publisher=publisher, published=published)


def copied(story: Story) -> Story:
    """Let a report print words that others print, too."""
    return replace(story, words="Three were killed, said a printer of other outlets' words.")


def chosen(rule: DerivationRule, *order: str, **by_field: DerivationRule) -> Settings:
    return Settings(derivation=rule, source_order=order, derivation_by_field=by_field)


def toll(incident: Incident, kind: CasualtyKind = KILLED) -> tuple[int, int, int] | None:
    count = total(incident.account.casualties, kind)
    return (count.low, count.best, count.high) if count else None


def mention_of(story: Story) -> str:
    return story.mentions[0].mention_id


# Who told how many, day by day, and low, best and high by each rule; `source-order` trusts the radio, then the daily.
TOLLS: list[tuple[list[Told], dict[DerivationRule, tuple[int, int, int]]]] = [
    ([(WIRE, 0, 4)], dict.fromkeys(RULES, (4, 4, 4))),
    # a toll replaces only earlier ones of the same publisher
    ([(WIRE, 0, 3), (WIRE, 1, 5)], dict.fromkeys(RULES, (5, 5, 5))),
    ([(WIRE, 0, 5), (WIRE, 1, 3)], dict.fromkeys(RULES, (3, 3, 3))),
    (
        [(WIRE, 0, 3), (WIRE, 2, 5), (DAILY, 1, 4)],
        {
            "latest": (4, 5, 5),
            "lowest": (4, 4, 5),
            "highest": (4, 5, 5),
            "majority": (4, 5, 5),
            "source-order": (4, 4, 5),
        },
    ),
    # a rolling toll: what the wire has raised since is not held against what the daily said first
    ([(WIRE, 0, 3), (WIRE, 1, 5), (DAILY, 0, 4)], {"latest": (4, 5, 5), "lowest": (4, 4, 5)}),
    (
        [(WIRE, 0, 9), (DAILY, 1, 2), (RADIO, 2, 7)],
        {
            "latest": (2, 7, 9),
            "lowest": (2, 2, 9),
            "highest": (2, 9, 9),
            "majority": (2, 7, 9),
            "source-order": (2, 7, 9),
        },
    ),
    (
        [(WIRE, 0, 4), (DAILY, 0, 4), (RADIO, 1, 6)],
        {
            "latest": (4, 6, 6),
            "lowest": (4, 4, 6),
            "highest": (4, 6, 6),
            "majority": (4, 4, 6),
            "source-order": (4, 6, 6),
        },
    ),
    # nobody knows whether two outlets without a name are the same
    ([(None, 0, 3), (None, 1, 5)], {"latest": (3, 5, 5), "lowest": (3, 3, 5), "highest": (3, 5, 5)}),
    # nobody died is a toll, too
    ([(WIRE, 0, 0), (DAILY, 1, 2)], {"latest": (0, 2, 2), "lowest": (0, 0, 2)}),
]


@pytest.mark.parametrize(
    ("reports", "rule", "expected"),
    [(reports, rule, expected) for reports, by_rule in TOLLS for rule, expected in by_rule.items()],
)
def test_the_toll_is_the_chosen_ones_and_spans_the_current_ones(
    desk: Desk, reports: list[Told], rule: DerivationRule, expected: tuple[int, int, int]
) -> None:
    stories = [told(publisher, days, killed) for publisher, days, killed in reports]
    incident = desk.derive(*stories, settings=chosen(rule, RADIO, DAILY))
    assert toll(incident) == expected
    assert check(desk.connection) == []


def test_a_toll_that_nobody_states_is_not_stated(desk: Desk) -> None:
    incident = desk.derive(told(WIRE, 0), told(DAILY, 1))
    assert (toll(incident), toll(incident, INJURED)) == (None, None)
    assert desk.rows("select killed, killed_unknown from incidents") == [(None, None)]


def test_a_report_that_states_no_toll_leaves_the_last_one_standing(desk: Desk) -> None:
    assert toll(desk.derive(told(WIRE, 0, 4), told(WIRE, 1), told(DAILY, 2))) == (4, 4, 4)


def test_each_kind_of_casualties_is_taken_from_an_account_that_states_it(desk: Desk) -> None:
    incident = desk.derive(told(WIRE, 0, 4, injured=7), told(DAILY, 1, 5))
    assert (toll(incident), toll(incident, INJURED)) == ((4, 5, 5), (7, 7, 7))


def by(*speakers: str | None) -> dict[str, tuple[str | None, ...]]:
    return {"speakers": speakers}


# What was said, by whom, on which day; low, best and high.
SAID: list[tuple[str, list[Story], tuple[int, int, int]]] = [
    (
        "the same speaker has said another toll since",
        [told(WIRE, 0, 3, **by("the police")), told(DAILY, 1, 5, **by("Police"))],
        (5, 5, 5),
    ),
    (
        "somebody else says otherwise",
        [told(WIRE, 0, 3, **by("the police")), told(DAILY, 1, 5, **by("the army"))],
        (3, 5, 5),
    ),
    (
        "of two who said so one has said otherwise",
        [told(WIRE, 0, 3, **by("the police", "a hospital")), told(DAILY, 1, 5, **by("police"))],
        (3, 5, 5),
    ),
    (
        "both who said so have said otherwise",
        [told(WIRE, 0, 3, **by("police", "the army")), told(DAILY, 1, 5, **by("The Army", "the  police"))],
        (5, 5, 5),
    ),
    (
        "on one day nobody knows which was said first",
        [told(WIRE, 0, 3, **by("the police")), told(DAILY, 0, 5, **by("police"))],
        (3, 5, 5),
    ),
    (
        "witnesses in two reports are not the same people",
        [told(WIRE, 0, 3, **by("witnesses")), told(DAILY, 1, 5, **by("witnesses"))],
        (3, 5, 5),
    ),
    (
        "nor is somebody told with an article that says so",
        [told(WIRE, 0, 3, **by("a police officer")), told(DAILY, 1, 5, **by("a police officer"))],
        (3, 5, 5),
    ),
    (
        "the reporter is no speaker",
        [told(WIRE, 0, 3, **by(None)), told(DAILY, 1, 5, **by(None))],
        (3, 5, 5),
    ),
    (
        "what the wire says itself takes the place of what it quoted, and what it quoted of what others did",
        [told(DAILY, 0, 9, **by("police")), told(WIRE, 1, 5, **by("police")), told(WIRE, 2, 4)],
        (4, 4, 4),
    ),
]


@pytest.mark.parametrize(("stories", "expected"), [case[1:] for case in SAID], ids=[case[0] for case in SAID])
def test_a_toll_gives_way_to_a_later_one_of_the_same_speaker(
    desk: Desk, stories: list[Story], expected: tuple[int, int, int]
) -> None:
    low, best, high = expected
    incident = desk.derive(*stories, settings=chosen("latest"))
    count = toll(incident)
    assert count is not None
    assert (count[0], count[2]) == (low, high)
    assert count[1] == best or stories[0].published == stories[1].published


def test_a_copied_text_counts_once_on_its_first_day(cleared: Clear) -> None:
    """What others print again later is neither news nor another voice."""
    first, again = copied(told(WIRE, 0, 3)), copied(told(DAILY, 3, 3))
    newer, other = told(WIRE, 1, 5), told(MONITOR, 1, 5)
    assert toll(cleared().derive(first, again, newer)) == (5, 5, 5)
    assert toll(cleared().derive(first, again, told(RADIO, 1, 5), settings=chosen("majority"))) == (3, 5, 5)
    assert toll(cleared().derive(first, again, newer, other, settings=chosen("majority"))) == (5, 5, 5)


def test_forty_copies_are_not_forty_confirmations(desk: Desk) -> None:
    copies = [copied(told(f"Outlet {number}", number, 3)) for number in range(40)]
    stories = [*copies, told(WIRE, 1, 5), told(DAILY, 2, 5)]
    assert toll(desk.derive(*stories, settings=chosen("majority"))) == (3, 5, 5)
    assert desk.rows("select report_count, original_count from incidents") == [(42, 3)]


def test_a_copied_text_counts_for_the_publisher_that_is_trusted_most(cleared: Clear) -> None:
    stories = copied(told(WIRE, 0, 3)), copied(told(DAILY, 3, 3)), told(RADIO, 1, 5)
    assert toll(cleared().derive(*stories, settings=chosen("source-order", DAILY, RADIO))) == (3, 3, 5)
    assert toll(cleared().derive(*stories, settings=chosen("source-order", RADIO, DAILY))) == (3, 5, 5)


def test_without_an_order_of_sources_the_latest_is_taken(desk: Desk) -> None:
    assert toll(desk.derive(told(WIRE, 0, 3), told(DAILY, 1, 5), settings=chosen("source-order"))) == (3, 5, 5)


def test_a_report_without_a_day_is_believed_last(desk: Desk) -> None:
    assert toll(desk.derive(told(WIRE, None, 9), told(DAILY, 0, 4))) == (4, 4, 9)


def test_reports_of_one_day_are_told_apart_by_their_ids(desk: Desk) -> None:
    stories = [told(WIRE, 0, 3), told(DAILY, 0, 4)]
    last = max(stories, key=lambda story: story.report.report_id)
    assert desk.derive(*stories).account.summary == last.mentions[0].account.summary


def test_what_is_recalled_gives_no_values_where_others_tell_it(cleared: Clear) -> None:
    recalled = told(DAILY, 9, 90, status=Status.BACKGROUND)
    assert toll(cleared().derive(told(WIRE, 0, 4), recalled)) == (4, 4, 4)
    assert toll(cleared().derive(recalled)) == (90, 90, 90)


def test_sides_are_taken_together_and_what_others_count_more_is_nobodys(desk: Desk) -> None:
    """Four of ours by the latest report, seven by another: three more may be anybody's."""
    account = desk.derive(told(WIRE, 0, 7), told(DAILY, 1, 4, side=Side.A)).account
    sides = {entry.side: entry.count for entry in account.casualties if entry.kind is KILLED}
    assert sides == {Side.A: Count.exactly(4), Side.UNKNOWN: Count(low=0, best=0, high=3)}


def test_what_others_count_less_the_sides_told_with_certainty_give_up_last(desk: Desk) -> None:
    sides = (
        (Side.A, Count.exactly(2)),
        (Side.CIVILIANS, Count.exactly(1)),
        (Side.UNKNOWN, Count(low=1, best=1, high=2)),
    )
    account = desk.derive(told(WIRE, 0, 1), told(DAILY, 1, sides=sides)).account
    assert {entry.side: entry.count for entry in account.casualties} == {
        Side.A: Count(low=1, best=2, high=2),
        Side.CIVILIANS: Count(low=0, best=1, high=1),
        Side.UNKNOWN: Count(low=0, best=1, high=2),
    }
    assert check(desk.connection) == []


def test_a_date_or_place_known_better_outranks_the_latest(desk: Desk) -> None:
    precise, vague = told(WIRE, 0), told(DAILY, 1, when=When.in_month(2021, 3), where=SYRIA)
    incident = desk.derive(precise, vague)
    assert (incident.account.when, incident.location.place) == (When.on(DAY), HAMA)
    assert incident.account.summary == vague.mentions[0].account.summary
    taken = {entry.field: (entry.rule, entry.mention_id) for entry in incident.derivations}
    assert taken["date"] == taken["place"] == ("precision", mention_of(precise))
    assert taken["event"] == ("latest", mention_of(vague))


def test_participants_are_taken_together_from_one_account(desk: Desk) -> None:
    earlier, later = told(WIRE, 0, perpetrators=("army", "rebels")), told(DAILY, 1, perpetrators=("police",))
    incident = desk.derive(earlier, later, told(RADIO, 2))
    assert [entry.actor for entry in incident.account.participants] == ["police"]
    assert desk.rows("select actor1, perpetrator from incidents") == [("police", "police")]


def test_every_value_says_whose_account_and_which_rule(desk: Desk) -> None:
    """There is no lowest of words: of those the latest is taken."""
    wire, daily = told(WIRE, 0, 3, injured=1), told(DAILY, 1, 5, crowd=200)
    incident = desk.derive(wire, daily, settings=chosen("lowest"))
    assert set(incident.derivations) == {
        *(
            Derivation(field=field, rule="latest", mention_id=mention_of(daily))
            for field in ("event", "date", "place", "participants")
        ),
        Derivation(field="killed", rule="lowest", mention_id=mention_of(wire)),
        Derivation(field="injured", rule="lowest", mention_id=mention_of(wire)),
        Derivation(field="crowd_size", rule="lowest", mention_id=mention_of(daily)),
    }
    assert incident.account.crowd_size == 200


def test_a_field_can_have_a_rule_of_its_own(desk: Desk) -> None:
    """Some code the fewest killed and the most injured."""
    stories = told(WIRE, 0, 5, injured=9), told(DAILY, 1, 3, injured=9), told(RADIO, 2, 4, injured=1)
    incident = desk.derive(*stories, settings=chosen("latest", killed="lowest", injured="majority"))
    assert (toll(incident), toll(incident, INJURED)) == ((3, 3, 5), (1, 9, 9))


def test_the_majority_is_asked_for_words_too(desk: Desk) -> None:
    other_day = When.on(DAY + timedelta(days=1))
    bombs = {"event": EventType.EXPLOSIONS, "sub_event": "Suicide bomb"}
    stories = told(WIRE, 0, **bombs), told(DAILY, 1, **bombs), told(RADIO, 2, when=other_day)
    account = desk.derive(*stories, settings=chosen("majority")).account
    assert (account.sub_event_type, account.when) == ("Suicide bomb", When.on(DAY))


def test_what_does_not_count_is_kept_with_what_counts_instead(desk: Desk) -> None:
    first, again = copied(told(WIRE, 0, 3)), copied(told(DAILY, 3, 3))
    newer, recalled = told(WIRE, 1, 5), told(RADIO, 9, status=Status.BACKGROUND)
    desk.derive(first, again, newer, recalled)
    assert desk.rows("select mention_id, field, why, by_mention_id from overruled order by why") == [
        (mention_of(again), None, "copy", mention_of(first)),
        (mention_of(recalled), None, "recalled", None),
        (mention_of(first), "killed", "superseded", mention_of(newer)),
    ]


def test_deriving_again_from_more_leaves_nothing_of_what_was(desk: Desk) -> None:
    desk.derive(told(WIRE, 0, 3, injured=2, crowd=9, perpetrators=("army",)))
    assert toll(desk.derive(told(DAILY, 1, 4, perpetrators=("rebels",)))) == (3, 4, 4)
    counted = "select count(*), count(distinct field) from derivations"
    assert desk.rows(counted) == [(7, 7)]
    assert desk.rows("select actor from participants where mention_id is null") == [("rebels",)]


LAW = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
COUNTS = (
    some.lists(some.integers(min_value=0, max_value=20), min_size=3, max_size=3)
    .map(sorted)
    .map(lambda three: Count(low=three[0], best=three[1], high=three[2]))
)
SIDES = some.dictionaries(some.sampled_from(list(Side)), COUNTS, max_size=4).map(lambda found: tuple(found.items()))
STORIES = some.lists(
    some.builds(
        told,
        some.sampled_from([WIRE, DAILY, RADIO, MONITOR, None]),
        some.integers(min_value=0, max_value=9) | some.none(),
        sides=SIDES,
        injured=some.integers(min_value=0, max_value=9) | some.none(),
        event=some.sampled_from([EventType.BATTLES, EventType.RIOTS]),
        status=some.sampled_from([Status.HAPPENED, Status.ATTEMPTED, Status.BACKGROUND]),
        when=some.sampled_from([When.on(DAY), When.in_month(2021, 3), When.unknown()]),
        where=some.sampled_from([HAMA, SYRIA, None]),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda story: story.report.report_id,
)
CHOICES = some.builds(
    Settings,
    derivation=some.sampled_from(RULES),
    derivation_by_field=some.dictionaries(some.sampled_from(["killed", "injured"]), some.sampled_from(RULES)),
    source_order=some.permutations([WIRE, DAILY, RADIO]).map(tuple),
)


@LAW
@given(STORIES, CHOICES, some.data())
def test_the_order_of_the_mentions_does_not_matter(
    cleared: Clear, stories: list[Story], rules: Settings, data: some.DataObject
) -> None:
    shuffled = data.draw(some.permutations(stories))
    assert cleared().derive(*shuffled, settings=rules) == cleared().derive(*stories, settings=rules)


@LAW
@given(STORIES, CHOICES)
def test_the_best_figure_is_someones_and_lies_between_bounds_that_someone_gave(
    cleared: Clear, stories: list[Story], rules: Settings
) -> None:
    desk = cleared()
    incident = desk.derive(*stories, settings=rules)
    mentions = [mention for story in stories for mention in story.mentions]
    stated = [count for mention in mentions if (count := total(mention.account.casualties, KILLED))]
    found = toll(incident)
    assert (found is None) <= (not stated or any(mention.status is Status.BACKGROUND for mention in mentions))
    if found:
        low, best, high = found
        assert low in {count.low for count in stated}
        assert best in {count.best for count in stated}
        assert high in {count.high for count in stated}
        assert low <= best <= high
    assert {entry.mention_id for entry in incident.derivations} <= {mention.mention_id for mention in mentions}
    assert check(desk.connection) == []  # bounds are ordered, and sums hold


@LAW
@given(STORIES, CHOICES, some.dates(min_value=DAY + timedelta(days=10), max_value=date(2022, 1, 1)), some.data())
def test_a_copy_changes_no_value(
    cleared: Clear, stories: list[Story], rules: Settings, later: date, data: some.DataObject
) -> None:
    dated = [story for story in stories if story.published]
    assume(dated)
    first = data.draw(some.sampled_from(dated))
    copy = replace(first, publisher="Example Printer", published=later, words=first.report.text)
    desk = cleared()
    before, values = desk.derive(*stories, settings=rules), desk.rows("select * from incident_facts")
    after = desk.derive(copy, settings=rules)
    assert (after.account, after.location, after.derivations) == (before.account, before.location, before.derivations)
    assert [row[3:] for row in desk.rows("select * from incident_facts")] == [row[3:] for row in values]
