"""Captions: what the gold expects of a slot, and what affray gives, in words that a person compares."""

from collections.abc import Callable, Iterable

from events.evaluate.gold import GoldIncident
from events.evaluate.predictions import Prediction
from schemas.vocabulary import Role, Side

__all__ = ["CAPTIONS", "Caption"]

Caption = tuple[Callable[[GoldIncident], str], Callable[[Prediction], str]]

NAMES_SHOWN = 8


def _any_of(values: Iterable[object]) -> str:
    """List what is right, each alternative once; a long list is cut."""
    words = list(dict.fromkeys(str(value) for value in values))
    rest = len(words) - NAMES_SHOWN
    return " | ".join(words[:NAMES_SHOWN]) + (f" | and {rest} more" if rest > 0 else "")


def _people(role: Role, ours: Callable[[Prediction], tuple[str, ...]]) -> Caption:
    return (
        lambda gold: "; ".join(_any_of(actor.names) for actor in gold.actors_as(role)),
        lambda told: "; ".join(dict.fromkeys(ours(told))),
    )


def _count(name: str) -> Caption:
    return lambda gold: _number(getattr(gold, name)), lambda told: _number(getattr(told, name))


def _number(count: int | None) -> str:
    return "" if count is None else f"{count:,}"


def _place(latitude: float | None, longitude: float | None) -> list[str]:
    return [] if latitude is None or longitude is None else [f"{latitude:.3f}, {longitude:.3f}"]


def _word(value: str | None) -> str:
    return value or ""


CAPTIONS: dict[str, Caption] = {
    "type": (lambda gold: _any_of(gold.kinds), lambda told: _any_of(sorted(told.kinds))),
    "event_type": (lambda gold: _any_of(gold.event_types), lambda told: _word(told.event_type)),
    "sub_event_type": (lambda gold: _any_of(gold.sub_event_types), lambda told: _word(told.sub_event_type)),
    "date": (lambda gold: _any_of(gold.dates), lambda told: str(told.when) if told.when else ""),
    "country": (lambda gold: _any_of(gold.countries), lambda told: _any_of(told.countries)),
    "place": (
        lambda gold: _any_of([*(gold.place_names or ()), *_place(gold.latitude, gold.longitude)]),
        lambda told: _any_of([*told.place_names, *_place(told.latitude, told.longitude)]),
    ),
    "perpetrator": _people(Role.PERPETRATOR, lambda told: told.perpetrators),
    "target": _people(Role.TARGET, lambda told: told.targets),
    "party": _people(Role.PARTY, lambda told: told.parties),
    "killed": _count("killed"),
    "injured": _count("injured"),
    "abducted": _count("abducted"),
    "weapon": (lambda gold: _any_of(gold.weapons), lambda told: _word(told.weapon)),
    "actor1_type": (lambda gold: _any_of(sorted(gold.types_on(Side.A))), lambda told: _word(told.actor1_type)),
    "actor2_type": (lambda gold: _any_of(sorted(gold.types_on(Side.B))), lambda told: _word(told.actor2_type)),
}
