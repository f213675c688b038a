"""A sentence's groups of victims."""

from collections.abc import Callable

import pytest

from events.extract.cues.cue import VictimCue
from schemas.count import Count
from schemas.vocabulary import CasualtyKind, Status

Victims = Callable[[str], list[VictimCue]]

KILLED, INJURED, ABDUCTED = CasualtyKind.KILLED, CasualtyKind.INJURED, CasualtyKind.ABDUCTED
DETAINED, RELEASED, MISSING, DISPLACED = (
    CasualtyKind.DETAINED,
    CasualtyKind.RELEASED,
    CasualtyKind.MISSING,
    CasualtyKind.DISPLACED,
)

# sentence, and kind, how many and who of every group
VICTIMS = [
    ("Gunmen killed five people.", [(KILLED, 5, "people")]),
    ("Five people were killed.", [(KILLED, 5, "people")]),
    ("Five people died.", [(KILLED, 5, "people")]),
    ("Two perished and nine were hurt.", [(KILLED, 2, "Two"), (INJURED, 9, "nine")]),
    ("Two were shot dead.", [(KILLED, 2, "Two")]),
    ("A mob beat a man to death.", [(KILLED, 1, "man")]),
    ("Two men were found murdered.", [(KILLED, 2, "men")]),
    ("The bodies of six men were found.", [(KILLED, 6, "men")]),
    ("The suicide bomber died.", [(KILLED, 1, "suicide bomber")]),
    ("Gunmen shot and killed a guard.", [(KILLED, 1, "guard")]),
    ("Gunmen shot and wounded a guard.", [(INJURED, 1, "guard")]),
    # idioms
    ("A nurse lost her life.", [(KILLED, 1, "nurse")]),
    ("Four more individuals lost their lives.", [(KILLED, 4, "individuals")]),
    ("The attack claimed nine lives.", [(KILLED, 9, "lives")]),
    ("The attack claimed the lives of nine people.", [(KILLED, 9, "people")]),
    # nouns
    ("The killing of five farmers shocked the town.", [(KILLED, 5, "farmers")]),
    ("The death of two officers was confirmed.", [(KILLED, 2, "officers")]),
    ("The assassination of a judge shocked Lima.", [(KILLED, 1, "judge")]),
    ("The explosion caused 14 injuries.", [(INJURED, 14, "injuries")]),
    ("The slayings of four students were condemned.", [(KILLED, 4, "students")]),
    ("The raid ended in five deaths and nine injuries.", [(KILLED, 5, "deaths"), (INJURED, 9, "injuries")]),
    ("A landslide of shells led to the injury of six women.", [(INJURED, 6, "women")]),
    ("The fight ended with the loss of 11 lives.", [(KILLED, 11, "lives")]),
    ("The killing of Dr Ferrer and his driver was blamed on them.", [(KILLED, 1, "Dr Ferrer"), (KILLED, 1, "driver")]),
    ("Police speak of a double murder.", [(KILLED, 2, "double murder")]),
    ("The double murder shocked Lima.", []),
    # whose murder it is
    ("The six nuns' murder shocked the city.", [(KILLED, 6, "nuns")]),
    ("Ferrer's murder caused outrage.", [(KILLED, 1, "Ferrer")]),
    ("The mayor's assassination was denounced.", [(KILLED, 1, "mayor")]),
    ("The banker's kidnapping lasted a year.", [(ABDUCTED, 1, "banker")]),
    ("The rebels' murder of a judge caused outrage.", [(KILLED, 1, "judge")]),
    ("The army's executions went on.", []),
    ("Colombia's murders are many.", []),
    ("They denounced these murders and that of Senator Ferrer.", [(KILLED, 1, "Senator Ferrer")]),
    # one of several
    ("Five of the 12 pupils were killed.", [(KILLED, 5, "pupils")]),
    ("Both were killed.", [(KILLED, 2, "Both")]),
    ("All six of the pilgrims died.", [(KILLED, 6, "pilgrims")]),
    ("The judge's driver was killed.", [(KILLED, 1, "judge's driver")]),
    ("An unknown number were wounded.", []),
    # who shares the lot of others
    ("Three soldiers were wounded, as were 18 pupils.", [(INJURED, 3, "soldiers"), (INJURED, 18, "pupils")]),
    ("Four soldiers were killed and so were two nuns.", [(KILLED, 4, "soldiers"), (KILLED, 2, "nuns")]),
    ("The minister was killed along with two of his guards.", [(KILLED, 1, "minister"), (KILLED, 2, "guards")]),
    ("A nurse, along with seven other people, was killed by a mob.", [(KILLED, 1, "nurse"), (KILLED, 7, "people")]),
    ("A clerk was shot dead together with his wife.", [(KILLED, 1, "clerk"), (KILLED, 1, "wife")]),
    ("Police, along with soldiers, killed five rebels.", [(KILLED, 5, "rebels")]),
    # whom the parse puts beside an employer
    (
        "Eight volunteers from a relief agency and one member of the council were killed.",
        [(KILLED, 8, "volunteers"), (KILLED, 1, "council")],
    ),
    ("Two cooks working for an agency and a nun were abducted.", [(ABDUCTED, 2, "cooks"), (ABDUCTED, 1, "nun")]),
    ("Two cooks from Goma were wounded.", [(INJURED, 2, "cooks")]),
    # a subject that several verbs share
    ("A guard was walking home and was killed.", [(KILLED, 1, "guard")]),
    ("A guard was stabbed twice and declared dead at the clinic.", [(KILLED, 1, "guard")]),
    ("Two nurses had to be airlifted to a hospital.", [(INJURED, 2, "nurses")]),
    # one person without an article
    ("Militants killed female driver.", [(KILLED, 1, "female driver")]),
    ("A clerk and driver were abducted.", [(ABDUCTED, 1, "clerk"), (ABDUCTED, 1, "driver")]),
    ("Agency personnel was injured by a shell.", [(INJURED, 1, "Agency personnel")]),
    ("Agency personnel were injured by a shell.", []),
    ("A member of a relief agency was killed.", [(KILLED, 1, "relief agency")]),
    # remains
    ("The remains of two porters were found.", [(KILLED, 2, "porters")]),
    ("The remains of a porter were discovered.", [(KILLED, 1, "porter")]),
    ("The remains of the camp were found.", []),
    # care that only the hurt need
    ("The cook was rushed to hospital.", [(INJURED, 1, "cook")]),
    ("A clerk required medical attention.", [(INJURED, 1, "clerk")]),
    ("The bodies of two men were taken to a hospital.", [(KILLED, 2, "men")]),
    ("A driver was shot and taken to a clinic.", [(INJURED, 1, "driver")]),
    ("A driver was shot, taken to a clinic and died.", [(KILLED, 1, "driver")]),
    ("A driver got a gunshot wound to the leg.", [(INJURED, 1, "driver")]),
    ("Soldiers raped two women.", [(INJURED, 2, "women")]),
    ("A nurse was attacked with a machete.", [(INJURED, 1, "nurse")]),
    ("A nurse was attacked with rockets.", []),
    ("A cook was shot at the gate by robbers.", [(KILLED, 1, "cook")]),
    ("A cook was shot at by robbers.", []),
    ("A bullet hit a cook.", [(INJURED, 1, "cook")]),
    # who employs them, and what else stands before them
    ("One UN hired clerk and her aide were kidnapped.", [(ABDUCTED, 1, "UN-hired clerk"), (ABDUCTED, 1, "aide")]),
    ("At Mundri Centre a UN-contracted driver was shot dead.", [(KILLED, 1, "UN-contracted driver")]),
    ("While using his own car, a local clerk was abducted.", [(ABDUCTED, 1, "local clerk")]),
    ("A guard was beaten and killed in the fighting at the Melut camp of Civilians site.", [(KILLED, 1, "guard")]),
    # lists, and subjects that are shared
    (
        "One clerk, three cooks, and four guards were killed.",
        [(KILLED, 1, "clerk"), (KILLED, 3, "cooks"), (KILLED, 4, "guards")],
    ),
    ("A cook was struck by crossfire and later died.", [(KILLED, 1, "cook")]),
    ("A cook was attacked by a gang and suffered a knife wound.", [(INJURED, 1, "cook")]),
    ("A guard died after being wounded by a shell.", [(KILLED, 1, "guard")]),
    ("Three crew members of a truck were injured.", [(INJURED, 3, "crew members")]),
    ("Other guards (10) were wounded.", [(INJURED, 10, "guards")]),
    ("A clerk was shot dead 100 m from his house.", [(KILLED, 1, "clerk")]),
    ("Injuries to three cooks were reported.", [(INJURED, 3, "cooks")]),
    # his own hand, and nobody's wounds
    ("A clerk hurt his shoulder.", [(INJURED, 1, "clerk")]),
    ("Two drivers escaped with minor injuries.", [(INJURED, 2, "drivers")]),
    ("Two drivers sustained no injuries.", []),
    ("Three cooks were in critical condition.", [(INJURED, 3, "cooks")]),
    ("Three cooks were in good condition.", []),
    # how captives are kept
    ("Three cooks were taken from their car.", [(ABDUCTED, 3, "cooks")]),
    ("Three cooks were taken to the market.", []),
    ("Two clerks were held for nine days.", [(ABDUCTED, 2, "clerks")]),
    ("Talks were held for nine days.", []),
    ("Two clerks were held against their will.", [(ABDUCTED, 2, "clerks")]),
    # captors known by name
    ("Three nurses were held by the Taliban.", [(ABDUCTED, 3, "nurses")]),
    ("A driver was carjacked.", []),
    # tolls and headlines
    ("The death toll rose to 14.", [(KILLED, 14, "14")]),
    ("The toll stands at nine.", [(KILLED, 9, "nine")]),
    ("The attack left five people dead.", [(KILLED, 5, "people")]),
    ("At least 10 dead, 20 wounded in Kabul blast", [(KILLED, 10, "dead"), (INJURED, 20, "20")]),
    ("No fewer than 40 people were killed.", [(KILLED, 40, "people")]),
    ("Nobody was killed.", [(KILLED, 0, "Nobody")]),
    ("He put the number of the dead at 305.", [(KILLED, 305, "305")]),
    ("A family of five was killed.", [(KILLED, 5, "family")]),
    ("Sixty people were treated for injuries.", [(INJURED, 60, "people")]),
    ("A trader was stabbed to death.", [(KILLED, 1, "trader")]),
    # notes
    ("2 national staff shot and killed in vehicle.", [(KILLED, 2, "national staff")]),
    ("2 staff wounded when vehicle hit by roadside bomb.", [(INJURED, 2, "staff")]),
    ("1 international and 3 national staff killed.", [(KILLED, 4, "national staff")]),
    ("1 national staff driver shot and killed by two men on a motorbike.", [(KILLED, 1, "national staff driver")]),
    ("2 national nurses running a clinic killed in revenge.", [(KILLED, 2, "national nurses")]),
    ("5 medical workers, in the north of Gao, tied up and killed.", [(KILLED, 5, "medical workers")]),
    ("3 local staff killed- no further details.", [(KILLED, 3, "local staff")]),
    ("2 local staff murdered - nothing more was told.", [(KILLED, 2, "local staff")]),
    (
        "2 foreign (1 Dutch, 1 Kenyan) staff and a cook abducted.",
        [(ABDUCTED, 2, "foreign staff"), (ABDUCTED, 1, "cook")],
    ),
    ("4 cooks killed 9 drivers injured when a mine went off.", [(KILLED, 4, "cooks"), (INJURED, 9, "drivers")]),
    ("2 drivers abducted in May; found dead in June.", [(ABDUCTED, 2, "drivers"), (KILLED, 2, "drivers")]),
    ("A staff of the agency was shot dead.", [(KILLED, 1, "staff")]),
    ("A cook was among those killed in the raid.", [(KILLED, 1, "cook")]),
    # one person, one state
    ("A driver was stabbed and killed.", [(KILLED, 1, "driver")]),
    ("A driver was shot and died the next day.", [(KILLED, 1, "driver")]),
    ("A driver was wounded, and later died in hospital.", [(KILLED, 1, "driver")]),
    # captives
    ("Rebels detained two engineers.", [(ABDUCTED, 2, "engineers")]),
    ("Soldiers detained two engineers.", [(DETAINED, 2, "engineers")]),
    ("Six pilgrims were held hostage.", [(ABDUCTED, 6, "pilgrims")]),
    ("6 local staff held hostage by militants.", [(ABDUCTED, 6, "local staff")]),
    ("Gunmen seized the town.", []),
    ("Gunmen seized three trucks.", []),
    # harm that is described
    ("Two guards sustained gunshot wounds.", [(INJURED, 2, "guards")]),
    ("A cook suffered fatal stab wounds.", [(KILLED, 1, "cook")]),
    ("A girl lost a leg.", [(INJURED, 1, "girl")]),
    ("A nurse was shot in the leg.", [(INJURED, 1, "nurse")]),
    ("A nurse was shot in the head.", [(KILLED, 1, "nurse")]),
    ("A nurse was shot by two men.", [(KILLED, 1, "nurse")]),
    ("A nurse was shot during a robbery.", [(INJURED, 1, "nurse")]),
    ("A nurse was shot and is in stable condition.", [(INJURED, 1, "nurse")]),
    ("The attack left 10 dead and 30 wounded.", [(KILLED, 10, "dead"), (INJURED, 30, "30")]),
    ("The convoy was hit by two bullets.", []),
    ("Military equipment was seized by the rebels.", []),
    ("The rebels had kidnapped the mayor.", [(ABDUCTED, 1, "mayor")]),
    ("Nine wounded soldiers were flown out.", [(INJURED, 9, "wounded soldiers")]),
    ("Three men shot and killed 65-year-old Juan Perez.", [(KILLED, 1, "year-old Juan Perez")]),
    ("One of the persons wounded in the raid left.", [(INJURED, 1, "persons")]),
    ("A cook was one of the victims killed in the blast.", [(KILLED, 1, "victims")]),
    ("A German national was among those killed.", [(KILLED, 1, "German national")]),
    ("A nurse was fatally shot.", [(KILLED, 1, "nurse")]),
    ("Two boys were hit by a stray bullet.", [(INJURED, 2, "boys")]),
    ("Two boys were hit by a car.", []),
    ("Settlers shot at a team.", []),
    ("The striker attacked and shot twice.", []),
    # several groups
    ("Four were killed and six wounded.", [(KILLED, 4, "Four"), (INJURED, 6, "six")]),
    ("Gunmen killed four and wounded six.", [(KILLED, 4, "four"), (INJURED, 6, "six")]),
    ("Five soldiers and two rebels were killed.", [(KILLED, 5, "soldiers"), (KILLED, 2, "rebels")]),
    ("The blast killed a mother and her two children.", [(KILLED, 1, "mother"), (KILLED, 2, "children")]),
    ("The driver was killed, the assistant injured.", [(KILLED, 1, "driver"), (INJURED, 1, "assistant")]),
    (
        "A police officer lost his life, and another was wounded in an ambush.",
        [(KILLED, 1, "police officer"), (INJURED, 1, "another")],
    ),
    # other harm
    ("Gunmen abducted a priest and two nuns.", [(ABDUCTED, 1, "priest"), (ABDUCTED, 2, "nuns")]),
    ("Sixteen girls were kidnapped.", [(ABDUCTED, 16, "girls")]),
    ("Police arrested 20 people.", [(DETAINED, 20, "people")]),
    ("Kidnappers freed ten hostages.", [(RELEASED, 10, "hostages")]),
    ("Three people remain missing.", [(MISSING, 3, "people")]),
    ("The raid displaced 4,000 people.", [(DISPLACED, 4000, "people")]),
    ("Thousands were displaced.", [(DISPLACED, 1000, "Thousands")]),
    # nobody
    ("Nobody was killed.", [(KILLED, 0, "Nobody")]),
    ("No soldiers were wounded.", [(INJURED, 0, "soldiers")]),
    ("No casualties were reported.", [(KILLED, 0, "casualties"), (INJURED, 0, "casualties")]),
    ("There were no casualties.", [(KILLED, 0, "casualties"), (INJURED, 0, "casualties")]),
    # what is no victim
    ("Gunmen attacked at dawn.", []),
    ("The attackers fled on 12 motorcycles.", []),
    ("He was killed.", []),
]


@pytest.mark.parametrize(("sentence", "groups"), VICTIMS)
def test_groups_of_victims_are_found(
    victims_in: Victims, sentence: str, groups: list[tuple[CasualtyKind, int, str]]
) -> None:
    found = [
        (cue.kind, cue.count.best, cue.phrase.name if cue.phrase else None) for cue in victims_in(sentence) if cue.count
    ]
    assert found == groups


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in VICTIMS])
def test_a_group_stands_in_its_sentence(victims_in: Victims, sentence: str) -> None:
    for cue in victims_in(sentence):
        assert 0 <= cue.start < cue.end <= len(sentence)
        assert cue.start <= cue.token.idx < cue.end


def test_a_part_of_a_group_is_marked(victims_in: Victims) -> None:
    groups = victims_in("The strike killed 19 people, including three children.")
    assert [(cue.count.best if cue.count else None, cue.is_part) for cue in groups] == [(19, False), (3, True)]


def test_a_toll_is_a_total(victims_in: Victims) -> None:
    (toll,) = victims_in("The death toll rose to 14.")
    assert toll.is_total


def test_who_harms_is_told_with_who_is_harmed(victims_in: Victims) -> None:
    (group,) = victims_in("Gunmen killed five people.")
    assert [phrase.name for phrase in group.agents] == ["Gunmen"]


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Gunmen murdered a judge.", True),
        ("The massacre of ten farmers went on for hours.", True),
        ("Five people died.", False),
        ("The storm killed five.", False),
    ],
)
def test_some_harm_proves_violence_by_itself(victims_in: Victims, sentence: str, answer: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert [cue.is_violent for cue in victims_in(sentence)] == [answer]


def test_a_shot_that_may_not_have_killed_may_be_nobody_dead(victims_in: Victims) -> None:
    (group,) = victims_in("A nurse was shot by two men.")
    assert group.count == Count(low=0, best=1, high=1)


def test_harm_that_is_denied_is_denied(victims_in: Victims) -> None:
    (group,) = victims_in("The army denied that it killed five farmers.")
    assert group.standing.status is Status.DENIED
