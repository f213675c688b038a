"""An incident's values are those of an account that the rule chooses, and the tolls of all others span them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from events.link.derive import derive
from events.settings import DerivationRule
from outputs.store.read import LinkedMention
from schemas.actor import Participation
from schemas.casualties import total
from schemas.count import Count
from schemas.incident import Account, Derivation
from schemas.vocabulary import ActorKind, CasualtyKind, EventType, PlaceKind, Role, Side, Status
from schemas.when import When
from tests.events.link.stories import DAY, HAMA, Story, Telling, place

RULES: tuple[DerivationRule, ...] = ("latest", "lowest", "highest", "majority", "source-order")
KILLED, INJURED = CasualtyKind.KILLED, CasualtyKind.INJURED
WIRE, DAILY, RADIO, MONITOR = "Example Wire", "Example Daily", "Example Radio", "Example Monitor"
SYRIA = place("Syria", kind=PlaceKind.ADMIN1)

Told = tuple[str | None, int, int]  # publisher, days after the incident, killed


def told(publisher: str | None, days: int | None, killed: int | Count | None = None, **facts: object) -> LinkedMention:
    """Give one report's account, published so many days after the incident, or on no known day."""
    published = None if days is None else DAY + timedelta(days=days)
    telling = Telling(killed=killed, **facts)  # type: ignore[arg-type]
    story = Story(name=f"{publisher} {days} {killed}", tells=(telling,), publisher=publisher, published=published)
    (linked,) = story.linked
    return linked


def copied(mention: LinkedMention) -> LinkedMention:
    """Say that a report prints words that others print, too."""
    return mention.model_copy(update={"copy_of": "r-original"})


def toll(account: Account, kind: CasualtyKind = KILLED) -> tuple[int, int, int] | None:
    count = total(account.casualties, kind)
    return (count.low, count.best, count.high) if count else None


def derived(mentions: list[LinkedMention], rule: DerivationRule = "latest", *order: str) -> Account:
    account, _, _ = derive(mentions, rule=rule, source_order=order)
    return account


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
    reports: list[Told], rule: DerivationRule, expected: tuple[int, int, int]
) -> None:
    mentions = [told(publisher, days, killed) for publisher, days, killed in reports]
    assert toll(derived(mentions, rule, RADIO, DAILY)) == expected
    assert toll(derived(mentions[::-1], rule, RADIO, DAILY)) == expected


def test_a_toll_that_nobody_states_is_not_stated() -> None:
    account = derived([told(WIRE, 0), told(DAILY, 1)])
    assert (toll(account), toll(account, INJURED)) == (None, None)


def test_a_report_that_states_no_toll_leaves_the_last_one_standing() -> None:
    assert toll(derived([told(WIRE, 0, 4), told(WIRE, 1), told(DAILY, 2)])) == (4, 4, 4)


def test_each_kind_of_casualties_is_taken_from_an_account_that_states_it() -> None:
    account = derived([told(WIRE, 0, 4, injured=7), told(DAILY, 1, 5)])
    assert (toll(account), toll(account, INJURED)) == ((4, 5, 5), (7, 7, 7))


def test_a_copied_text_counts_once_on_its_first_day() -> None:
    """What others print again later is neither news nor another voice."""
    first, again = copied(told(WIRE, 0, 3)), copied(told(DAILY, 3, 3))
    newer, other = told(WIRE, 1, 5), told(RADIO, 1, 5)
    assert toll(derived([first, again, newer])) == (5, 5, 5)
    assert toll(derived([first, again, told(RADIO, 1, 5)], "majority")) == (3, 5, 5)
    assert toll(derived([first, again, newer, other], "majority")) == (5, 5, 5)


def test_a_copied_text_counts_for_the_publisher_that_is_trusted_most() -> None:
    first, again = copied(told(WIRE, 0, 3)), copied(told(DAILY, 3, 3))
    assert toll(derived([first, again, told(RADIO, 1, 5)], "source-order", DAILY, RADIO)) == (3, 3, 5)
    assert toll(derived([first, again, told(RADIO, 1, 5)], "source-order", RADIO, DAILY)) == (3, 5, 5)


def test_without_an_order_of_sources_the_latest_is_taken() -> None:
    assert toll(derived([told(WIRE, 0, 3), told(DAILY, 1, 5)], "source-order")) == (3, 5, 5)


def test_a_report_without_a_day_is_believed_last() -> None:
    assert toll(derived([told(WIRE, None, 9), told(DAILY, 0, 4)])) == (4, 4, 9)


def test_reports_of_one_day_are_told_apart_by_their_ids() -> None:
    mentions = [told(WIRE, 0, 3), told(DAILY, 0, 4)]
    last = max(mentions, key=lambda mention: mention.mention.report_id)
    assert derived(mentions) == derived(mentions[::-1])
    assert derived(mentions).summary == last.mention.account.summary


def test_what_is_recalled_gives_no_values_where_others_tell_it() -> None:
    recalled = told(DAILY, 9, 90, status=Status.BACKGROUND)
    assert toll(derived([told(WIRE, 0, 4), recalled])) == (4, 4, 4)
    assert toll(derived([recalled])) == (90, 90, 90)


def test_sides_are_taken_together_and_what_others_count_more_is_nobodys() -> None:
    """Four of ours by the latest report, seven by another: three more may be anybody's."""
    account = derived([told(WIRE, 0, 7), told(DAILY, 1, 4, side=Side.A)])
    sides = {entry.side: entry.count for entry in account.casualties if entry.kind is KILLED}
    assert sides == {Side.A: Count.exactly(4), Side.UNKNOWN: Count(low=0, best=0, high=3)}


def test_a_date_or_place_known_better_outranks_the_latest() -> None:
    precise, vague = told(WIRE, 0), told(DAILY, 1, when=When.in_month(2021, 3), where=SYRIA)
    account, location, derivations = derive([precise, vague], rule="latest")
    assert (account.when, location.place) == (When.on(DAY), HAMA)
    assert account.summary == vague.mention.account.summary
    chosen = {entry.field: entry.mention_id for entry in derivations}
    assert chosen["date"] == chosen["place"] == precise.mention.mention_id
    assert chosen["event"] == vague.mention.mention_id


def test_participants_are_taken_together_from_one_account() -> None:
    def with_participants(mention: LinkedMention, *names: str) -> LinkedMention:
        some_ = tuple(Participation(actor=name, kind=ActorKind.GROUP, role=Role.PARTY, side=Side.A) for name in names)
        account = mention.mention.account.model_copy(update={"participants": some_})
        return mention.model_copy(update={"mention": mention.mention.model_copy(update={"account": account})})

    earlier, later = with_participants(told(WIRE, 0), "army", "rebels"), with_participants(told(DAILY, 1), "police")
    silent = told(RADIO, 2)
    assert [entry.actor for entry in derived([earlier, later, silent]).participants] == ["police"]


def test_every_value_says_whose_account_and_which_rule() -> None:
    mentions = [told(WIRE, 0, 3, injured=1), told(DAILY, 1, 5)]
    _, _, derivations = derive(mentions, rule="lowest")
    wire, daily = (mention.mention.mention_id for mention in mentions)
    assert derivations == (
        Derivation(field="event", rule="lowest", mention_id=daily),
        Derivation(field="date", rule="lowest", mention_id=daily),
        Derivation(field="place", rule="lowest", mention_id=daily),
        Derivation(field="participants", rule="lowest", mention_id=daily),
        Derivation(field="killed", rule="lowest", mention_id=wire),
        Derivation(field="injured", rule="lowest", mention_id=wire),
    )


COUNTS = (
    some.lists(some.integers(min_value=0, max_value=20), min_size=3, max_size=3)
    .map(sorted)
    .map(lambda three: Count(low=three[0], best=three[1], high=three[2]))
)
MENTIONS = some.lists(
    some.builds(
        told,
        some.sampled_from([WIRE, DAILY, RADIO, MONITOR, None]),
        some.integers(min_value=0, max_value=9) | some.none(),
        COUNTS | some.none(),
        side=some.sampled_from(list(Side)),
        event=some.sampled_from([EventType.BATTLES, EventType.RIOTS]),
        status=some.sampled_from([Status.HAPPENED, Status.ATTEMPTED, Status.BACKGROUND]),
        when=some.sampled_from([When.on(DAY), When.in_month(2021, 3), When.unknown()]),
        where=some.sampled_from([HAMA, SYRIA, None]),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda mention: mention.mention.mention_id,
)


@given(MENTIONS, some.sampled_from(RULES), some.permutations([WIRE, DAILY, RADIO]), some.data())
def test_the_order_of_the_mentions_does_not_matter(
    mentions: list[LinkedMention], rule: DerivationRule, order: list[str], data: some.DataObject
) -> None:
    shuffled = data.draw(some.permutations(mentions))
    assert derive(shuffled, rule=rule, source_order=order) == derive(mentions, rule=rule, source_order=order)


@given(MENTIONS, some.sampled_from(RULES), some.permutations([WIRE, DAILY, RADIO]))
def test_the_best_figure_is_someones_and_lies_between_bounds_that_someone_gave(
    mentions: list[LinkedMention], rule: DerivationRule, order: list[str]
) -> None:
    account, _, derivations = derive(mentions, rule=rule, source_order=order)
    stated = [count for m in mentions if (count := total(m.mention.account.casualties, KILLED))]
    found = toll(account)
    assert (found is None) <= (not stated or any(m.mention.status is Status.BACKGROUND for m in mentions))
    if found:
        low, best, high = found
        assert low in {count.low for count in stated}
        assert best in {count.best for count in stated}
        assert high in {count.high for count in stated}
        assert low <= best <= high
    chosen = {entry.mention_id for entry in derivations}
    assert chosen <= {mention.mention.mention_id for mention in mentions}
