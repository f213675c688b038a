"""Two groups are the same people only where their words, numbers and sides agree."""

from dataclasses import replace

import pytest

from events.extract.casualties.group import Group, holds, same
from schemas.count import Count
from schemas.vocabulary import ActorType

STATE, REBELS, CIVILIANS = ActorType.STATE_FORCES, ActorType.REBEL_GROUP, ActorType.CIVILIANS


def group(best: int, word: str, kind: ActorType | None = None, **marks: object) -> Group:
    return replace(Group(count=Count.exactly(best), type=kind, word=word, sentence=0), **marks)


def named(*words: str, **marks: object) -> Group:
    return group(1, words[-1], CIVILIANS, name=frozenset(words), **marks)


DRIVER = group(1, "driver", CIVILIANS, is_companion=True)
SAME = [
    (group(2, "soldier", STATE), group(5, "soldier", STATE)),
    (named("ana", "cruz"), named("cruz")),
    (named("ana", "cruz", said=frozenset({"reporter"})), group(1, "reporter", CIVILIANS)),
    (named("paul", "okoro"), group(1, "general", is_definite=True)),
    (group(1, "policeman", STATE), group(1, "officer", STATE, is_definite=True)),
    (group(5, "militant", REBELS, is_broad=True), group(5, "fighter", ActorType.POLITICAL_MILITIA, is_broad=True)),
    (group(13, "troop", STATE, country="US"), group(13, "member", country="US")),
    (group(3, "farmer", CIVILIANS), group(3, "victim", is_definite=True)),
]
OTHERS = [
    (group(2, "soldier", STATE), group(2, "farmer", CIVILIANS)),
    (group(1, "constable", STATE), group(1, "soldier", STATE)),
    (named("ana", "cruz"), named("ben", "diaz")),
    (named("paul", "okoro"), DRIVER),
    (named("paul", "okoro"), replace(DRIVER, is_definite=True)),
    (group(60, "afghan", CIVILIANS, country="AF"), group(60, "american", CIVILIANS, country="US")),
    (group(1, "woman", CIVILIANS, is_broad=True), group(1, "man", is_broad=True)),
    (group(2, "soldier", STATE), group(2, "soldier", STATE, is_additional=True)),
]
HELD = [
    (group(3, "civilian", CIVILIANS, is_broad=True), group(1, "farmer", CIVILIANS)),
    (group(2, "reporter", CIVILIANS), named("ana", "cruz", said=frozenset({"reporter"}))),
    (group(2, "teacher", CIVILIANS), named("ana", "cruz", sentence=1)),
    (group(2, "officer", STATE, is_broad=True), group(1, "officer", STATE, is_definite=True)),
]
APART = [
    (group(2, "soldier", STATE), group(1, "constable", STATE)),
    (group(1, "civilian", CIVILIANS, is_broad=True), group(1, "farmer", CIVILIANS)),
    (group(3, "civilian", CIVILIANS, is_broad=True), group(1, "soldier", STATE)),
    (group(3, "civilian", CIVILIANS, is_broad=True), group(4, "farmer", CIVILIANS)),
    (group(2, "official", CIVILIANS, is_broad=True), DRIVER),
]


@pytest.mark.parametrize(("told", "again"), SAME)
def test_the_same_people_are_known_again(told: Group, again: Group) -> None:
    assert same(told, again)


@pytest.mark.parametrize(("told", "again"), OTHERS)
def test_other_people_are_not_taken_for_them(told: Group, again: Group) -> None:
    assert not same(told, again)


@pytest.mark.parametrize(("whole", "part"), HELD)
def test_a_group_holds_some_of_its_people(whole: Group, part: Group) -> None:
    assert holds(whole, part)


@pytest.mark.parametrize(("whole", "part"), APART)
def test_a_group_holds_no_others(whole: Group, part: Group) -> None:
    assert not holds(whole, part)
