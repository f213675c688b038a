"""The actors that the codebook names: found under every name, and told apart where they share one."""

import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from importlib import resources
from itertools import combinations
from typing import Any

import pytest

from events.extract.actors.namesakes import Namesakes
from events.extract.grammar.phrases import PhraseReader
from events.extract.words.known_actors import KnownActor, name_words
from events.extract.words.lexicon import Lexicon
from schemas.incident import Extraction

Parse = Callable[[str], Any]

BOOK = (resources.files("schemas") / "codebooks" / "actors.toml").read_text("utf-8")
ENTRIES = tomllib.loads(BOOK)["actor"]

# a sentence, and the actor whom its first word's phrase names
NAMED = [
    ("Fighters of the Army of National Liberation shot him.", "National Liberation Army"),
    ("Lord's Resistance Army fighters burned a village.", "Lord's Resistance Army"),
    ("M-19 guerrillas kidnapped a mayor.", "19 April Movement"),
    ("Al-Shabaab attacked a base.", "Al-Shabaab"),
    ("The Kurdistan Workers' Party attacked a post.", "Kurdistan Workers' Party"),
    ("Islamic State fighters attacked a post.", "Islamic State"),
    ("ISWAP fighters attacked a post.", "Islamic State West Africa Province"),
    ("Members of the Communist Party of India (Maoist) shot him.", "Communist Party of India (Maoist)"),
    # what is no name
    ("Two fur traders were shot.", None),
    ("The chin was broken.", None),
    ("The army attacked.", None),
]

# a name that several bear, the day, the report's words, and who is meant
SHARED = [
    ("JEM", date(2008, 5, 11), "JEM fighters reached Omdurman in Sudan.", "Justice and Equality Movement"),
    ("JeM", date(2019, 2, 15), "JeM claimed the bomb that hit Indian forces; Pakistan denied it.", "Jaish-e-Mohammed"),
    ("JeM", date(2019, 2, 15), "JeM claimed the bomb.", None),
    ("SLA", date(1995, 3, 1), "An SLA post was shelled in southern Lebanon.", "South Lebanon Army"),
    ("SLA", date(2006, 3, 1), "SLA rebels fought in Darfur.", "Sudan Liberation Army"),
    ("ASWJ", None, "ASWJ fighters beheaded farmers in Mozambique.", "Ansar al-Sunna (Mozambique)"),
]


def groups() -> Iterator[tuple[str, set[str]]]:
    """Give the sentence of every group of entries with the names of the group."""
    for part in BOOK.split('\n# "')[1:]:
        sentence, _, entries = part.partition('"\n')
        yield sentence, {entry["name"] for entry in tomllib.loads(entries)["actor"]}


@pytest.mark.parametrize(("sentence", "names"), list(groups()))
def test_an_actor_of_every_group_is_found_in_its_sentence(
    lexicon: Lexicon, parse: Parse, sentence: str, names: set[str]
) -> None:
    reader = PhraseReader(lexicon)
    found = {phrase.known.name for token in parse(sentence) if (phrase := reader.read(token)).known}
    assert found & names


@pytest.mark.parametrize(("sentence", "name"), NAMED)
def test_a_name_is_found_as_the_parse_splits_it(
    lexicon: Lexicon, parse: Parse, sentence: str, name: str | None
) -> None:
    reader = PhraseReader(lexicon)
    subject = next(token for token in parse(sentence) if token.dep_ in ("nsubj", "nsubjpass"))
    known = reader.read(subject).known
    assert (known.name if known else None) == name


@pytest.mark.parametrize("name", ["name", "aliases"])
def test_every_name_leads_to_its_actor(lexicon: Lexicon, name: str) -> None:
    for entry in ENTRIES:
        for written in [entry["name"]] if name == "name" else entry.get("aliases", ()):
            known = lexicon.actors[name_words(written)]
            assert entry["name"] in {known.name, *(other.name for other in known.namesakes)}


def test_every_actor_has_a_type_and_a_country_that_there_is(lexicon: Lexicon) -> None:
    for entry in ENTRIES:
        assert ("type" in entry) is not entry.get("people", False), entry["name"]
        assert entry.get("country", "SV") in lexicon.country_names, entry["name"]


def test_nobody_ended_before_he_began(lexicon: Lexicon) -> None:
    actors = {actor for bearers in lexicon.actor_names.values() for actor in bearers}
    assert [actor.name for actor in actors if actor.since and actor.until and actor.since > actor.until] == []


def test_namesakes_differ_in_country_or_years(lexicon: Lexicon) -> None:
    for known in lexicon.actors.values():
        for one, other in combinations([known, *known.namesakes], 2):
            assert one.country_code != other.country_code or _apart(one, other) or one.is_people, known


def _apart(one: KnownActor, other: KnownActor) -> bool:
    first, second = sorted((one, other), key=lambda actor: actor.since or date.min)
    return bool(first.until and second.since and first.until < second.since)


@pytest.mark.parametrize(("name", "day", "text", "meant"), SHARED)
def test_the_day_and_the_country_say_which_of_one_name(
    lexicon: Lexicon, name: str, day: date | None, text: str, meant: str | None
) -> None:
    chosen = Namesakes(lexicon).choose(lexicon.actors[name_words(name)], day=day, text=text)
    assert (chosen.name if chosen else None) == meant


@pytest.mark.parametrize(("day", "kind"), [(date(2023, 4, 14), "State forces"), (date(2023, 4, 15), "Rebel group")])
def test_a_force_that_rebels_changes_its_type(lexicon: Lexicon, day: date, kind: str) -> None:
    chosen = Namesakes(lexicon).choose(lexicon.actors["rapid", "support", "forces"], day=day, text="")
    assert chosen is not None
    assert chosen.type == kind


def test_a_participant_whom_the_codebook_knows_names_its_entry_and_a_people_names_none(
    extract: Callable[..., Extraction],
) -> None:
    known = extract("Al-Shabaab fighters killed three soldiers in Baidoa on Monday.")
    (telling,) = known.tellings
    ids = {one.actor: one.actor_id for one in telling.account.participants}
    assert [actor.name for actor in known.actors] == ["Al-Shabaab"]
    assert ids["Al-Shabaab"] == known.actors[0].actor_id
    assert {name for name, actor_id in ids.items() if actor_id} == {"Al-Shabaab"}
    people = extract("Armed Serbs killed a policeman in Banjska on Sunday.")
    assert people.actors == ()


def test_no_two_entries_share_an_id(lexicon: Lexicon) -> None:
    assert len(lexicon.known_actors) == sum("people" not in entry or not entry["people"] for entry in ENTRIES)
