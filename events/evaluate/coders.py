"""Coders: what the lists of others call what happened and who took part, in affray's words."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from events.evaluate.names import country_key, normalised
from events.extract.words.known_actors import KnownActor, actor_names, actors_by_words, name_words
from schemas.codebook import load_codebook
from schemas.vocabulary import ActorType, EventType

__all__ = ["Coders", "Kind", "Named"]

COUNTRY_CODE = 2  # letters
BRACKETS = re.compile(r"\(([^)]*)\)")
# ACLED gives a group two names, with a dash between them (Boko Haram) or a colon (JNIM)
PARTS_OF_A_NAME = re.compile(r"\s+-\s+|:\s+|\s*/\s*|\(|\)")
NAMES = re.compile(r"\s*;\s*")


class Kind(NamedTuple):
    """What happened, as far as a word tells it."""

    event_type: EventType | None
    sub_event_type: str | None


class Named(NamedTuple):
    """Whom a name names; `name` is None where it names nobody ("Unidentified Armed Group")."""

    name: str | None
    type: ActorType | None = None
    actor_id: str | None = None
    country_code: str | None = None


class Coders:
    """The words of lists, from the codebooks `gold`, `event_types` and `actors`."""

    def __init__(self, overlay: Path | None = None) -> None:
        self._lists: Mapping[str, Any] = load_codebook("gold", overlay=overlay)["lists"]
        self._events = load_codebook("event_types", overlay=overlay)["event"]
        self._actors = load_codebook("actors", overlay=overlay)["actor"]

    def tells_its_rows_apart(self, source: str | None) -> bool:
        """Say whether a source codes each incident once, as a list does, and is no outlet that tells it again.

        >>> Coders().tells_its_rows_apart("UCDP GED 23.1"), Coders().tells_its_rows_apart("Example Wire")
        (True, False)
        """
        return any(word in self._lists["coders"] for word in normalised(source or "").split())

    def writes_zero_for_unknown(self, source: str | None) -> bool:
        """Say whether a source writes 0 where nothing was reported."""
        return any(word in self._lists["zero_is_unknown"] for word in normalised(source or "").split())

    def kind(self, written: str | None, *, source: str | None = None) -> Kind:
        """Give ACLED's words for a kind; a number is UCDP's unless the source numbers its kinds otherwise.

        >>> Coders().kind("3").event_type.value, Coders().kind("Bombing/Explosion", source="GTD").event_type.value
        ('Violence against civilians', 'Explosions/Remote violence')
        """
        word = normalised((written or "").replace("(", " "))
        own = next((kinds for name, kinds in self._numbered if name in normalised(source or "").split()), {})
        found = own.get(word) or self._kinds.get(word)
        if found in self._events:
            return Kind(EventType(self._events[found]["event_type"]), found)
        return Kind(EventType(found), None) if found else Kind(None, None)

    def actors(self, written: str | None) -> Iterator[Named]:
        """Give whom a cell names; several stand with semicolons between them."""
        for name in NAMES.split(written or ""):
            if name:
                yield self._actor(name)

    def _actor(self, name: str) -> Named:
        if known := self._known(name):
            # whoever stands in an actor's cell bears arms: UCDP's "Fulani" is ACLED's "Fulani Ethnic Militia"
            kind = ActorType.IDENTITY_MILITIA if known.is_people else known.type
            return Named(known.name, kind, known.actor_id, known.country_code)
        plain = normalised(name)
        country = self._country(name)
        for beginning, kind in self._lists["actors"]["beginnings"].items():
            if plain.startswith(beginning):
                return Named(name if kind else None, ActorType(kind) if kind else None, None, country)
        ending = next((kind for end, kind in self._lists["actors"]["endings"].items() if plain.endswith(end)), None)
        # GTD's "Religious Figures/Institutions" is a kind of target; nothing in it is a name
        generic = self._lists["actors"]["names"].get(normalised(name.replace("(", " ")))
        kind = ending or generic
        return Named(name, ActorType(kind) if kind else None, None, country)

    def _known(self, name: str) -> KnownActor | None:
        parts = [name, *(part for part in PARTS_OF_A_NAME.split(name) if part.strip())]
        found = (self._names.get(name_words(part)) for part in parts)
        # "ADF: Allied Democratic Forces": two groups call themselves ADF, and one the other name
        return next((actor for actor in found if actor and not actor.namesakes), None)

    @staticmethod
    def _country(name: str) -> str | None:
        """Give the country in brackets, else behind "of"; the years in brackets are none."""
        told = [*BRACKETS.findall(name), name.partition("(")[0].rpartition(" of ")[2]]
        codes = (country_key(part) for part in told)
        return next((code.upper() for code in codes if len(code) == COUNTRY_CODE), None)

    @cached_property
    def _names(self) -> Mapping[tuple[str, ...], KnownActor]:
        return actors_by_words(actor_names(self._actors))

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        own = {normalised(name): name for name in (*EventType, *self._events)}
        return {**own, **self._lists["kinds"]}

    @cached_property
    def _numbered(self) -> tuple[tuple[str, Mapping[str, str]], ...]:
        return tuple(self._lists["numbered"].items())
