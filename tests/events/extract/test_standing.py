"""What a predicate tells may be said by others, denied, planned, only thought of, attempted, or long past."""

from collections.abc import Callable
from typing import Any

import pytest

from events.extract.lexicon import Lexicon
from events.extract.standing import Standing, StandingReader
from schemas.vocabulary import Modality, Status

Parse = Callable[[str], Any]
Read = Callable[[str, str], Standing]

ASSERTED = [
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
