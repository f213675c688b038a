"""Who takes part in an incident, on whose side, and how many they were."""

from collections.abc import Callable

import pytest

from schemas.actor import Participation
from schemas.casualties import Casualties
from schemas.incident import Telling
from schemas.vocabulary import ActorKind, ActorType, CasualtyKind, Role, Side

Founded = Callable[..., list[Telling]]

STATE, REBEL, POLITICAL = ActorType.STATE_FORCES, ActorType.REBEL_GROUP, ActorType.POLITICAL_MILITIA
IDENTITY, CIVILIANS = ActorType.IDENTITY_MILITIA, ActorType.CIVILIANS

# a report, and who in it has which type, side and role
SEATS = [
    # side a is the government, whoever attacked
    (
        "Rebels ambushed an army patrol near Bria on Thursday, killing four soldiers.",
        {"army patrol": (STATE, Side.A, Role.TARGET), "Rebels": (REBEL, Side.B, Role.PERPETRATOR)},
    ),
    (
        "Government forces attacked rebels near Malakal on Sunday.",
        {"Government forces": (STATE, Side.A, Role.PERPETRATOR), "rebels": (REBEL, Side.B, Role.TARGET)},
    ),
    (
        "Police clashed with gunmen near Reynosa on Friday.",
        {"Police": (STATE, Side.A, Role.PARTY), "gunmen": (POLITICAL, Side.B, Role.PARTY)},
    ),
    # without a government it is the perpetrator
    (
        "Gunmen abducted 12 students from a school in Zamfara state on Monday.",
        {"Gunmen": (POLITICAL, Side.A, Role.PERPETRATOR), "students": (CIVILIANS, Side.B, Role.TARGET)},
    ),
    (
        "Two priests were kidnapped by Boko Haram near Jos on Monday.",
        {"Boko Haram": (REBEL, Side.A, Role.PERPETRATOR), "priests": (CIVILIANS, Side.B, Role.TARGET)},
    ),
    # a state may be the perpetrator
    (
        "Soldiers raped two women in the village of Tabit on Sunday.",
        {"Soldiers": (STATE, Side.A, Role.PERPETRATOR), "women": (CIVILIANS, Side.B, Role.TARGET)},
    ),
    # a people with arms is an identity militia, without it is none
    (
        "A group of armed Serbs clashed with the police near Zvecan on Sunday.",
        {"police": (STATE, Side.A, Role.PARTY), "armed Serbs": (IDENTITY, Side.B, Role.PARTY)},
    ),
    (
        "Armed Fulani herders attacked a village in Plateau state on Saturday, killing 12 farmers.",
        {"Armed Fulani herders": (IDENTITY, Side.A, Role.PERPETRATOR), "farmers": (CIVILIANS, None, Role.VICTIM)},
    ),
    # whoever kills is none of those who are killed, be they of the same type
    (
        "Gunmen killed a herder near Bria on Thursday.",
        {"Gunmen": (POLITICAL, Side.A, Role.PERPETRATOR), "herder": (IDENTITY, Side.B, Role.VICTIM)},
    ),
    # what the codebook knows is called by its name
    (
        "Taliban fighters attacked a police checkpoint in Kunduz on Sunday. Three policemen were killed.",
        {"Taliban": (REBEL, Side.B, Role.PERPETRATOR), "policemen": (STATE, Side.A, Role.VICTIM)},
    ),
    (
        "Al-Shabaab fighters ambushed an army convoy near Baidoa on Friday; six soldiers died.",
        {"Al-Shabaab": (REBEL, Side.B, Role.PERPETRATOR), "soldiers": (STATE, Side.A, Role.VICTIM)},
    ),
]

# who is said to have done it, in other words and sentences than those of the deed
ACCUSED = [
    # claimed
    ("A bomb killed two guards in Kunduz on Monday. The Taliban claimed responsibility.", {"Taliban"}),
    ("A bomb killed two guards in Kunduz on Monday. The Taliban said it was not involved.", set()),
    ("A bomb killed two guards in Kunduz on Monday. No group has claimed responsibility for the attack.", set()),
    ("A bomb killed two guards in Kunduz on Monday. The Taliban denied responsibility for the attack.", set()),
    # blamed, by a speaker who did not do it
    ("A bomb killed two guards in Herat on Monday. The police blamed the Taliban.", {"Taliban"}),
    ("A bomb killed two guards in Herat on Monday. The attack was blamed on the Taliban.", {"Taliban"}),
    ("A judge was shot dead in Lima on Monday. The murder was attributed to the Shining Path.", {"Shining Path"}),
    ("A judge was shot dead in Lima on Monday. Three officers were accused of the murder.", {"officers"}),
    (
        "A judge was shot dead in Lima on Monday. The mayor accused the cabinet of backing the killers of the judge.",
        set(),
    ),
    ("Police clashed with gunmen in Lima on Monday. The mayor blamed the government for the clash.", set()),
    ("A judge was shot dead in Lima on Monday. The murder was the work of the Shining Path.", {"Shining Path"}),
    ("A bomb killed two guards in Herat on Monday. Officials held the Taliban responsible.", {"Taliban"}),
    ("A bomb killed two guards in Herat on Monday. Police hold the rebels responsible for the attack.", {"rebels"}),
    ("A judge was shot dead in Lima on Monday. The murder was carried out by the Shining Path.", {"Shining Path"}),
    ("A bomb tore through a bank in Cali on Monday. The device was planted by hired strangers.", {"hired strangers"}),
    # told by what they did beside it, where nobody else is told
    ("A judge was shot dead in Lima on Monday. Two men fired at his car as it stopped at a light.", {"men"}),
    ("A judge was shot dead in Lima on Monday. His car was intercepted by four individuals.", {"individuals"}),
    ("A judge was shot dead in Lima on Monday. The killers fled on foot.", {"killers"}),
    ("A judge was shot dead by rebels in Lima on Monday. Two men fled.", {"rebels"}),
    ("A judge was shot dead in Lima on Monday. Two policemen fled.", set()),
    ("A judge was shot dead in Lima on Monday. Three nurses fled.", set()),
    # whoever does it, somebody without a name, a person, a state or what is a state's
    ("An unidentified armed group attacked an envoy's house in Lima on Monday.", {"unidentified armed group"}),
    ("A clandestine organisation kidnapped a trader in Lima on Monday.", {"clandestine organisation"}),
    ("Unknown attackers in a jeep shot and killed Ana Cruz in Lima on Monday.", {"Unknown attackers"}),
    ("Pedro Rojas shot a councillor in Lima on Monday.", {"Pedro Rojas"}),
    ("A councillor was shot dead by Pedro Rojas in Lima on Monday.", {"Pedro Rojas"}),
    ("Russia shelled the town of Izium on Monday, killing two guards.", {"Russia"}),
    ("A Russian drone attacked a bakery in Izium on Monday, killing two guards.", {"Russian drone"}),
    ("A drone attacked a bakery in Izium on Monday, killing two guards.", set()),
    # of two incidents the one that is named, else the one told last
    (
        (
            "A bomb killed two guards in Kunduz on Monday. On Tuesday gunmen kidnapped a doctor in Herat. "
            "The Taliban claimed responsibility for the bomb."
        ),
        {"Taliban"},
    ),
    # whose men they are
    ("Guerrillas of the ELN kidnapped a mayor near Arauca on Sunday.", {"National Liberation Army"}),
    ("Fighters believed to belong to Boko Haram abducted nine girls in Bama on Sunday.", {"Boko Haram"}),
    ("Armed men from the Islamist group Al-Shabaab shot a trader in Baidoa on Sunday.", {"Al-Shabaab"}),
    # a deed is nobody, whatever it is called
    ("A terrorist action killed a guard near Lima on Sunday. Two criminals shot him.", {"criminals"}),
    ("Death squads kidnapped nine students in Guatemala City on Sunday.", {"Death squads"}),
    # an army's name does not make guerrillas soldiers
    ("Guerrilla commandos attacked a farm near Arauca on Sunday, killing a guard.", {"Guerrilla commandos"}),
]

# "the attackers" are those told before, and nobody else
RESOLVED = [
    (
        "Rebels ambushed an army patrol near Bria on Thursday, killing four soldiers. The attackers fled.",
        ["Rebels", "army patrol"],
    ),
    (
        "Boko Haram fighters attacked a village near Bama on Friday. The attackers killed nine farmers.",
        ["Boko Haram"],
    ),
    (
        "Police clashed with a group of armed Serbs near Banjska on Sunday. An officer was killed by the attackers.",
        ["police", "armed serbs"],
    ),
]


def seated(telling: Telling) -> dict[str, Participation]:
    return {participant.actor: participant for participant in telling.account.participants}


def dead(telling: Telling) -> dict[Side, int]:
    counted: tuple[Casualties, ...] = telling.account.casualties
    return {entry.side: entry.count.best for entry in counted if entry.kind is CasualtyKind.KILLED}


@pytest.mark.parametrize(("text", "expected"), SEATS)
def test_everybody_has_a_type_a_side_and_a_role(
    founded: Founded, text: str, expected: dict[str, tuple[ActorType, Side | None, Role]]
) -> None:
    (telling,) = founded(text)
    members = seated(telling)
    assert expected.keys() <= members.keys()
    for name, (kind, side, role) in expected.items():
        assert (members[name].type, members[name].role) == (kind, role)
        assert side in (None, members[name].side)


@pytest.mark.parametrize(("text", "names"), RESOLVED)
def test_the_attackers_are_whoever_attacked(founded: Founded, text: str, names: list[str]) -> None:
    (telling,) = founded(text)
    armed = [p.actor for p in telling.account.participants if p.type not in (CIVILIANS, None)]
    assert sorted(name.casefold() for name in armed) == sorted(name.casefold() for name in names)


@pytest.mark.parametrize(("text", "names"), ACCUSED)
def test_who_did_it_is_told_anywhere_in_the_report(founded: Founded, text: str, names: set[str]) -> None:
    telling = founded(text)[0]
    assert {p.actor for p in telling.account.participants if p.role is Role.PERPETRATOR} == names


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        # "two people" are named where nobody else is hit
        ("Gunmen killed two people near Iguala on Friday.", {"people": CIVILIANS}),
        ("Gunmen killed two people and a policeman near Iguala on Friday.", {"policeman": STATE}),
        ("Rebels clashed with soldiers near Iguala on Friday and two people died.", {"people": None}),
        ("A bomb exploded in a restaurant in Lima on Friday, injuring three people.", {"restaurant": None}),
    ],
)
def test_those_hit_are_named(founded: Founded, text: str, targets: dict[str, ActorType | None]) -> None:
    (telling,) = founded(text)
    hit = {p.actor: p.type for p in telling.account.participants if p.role in (Role.TARGET, Role.VICTIM)}
    assert hit == targets


def test_guerrilla_commandos_are_rebels(founded: Founded) -> None:
    (telling,) = founded("Guerrilla commandos attacked a farm near Arauca on Sunday, killing a guard.")
    assert seated(telling)["Guerrilla commandos"].type is REBEL


def test_police_who_shoot_back_were_attacked(founded: Founded) -> None:
    (telling,) = founded(
        "Gunmen attacked a police post near Iguala on Friday and killed an officer. Police shot two of the attackers."
    )
    police = next(p for p in telling.account.participants if p.type is STATE)
    assert police.role is not Role.PERPETRATOR


def test_a_people_that_bears_no_arms_is_no_militia(founded: Founded) -> None:
    (telling,) = founded("Hundreds of Serbs protested in Mitrovica on Monday.")
    assert IDENTITY not in {participant.type for participant in telling.account.participants}


@pytest.mark.parametrize(
    ("text", "name", "bounds"),
    [
        ("Around thirty gunmen attacked a village near Jos on Friday, killing a farmer.", "gunmen", (27, 30, 33)),
        ("Two gunmen attacked a bar in Pereira on Friday and killed a guest.", "gunmen", (2, 2, 2)),
        ("Dozens of rebels attacked a village near Beni on Friday and killed a farmer.", "rebels", (12, 12, 99)),
        ("Rebels attacked a village near Beni on Friday and killed a farmer.", "Rebels", None),
    ],
)
def test_the_attackers_are_counted_where_they_are_told(
    founded: Founded, text: str, name: str, bounds: tuple[int, int, int] | None
) -> None:
    (telling,) = founded(text)
    count = seated(telling)[name].count
    assert (count and (count.low, count.best, count.high)) == bounds


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Rebels stormed Kunduz on Monday and killed six policemen.", "Kunduz", ActorKind.THING),
        ("Gunmen attacked Grand-Bassam on Sunday, killing 14 people.", "Grand-Bassam", ActorKind.THING),
        ("Gunmen killed six Nigeriens near Tillabery on Sunday.", "Nigeriens", ActorKind.GROUP),
        ("Ukraine shelled a prison in Olenivka on Friday, killing 50.", "Ukraine", ActorKind.ORGANISATION),
    ],
)
def test_a_town_is_a_thing_and_a_state_an_organisation(founded: Founded, text: str, name: str, kind: ActorKind) -> None:
    (telling,) = founded(text)
    assert seated(telling)[name].kind is kind


def test_a_thing_can_be_a_target(founded: Founded) -> None:
    (telling,) = founded("Rebels blew up a bridge near Popayan on Sunday with explosives; the bomb destroyed a truck.")
    things = [p for p in telling.account.participants if p.kind is ActorKind.THING]
    assert things
    assert {(p.type, p.role) for p in things} == {(None, Role.TARGET)}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Government forces attacked rebels near Malakal on Sunday. Ten rebels and three soldiers died.",
            {Side.A: 3, Side.B: 10},
        ),
        (
            (
                "Taliban fighters attacked a police checkpoint in Kunduz on Sunday. Three policemen were killed and "
                "two Taliban fighters died."
            ),
            {Side.A: 3, Side.B: 2},
        ),
        ("Gunmen stormed a village in Benue state on Thursday and killed 14 farmers.", {Side.CIVILIANS: 14}),
        ("An ambush near Quetta killed nine people on Friday.", {Side.UNKNOWN: 9}),
    ],
)
def test_the_dead_are_of_the_side_that_the_report_gives(founded: Founded, text: str, sides: dict[Side, int]) -> None:
    (telling,) = founded(text)
    assert dead(telling) == sides
