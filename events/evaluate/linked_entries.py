"""Linked entries: entries of event lists put together by the linker, each link with its reason."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb

from events.evaluate.coders import Coders, Named
from events.evaluate.entries import Entry
from events.evaluate.retold import originals
from events.link.partition import partition
from events.link.tellings import make_tellings
from events.link.weights import LinkingWeights
from schemas.record import Record
from schemas.vocabulary import ActorType, PlacePrecision, Side

__all__ = ["LinkedEntries", "link_entries"]

# A list's point stands for a town unless it says otherwise; a radius says how much more it may be.
TOWN_KM = 5.0
PRECISIONS = ((25.0, PlacePrecision.SETTLEMENT), (60.0, PlacePrecision.ADMIN2), (400.0, PlacePrecision.ADMIN1))
SIDES = (Side.A, Side.B)


class LinkedEntries(Record):
    """The cluster of every entry by its id, and why two entries were linked, by both ids."""

    clusters: Mapping[str, str]
    reasons: Mapping[tuple[str, str], str]

    def reason(self, one: str, other: str) -> str | None:
        """Say why two entries were linked; None where they were not, or only by way of others."""
        return self.reasons.get((min(one, other), max(one, other)))


def link_entries(entries: Sequence[Entry], *, codebook: Path | None = None) -> LinkedEntries:
    """Put together what tells of one incident, by the linker that mentions are linked by."""
    coders = Coders(codebook)
    originals_of = originals(entries)
    told = [entry for entry in entries if originals_of[entry.id] == entry.id]
    with duckdb.connect() as connection:
        make_tellings(connection)
        connection.execute(_statement("tell_entries"), {"entries": [_telling(entry, coders) for entry in told]})
        partition(connection, LinkingWeights.load(overlay=codebook))
        clusters = dict(connection.sql("select id, cluster from clusters").fetchall())
        links = connection.sql("select one, other, score, reason from links").fetchall()
    reasons = {(one, other): f"{score:.1f}: {reason}" for one, other, score, reason in links}
    # the linker leaves out what is only recalled, which no entry is
    found = {name: clusters[original] for name, original in originals_of.items()}
    return LinkedEntries(clusters=found, reasons=reasons)


def _telling(entry: Entry, coders: Coders) -> dict[str, Any]:
    kind = coders.kind(entry.event_type, source=entry.source)
    return {
        "id": entry.id,
        "group_id": entry.source if _is_list(entry, coders) else None,
        "source": entry.source,
        "date_start": entry.when.start,
        "date_end": entry.when.end,
        "date_precision": entry.when.precision.value,
        "latitude": entry.lat,
        "longitude": entry.lon,
        "radius_km": None if entry.lat is None else entry.radius_km or TOWN_KM,
        "place_precision": _precision(entry).value,
        "event_type": kind.event_type,
        "sub_event_type": kind.sub_event_type,
        "actors": list(_actors(entry, coders)),
        "killed": None if entry.killed == 0 and coders.writes_zero_for_unknown(entry.source) else entry.killed,
        "text": entry.text,
        "copy_of": None,
    }


def _is_list(entry: Entry, coders: Coders) -> bool:
    """Say whether its source tells its rows apart: a list that is known as one, or one that writes no sentences."""
    return coders.tells_its_rows_apart(entry.source) or entry.text is None


def _precision(entry: Entry) -> PlacePrecision:
    if entry.lat is None:
        return PlacePrecision.UNKNOWN
    radius = entry.radius_km or TOWN_KM
    return next((precision for limit, precision in PRECISIONS if radius <= limit), PlacePrecision.COUNTRY)


def _actors(entry: Entry, coders: Coders) -> Iterator[dict[str, Any]]:
    """Give the actors with their sides: a is the state's, else the first named; civilians stand apart."""
    camps = [list(coders.actors(cell)) for cell in (entry.actor1, entry.actor2)]
    is_turned = _has_state(camps[1]) and not _has_state(camps[0])
    for side, camp in zip(reversed(SIDES) if is_turned else SIDES, camps, strict=True):
        for actor in camp:
            own = Side.CIVILIANS if actor.type is ActorType.CIVILIANS else side
            yield {**actor._asdict(), "side": own.value}


def _has_state(camp: Iterable[Named]) -> bool:
    return any(actor.type is ActorType.STATE_FORCES for actor in camp)


def _statement(name: str) -> str:
    return resources.files("events.evaluate").joinpath(f"{name}.sql").read_text(encoding="utf-8")
