"""ACLED's sub-event types are decided by what the triggers tell and by who takes part."""

from collections.abc import Callable

import pytest

from events.extract.kinds.typology import Typology
from schemas.codebook import load_codebook
from schemas.incident import Telling
from schemas.vocabulary import EventType, Weapon

Founded = Callable[..., list[Telling]]

SHORT_REPORTS = {
    "Armed clash": [
        "Soldiers exchanged fire with rebels near Loikaw on Sunday.",
        "Rebels attacked an army base in Kachin state on Tuesday, killing five soldiers.",
        "Al-Shabaab fighters ambushed an army convoy near Baidoa on Friday; six soldiers died.",
        "A police officer was shot dead by gunmen in Guayaquil on Monday.",
        "Dinka and Nuer fighters clashed in Bor on Sunday, leaving 20 dead.",
        "Taliban fighters attacked a police checkpoint in Kunduz on Sunday. Three policemen were killed.",
    ],
    "Attack": [
        "Gunmen stormed a village in Benue state on Thursday and killed 14 farmers.",
        "A trade unionist was murdered outside her home in Barranquilla on Friday.",
        "An attack on a church in Owo on Sunday left 40 worshippers dead.",
        "A man stabbed three passengers on a train near Hamburg on Wednesday.",
        "Armed Fulani herders attacked a village in Plateau state on Saturday, killing 12 farmers.",
    ],
    "Abduction/forced disappearance": [
        "Seven aid workers were kidnapped by armed men near Yei on Monday.",
        "Kidnappers seized a priest in Port-au-Prince on Sunday. The abduction was the fourth this month.",
    ],
    "Sexual violence": ["Three girls were raped by militiamen near Bunia on Saturday."],
    "Air/drone strike": [
        "Warplanes bombed the town of Idlib on Sunday, killing nine people.",
        "A drone strike killed two men in a car near Shabwa on Friday.",
        "Russian jets bombed a market in Ariha on Monday; eleven people died.",
    ],
    "Shelling/artillery/missile attack": [
        "Artillery hit the market of Sloviansk on Tuesday and wounded 12 people.",
        "A missile struck the railway station of Kramatorsk on Friday, killing 50 people.",
    ],
    "Remote explosive/landmine/IED": [
        "A landmine killed four children near Kandahar on Sunday.",
        "A car bomb exploded outside a police station in Mogadishu on Saturday, killing eight people.",
    ],
    "Suicide bomb": [
        "A suicide car bomb killed 20 people at a checkpoint in Baghdad on Sunday.",
        "Two suicide bombers attacked a church in Surabaya on Sunday. Thirteen people were killed.",
    ],
    "Grenade": ["Two men on a motorcycle hurled a grenade at a market in Bujumbura on Friday, killing one person."],
    "Chemical weapon": ["A sarin attack on the town of Khan Sheikhoun on Tuesday killed 80 people."],
    "Mob violence": [
        "A mob lynched two men accused of theft in Puebla on Friday.",
        "An angry mob killed a man in Jaranwala on Wednesday.",
    ],
    "Violent demonstration": [
        "Protesters threw stones at the police and burned cars in Santiago on Friday.",
        "Riots broke out in Nanterre on Wednesday; rioters torched 40 cars.",
    ],
    "Peaceful protest": [
        "Hundreds of teachers rallied outside parliament in Bishkek on Monday.",
        "Hundreds of Serbs protested in Mitrovica on Monday.",
    ],
    "Protest with intervention": [
        "Police used water cannon against protesters in Bogota on Thursday.",
        "Police dispersed a demonstration in Harare on Friday and arrested 30 protesters.",
    ],
    "Excessive force against protesters": [
        "Soldiers shot at demonstrators in Mandalay on Sunday and killed 18 of them.",
        "Six protesters were killed when police opened fire on a march in Conakry on Monday.",
    ],
    "Looting/property destruction": [
        "Armed men set fire to a school in Bamenda on Sunday.",
        "Militants demolished two shrines in Timbuktu on Saturday.",
    ],
    "Arrests": ["Security forces detained 12 journalists in Istanbul on Tuesday."],
    "Agreement": [
        "The government and the ELN agreed to a truce in Havana on Friday.",
        "Ethiopia's government and the Tigray People's Liberation Front signed a peace deal in Pretoria on Wednesday.",
    ],
    "Government regains territory": [
        "The army regained control of Palmyra from Islamic State on Sunday.",
        "Government forces retook the town of Kidal on Tuesday.",
    ],
    "Non-state actor overtakes territory": [
        "The Taliban captured the city of Kunduz on Monday.",
        "M23 rebels took control of the town of Kiwanja on Saturday.",
    ],
    "Disrupted weapons use": ["Police defused a bomb outside a church in Jakarta on Monday."],
}

UCDP = [
    ("Rebels attacked an army base in Kachin state on Tuesday, killing five soldiers.", 1),
    ("Soldiers clashed with rebels near Loikaw on Sunday.", 1),
    ("Turkana raiders clashed with Pokot herders near Kapedo on Sunday, leaving 20 dead.", 2),
    ("Gunmen stormed a village in Benue state on Thursday and killed 14 farmers.", 3),
    ("Hundreds of teachers rallied outside parliament in Bishkek on Monday.", None),
    ("The government and the ELN agreed to a truce in Havana on Friday.", None),
    ("Rioters burned shops in Nanterre on Wednesday.", None),
]

WEAPONS = [
    ("Gunmen opened fire on a bus in Quetta on Friday, killing six passengers.", Weapon.FIREARMS),
    ("A man stabbed three passengers on a train near Hamburg on Wednesday.", Weapon.MELEE),
    ("A car bomb exploded in Mogadishu on Saturday, killing eight people.", Weapon.EXPLOSIVES),
    ("A sarin attack on the town of Khan Sheikhoun on Tuesday killed 80 people.", Weapon.CHEMICAL),
    ("Armed men set fire to a school in Bamenda on Sunday.", Weapon.INCENDIARY),
    ("Gunmen abducted nine pupils in Kaduna on Thursday.", None),
]


@pytest.fixture(scope="module")
def typology() -> Typology:
    return Typology(load_codebook("event_types"))


@pytest.mark.parametrize(
    ("sub_event_type", "text"), [(name, text) for name, texts in SHORT_REPORTS.items() for text in texts]
)
def test_a_short_report_has_one_incident_of_its_type(founded: Founded, sub_event_type: str, text: str) -> None:
    assert [telling.account.sub_event_type for telling in founded(text)] == [sub_event_type]


@pytest.mark.parametrize(("text", "ucdp_type"), UCDP)
def test_ucdps_type_of_violence_follows_from_the_sides(founded: Founded, text: str, ucdp_type: int | None) -> None:
    (telling,) = founded(text)
    assert telling.account.ucdp_type == ucdp_type


@pytest.mark.parametrize(("text", "weapon"), WEAPONS)
def test_the_weapon_is_the_one_that_is_told(founded: Founded, text: str, weapon: Weapon | None) -> None:
    (telling,) = founded(text)
    assert telling.account.weapon is weapon


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Gunmen stormed a village in Benue state on Thursday and killed 14 farmers.", True),
        ("Six protesters were killed when police opened fire on a march in Conakry on Monday.", True),
        ("A landmine killed four children near Kandahar on Sunday.", True),
        ("Rebels attacked an army base in Kachin state on Tuesday, killing five soldiers.", False),
        ("Two soldiers were killed by a landmine near Tessalit on Tuesday.", False),
    ],
)
def test_civilians_are_targeted_where_they_are_the_main_target(
    founded: Founded,
    text: str,
    answer: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    (telling,) = founded(text)
    assert telling.account.civilian_targeting is answer


def test_there_are_acleds_25_sub_event_types_under_its_six_event_types(typology: Typology) -> None:
    names = load_codebook("event_types")["event"]
    assert len(names) == 25
    assert {typology.kind(name).event_type for name in names} == set(EventType)


@pytest.mark.parametrize(
    ("sub_event_type", "weapon", "expected"),
    [
        ("Armed clash", None, ("ASSAULT", "firearms")),
        ("Armed clash", Weapon.MELEE, ("ASSAULT", "primitive")),
        ("Attack", None, ("ASSAULT", None)),
        ("Attack", Weapon.INCENDIARY, ("ASSAULT", "destroy")),
        ("Agreement", Weapon.FIREARMS, ("AGREE", None)),
        ("Peaceful protest", None, ("PROTEST", "demo")),
        ("Air/drone strike", Weapon.EXPLOSIVES, ("ASSAULT", "aerial")),
    ],
)
def test_the_weapon_decides_plovers_mode_where_the_type_does_not(
    typology: Typology, sub_event_type: str, weapon: Weapon | None, expected: tuple[str, str | None]
) -> None:
    assert typology.plover(sub_event_type, weapon) == expected
