"""Every entry of the extractor's codebooks works in the sentences that stand beside it."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

import pytest

from events.extract.actors.accusations import AccusationReader
from events.extract.cues.cue import EventCue, VictimCue
from events.extract.cues.reading import SentenceReader
from events.extract.cues.whereabouts import NamedPlace
from events.extract.grammar.phrases import Phrase, PhraseReader
from events.extract.modality.topic import Topics
from events.extract.text.sentences import Sentence
from events.extract.words.counts import Numbers
from events.extract.words.forms import words_of
from events.extract.words.lexicon import Lexicon
from schemas.count import Count
from schemas.incident import Telling
from schemas.vocabulary import ActorType, CasualtyKind, Modality, Scope, Status

Parse = Callable[[str], Any]
Events = Callable[[str], list[EventCue]]
Victims = Callable[[str], list[VictimCue]]
Places = Callable[[str], list[NamedPlace]]
Founded = Callable[..., list[Telling]]

BOOKS = ("triggers", "harm", "people", "roles", "blame", "modality", "topics", "numbers", "furniture", "event_types")
HEADING = re.compile(r"^\[+(?P<name>[^\]]+)\]+$")
QUOTED = re.compile(r'^\s*# "(?P<sentence>.+)"$')
KEY = re.compile(r'^"?(?P<key>[\w ]+?)"? = .*?(?:  # "(?P<sentence>.+)")?$')
PATTERN = re.compile(r"^\s+'''(?P<pattern>.+)''',$")


@dataclass(frozen=True)
class Beside:
    """Sentences that stand beside an entry: a table's first key, a key of a table, or a pattern of a list."""

    heading: str
    position: int  # of the heading among those of its name
    key: str
    sentences: tuple[str, ...]


def lines_of(book: str) -> list[str]:
    return (resources.files("schemas") / "codebooks" / f"{book}.toml").read_text("utf-8").splitlines()


def beside(book: str) -> Iterator[Beside]:
    """Read the quoted comments of a codebook, which its TOML parser leaves out."""
    headings: list[str] = [""]
    waiting: list[str] = []
    for line in lines_of(book):
        heading, quoted, entry = HEADING.match(line), QUOTED.match(line), KEY.match(line) or PATTERN.match(line)
        if heading:
            headings.append(heading["name"].replace('"', ""))
            waiting = []
        elif quoted:
            waiting.append(quoted["sentence"])
        elif entry:
            found = entry.groupdict()
            here = [found["sentence"]] if found.get("sentence") else []
            name = found.get("key") or found["pattern"]
            yield Beside(headings[-1], headings.count(headings[-1]) - 1, name, (*waiting, *here))
            waiting = []


def cases(book: str, *headings: str) -> list[Any]:
    """List each entry that has sentences, with each of them."""
    return [
        pytest.param(entry, sentence, id=f"{entry.heading or entry.key}: {sentence}")
        for entry in beside(book)
        if entry.heading in headings
        for sentence in entry.sentences
    ]


def sentences(book: str, *headings: str) -> list[str]:
    """List the sentences beside all entries under some headings."""
    return [sentence for entry in beside(book) if entry.heading in headings for sentence in entry.sentences]


def entries(book: str) -> dict[str, Any]:
    return tomllib.loads("\n".join(lines_of(book)))


def contains(sentence: str, form: str) -> bool:
    words = r"[\s-]+".join(re.escape(word) for word in form.split())
    return re.search(rf"\b{words}\b", sentence, re.IGNORECASE) is not None


# Told by no word of `triggers` yet, so that no sentence decides for them.
UNTOLD_EVENTS = {
    "Change to group/activity",
    "Headquarters or base established",
    "Non-violent transfer of territory",
    "Other",
}


@pytest.mark.parametrize("book", BOOKS)
def test_no_entry_stands_without_its_sentence(book: str) -> None:
    told = {(entry.heading, entry.position) for entry in beside(book) if entry.sentences}
    headed = {(entry.heading, entry.position) for entry in beside(book)}
    bare = {heading for heading, position in headed - told if heading.removeprefix("event.") not in UNTOLD_EVENTS}
    assert bare == set()


def test_no_word_or_pattern_of_a_list_stands_without_its_sentence() -> None:
    single = [*beside("numbers"), *beside("furniture")]
    single += [entry for entry in beside("harm") if entry.heading == "idioms"]
    patterned = [entry.key for entry in single if not entry.sentences and entry.key not in ("lines", "forms")]
    assert patterned == []


# triggers


@pytest.mark.parametrize(("entry", "sentence"), cases("triggers", "trigger"))
def test_a_trigger_is_found_in_its_sentence(events_in: Events, lexicon: Lexicon, entry: Beside, sentence: str) -> None:
    forms = entries("triggers")["trigger"][entry.position]["forms"]
    assert any(contains(sentence, form) for form in forms)
    meant = lexicon.triggers[tuple(forms[0].split())]
    found = [cue.trigger for cue in events_in(sentence)]
    assert found == [] if meant.kind == "none" else meant in found


@pytest.mark.parametrize(("entry", "sentence"), cases("triggers", "pairing"))
def test_a_pairing_is_found_in_its_sentence(events_in: Events, lexicon: Lexicon, entry: Beside, sentence: str) -> None:
    pairing = lexicon.pairings[entry.position]
    assert any(cue.trigger == pairing.trigger and cue.token.lower_ in pairing.verbs for cue in events_in(sentence))
    assert pairing.as_name or any(contains(sentence, word) for word in pairing.below)


# harm


def told_count(lexicon: Lexicon, parse: Parse, sentence: str) -> Count:
    """Read the one number that a sentence names; an article is one."""
    return Numbers(lexicon.numbers).read([token.lower_ for token in parse(sentence)]) or Count.exactly(1)


@pytest.mark.parametrize(("entry", "sentence"), cases("harm", "harm"))
def test_harm_is_told_with_how_many_it_befell(
    victims_in: Victims, lexicon: Lexicon, parse: Parse, entry: Beside, sentence: str
) -> None:
    harm = entries("harm")["harm"][entry.position]
    found = [cue for cue in victims_in(sentence) if cue.token.lower_ in harm["forms"]]
    assert [(cue.kind, cue.count) for cue in found] == [
        (CasualtyKind(harm["kind"]), told_count(lexicon, parse, sentence))
    ]
    assert [cue.is_violent for cue in found] == [harm.get("violent", False)]


@pytest.mark.parametrize(("entry", "sentence"), cases("harm", "idioms"))
def test_an_idiom_is_told_with_how_many_it_befell(
    victims_in: Victims, lexicon: Lexicon, parse: Parse, entry: Beside, sentence: str
) -> None:
    idiom = entries("harm")["idioms"][entry.key]
    (cue,) = victims_in(sentence)
    assert cue.token.lower_ in idiom["verb"]
    assert (cue.kind, cue.count) == (CasualtyKind(idiom["kind"]), told_count(lexicon, parse, sentence))


# people


def phrases_of(lexicon: Lexicon, parse: Parse, sentence: str) -> list[Phrase]:
    reader = PhraseReader(lexicon)
    return [reader.read(token) for token in parse(sentence) if token.is_alpha]


@pytest.mark.parametrize(("entry", "sentence"), cases("people", "noun"))
def test_a_noun_says_who_is_meant(lexicon: Lexicon, parse: Parse, entry: Beside, sentence: str) -> None:
    noun = entries("people")["noun"][entry.position]
    found = [phrase for phrase in phrases_of(lexicon, parse, sentence) if phrase.core.lower_ in noun["forms"]]
    assert found
    for phrase in found:
        kind = ActorType(noun["type"]) if "type" in noun else None
        assert phrase.type(bears_arms=False) is kind
        assert phrase.is_armed is noun.get("armed", False)
        assert phrase.is_generic is noun.get("generic", False)
        assert phrase.is_thing is noun.get("thing", False)
        assert phrase.is_pointing is noun.get("pointing", False)


@pytest.mark.parametrize("sentence", sentences("people", "armed"))
def test_an_armed_word_makes_anybody_a_bearer_of_arms(lexicon: Lexicon, parse: Parse, sentence: str) -> None:
    armed = [phrase for phrase in phrases_of(lexicon, parse, sentence) if phrase.is_armed]
    assert ActorType.POLITICAL_MILITIA in {phrase.type(bears_arms=False) for phrase in armed}


@pytest.mark.parametrize("sentence", sentences("people", "deeds"))
def test_a_deed_is_nobody(lexicon: Lexicon, parse: Parse, sentence: str) -> None:
    forms = entries("people")["deeds"]["forms"]
    found = [phrase for phrase in phrases_of(lexicon, parse, sentence) if phrase.core.lower_ in forms]
    assert [phrase.type(bears_arms=False) for phrase in found] == [None]


@pytest.mark.parametrize("sentence", sentences("people", "collectives"))
def test_one_word_that_names_many_is_not_one(lexicon: Lexicon, parse: Parse, sentence: str) -> None:
    forms = entries("people")["collectives"]["forms"]
    found = [phrase for phrase in phrases_of(lexicon, parse, sentence) if phrase.head.lower_ in forms]
    assert [phrase.count for phrase in found] == [None]


@pytest.mark.parametrize("sentence", sentences("people", "unit_words"))
def test_a_unit_word_gives_way_to_what_follows_of(lexicon: Lexicon, parse: Parse, sentence: str) -> None:
    forms = entries("people")["unit_words"]["forms"]
    found = [phrase for phrase in phrases_of(lexicon, parse, sentence) if phrase.head.lower_ in forms]
    assert any(phrase.core.i > phrase.head.i for phrase in found)


# roles


def has_agent(cue: EventCue) -> bool:
    return bool(cue.roles.agents)


def has_patient(cue: EventCue) -> bool:
    return bool(cue.roles.patients)


def has_parties(cue: EventCue) -> bool:
    return bool(cue.roles.parties)


@pytest.mark.parametrize(
    ("heading", "tells"),
    [
        ("belonging", has_agent),
        ("light_verbs", has_agent),
        ("responsibility", has_agent),
        ("against", has_patient),
        ("done_to", has_patient),
        ("aims", has_patient),
        ("at_things", has_patient),
        ("manners", has_agent),
        ("between", has_parties),
        ("hitting", has_patient),
    ],
)
def test_a_joining_word_ties_an_event_to_its_parties(
    events_in: Events, heading: str, tells: Callable[[EventCue], bool]
) -> None:
    forms = entries("roles")[heading]["forms"]
    for sentence in sentences("roles", heading):
        assert any(contains(sentence, form) for form in forms), sentence
        assert any(tells(cue) for cue in events_in(sentence)), sentence


@pytest.mark.parametrize("sentence", sentences("roles", "deadly"))
def test_a_deadly_verb_kills(victims_in: Victims, sentence: str) -> None:
    assert (CasualtyKind.KILLED, "harm-deadly") in {(cue.kind, cue.rule) for cue in victims_in(sentence)}


@pytest.mark.parametrize("sentence", sentences("roles", "subset"))
def test_a_subset_is_a_part(victims_in: Victims, sentence: str) -> None:
    assert [cue.is_part for cue in victims_in(sentence)] == [False, True]


@pytest.mark.parametrize("sentence", sentences("roles", "toll", "corrected"))
def test_a_corrected_toll_is_a_total(victims_in: Victims, sentence: str) -> None:
    assert [cue.is_total for cue in victims_in(sentence)] == [True]


@pytest.mark.parametrize("sentence", sentences("roles", "place_kinds"))
def test_a_kind_of_place_is_kept_with_its_name(places_in: Places, sentence: str) -> None:
    kinds = [named.reference.kind_word for named in places_in(sentence)]
    assert set(kinds) & set(entries("roles")["place_kinds"]["forms"])


@pytest.mark.parametrize(("entry", "sentence"), cases("roles", "locative", "directions"))
def test_a_locative_or_a_direction_says_where(places_in: Places, entry: Beside, sentence: str) -> None:
    (named,) = places_in(sentence)
    assert set(named.reference.relation.split()) & set(entries("roles")[entry.heading]["forms"])


@pytest.mark.parametrize(("entry", "sentence"), cases("roles", "titles", "organisations"))
def test_a_title_or_an_organisation_makes_a_name_no_place(places_in: Places, entry: Beside, sentence: str) -> None:
    assert any(contains(sentence, form) for form in entries("roles")[entry.heading]["forms"])
    assert places_in(sentence) == []


@pytest.mark.parametrize("sentence", sentences("roles", "here"))
def test_here_is_where_the_dateline_says(lexicon: Lexicon, parse: Parse, sentence: str) -> None:
    assert SentenceReader(lexicon).read(Sentence(sentence, 0, 0), parse(sentence), published=None).is_here


# blame


@pytest.mark.parametrize(("entry", "sentence"), cases("blame", "blame"))
def test_a_word_of_blame_says_who_did_it(lexicon: Lexicon, parse: Parse, entry: Beside, sentence: str) -> None:
    assert any(contains(sentence, form) for form in entries("blame")["blame"][entry.position]["forms"])
    accused = {accusation.phrase.name for accusation in AccusationReader(lexicon).read(parse(sentence))}
    groups = {"Taliban", "National Liberation Army", "Revolutionary Armed Forces of Colombia", "Shining Path"}
    assert accused & {*groups, "soldiers", "colonels"}


# modality

STANDINGS = {
    "attributed": (Modality.ATTRIBUTED, Status.HAPPENED),
    "denied": (Modality.DENIED, Status.DENIED),
    "planned": (Modality.PLANNED, Status.PLANNED),
    "hypothetical": (Modality.HYPOTHETICAL, Status.PLANNED),
    "attempted": (Modality.ASSERTED, Status.ATTEMPTED),
    "historical": (Modality.HISTORICAL, Status.BACKGROUND),
    "long": (Modality.HISTORICAL, Status.BACKGROUND),
    "fiction": (Modality.HYPOTHETICAL, Status.PLANNED),
    "habitual": (Modality.HISTORICAL, Status.BACKGROUND),
    "bound": (Modality.PLANNED, Status.PLANNED),
    "proposing": (Modality.PLANNED, Status.PLANNED),
    "occurring": (None, Status.PLANNED),
    "failing": (Modality.ASSERTED, Status.ATTEMPTED),
    "evidence": (Modality.DENIED, Status.DENIED),
    "mistaking": (Modality.DENIED, Status.DENIED),
    "taking_part": (None, Status.HAPPENED),
    "eras": (Modality.HISTORICAL, Status.BACKGROUND),
}


@pytest.mark.parametrize(("entry", "sentence"), cases("modality", *STANDINGS))
def test_a_stance_gives_what_stands_below_it_its_standing(
    events_in: Events, victims_in: Victims, entry: Beside, sentence: str
) -> None:
    assert any(contains(sentence, form) for form in entries("modality")[entry.heading]["forms"])
    cues = (*events_in(sentence), *victims_in(sentence))
    modality, status = STANDINGS[entry.heading]
    assert {cue.standing.status for cue in cues} == {status}
    assert modality is None or {cue.standing.modality for cue in cues} == {modality}


@pytest.mark.parametrize("sentence", sentences("modality", "many"))
def test_what_is_counted_over_days_is_a_round_up(founded: Founded, sentence: str) -> None:
    assert {telling.account.scope for telling in founded(sentence)} == {Scope.AGGREGATE}


@pytest.mark.parametrize("sentence", sentences("modality", "separate"))
def test_a_separate_incident_is_told_apart(founded: Founded, sentence: str) -> None:
    before = "On Sunday gunmen attacked a convoy in Timbuktu and killed two drivers. "
    assert len(founded(before)) == 1
    assert len(founded(before + sentence)) == 2


TOPICS = tuple(tomllib.loads("\n".join(lines_of("topics"))))


@pytest.mark.parametrize(("entry", "sentence"), cases("topics", *TOPICS))
def test_a_report_of_another_topic_founds_no_incident(
    lexicon: Lexicon, founded: Founded, entry: Beside, sentence: str
) -> None:
    topic = lexicon.topics[entry.heading]
    assert any(contains(sentence, word) for word in topic.sure)
    assert lexicon.cue_forms.stand_in(words_of(sentence))
    assert topic.kind in Topics(sentence, lexicon).kinds
    assert founded(sentence) == []


@pytest.mark.parametrize("sentence", [*sentences("modality", "formal"), "Seoul protested that the visit hurt it."])
def test_a_protest_that_is_handed_over_founds_no_incident(founded: Founded, sentence: str) -> None:
    assert founded(sentence) == []


@pytest.mark.parametrize("sentence", sentences("modality", "warring"))
def test_where_armed_groups_steal_it_is_no_ordinary_crime(lexicon: Lexicon, sentence: str) -> None:
    assert any(contains(sentence, form) for form in entries("modality")["warring"]["forms"])
    assert not Topics(sentence, lexicon).is_crime


@pytest.mark.parametrize("sentence", sentences("modality", "violent"))
def test_a_violent_word_makes_of_a_death_a_killing(founded: Founded, sentence: str) -> None:
    assert any(contains(sentence, form) for form in entries("modality")["violent"]["forms"])
    assert len(founded(sentence)) == 1


# numbers


@pytest.mark.parametrize(("entry", "sentence"), cases("numbers", "words", "fixed", "vague"))
def test_a_number_word_gives_its_count(lexicon: Lexicon, parse: Parse, entry: Beside, sentence: str) -> None:
    value = entries("numbers")[entry.heading][entry.key]
    bounds = Count(**value) if isinstance(value, dict) else None
    counts = [phrase.count for phrase in phrases_of(lexicon, parse, sentence) if phrase.count]
    assert contains(sentence, entry.key)
    if bounds:
        assert bounds in counts
    else:
        assert any(value <= count.best < value + 10 if value >= 20 else count.best == value for count in counts)


@pytest.mark.parametrize(("entry", "sentence"), cases("numbers", "multipliers"))
def test_a_multiplier_multiplies(lexicon: Lexicon, parse: Parse, entry: Beside, sentence: str) -> None:
    value = entries("numbers")["multipliers"][entry.key]
    counts = [phrase.count.best for phrase in phrases_of(lexicon, parse, sentence) if phrase.count]
    assert any(best >= value and best % value == 0 for best in counts)


@pytest.mark.parametrize(("entry", "sentence"), cases("numbers", "bounds"))
def test_a_bound_is_no_part_of_the_number(lexicon: Lexicon, parse: Parse, entry: Beside, sentence: str) -> None:
    assert any(contains(sentence, form) for form in entries("numbers")["bounds"][entry.key])
    (count,) = {phrase.count for phrase in phrases_of(lexicon, parse, sentence) if phrase.count}
    assert (count.low < count.best < count.high) is (entry.key == "about")


# furniture


@pytest.mark.parametrize(("entry", "sentence"), cases("furniture", ""))
def test_a_pattern_matches_the_lines_it_is_for(entry: Beside, sentence: str) -> None:
    book = entries("furniture")
    pattern = book[entry.key] if entry.key in ("links", "inline_links") else entry.key
    assert entry.key in ("links", "inline_links") or pattern in book["lines"]
    assert re.fullmatch(pattern, sentence, re.IGNORECASE)


# event types


@pytest.mark.parametrize(
    ("entry", "sentence"), cases("event_types", *(f"event.{n}" for n in entries("event_types")["event"]))
)
def test_a_short_report_is_of_its_sub_event_type(founded: Founded, entry: Beside, sentence: str) -> None:
    (telling,) = founded(sentence)
    name = entry.heading.removeprefix("event.")
    assert telling.account.sub_event_type == name
    assert telling.account.event_type == entries("event_types")["event"][name]["event_type"]
