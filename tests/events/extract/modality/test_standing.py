"""What a predicate tells may be said by others, denied, planned, only thought of, attempted, or long past."""

from collections.abc import Callable
from typing import Any

import pytest

from events.extract.modality.standing import Standing, StandingReader
from events.extract.words.lexicon import Lexicon
from schemas.vocabulary import Modality, Status

Parse = Callable[[str], Any]
Read = Callable[[str, str], Standing]

ASSERTED = [
    ("A judge was shot several times.", "shot"),
    ("Gunmen killed five people.", "killed"),
    ("Five people died in the attack.", "attack"),
    ("The attack threatens the peace.", "attack"),
    ("The attack raised fears of a new war.", "attack"),
    ("Troops attacked the village and fled.", "attacked"),
    ("The attack, which nobody claimed, killed five.", "attack"),
    ("Rebels who denied any role fled after the attack.", "attack"),
    ("After the bombing, the city mourned.", "bombing"),
    ("Police arrested the man who shot the guard.", "shot"),
    ("The soldiers, who planned to leave, were ambushed.", "ambushed"),
]

# and who says so
ATTRIBUTED = [
    ("Police said gunmen killed five people.", "killed", "Police"),
    ("Gunmen killed five people, police said.", "killed", "police"),
    ("Gunmen killed five people, according to the police.", "killed", "the police"),
    ("According to the ministry, two soldiers died.", "died", "the ministry"),
    ("The ministry said that two soldiers were killed.", "killed", "The ministry"),
    ("Two soldiers were killed, the ministry of defence said on Sunday.", "killed", "the ministry"),
    ("The army reported an attack on its base.", "attack", "The army"),
    ("The army claimed that it killed 40 rebels.", "killed", "The army"),
    ("The mayor told reporters that rebels had attacked the town.", "attacked", "The mayor"),
    ("The union accused the army of killing two farmers.", "killing", "The union"),
    ("The government blamed rebels for the attack.", "attack", "The government"),
    ("Residents reported that the town was shelled.", "shelled", "Residents"),
    ("The hospital confirmed that nine people had died.", "died", "The hospital"),
    ("“They shot my brother,” said a resident.", "shot", "a resident"),
]

DENIED = [
    ("The army denied that it attacked the village.", "attacked"),
    ("The army denied attacking the village.", "attacking"),
    ("The ministry denied reports of an attack on the airport.", "attack"),
    ("Nobody was killed, and the army did not attack the village.", "attack"),
    ("The rebels did not attack the town.", "attack"),
    ("The rebels never attacked the town.", "attacked"),
    ("No attack took place.", "attack"),
    ("The rumours of an attack were false.", "attack"),
    ("The claim that soldiers raped women was dismissed.", "raped"),
    ("Police rejected the claim that officers beat a man.", "beat"),
]

PLANNED = [
    ("The group threatened to attack the capital.", "attack"),
    ("The group plans to attack the capital.", "attack"),
    ("The army will attack the town.", "attack"),
    ("The rebels vowed to bomb the palace.", "bomb"),
    ("Rebels pledged new attacks.", "attacks"),
    ("Unions called for protests on Friday.", "protests"),
    ("Police warned of attacks on churches.", "attacks"),
    ("The plot to kill the king was discovered.", "kill"),
    ("The men arrived to attack the town.", "attack"),
    ("The union is going to protest.", "protest"),
    ("He promised to execute the hostages.", "execute"),
    ("Soldiers prepared to storm the hotel.", "storm"),
]

HYPOTHETICAL = [
    ("Residents fear an attack.", "attack"),
    ("If rebels attack the town, people will flee.", "attack"),
    ("Unless the rebels attack, the talks go on.", "attack"),
    ("A possible attack worries the mayor.", "attack"),
    ("Gunmen may attack again.", "attack"),
    ("He warned that rebels might attack.", "attack"),
    ("There is a risk of clashes.", "clashes"),
    ("It looked as if they attacked the town.", "attacked"),
    ("The film tells of an attack on a bank.", "attack"),
    ("The novel starts with the kidnapping of a bishop.", "kidnapping"),
    ("The exercise simulated an attack.", "attack"),
]

ATTEMPTED = [
    ("Police foiled an attack on the embassy.", "attack"),
    ("The attack was foiled.", "attack"),
    ("Troops defused a bomb.", "bomb"),
    ("Gunmen attempted to kidnap a priest.", "kidnap"),
    ("Gunmen failed to kill the judge.", "kill"),
    ("Rebels tried to storm the base.", "storm"),
    ("Soldiers repelled an attack.", "attack"),
    ("He survived an assassination attempt.", "assassination"),
    ("The minister escaped an ambush.", "ambush"),
]

HISTORICAL = [
    ("He was sentenced for killing 12 people.", "killing"),
    ("He was jailed for attacking a priest.", "attacking"),
    ("He was charged with murder.", "murder"),
    ("He pleaded guilty to the bombing.", "bombing"),
    ("A court convicted two men of the bombing.", "bombing"),
    ("The trial over the 1994 massacre began.", "massacre"),
    ("The city marked the anniversary of the bombing.", "bombing"),
    ("The memorial for the massacre was opened.", "massacre"),
    ("Survivors of the massacre wept.", "massacre"),
    ("Twenty years after the massacre, families gathered.", "massacre"),
    ("Ten years after gunmen killed her son, she still waits.", "killed"),
    ("The mill has been attacked in the past.", "attacked"),
    ("The mill has been hit by grenades several times.", "hit"),
]

TABLES = [
    (Modality.ASSERTED, Status.HAPPENED, ASSERTED),
    (Modality.ATTRIBUTED, Status.HAPPENED, [(sentence, word) for sentence, word, _ in ATTRIBUTED]),
    (Modality.DENIED, Status.DENIED, DENIED),
    (Modality.PLANNED, Status.PLANNED, PLANNED),
    (Modality.HYPOTHETICAL, Status.PLANNED, HYPOTHETICAL),
    (Modality.ASSERTED, Status.ATTEMPTED, ATTEMPTED),
    (Modality.HISTORICAL, Status.BACKGROUND, HISTORICAL),
]


# nobody does it, there is no sign of it, it was taken for it
EVENTS_DENIED = [
    ("Rumours that rebels had seized the town were untrue.", "seized"),
    ("No one has attacked the town since the truce.", "attacked"),
    ("Baghdad said that it had no evidence of such an attack.", "attack"),
    ("There was no sign of an attack.", "attack"),
    ("There were no reports of an attack on Friday.", "attack"),
    ("The report of an attack was a hoax.", "attack"),
    ("Reports of an attack turned out to be false.", "attack"),
    ("There was no shooting, the police said.", "shooting"),
    ("Passengers ran because of noises that they took for gunfire.", "gunfire"),
    ("Residents mistook the fireworks for gunfire.", "gunfire"),
    ("The explosion was not an attack.", "attack"),
    ("It was not a bomb but a gas leak.", "bomb"),
    ("Police ruled out an attack.", "attack"),
    ("Neither side launched an attack.", "attack"),
    ("None of the villages was attacked.", "attacked"),
    ("The army refrained from any attack.", "attack"),
    ("Nobody was killed in the crash.", "killed"),
    ("The police had no reports that rebels attacked the town.", "attacked"),
]

# ready to, ordered to, about to, feared, announced, only asked about
EVENTS_TO_COME = [
    ("An attack could follow.", "attack"),
    ("An attack is feared.", "attack"),
    ("A new attack is expected before the vote.", "attack"),
    ("They believed that they were about to be bombed.", "bombed"),
    ("Rebels are ready to attack the capital.", "attack"),
    ("The army is preparing an attack on the town.", "attack"),
    ("Militants were poised to attack the airport.", "attack"),
    ("Troops are set to storm the compound.", "storm"),
    ("The group has the means to attack Europe.", "attack"),
    ("He called for an end to the attacks on aid workers.", "attacks"),
    ("The council urged the rebels to stop attacks on ships.", "attacks"),
    ("He threatened on Monday night to bomb tribal schools.", "bomb"),
    ("Members of parliament voted to bomb the group in Syria.", "bomb"),
    ("The guards have orders to shoot.", "shoot"),
    ("The bear is to be shot.", "shot"),
    ("Officials fear an attack by a lone extremist.", "attack"),
    ("Will they attack the town?", "attack"),
    ("Who would be attacked next?", "attacked"),
    ("The drill tests how the police would cope with an attack.", "attack"),
    ("The embassy told its citizens to beware of an attack.", "attack"),
    ("In case of an attack, sirens will sound.", "attack"),
    ("The threat of an attack keeps tourists away.", "attack"),
    ("The men discussed an attack on the barracks.", "attack"),
    ("This amount of poison could kill millions.", "kill"),
    ("He said that the hostages would be killed.", "killed"),
    ("The unions announced a demonstration for Saturday.", "demonstration"),
    ("A march is planned for Sunday.", "march"),
    ("To attack a hospital is a crime.", "attack"),
    ("Those who attack hospitals must be punished.", "attack"),
    ("Anyone who attacks the base will be shot, and whoever plans an attack as well.", "attack"),
]

# whole, or by what follows
EVENTS_FOILED = [
    ("The attack was thwarted by the army.", "attack"),
    ("Police thwarted a plot to bomb the station.", "plot"),
    ("Police thwarted a plot to bomb the station.", "bomb"),
    ("Guards prevented an attack on the synagogue.", "attack"),
    ("A bomb was found and defused outside the court.", "bomb"),
    ("The bomb failed to explode.", "bomb"),
    ("The president survived an assassination attempt.", "assassination"),
    ("The police said they had foiled two attacks.", "attacks"),
    ("An attempted attack on the mayor caused panic.", "attack"),
]

# told of courts, memorials and wars long over
EVENTS_PAST = [
    ("Bells rang, ten years after a man detonated a van bomb outside the office and shot dead 69 people.", "shot"),
    ("He was convicted of the murder of a guard.", "murder"),
    ("A jury found him guilty of killing his wife.", "killing"),
    ("Bells rang ten years after a man detonated a bomb outside the office.", "detonated"),
    ("It is ten years since gunmen killed her son.", "killed"),
    ("Bombs from the Second World War turn up every year.", "Bombs"),
    ("Her grandfather was killed in the First World War.", "killed"),
    ("Suspects in the bombing were extradited on Monday.", "bombing"),
    ("People killed in the massacre were reburied on Monday.", "killed"),
    ("Relatives remembered how the attack began.", "attack"),
]

# a doubt beside them does not reach them
EVENTS_TAKEN_FOR_GRANTED = [
    ("Police said that gunmen killed two men who were charged with theft.", "killed"),
    ("After they had threatened the priest, the men attacked him.", "attacked"),
    ("The attack will be investigated.", "attack"),
    ("The attack could harm the talks.", "attack"),
    ("Police are looking for those who planned the attack.", "attack"),
    ("The bomb killed a judge who would have led the trial.", "killed"),
    ("The army was warned before the attack.", "attack"),
    ("The president called the attack cowardly.", "attack"),
    ("The government condemned the attack and called for calm.", "attack"),
    ("A man accused of theft was killed by a mob.", "killed"),
    ("Would-be buyers stayed away after the attack.", "attack"),
    ("It is not known who killed the priest.", "killed"),
    ("Two judges who sentenced rebels were killed.", "killed"),
    ("The court was damaged in the attack.", "attack"),
    ("A bomb went off in front of the court.", "bomb"),
    ("The attack may have been carried out by rebels.", "attack"),
    ("Nobody knows why the teacher was killed.", "killed"),
    ("It was the deadliest attack since the Second World War.", "attack"),
    ("The minister denied any role in the attack.", "attack"),
    ("He threatened to resign after the attack.", "attack"),
    ("She came to mourn the men who were killed on Friday.", "killed"),
]

EVENTS = [
    (Status.DENIED, EVENTS_DENIED),
    (Status.PLANNED, EVENTS_TO_COME),
    (Status.ATTEMPTED, EVENTS_FOILED),
    (Status.BACKGROUND, EVENTS_PAST),
    (Status.HAPPENED, EVENTS_TAKEN_FOR_GRANTED),
]


@pytest.fixture(scope="module")
def standing_of(lexicon: Lexicon, parse: Parse) -> Read:
    """Give a function that reads the standing of a word of a sentence."""
    reader = StandingReader(lexicon)
    return lambda sentence, word: reader.read(next(token for token in parse(sentence) if token.text == word))


@pytest.mark.parametrize(
    ("modality", "status", "sentence", "word"),
    [(modality, status, sentence, word) for modality, status, table in TABLES for sentence, word in table],
)
def test_the_predicates_above_a_word_decide_its_standing(
    standing_of: Read, modality: Modality, status: Status, sentence: str, word: str
) -> None:
    standing = standing_of(sentence, word)
    assert (standing.modality, standing.status) == (modality, status)


@pytest.mark.parametrize(("sentence", "word", "speaker"), ATTRIBUTED)
def test_the_speaker_is_the_subject_of_the_speech(standing_of: Read, sentence: str, word: str, speaker: str) -> None:
    span = standing_of(sentence, word).speaker
    assert span is not None
    assert sentence[slice(*span)] == speaker


@pytest.mark.parametrize(("sentence", "word"), ASSERTED)
def test_what_the_reporter_says_has_no_speaker(standing_of: Read, sentence: str, word: str) -> None:
    assert standing_of(sentence, word).speaker is None


def test_one_sentence_may_tell_what_happened_and_what_did_not(standing_of: Read) -> None:
    sentence = "Rebels shelled the town but did not attack the base."
    assert standing_of(sentence, "shelled").status is Status.HAPPENED
    assert standing_of(sentence, "attack").status is Status.DENIED


@pytest.mark.parametrize(
    ("status", "sentence", "word"), [(status, *row) for status, table in EVENTS for row in table], ids=str
)
def test_the_standing_of_an_event_passes_through_complements(
    lexicon: Lexicon, parse: Parse, status: Status, sentence: str, word: str
) -> None:
    token = next(token for token in parse(sentence) if token.text == word)
    assert StandingReader(lexicon).read(token, of_event=True).status is status


def test_none_of_the_victims_is_a_count_and_no_denial(standing_of: Read) -> None:
    assert standing_of("Nobody was killed in the crash.", "killed").status is Status.HAPPENED
