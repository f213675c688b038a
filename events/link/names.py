"""Names of actors as lists of events write them, made comparable with those that reports give."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from events.extract.words.known_actors import KnownActor, actor_names, actors_by_words, name_words
from schemas.codebook import load_codebook
from schemas.vocabulary import ActorType
from sources.coded.codes import Codes, folded

__all__ = ["ActorNames", "Named"]

# as in "M23: March 23 Movement", "Boko Haram - Jamatu Ahli is-Sunnah", "Kurdistan Workers' Party (PKK)"
PARTS = re.compile(r"\s+-\s+|:\s+|\s*/\s*|[()]")
# "Mutiny of Military Forces of Mali (2020-2021)": what follows any "of", up to what is in parentheses
COUNTRY = re.compile(r"(?=\bof (?:the )?([^(]+))")
PARENTHESES = re.compile(r"\(([^)]*)\)")
STATE = (ActorType.STATE_FORCES, ActorType.EXTERNAL)


class Named(NamedTuple):
    """Whom a name names: the codebook's actor where it knows it, the country of a state's forces, the plain name."""

    name: str
    type: ActorType | None
    actor_id: str | None
    country_code: str | None


class ActorNames:
    """Reads the names that ACLED, UCDP and GTD give to actors; `overlay` is the user's own codebook."""

    def __init__(self, overlay: Path | None = None) -> None:
        self._overlay = overlay
        self._codes = Codes(overlay)

    def named(self, written: str, *, type: ActorType | None = None, country_code: str | None = None) -> Named:  # noqa: A002 (the records' word)
        """Give whom a name names; what the list itself tells of type and country stands.

        >>> ActorNames().named("Military Forces of Nigeria (2015-2023)", type=ActorType.STATE_FORCES).country_code
        'NG'
        >>> ActorNames().named("Islamic State of Iraq and the Levant (ISIL)").name
        'Islamic State'
        """
        known = self._known(written, country_code)
        if known:
            return Named(known.name, type or known.type, known.actor_id, country_code or known.country_code)
        is_state = type in STATE
        return Named(
            name=PARENTHESES.sub(" ", written).strip() or written,
            type=type,
            actor_id=None,
            country_code=country_code or (self._country(written) if is_state else None),
        )

    def _known(self, written: str, country_code: str | None) -> KnownActor | None:
        """Find the name, or a part of it that is one: of two who share it the one of the country, else neither."""
        for part in (written, *PARTS.split(written)):
            actor = self._actors.get(name_words(folded(part)))
            found = actor and self._chosen(actor, country_code)
            if found:
                return found
        return None

    @staticmethod
    def _chosen(actor: KnownActor, country_code: str | None) -> KnownActor | None:
        bearers = [bearer for bearer in (actor, *actor.namesakes) if not bearer.is_people]
        at_home = [bearer for bearer in bearers if bearer.country_code == country_code]
        chosen = bearers if len(bearers) == 1 else at_home
        return chosen[0] if len(chosen) == 1 else None

    def _country(self, written: str) -> str | None:
        return next(filter(None, map(self._codes.country_named, self._countries(written))), None)

    @staticmethod
    def _countries(written: str) -> Iterator[str]:
        yield from (told.strip() for told in COUNTRY.findall(written))
        yield from PARENTHESES.findall(written)

    @cached_property
    def _actors(self) -> Mapping[tuple[str, ...], KnownActor]:
        entries = load_codebook("actors", overlay=self._overlay)["actor"]
        bearers = actors_by_words(actor_names(entries))
        return {name_words(folded(" ".join(words))): actor for words, actor in bearers.items()}
