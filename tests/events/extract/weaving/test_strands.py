"""Several incidents in one report are told apart; one told in several sentences is put together."""

from collections.abc import Callable
from datetime import date

import pytest

from schemas.casualties import total
from schemas.incident import Extraction, Telling
from schemas.vocabulary import CasualtyKind, Status

Founded = Callable[..., list[Telling]]
Extract = Callable[..., Extraction]

# a report of Monday, 25 September 2023, and the day and the dead of each of its incidents
TOLD_APART = [
    (
        (
            "Gunmen attacked a convoy near Timbuktu on Friday, killing three drivers. "
            "On Sunday, a bomb exploded in Bamako, killing nine people."
        ),
        [("2023-09-22", 3), ("2023-09-24", 9)],
    ),
    (
        "A bomb killed six people in Kano on Friday. A second bomb exploded in Jos on Saturday and killed two.",
        [("2023-09-22", 6), ("2023-09-23", 2)],
    ),
    (
        (
            "Rebels attacked a village near Beni on Monday, killing five people. "
            "On Tuesday they attacked a village near Oicha and killed nine."
        ),
        [("2023-09-25", 5), ("2023-09-19", 9)],
    ),
    (
        (
            "Gunmen killed five farmers near Jos on Monday. In a separate incident, a roadside bomb killed two "
            "soldiers in Maiduguri on Saturday."
        ),
        [("2023-09-25", 5), ("2023-09-23", 2)],
    ),
    (
        (
            "Gunmen abducted nine pupils in Kaduna on Thursday. On Saturday, soldiers killed four kidnappers in a "
            "shootout near Zaria."
        ),
        [("2023-09-21", None), ("2023-09-23", 4)],
    ),
    (
        (
            "The government and rebels signed a ceasefire in Addis Ababa on Thursday. On Friday, fighting killed ten "
            "people near Malakal."
        ),
        [("2023-09-21", None), ("2023-09-22", 10)],
    ),
    (
        (
            "Last month, 14 farmers were killed in an attack near Bama. On Sunday, gunmen attacked the town again and "
            "killed three."
        ),
        [("2023-08-01/2023-08-31", 14), ("2023-09-24", 3)],
    ),
]

BY_TOWN = (
    "Gunmen killed four traders in Gao on Friday. In Kidal, another attack killed two soldiers on the same day.",
    "A suicide bomber killed ten people in Kabul on Monday. Hours later, gunmen shot dead a judge in Jalalabad.",
)

# the same incident again: in the lead and below, by "the attack", by its toll
PUT_TOGETHER = [
    (
        (
            "Gunmen stormed a hotel in Bamako on Friday and killed nine guests. The attack was the worst in years. The "
            "attackers shot the guards first. Nine people were killed in the attack on the hotel, the ministry said."
        ),
        9,
    ),
    (
        (
            "A bomb killed six people in Kano on Friday. The blast tore through a market. Six people died in the "
            "attack, the governor said on Saturday."
        ),
        6,
    ),
    (
        (
            "Two policemen were killed in an ambush near Quetta on Friday. The ambush was the third this month. The "
            "policemen were on their way home."
        ),
        2,
    ),
    (
        "Two people were killed when rebels ambushed a bus near Goma on Friday. The toll later rose to five.",
        5,
    ),
    (
        (
            "Five killed in market blast\n\nKANO, Sept 24 (Example Wire) - A bomb exploded in a market on Saturday, "
            "killing five people, the police said.\n\nThe explosion destroyed twenty stalls. Five people were killed."
        ),
        5,
    ),
    (
        (
            "Three gunmen were killed in a battle with police near Leon on Friday. Some suspects were in custody by "
            "evening, and a large store of rifles and explosives had been found."
        ),
        3,
    ),
]

# one report, several incidents of one day, known by their victims, by "another", by "also"
BY_WORDS = [
    (
        "Gunmen shot dead the judge Ana Torres in Cali on Friday. The lawyer Luis Vega was murdered in his garden.",
        2,
    ),
    (
        "A bomb destroyed a bank in Lima on Friday. Another bomb exploded outside a theatre. Nobody was hurt there.",
        2,
    ),
    (
        "Rebels attacked a mill near Goma on Friday and killed two guards. The rebels also attacked a farm.",
        2,
    ),
    (
        "Rebels kidnapped a farmer near Goma on Friday. The kidnapping alarmed the village. A bomb destroyed a bridge.",
        2,
    ),
]

RECALLED = [
    (
        "A bomb exploded in Kano on Friday, killing six people. "
        "The bombing campaign has killed 4,000 people since May 2019."
    ),
    (
        "A bomb exploded in Kano on Friday, killing six people. In 2015, more than 200 people were killed in attacks "
        "on mosques in the city."
    ),
    (
        "Five people were killed when gunmen attacked a mosque in Zamfara on Friday. In 2014, gunmen killed 100 people "
        "in the same town."
    ),
]


def days(tellings: list[Telling]) -> list[tuple[str, int | None]]:
    dead = [total(telling.account.casualties, CasualtyKind.KILLED) for telling in tellings]
    return [(str(t.account.when), count.best if count else None) for t, count in zip(tellings, dead, strict=True)]


@pytest.mark.parametrize(("text", "incidents"), TOLD_APART)
def test_another_day_is_another_incident(founded: Founded, text: str, incidents: list[tuple[str, int | None]]) -> None:
    assert days(founded(text)) == incidents


@pytest.mark.parametrize("text", BY_TOWN)
def test_another_town_is_another_incident(founded: Founded, text: str) -> None:
    first, second = founded(text)
    assert first.places[0].name != second.places[0].name


@pytest.mark.parametrize(("text", "dead"), PUT_TOGETHER)
def test_an_incident_told_again_is_told_once(founded: Founded, text: str, dead: int) -> None:
    assert [best for _, best in days(founded(text))] == [dead]


@pytest.mark.parametrize(("text", "count"), BY_WORDS)
def test_incidents_of_one_day_are_told_apart_by_their_words(founded: Founded, text: str, count: int) -> None:
    assert len(founded(text)) == count


def test_another_of_the_same_telling_is_of_its_day(founded: Founded) -> None:
    text = "A bomb destroyed a bank in Lima on Friday. Another bomb exploded outside a theatre and wounded a guard."
    assert [str(telling.account.when) for telling in founded(text)] == ["2023-09-22", "2023-09-22"]


def test_a_headline_is_told_again_below_it(founded: Founded) -> None:
    text = "Guard shot dead after robbery in Lima\n\nTwo men opened fire on a sergeant on Friday and killed him."
    assert len(founded(text)) == 1


def test_arrests_are_told_with_what_they_followed(founded: Founded) -> None:
    (telling,) = founded("Gunmen robbed and killed two traders near Jos on Friday. The police arrested four men.")
    assert total(telling.account.casualties, CasualtyKind.DETAINED) is not None


@pytest.mark.parametrize("text", RECALLED)
def test_what_is_long_past_is_recalled_and_not_reported(extract: Extract, text: str) -> None:
    assert [telling.status for telling in extract(text).tellings] == [Status.HAPPENED, Status.BACKGROUND]


def test_a_denial_stands_beside_what_happened(extract: Extract) -> None:
    text = (
        "An air strike on a camp near Idlib killed 12 people on Sunday. "
        "On Monday, the government denied that it bombed the camp."
    )
    assert [telling.status for telling in extract(text).tellings] == [Status.HAPPENED, Status.DENIED]


def test_the_day_of_publication_decides_what_is_long_past(extract: Extract) -> None:
    text = "Gunmen abducted 276 girls from a school in Chibok on 14 April 2014."
    assert extract(text, date(2014, 4, 16)).tellings[0].status is Status.HAPPENED
    assert extract(text, date(2024, 4, 16)).tellings[0].status is Status.BACKGROUND


def test_a_mention_is_named_by_where_its_trigger_stands(founded: Founded) -> None:
    (telling,) = founded("Gunmen attacked a convoy near Timbuktu on Friday, killing three drivers.")
    assert telling.trigger.start == len("Gunmen ")
    assert telling.mention_id.startswith("m-")
