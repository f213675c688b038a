"""Noun phrases say who is meant and how many."""

from collections.abc import Callable

import pytest

from events.extract.grammar.phrases import Phrase
from schemas.vocabulary import ActorKind, ActorType

Read = Callable[[str, str], Phrase]

STATE, REBEL, POLITICAL = ActorType.STATE_FORCES, ActorType.REBEL_GROUP, ActorType.POLITICAL_MILITIA
IDENTITY, CIVILIANS, PROTESTERS = ActorType.IDENTITY_MILITIA, ActorType.CIVILIANS, ActorType.PROTESTERS

# sentence, head, the name a coder writes, low, best, high
NAMES = [
    ("A group of Serbs blocked the road.", "group", "Serbs"),
    ("Two members of the Taliban were shot.", "members", "Taliban"),
    ("Rebel fighters took the hill.", "fighters", "Rebel fighters"),
    ("A police officer was shot.", "officer", "police officer"),
    ("They hit an aid convoy.", "convoy", "aid convoy"),
    ("Dozens of protesters were hurt.", "Dozens", "protesters"),
    ("The bodies of six men were found.", "bodies", "men"),
    ("Ten of the attackers died.", "Ten", "attackers"),
    ("A couple of guards died.", "couple", "guards"),
    ("Three Afghan soldiers died.", "soldiers", "Afghan soldiers"),
    ("Four more people died.", "people", "people"),
    ("Several police officers were hurt.", "officers", "police officers"),
    ("Boko Haram fighters attacked.", "fighters", "Boko Haram"),
    ("Islamic State group fighters attacked.", "fighters", "Islamic State"),
    ("Kosovo Serbs blocked the road.", "Serbs", "Kosovo Serbs"),
    ("Fulani herders attacked.", "herders", "Fulani herders"),
    ("John Okello, aged 40, was shot.", "Okello", "John Okello"),
    ("The Turkish army shelled the town.", "army", "Turkish army"),
]

COUNTS = [
    ("Five people died.", "people", (5, 5, 5)),
    ("At least 12 civilians died.", "civilians", (12, 12, 12)),
    ("More than four people died.", "people", (4, 4, 4)),
    ("Twenty-five farmers died.", "farmers", (25, 25, 25)),
    ("Two hundred and five villagers died.", "villagers", (205, 205, 205)),
    ("Between 20 and 30 gunmen attacked.", "gunmen", (20, 20, 30)),
    ("4-6 gunmen attacked.", "gunmen", (4, 4, 6)),
    ("Some 40 gunmen attacked.", "gunmen", (36, 40, 44)),
    ("Up to 40 gunmen attacked.", "gunmen", (40, 40, 40)),
    ("One international and three national staff died.", "staff", (4, 4, 4)),
    ("Dozens of protesters were hurt.", "Dozens", (12, 12, 99)),
    ("Scores of people were hurt.", "Scores", (20, 20, 99)),
    ("Hundreds fled.", "Hundreds", (100, 100, 999)),
    ("Thousands of people fled.", "Thousands", (1000, 1000, 9999)),
    ("Several police officers were hurt.", "officers", (3, 3, 9)),
    ("A dozen villagers died.", "villagers", (12, 12, 12)),
    ("Both guards were killed.", "guards", (2, 2, 2)),
    ("A couple of guards died.", "couple", (2, 2, 2)),
    ("Two of them died.", "Two", (2, 2, 2)),
    ("The bodies of six men were found.", "bodies", (6, 6, 6)),
    ("Another was wounded.", "Another", (1, 1, 1)),
    ("Another officer was wounded.", "officer", (1, 1, 1)),
    ("A police officer was shot.", "officer", (1, 1, 1)),
    ("His wife was killed.", "wife", (1, 1, 1)),
    ("John Okello was shot.", "Okello", (1, 1, 1)),
    ("No one was hurt.", "one", (0, 0, 0)),
    ("Nobody was hurt.", "Nobody", (0, 0, 0)),
    ("No soldiers were hurt.", "soldiers", (0, 0, 0)),
    ("A 30-strong gang attacked.", "gang", (30, 30, 30)),
]

UNCOUNTED = [
    ("Rebel fighters took the hill.", "fighters"),
    ("The police opened fire.", "police"),
    ("Government forces attacked.", "forces"),
    ("The army shelled the town.", "army"),
    ("A mob attacked.", "mob"),
    ("A gang attacked.", "gang"),
    ("Villagers were shot.", "Villagers"),
]

AGES_AND_YEARS = [
    ("A 19-year-old student was shot.", "student"),
    ("The 45-year-old man was shot.", "man"),
    ("John Okello, aged 40, was shot.", "Okello"),
    ("Fifty-year-old John Doe was shot.", "Doe"),
    ("A six-month-old baby was hurt.", "baby"),
]

# sentence, head, type without and with the arms that a fight gives
TYPES = [
    ("A group of Serbs blocked the road.", "group", CIVILIANS, IDENTITY),
    ("Serbs protested.", "Serbs", CIVILIANS, IDENTITY),
    ("Serb gunmen attacked.", "gunmen", IDENTITY, IDENTITY),
    ("Hutu militia attacked.", "militia", IDENTITY, IDENTITY),
    ("Fulani herders attacked.", "herders", IDENTITY, IDENTITY),
    ("Two members of the Taliban were shot.", "members", REBEL, REBEL),
    ("Rebel fighters took the hill.", "fighters", REBEL, REBEL),
    ("Boko Haram fighters attacked.", "fighters", REBEL, REBEL),
    ("A police officer was shot.", "officer", STATE, STATE),
    ("Government forces attacked.", "forces", STATE, STATE),
    ("The Turkish army shelled the town.", "army", STATE, STATE),
    ("Gunmen attacked.", "Gunmen", POLITICAL, POLITICAL),
    ("Armed men came at dawn.", "men", POLITICAL, POLITICAL),
    ("Masked men attacked.", "men", POLITICAL, POLITICAL),
    ("A suicide bomber struck.", "bomber", POLITICAL, POLITICAL),
    ("A mob attacked.", "mob", ActorType.RIOTERS, ActorType.RIOTERS),
    ("Dozens of protesters were hurt.", "Dozens", PROTESTERS, PROTESTERS),
    ("At least 12 civilians died.", "civilians", CIVILIANS, CIVILIANS),
    ("A 19-year-old student was shot.", "student", CIVILIANS, CIVILIANS),
    ("Five people died.", "people", None, None),
    ("A bridge was hit.", "bridge", None, None),
    ("They hit an aid convoy.", "convoy", None, None),
]

KINDS = [
    ("A police officer was shot.", "officer", ActorKind.PERSON),
    ("The bodies of six men were found.", "bodies", ActorKind.GROUP),
    ("Rebel fighters took the hill.", "fighters", ActorKind.GROUP),
    ("Two members of the Taliban were shot.", "members", ActorKind.ORGANISATION),
    ("A group of Serbs blocked the road.", "group", ActorKind.GROUP),
    ("They hit an aid convoy.", "convoy", ActorKind.THING),
]

COUNTRIES = [
    ("Three Afghan soldiers died.", "soldiers", "AF"),
    ("The Turkish army shelled the town.", "army", "TR"),
    ("Kosovo Serbs blocked the road.", "Serbs", "XK"),
    ("Boko Haram fighters attacked.", "fighters", "NG"),
    ("Rebel fighters took the hill.", "fighters", None),
]


@pytest.mark.parametrize(("sentence", "head", "name"), NAMES)
def test_the_name_is_what_a_coder_would_write(phrases: Read, sentence: str, head: str, name: str) -> None:
    assert phrases(sentence, head).name == name


@pytest.mark.parametrize(("sentence", "head", "bounds"), COUNTS)
def test_a_phrase_says_how_many(phrases: Read, sentence: str, head: str, bounds: tuple[int, int, int]) -> None:
    count = phrases(sentence, head).count
    assert count is not None
    assert (count.low, count.best, count.high) == bounds


@pytest.mark.parametrize(("sentence", "head"), UNCOUNTED)
def test_a_plural_or_one_word_for_many_is_no_count(phrases: Read, sentence: str, head: str) -> None:
    assert phrases(sentence, head).count is None


@pytest.mark.parametrize(("sentence", "head"), AGES_AND_YEARS)
def test_an_age_is_no_count(phrases: Read, sentence: str, head: str) -> None:
    count = phrases(sentence, head).count
    assert count is not None
    assert count.best == 1


@pytest.mark.parametrize(("sentence", "head", "unarmed", "armed"), TYPES)
def test_a_phrase_has_an_actor_type_and_a_people_is_armed_only_where_it_bears_arms(
    phrases: Read, sentence: str, head: str, unarmed: ActorType | None, armed: ActorType | None
) -> None:
    phrase = phrases(sentence, head)
    assert (phrase.type(bears_arms=False), phrase.type(bears_arms=True)) == (unarmed, armed)


@pytest.mark.parametrize(("sentence", "head", "kind"), KINDS)
def test_a_phrase_says_what_takes_part(phrases: Read, sentence: str, head: str, kind: ActorKind) -> None:
    assert phrases(sentence, head).kind is kind


@pytest.mark.parametrize(("sentence", "head", "code"), COUNTRIES)
def test_a_phrase_knows_its_country(phrases: Read, sentence: str, head: str, code: str | None) -> None:
    assert phrases(sentence, head).country_code == code


@pytest.mark.parametrize(
    ("sentence", "head", "answer"),
    [
        ("Four more people died.", "people", True),
        ("Four others died.", "others", True),
        ("Another officer was wounded.", "officer", True),
        ("Another was wounded.", "Another", True),
        ("More than four people died.", "people", False),
        ("Five people died.", "people", False),
    ],
)
def test_more_and_others_stand_beside_those_told_before(
    phrases: Read,
    sentence: str,
    head: str,
    answer: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    assert phrases(sentence, head).is_additional is answer


@pytest.mark.parametrize("sentence", ["The two soldiers died.", "These two soldiers died.", "Their soldiers died."])
def test_a_definite_phrase_points_back(phrases: Read, sentence: str) -> None:
    assert phrases(sentence, "soldiers").is_definite


@pytest.mark.parametrize("sentence", ["Two soldiers died.", "A few soldiers died.", "Old soldiers died."])
def test_an_indefinite_phrase_does_not(phrases: Read, sentence: str) -> None:
    assert not phrases(sentence, "soldiers").is_definite


@pytest.mark.parametrize("sentence", [sentence for sentence, *_ in (*NAMES, *COUNTS, *TYPES)])
def test_a_phrase_stands_in_its_sentence(phrases: Read, sentence: str) -> None:
    for word in sentence.rstrip(".").split():
        if word.isalpha():
            phrase = phrases(sentence, word)
            assert 0 <= phrase.start < phrase.end <= len(sentence)
            assert word in sentence[phrase.start : phrase.end]
