"""What an incident is by its reports, amended by what persons have said of it; fields that must agree agree."""

from functools import cache
from typing import Any

from events.extract.kinds.violence import targets_civilians, ucdp_type
from events.judgements.allotment import counted
from events.judgements.amendment import Amendment
from events.judgements.counts import UNKNOWN, read_count
from events.judgements.days import read_days
from events.judgements.fields import SIDES
from events.judgements.parties import named, on_side, typed
from events.mention import seated
from schemas.actor import Participation
from schemas.codebook import load_codebook
from schemas.incident import Account
from schemas.judgement import EventWords, KnownParty
from schemas.place import Location
from schemas.vocabulary import CasualtyKind, DateExtent, Role, Scope, Side, Weapon

__all__ = ["amended", "words_of_event"]

ACTORS = {"actor1": Side.A, "actor2": Side.B}
ROLES = {"perpetrator": Role.PERPETRATOR, "target": Role.TARGET}
SIDE_OF = dict(zip(SIDES, (Side.A, Side.B, Side.CIVILIANS, Side.UNKNOWN), strict=True))


def amended(account: Account, location: Location, amendment: Amendment) -> tuple[Account, Location]:
    """Give the values of an incident as persons have corrected them, and all that follows from these."""
    place = _location(location, amendment)
    people = _participants(account.participants, place, amendment)
    values: dict[str, Any] = {"participants": people, "casualties": _casualties(account, amendment)}
    values |= _event(account, amendment) | _plain(amendment)
    changed = account.model_copy(update=values)
    return changed.model_copy(update=_consequences(account, changed, amendment)), place


def _location(location: Location, amendment: Amendment) -> Location:
    """Take the place that was said; a country that was said is kept as fine as reports know a place in it."""
    if word := amendment.words.get("place"):
        return word.meant.location or Location()
    word = amendment.words.get("country")
    if word is None:
        return location
    country = word.meant.country or Location()
    return location if country.country_code and location.country_code == country.country_code else country


def _participants(told: tuple[Participation, ...], place: Location, amendment: Amendment) -> tuple[Participation, ...]:
    """Take those who were said; an army abroad is told by its place, unless its type was said."""
    before = told
    is_moved = not amendment.words.keys().isdisjoint(("place", "country"))
    known: dict[str, KnownParty] = {}
    for word in amendment.words.values():
        known |= word.meant.parties
    for field, role in ROLES.items():
        if (said := amendment.get(field)) is not None:
            told = named(told, role, said, known)
    for field, side in ACTORS.items():
        if (said := amendment.get(field)) is not None:
            told = on_side(told, side, said, known)
    told = tuple(seated(entry, place.country_code) if is_moved or entry not in before else entry for entry in told)
    for field, side in ACTORS.items():
        if (said := amendment.get(f"{field}_type")) is not None:
            told = typed(told, side, said)
    return told


def _casualties(account: Account, amendment: Amendment) -> tuple[Any, ...]:
    casualties = account.casualties
    sides = {SIDE_OF[field]: int(said) for field in SIDES if (said := amendment.get(field)) is not None}
    for kind in CasualtyKind:
        said = amendment.get(kind.value)
        if said is not None:
            given = sides if kind is CasualtyKind.KILLED and sides else None
            casualties = counted(casualties, kind, read_count(said), sides=given)
    return casualties


def _event(account: Account, amendment: Amendment) -> dict[str, Any]:
    """Give the event's words; PLOVER's follow from the sub-event type and the weapon."""
    weapon = amendment.get("weapon")
    arms = Weapon(weapon) if weapon else account.weapon
    name = amendment.get("sub_event_type") or account.sub_event_type
    word = amendment.words.get("sub_event_type")
    if word is None and weapon is None:
        return {}
    entry = word.meant.event if word else words_of_event(name)
    if entry is None:  # one of a user's own, whom no person has named
        return {"weapon": arms}
    mode = entry.plover_modes.get(arms.value, entry.plover_mode) if arms else entry.plover_mode
    return {
        "event_type": entry.event_type,
        "sub_event_type": name,
        "plover_event": entry.plover_event,
        "plover_mode": mode,
        "weapon": arms,
    }


def _plain(amendment: Amendment) -> dict[str, Any]:
    """Give the values that nothing else follows from."""
    values: dict[str, Any] = {}
    if (said := amendment.get("scope")) is not None:
        values["scope"] = Scope(said)
    if (said := amendment.get("crowd_size")) is not None:
        count = read_count(said)
        values["crowd_size"] = count.best if count else None
    if (said := amendment.get("summary")) is not None:
        values["summary"] = None if said == UNKNOWN else said
    return values


def _consequences(before: Account, changed: Account, amendment: Amendment) -> dict[str, Any]:
    """Give the days with their extent, and what follows from the event and from those who took part."""
    values: dict[str, Any] = {}
    said, extent = amendment.get("date"), amendment.get("date_extent")
    when = read_days(said) if said else before.when
    values["when"] = when.model_copy(update={"extent": DateExtent(extent)}) if extent else when
    parties = [(entry.type, entry.role) for entry in changed.participants]
    is_otherwise = changed.sub_event_type != before.sub_event_type or parties != [
        (entry.type, entry.role) for entry in before.participants
    ]
    ucdp, civilians = amendment.get("ucdp_type"), amendment.get("civilian_targeting")
    if ucdp is not None:
        values["ucdp_type"] = None if ucdp == UNKNOWN else int(ucdp)
    elif is_otherwise:
        values["ucdp_type"] = ucdp_type(changed.event_type, changed.participants)
    if civilians is not None:
        values["civilian_targeting"] = civilians == "true"
    elif is_otherwise:
        values["civilian_targeting"] = targets_civilians(
            changed.event_type, changed.sub_event_type, changed.participants
        )
    return values


def words_of_event(name: str, entries: Any = None) -> EventWords | None:  # noqa: ANN401 - a codebook's table
    """Give what the codebook says of a sub-event type; None where it knows none of the name."""
    entry = (_events() if entries is None else entries).get(name)
    if entry is None:
        return None
    return EventWords(
        event_type=entry["event_type"],
        plover_event=entry["plover_event"],
        plover_mode=entry.get("plover_mode"),
        plover_modes=entry.get("plover_modes", {}),
    )


@cache
def _events() -> dict[str, Any]:
    events: dict[str, Any] = load_codebook("event_types")["event"]
    return events
