"""The extractor's codebooks, made ready for looking words up."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from events.extract.words.entries import (
    Blame,
    Blow,
    Harm,
    Idiom,
    Noun,
    Pairing,
    Topic,
    Trigger,
    blame_of,
    blow_of,
    harm_of,
    idiom_of,
    noun_of,
)
from events.extract.words.forms import Forms, any_of, parts_of
from events.extract.words.known_actors import KnownActor, actor_entries, actor_names, actors_by_words
from schemas.actor import Actor
from schemas.codebook import load_codebook, require_known_codebooks
from schemas.errors import CodebookError
from schemas.vocabulary import ActorType, CasualtyKind, Weapon

__all__ = ["Lexicon"]

# "the toll rose to 14", "no casualty", "the number of victims is five"
TOLLS = ("dead", "body", "bodies", "casualty", "casualties", "toll", "tolls", "victims")


class Lexicon:
    """All that the rules know about words; forms are lower case, several words joined by a space."""

    def __init__(self, overlay: Path | None = None) -> None:
        self._books = {
            name: load_codebook(name, overlay=overlay)
            for name in (
                "triggers",
                "harm",
                "numbers",
                "people",
                "modality",
                "topics",
                "furniture",
                "actors",
                "blame",
                "countries",
                "place_names",
                "roles",
                "times",
            )
        }
        if overlay is not None:
            require_known_codebooks(overlay)
            self._require_usable()

    def _require_usable(self) -> None:
        """Read every table at once, so that a wrong word of the user's own is told before the first report.

        Raises:
            CodebookError: an entry names what there is not.

        """
        for name, member in vars(type(self)).items():
            if isinstance(member, cached_property):
                try:
                    getattr(self, name)
                except (AttributeError, KeyError, TypeError, ValueError) as error:
                    reason = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
                    table = name.replace("_", " ")
                    raise CodebookError(f"Your own codebooks cannot be used for {table}: {reason}.") from error

    @property
    def furniture(self) -> dict[str, Any]:
        """Give the codebook of a web page's leftovers."""
        return self._books["furniture"]

    @property
    def numbers(self) -> dict[str, Any]:
        """Give the codebook of number words."""
        return self._books["numbers"]

    @cached_property
    def triggers(self) -> Mapping[tuple[str, ...], Trigger]:
        """Map the words of each trigger form to what it tells."""
        return {
            tuple(form.split()): Trigger(
                sub_event=entry.get("sub_event"),
                kind=entry.get("kind"),
                is_strong=entry["strength"] == "strong",
                weapon=Weapon(entry["weapon"]) if "weapon" in entry else None,
            )
            for entry in self._books["triggers"]["trigger"]
            for form in entry["forms"]
        }

    @property
    def sub_events(self) -> frozenset[str]:
        """Give every sub-event type that a trigger names."""
        triggers = (*self.triggers.values(), *(pairing.trigger for pairing in self.pairings))
        return frozenset(trigger.sub_event for trigger in triggers if trigger.sub_event)

    @cached_property
    def pairings(self) -> tuple[Pairing, ...]:
        """List the verbs that tell an event together with a word below them."""
        return tuple(
            Pairing(
                frozenset(entry["verbs"]),
                frozenset(entry["below"]),
                bool(entry.get("in_infinitive")),
                bool(entry.get("as_object")),
                bool(entry.get("as_subject")),
                bool(entry.get("as_name")),
                frozenset(entry.get("with_object", ())),
                Trigger(
                    entry.get("sub_event"),
                    entry.get("kind"),
                    is_strong=entry.get("strength", "strong") == "strong",
                    weapon=None,
                ),
            )
            for entry in self._books["triggers"]["pairing"]
        )

    @cached_property
    def harms(self) -> Mapping[str, Harm]:
        """Map each harm form to what it tells."""
        return {form: harm_of(entry) for entry in self._books["harm"]["harm"] for form in entry["forms"]}

    @cached_property
    def blows(self) -> Mapping[str, Blow]:
        """Map each verb of a blow to what it does."""
        return {form: blow_of(entry) for entry in self._books["harm"]["blow"] for form in entry["forms"]}

    @cached_property
    def body(self) -> Mapping[str, frozenset[str]]:
        """Give the parts of the body: those that are deadly to hit, and the other ones."""
        book = self._books["harm"]
        return {"deadly": frozenset(book["deadly_parts"]["forms"]), "other": frozenset(book["other_parts"]["forms"])}

    @cached_property
    def instruments(self) -> frozenset[str]:
        """List what wounds and is always a weapon or its work: "bullet", "stab"."""
        return frozenset(self._books["harm"]["instruments"]["forms"])

    @cached_property
    def melee(self) -> frozenset[str]:
        """List the weapons that are held in the hand: "machete"."""
        return frozenset(self._books["harm"]["melee"]["forms"])

    @cached_property
    def fatal(self) -> frozenset[str]:
        """List the words that make a wound a death: "fatal", "fatally"."""
        return frozenset(self._books["harm"]["fatal"]["forms"])

    @cached_property
    def fated(self) -> Mapping[str, frozenset[CasualtyKind]]:
        """Map the words for people told before to what they were told of: "the wounded", "the hostages"."""
        return {
            form: frozenset(map(CasualtyKind, entry["kinds"]))
            for entry in self._books["harm"]["fated"]
            for form in entry["forms"]
        }

    @cached_property
    def survival(self) -> frozenset[str]:
        """List the words that only the living are told with: "survived", "hospitalised"."""
        return frozenset(self._books["harm"]["survival"]["forms"])

    @cached_property
    def captivity(self) -> frozenset[str]:
        """List the words that make a hold a captivity: "hostage", "gunpoint"."""
        return frozenset(self._books["harm"]["captivity"]["forms"])

    @cached_property
    def idioms_of(self) -> Mapping[str, tuple[Idiom, ...]]:
        """Map each verb to the idioms that it opens."""
        verbs = {verb for idiom in self.idioms for verb in idiom.verbs}
        return {verb: tuple(idiom for idiom in self.idioms if verb in idiom.verbs) for verb in verbs}

    @cached_property
    def idioms(self) -> tuple[Idiom, ...]:
        """List the verbs that tell harm together with their object."""
        return tuple(map(idiom_of, self._books["harm"]["idioms"].values()))

    @cached_property
    def blames(self) -> Mapping[str, tuple[Blame, ...]]:
        """Map each word that says who did it to where the accused may stand."""
        found: dict[str, list[Blame]] = {}
        for entry in self._books["blame"]["blame"]:
            for form in entry["forms"]:
                found.setdefault(form, []).append(blame_of(entry))
        return {form: tuple(blames) for form, blames in found.items()}

    @cached_property
    def blame_forms(self) -> Forms:
        """Know the words that say who did it: beside told incidents such sentences are worth a parse."""
        return Forms(word for entry in self._books["blame"]["blame"] for word in entry.get("objects", entry["forms"]))

    @cached_property
    def measures(self) -> frozenset[str]:
        """List what is counted and is nobody: days, distances, money."""
        return frozenset(self._books["numbers"]["measures"]["forms"])

    @cached_property
    def people(self) -> Mapping[str, frozenset[str]]:
        """Map each kind of words for people, as the codebook tells it, to the words."""
        return {name: frozenset(entry["forms"]) for name, entry in self._books["people"].items() if name != "noun"}

    @cached_property
    def nouns(self) -> Mapping[str, Noun]:
        """Map each noun for people or things to what it says of them."""
        return {
            form: noun_of(entry, is_broad=form in self.people["broad"], is_companion=form in self.people["companions"])
            for entry in self._books["people"]["noun"]
            for form in entry["forms"]
        }

    @cached_property
    def roles(self) -> Mapping[str, frozenset[str]]:
        """Map each group of words that join an event to its parties to the words."""
        return {name: frozenset(entry["forms"]) for name, entry in self._books["roles"].items()}

    @cached_property
    def given_names(self) -> frozenset[str]:
        """List the first words of persons' names."""
        return frozenset(self._books["place_names"]["given_names"]["forms"])

    @cached_property
    def teams(self) -> frozenset[str]:
        """List the first words of teams' names: "Real"."""
        return frozenset(self._books["place_names"]["before"]["team"]["forms"])

    @cached_property
    def here_pattern(self) -> re.Pattern[str]:
        """Match words that mean the place of the dateline."""
        return any_of(self.roles["here"])

    @cached_property
    def deeds(self) -> frozenset[str]:
        """List the nouns that name what was done, never who did it: "a terrorist action"."""
        single = {words[0] for words in self.triggers if len(words) == 1}
        return self.people["deeds"] | (single - set(self.nouns))

    @cached_property
    def stances(self) -> Mapping[str, frozenset[str]]:
        """Map each modality to the predicates that bring it about."""
        book = self._books["modality"]
        return {name: frozenset(book[name]["forms"]) for name in book}

    @cached_property
    def era_pattern(self) -> re.Pattern[str]:
        """Match the name of a time that is history."""
        return any_of(self.stances["eras"])

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """Map each topic that is no conflict to its words and its kind."""
        return {
            name: Topic(entry["kind"], frozenset(entry["sure"]), frozenset(entry.get("vague", ())))
            for name, entry in self._books["topics"].items()
        }

    @cached_property
    def topic_forms(self) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """Map the first word of each topic's forms to the forms, split in words, with the topic."""
        forms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, topic in self.topics.items():
            for form in sorted(topic.sure | topic.vague, key=len, reverse=True):
                words = tuple(form.split())
                forms.setdefault(words[0], []).append((words, name))
        return {first: tuple(found) for first, found in forms.items()}

    @cached_property
    def warring_words(self) -> frozenset[str]:
        """List the words for those who fight wars: a report that has them tells no ordinary crime."""
        warring = (ActorType.REBEL_GROUP, ActorType.IDENTITY_MILITIA, ActorType.EXTERNAL)
        return self.stances["warring"] | {form for form, noun in self.nouns.items() if noun.type in warring}

    @cached_property
    def conflict_words(self) -> frozenset[str]:
        """List the words that only conflict has: armed groups and their arms, but not the police and the army."""
        groups = (
            form for form, noun in self.nouns.items() if noun.is_armed and noun.type is not ActorType.STATE_FORCES
        )
        return self.stances["violent"] | frozenset(groups)

    @cached_property
    def known_actors(self) -> Mapping[str, Actor]:
        """Map the id of every known actor to its record."""
        return actor_entries(self._books["actors"]["actor"])

    @cached_property
    def actor_names(self) -> Mapping[str, tuple[KnownActor, ...]]:
        """Map every name of every known actor, as it is written, to those who bear it."""
        return actor_names(self._books["actors"]["actor"])

    @cached_property
    def actors(self) -> Mapping[tuple[str, ...], KnownActor]:
        """Map every name of every known actor, split in words, to the actor, who knows his namesakes."""
        return actors_by_words(self.actor_names)

    @cached_property
    def demonyms(self) -> Mapping[str, str]:
        """Map "afghan" and "afghans" to the country's code."""
        return {
            demonym.casefold(): code
            for code, country in self._countries.items()
            for demonym in country.get("demonyms", ())
        }

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """Map each name of each country, in lower case, to its code."""
        return {
            name.casefold(): code
            for code, country in self._countries.items()
            for name in (country["name"], *country.get("aliases", ()))
        }

    @cached_property
    def country_names(self) -> Mapping[str, str]:
        """Map each country's code to the name that news uses."""
        return {code: country["name"] for code, country in self._countries.items()}

    @property
    def _countries(self) -> Mapping[str, Any]:
        return {code: country for code, country in self._books["countries"].items() if isinstance(country, dict)}

    @cached_property
    def calendar(self) -> frozenset[str]:
        """List the names of months and weekdays, which name nobody and no place."""
        times = self._books["times"]
        return frozenset({*times["months"], *times["weekdays"], *times["weekday_abbreviations"], "day"})

    @cached_property
    def common_words(self) -> frozenset[str]:
        """List the codebooks' words, none of which is a name."""
        return frozenset(
            word for words in [*self.triggers, *((form,) for form in (*self.harms, *self.nouns))] for word in words
        )

    def describes_people(self, words: str) -> bool:
        """Say whether lower-case words only tell who people are or where they are from: "french doctor"."""
        if words in self.demonyms or words in self.countries:
            return True
        known = (self.nouns.get(word) for word in words.split() if word not in self.demonyms)
        return all(noun is not None and not noun.is_thing for noun in known)

    @cached_property
    def cased_names(self) -> Mapping[str, str]:
        """Map the words of peoples, countries and the calendar, and acronyms, to how they are always written.

        "May" and "March" are left out: in capitals they may be words.
        """
        aliases = [a for entry in self._books["actors"]["actor"] for a in (entry["name"], *entry.get("aliases", ()))]
        days = {word: word.capitalize() for word in self.calendar - {"may", "march", "day"} if word.isalpha()}
        nations = (*self.demonyms, *self.countries.keys() - self.roles["homographs"])
        peoples = {word: word.title() for word in nations if word.isalpha()}
        acronyms = {alias.lower(): alias for alias in aliases if alias.isupper() and alias.isalpha()}
        articles = {word: word.capitalize() for word in self.roles["name_articles"]}
        joints = {word: word for word in self.roles["name_joints"]}
        return {**days, **peoples, **articles, **joints, **acronyms}

    @cached_property
    def cue_forms(self) -> Forms:
        """Know the words that can tell an incident: what has none is never parsed."""
        pairs = [(pairing.verbs, parts_of(pairing.below)) for pairing in self.pairings]
        struck = frozenset(form for form, blow in self.blows.items() if blow.needs_weapon)
        pairs += [(struck, self.instruments | self.melee)]
        pairs += [(self.roles["bodies"], self.roles["finding"])]
        pairs += [(idiom.verbs, idiom.objects) for idiom in self.idioms]  # "life" is told of every day
        triggers = (" ".join(words) for words in self.triggers)
        return Forms({*triggers, *self.harms, *TOLLS}, pairs=pairs)
