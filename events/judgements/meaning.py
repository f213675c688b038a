"""What the words of a person mean: the gazetteer's places, the codebooks' events and actors, looked up once."""

from collections.abc import Mapping
from contextlib import closing
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from events.extract.words.known_actors import KnownActor, actor_entries, actor_names, name_words
from events.judgements.amending import words_of_event
from events.judgements.counts import UNKNOWN
from events.judgements.whereabouts import country_said, place_said
from events.places.gazetteer import Gazetteer, ensure_gazetteer
from outputs.query.visible import visible
from schemas.codebook import load_codebook
from schemas.errors import JudgementError
from schemas.judgement import EventWords, KnownParty, Meant
from schemas.vocabulary import ActorType

__all__ = ["meaning"]

NAMING = ("actor1", "actor2", "perpetrator", "target")


def meaning(
    said: dict[str, str], *, standing: Mapping[str, Any], gazetteer: Path | None, codebook: Path | None
) -> Meant:
    """Look up what was said; what has one spelling in a codebook is given that in `said`.

    `standing` are the incident's columns: its country and days tell namesakes apart.

    Raises:
        JudgementError: a place, a country or a sub-event type is not known, or a name means several places.
        GazetteerError: the gazetteer cannot be used.

    """
    event = _event(said, codebook) if "sub_event_type" in said else None
    parties = _parties(said, standing, codebook)
    if "place" not in said and "country" not in said:
        return Meant(event=event, parties=parties)
    with closing(Gazetteer(ensure_gazetteer(gazetteer, codebook=codebook))) as places:
        country = country_said(said["country"], places) if "country" in said else None
        code = country.country_code if country else standing.get("country_code")
        location = None
        if "place" in said:
            location = place_said(said["place"], places, country_code=code, is_certain=country is not None)
        return Meant(location=location, country=country, event=event, parties=parties)


def _event(said: dict[str, str], codebook: Path | None) -> EventWords:
    entries = load_codebook("event_types", overlay=codebook)["event"]
    known = {name.casefold(): name for name in entries}
    written = said["sub_event_type"]
    if written.casefold() not in known:
        close = get_close_matches(written.casefold(), known, n=1)
        proposal = f" Did you mean '{known[close[0]]}'?" if close else ""
        raise JudgementError(
            f"'{visible(written)}' is none of ACLED's sub-event types.{proposal} They are {', '.join(entries)}."
        )
    name = said["sub_event_type"] = known[written.casefold()]
    words = words_of_event(name, entries)
    if words is None:
        raise KeyError(name)
    return words


def _parties(said: Mapping[str, str], standing: Mapping[str, Any], codebook: Path | None) -> dict[str, KnownParty]:
    names = {
        name.strip()
        for field in NAMING
        for name in (said.get(field, UNKNOWN).split(";") if field in ("perpetrator", "target") else [said.get(field)])
        if name and name.strip() and name != UNKNOWN
    }
    if not names:
        return {}
    entries = load_codebook("actors", overlay=codebook)["actor"]
    records = actor_entries(entries)
    bearers: dict[tuple[str, ...], list[KnownActor]] = {}
    for form, actors in actor_names(entries).items():
        bearers.setdefault(name_words(form), []).extend(actors)
    found = {name: _one_of(bearers.get(name_words(name), []), standing) for name in sorted(names)}
    known = {
        name: KnownParty(
            actor=records.get(actor.actor_id) if actor.actor_id else None,
            name=actor.name,
            type=actor.type,
            country_code=actor.country_code,
        )
        for name, actor in found.items()
        if actor and not actor.is_people
    }
    unarmed = {"civilians": ActorType.CIVILIANS, "protesters": ActorType.PROTESTERS, "rioters": ActorType.RIOTERS}
    plain = {name: unarmed[name.casefold()] for name in names if name.casefold() in unarmed}
    return {name: KnownParty(name=name, type=kind) for name, kind in plain.items()} | known


def _one_of(actors: list[KnownActor], standing: Mapping[str, Any]) -> KnownActor | None:
    """Choose among namesakes by the incident's days and country; where these do not, nobody is meant."""
    there = list(dict.fromkeys(actors))
    alive = [actor for actor in there if _bore_arms(actor, standing.get("date_start") or standing.get("date_end"))]
    for some in (there, alive, [actor for actor in alive if actor.country_code == standing.get("country_code")]):
        if len(some) == 1:
            return some[0]
    return None


def _bore_arms(actor: KnownActor, day: date | None) -> bool:
    if day is None:
        return True
    return (actor.since is None or actor.since <= day) and (actor.until is None or day <= actor.until)
