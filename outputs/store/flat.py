"""Flat accounts: the columns that mentions and incidents share."""

from collections.abc import Iterable, Mapping

from schemas.actor import Participation
from schemas.casualties import Casualties, total
from schemas.incident import Account
from schemas.place import Location
from schemas.vocabulary import CasualtyKind, Role, Side

__all__ = ["Row", "shared_values"]

Row = Mapping[str, object]

BOUNDED_KINDS = (CasualtyKind.KILLED, CasualtyKind.INJURED)
PLAIN_KINDS = (
    CasualtyKind.MISSING,
    CasualtyKind.DETAINED,
    CasualtyKind.ABDUCTED,
    CasualtyKind.RELEASED,
    CasualtyKind.DISPLACED,
)
SIDE_COLUMNS = {
    Side.A: "killed_side_a",
    Side.B: "killed_side_b",
    Side.CIVILIANS: "killed_civilians",
    Side.UNKNOWN: "killed_unknown",
}


def shared_values(account: Account, location: Location) -> Row:
    """Give the columns that mentions and incidents share."""
    return {
        "scope": account.scope,
        **_when(account),
        **_where(location),
        "event_type": account.event_type,
        "sub_event_type": account.sub_event_type,
        "ucdp_type": account.ucdp_type,
        "plover_event": account.plover_event,
        "plover_mode": account.plover_mode,
        "weapon": account.weapon,
        **_who(account.participants),
        **_how_many(account.casualties),
        "crowd_size": account.crowd_size,
        "civilian_targeting": account.civilian_targeting,
        "summary": account.summary,
        "confidence": account.confidence,
    }


def _when(account: Account) -> Row:
    return {
        "date_start": account.when.start,
        "date_end": account.when.end,
        "date_extent": account.when.extent,
        "date_precision": account.when.precision,
    }


def _where(location: Location) -> Row:
    place = location.place
    admin1, admin2, admin3 = location.held_by
    return {
        "country": location.country,
        "country_code": location.country_code,
        "disputed_by": location.disputed_by,
        "admin1": admin1,
        "admin2": admin2,
        "admin3": admin3,
        "place": place.name if place else None,
        "place_as_written": location.as_written,
        "place_id": place.place_id if place else None,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "place_precision": location.precision,
        "radius_km": location.radius_km,
    }


def _who(participants: tuple[Participation, ...]) -> Row:
    first = _first_on(participants, Side.A)
    second = _first_on(participants, Side.B)
    targets = _names(participants, Role.TARGET)
    return {
        "actor1": first.actor if first else None,
        "actor1_type": first.type if first else None,
        "actor2": second.actor if second else None,
        "actor2_type": second.type if second else None,
        "perpetrator": _names(participants, Role.PERPETRATOR),
        "target": targets if targets is not None else _names(participants, Role.VICTIM),
    }


def _first_on(participants: Iterable[Participation], side: Side) -> Participation | None:
    return next((entry for entry in participants if entry.side is side), None)


def _names(participants: Iterable[Participation], role: Role) -> str | None:
    """Join the names of one role, each once."""
    names = dict.fromkeys(entry.actor for entry in participants if entry.role is role)
    return "; ".join(names) if names else None


def _how_many(casualties: tuple[Casualties, ...]) -> Row:
    counts = {kind: total(casualties, kind) for kind in CasualtyKind}
    columns: dict[str, object] = {}
    for kind in BOUNDED_KINDS:
        count = counts[kind]
        columns[f"{kind}_low"] = count.low if count else None
        columns[kind] = count.best if count else None
        columns[f"{kind}_high"] = count.high if count else None
    for kind in PLAIN_KINDS:
        count = counts[kind]
        columns[kind] = count.best if count else None
    return {**columns, **_killed_by_side(casualties)}


def _killed_by_side(casualties: tuple[Casualties, ...]) -> Row:
    """Allot the killed to the sides: the four sum to the total, so where that is stated none is null."""
    killed = [entry for entry in casualties if entry.kind is CasualtyKind.KILLED]
    return {
        column: sum(entry.count.best for entry in killed if entry.side is side) if killed else None
        for side, column in SIDE_COLUMNS.items()
    }
