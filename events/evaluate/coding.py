"""Coding: what one incident of a gold line says, in whichever words its source uses."""

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from events.evaluate.gold import GoldActor, GoldIncident
from events.evaluate.names import normalised
from schemas.codebook import load_codebook
from schemas.vocabulary import ActorType, EventType, Role, Weapon
from schemas.when import When

__all__ = ["Coded", "Source", "incident_from", "source_of", "vocabulary"]

Coded = Mapping[str, Any]
Source = Mapping[str, Any]

ACLED_TYPES = frozenset(EventType)
ACLED_ACTOR_TYPES = frozenset(ActorType)
GTD_WEAPONS = frozenset(Weapon)
TYPE_FIELDS = ("type", "event_type", "sub_event_type")
COUNT_KEYS = {"killed": ("killed",), "injured": ("injured", "wounded"), "abducted": ("abducted", "kidnapped")}
# MUC-4 says how its sum came about; other sums ("plural", "ambiguous_split") are no number to be held to.
STATED = frozenset({None, "exact", "at_least", "approx"})
STATED_NONE = "source_says_none"
ISO_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2}))?(?:-(?P<day>\d{1,2}))?(?:T.*)?")


@cache
def vocabulary() -> dict[str, Any]:
    """Give the codebook of other people's words."""
    return load_codebook("gold")


def source_of(report_id: str) -> Source:
    """Give what is known of the source that an id begins with; nothing for ids of no known source."""
    sources = vocabulary()["sources"].values()
    return next((source for source in sources if report_id.startswith(source["id_prefix"])), {})


def incident_from(coded: Coded, *, source: Source) -> GoldIncident:
    """Read one incident; what it codes in words that we cannot judge is marked `unscored`.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: a value is not of the kind its key promises.

    """
    dates = _dates(coded)
    kinds, event_types, sub_event_types = _types(coded)
    actors, unknown_roles = _actors(coded)
    counts = {name: _count(coded, keys) for name, keys in COUNT_KEYS.items()}
    unjudged = unknown_roles | {name for name, count in counts.items() if not count.judged}
    unjudged |= set(source.get("unscored", ()))
    unjudged |= set() if dates else {"date"}
    unjudged |= set() if kinds or event_types else set(TYPE_FIELDS)
    return GoldIncident(
        dates=dates,
        countries=_countries(coded),
        place_names=_place_names(coded),
        town=next((name.partition("(")[0].strip() for name in _words(coded.get("place"))), None),
        latitude=coded.get("lat"),
        longitude=coded.get("lon"),
        kinds=kinds,
        event_types=event_types,
        sub_event_types=sub_event_types,
        weapons=tuple(_weapons(coded)),
        actors=actors,
        killed=counts["killed"].number,
        injured=counts["injured"].number,
        abducted=counts["abducted"].number,
        counts_subset=bool(source.get("subset", False)),
        optional=bool(coded.get("optional", False)),
        unscored=frozenset(unjudged),
    )


def _words(value: object) -> list[str]:
    """List the words of a value that is one word, several, several in lists, or nothing."""
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, Sequence):
        return [word for part in value for word in _words(part)]
    raise TypeError(f"expected words and found {value!r}")


def _types(coded: Coded) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    words = _words(coded.get("event_type_alternatives") or coded.get("event_type"))
    kinds = vocabulary()["kinds"]
    ours = tuple(word for word in words if word in ACLED_TYPES)
    # MUC-4 writes its stage of execution where ACLED writes its finer type.
    finer = tuple(_words(coded.get("sub_event_type"))) if ours else ()
    return tuple(kinds[word] for word in words if word in kinds), ours, finer


def _dates(coded: Coded) -> tuple[When, ...]:
    if alternatives := coded.get("date_alternatives"):
        intervals = [_interval(entry.get("start"), entry.get("end")) for entry in alternatives]
    else:
        first, _, last = str(coded.get("date_start") or coded.get("date") or "").partition("/")
        intervals = [_interval(first, coded.get("date_end") or last or first)]
    return tuple(interval for interval in intervals if interval)


def _interval(first: str | None, last: str | None) -> When | None:
    """Give the days from `first` to `last`; None for a slip of the coder.

    The key of MUC-4 has a 31 November and an interval from 28 August 1992 to 3 September 1989.
    """
    try:
        start = _days(first)[0] if first else None
        end = _days(last)[1] if last else None
        return When(start=start, end=end) if start or end else None
    except ValueError:
        return None


def _days(written: str) -> tuple[date, date]:
    """Give the first and the last day of an ISO 8601 day, month or year."""
    found = ISO_DAY.fullmatch(written)
    if not found:
        raise ValueError(f"{written!r} is no day")
    year, month, day = int(found["year"]), int(found["month"] or 0), int(found["day"] or 0)
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return date(year, month or 1, day or 1), date(year, last_month, last_day)


def _countries(coded: Coded) -> tuple[str, ...]:
    names = [name for word in _words(coded.get("country")) for name in word.split(";")]
    levels = [entry["levels"][:1] for entry in coded.get("location_alternatives") or ()]
    codes = _words(coded.get("iso2")) + _words(coded.get("country_code"))
    return tuple(dict.fromkeys([*codes, *names, *(level["name"] for first in levels for level in first)]))


def _place_names(coded: Coded) -> tuple[str, ...] | None:
    if alternatives := coded.get("location_alternatives"):
        return tuple(level["name"] for entry in alternatives for level in entry["levels"][1:])
    names = [name for key in ("place", "admin3", "admin2", "admin1") for name in _words(coded.get(key))]
    return tuple(names) or None


def _weapons(coded: Coded) -> Iterable[str]:
    for word in _words(coded.get("weapon_types")) + _words(coded.get("weapon")):
        gtd = vocabulary()["weapons"].get(word, word)
        if gtd in GTD_WEAPONS:
            yield gtd


def _actors(coded: Coded) -> tuple[tuple[GoldActor, ...], set[str]]:
    """Read the actors, and name the roles of those whom the coder did not know."""
    entries = [(vocabulary()["roles"].get(entry["role"]), entry) for entry in coded.get("actors") or ()]
    actors = [_actor(role, entry) for role, entry in entries if role]
    known = [actor for actor in actors if not _is_unknown(actor)]
    unknown_roles = {actor.role.value for actor in actors} - {actor.role.value for actor in known}
    return tuple(known), unknown_roles


def _actor(role: str, entry: Coded) -> GoldActor:
    return GoldActor(
        role=Role(role),
        names=_actor_names(entry),
        # MUC-4 lists types of its own here, AWSD writes "aid organisation".
        types=tuple(word for word in _words(entry.get("type")) if word in ACLED_ACTOR_TYPES),
        side=entry.get("side"),
        optional=bool(entry.get("optional", False)),
    )


def _is_unknown(actor: GoldActor) -> bool:
    return all(normalised(name) in vocabulary()["unknown_names"] for name in actor.names)


def _actor_names(entry: Coded) -> tuple[str, ...]:
    """List all that somebody may be called: name, aliases, and MUC-4's description ("MONSIGNOR")."""
    written = [name for key in ("name", "aliases", "description") for name in _words(entry.get(key))]
    names = [name.strip() for words in written for name in words.split(";")]
    return tuple(dict.fromkeys(name for name in names if name))


class _Count(NamedTuple):
    """A number, None where the report states nobody; `judged` unless the coding has none to be held to."""

    number: int | None
    judged: bool = True


def _count(coded: Coded, keys: Sequence[str]) -> _Count:
    present = [coded[key] for key in keys if key in coded]
    value = next((value for value in present if value is not None), None)
    if value is None:
        return _Count(None, judged=bool(present))
    if isinstance(value, int):
        return _Count(value)
    if value.get("status") == STATED_NONE:
        return _Count(0)
    if value.get("status") not in STATED:
        return _Count(None, judged=False)
    best = value.get("best")
    return _Count(value.get("low") if best is None else best)
