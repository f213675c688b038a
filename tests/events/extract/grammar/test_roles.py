"""Syntax says who does what to whom."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from events.extract.grammar.phrases import Phrase, PhraseReader
from events.extract.grammar.roles import RoleReader, Roles
from events.extract.words.lexicon import Lexicon

Parse = Callable[[str], Any]

# sentence, trigger, and agents, patients, parties
CASES = [
    # active
    ("Gunmen attacked a village.", "attacked", (["Gunmen"], ["village"], [])),
    ("Rebels shot two soldiers.", "shot", (["Rebels"], ["soldiers"], [])),
    ("Gunmen attacked at dawn.", "attacked", (["Gunmen"], [], [])),
    ("On Monday gunmen attacked.", "attacked", (["gunmen"], [], [])),
    ("Rebels from the hills raided the market.", "raided", (["Rebels"], ["market"], [])),
    ("The army shelled a town.", "shelled", (["army"], ["town"], [])),
    ("A mob attacked a police station.", "attacked", (["mob"], ["police station"], [])),
    # passive, with and without "by"
    ("Two traders were shot by gunmen.", "shot", (["gunmen"], ["traders"], [])),
    ("A village was attacked by Fulani herders.", "attacked", (["Fulani herders"], ["village"], [])),
    ("Two traders were shot.", "shot", ([], ["traders"], [])),
    ("Twelve students were abducted by militants.", "abducted", (["militants"], ["students"], [])),
    # relative clauses
    ("The gunmen who attacked the village fled.", "attacked", (["gunmen"], ["village"], [])),
    ("The soldiers that rebels ambushed survived.", "ambushed", (["rebels"], ["soldiers"], [])),
    ("The rebels who had seized the town shot the mayor.", "shot", (["rebels"], ["mayor"], [])),
    # participles
    ("Rebels attacking a convoy were repelled.", "attacking", (["Rebels"], ["convoy"], [])),
    ("Soldiers ambushed by rebels fled.", "ambushed", (["rebels"], ["Soldiers"], [])),
    ("Gunmen stormed a hotel, killing nine guests.", "killing", (["Gunmen"], ["guests"], [])),
    ("Gunmen stormed a hotel, killing nine guests.", "stormed", (["Gunmen"], ["hotel"], [])),
    # coordination
    ("Rebels attacked a village and shot two farmers.", "shot", (["Rebels"], ["farmers"], [])),
    ("Rebels attacked a village and shot two farmers.", "attacked", (["Rebels"], ["village"], [])),
    ("Rebels and militiamen attacked a convoy.", "attacked", (["Rebels", "militiamen"], ["convoy"], [])),
    ("Rebels attacked a convoy and a village.", "attacked", (["Rebels"], ["convoy", "village"], [])),
    # what is aimed at stands behind a preposition
    ("Soldiers fired at a crowd.", "fired", (["Soldiers"], ["crowd"], [])),
    ("Police opened fire on demonstrators.", "opened", (["Police"], ["demonstrators"], [])),
    ("Masked men set fire to a school.", "set", (["Masked men"], [], [])),
    ("Rioters hurled stones at police.", "hurled", (["Rioters"], ["police"], [])),
    ("Militants abducted twelve students from a school.", "abducted", (["Militants"], ["students"], [])),
    # nouns
    ("The Taliban attack killed nine soldiers.", "attack", (["Taliban"], [], [])),
    ("The church attack killed two.", "attack", ([], [], [])),
    ("The gang's attack on the bank failed.", "attack", (["gang"], ["bank"], [])),
    ("Rebels launched an attack on the base.", "attack", (["Rebels"], ["base"], [])),
    ("The Taliban claimed responsibility for the bombing.", "bombing", (["Taliban"], [], [])),
    ("The bomb hit a minibus.", "bomb", ([], ["minibus"], [])),
    ("A missile struck a station.", "missile", ([], ["station"], [])),
    ("The raid was carried out by commandos.", "raid", (["commandos"], [], [])),
    ("The soldiers were killed in an ambush by rebels.", "ambush", (["rebels"], [], [])),
    # whom it is done to stands behind "of", or owns the noun
    ("The murder of two nuns shocked Lima.", "murder", ([], ["nuns"], [])),
    ("The judge's murder shocked Lima.", "murder", ([], ["judge"], [])),
    ("The rebels' murder of a judge shocked Lima.", "murder", (["rebels"], ["judge"], [])),
    ("The kidnapping of a mayor by rebels was denounced.", "kidnapping", (["rebels"], ["mayor"], [])),
    ("The gang's bombing failed.", "bombing", (["gang"], [], [])),
    # a thing in or by which it struck, where nobody else is told
    ("A bomb exploded in a restaurant.", "exploded", ([], ["restaurant"], [])),
    ("A bomb exploded in a restaurant.", "bomb", ([], ["restaurant"], [])),
    ("A bomb went off in front of the bank.", "bomb", ([], ["bank"], [])),
    ("A bomb planted near the embassy exploded.", "bomb", ([], ["embassy"], [])),
    ("A bomb exploded in Kabul.", "exploded", ([], [], [])),
    ("Gunmen attacked a convoy near a school.", "attacked", (["Gunmen"], ["convoy"], [])),
    ("The church was the target of a bomb attack.", "attack", ([], ["church"], [])),
    # what kind of attack it was names nobody
    ("A terrorist attack killed two.", "attack", ([], [], [])),
    ("A guerrilla attack killed two.", "attack", (["guerrilla"], [], [])),
    # parties to a fight
    ("Clashes between police and gunmen left two dead.", "Clashes", ([], [], ["police", "gunmen"])),
    ("Fighting between the army and rebels resumed.", "Fighting", ([], [], ["army", "rebels"])),
    ("Police clashed with protesters.", "clashed", (["Police"], [], ["protesters"])),
    # telegraphic notes have neither "were" nor articles
    ("2 staff shot and killed.", "shot", ([], ["staff"], [])),
    ("2 staff shot and killed.", "killed", ([], ["staff"], [])),
    ("Three national staff kidnapped in Yei.", "kidnapped", ([], ["national staff"], [])),
]


def names(phrases: Sequence[Phrase]) -> list[str]:
    return [phrase.name for phrase in phrases]


@pytest.fixture(scope="module")
def roles_of(lexicon: Lexicon, parse: Parse) -> Callable[[str, str], Roles]:
    """Give a function that reads the roles around a word of a sentence."""
    reader = RoleReader(lexicon, PhraseReader(lexicon))
    return lambda sentence, word: reader.read(next(token for token in parse(sentence) if token.text == word))


@pytest.mark.parametrize(("sentence", "trigger", "expected"), CASES)
def test_roles_are_read_off_the_parse(
    roles_of: Callable[[str, str], Roles], sentence: str, trigger: str, expected: tuple[list[str], ...]
) -> None:
    roles = roles_of(sentence, trigger)
    assert (names(roles.agents), names(roles.patients), names(roles.parties)) == expected
