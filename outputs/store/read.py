"""Reading back: mentions and incidents as the records that were loaded."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from duckdb import DuckDBPyConnection

from outputs.store.script import statement
from schemas.actor import Participation
from schemas.casualties import Casualties
from schemas.count import Count
from schemas.incident import Account, Derivation, Incident, Mention
from schemas.place import Location, Place
from schemas.record import Record
from schemas.span import Span
from schemas.when import When

__all__ = ["LinkedMention", "read_incidents", "read_mentions"]

Stored = Mapping[str, Any]

DIVISIONS = ("admin1", "admin2", "admin3")


class LinkedMention(Record):
    """A mention with what the linker asks of its report, and the incident that it tells so far.

    `place_by_person`: somebody has added it, and no rule may say otherwise.
    """

    mention: Mention
    publisher: str | None = None
    published: date | None = None
    copy_of: str | None = None
    incident_id: str | None = None
    place_by_person: bool = False


def read_mentions(connection: DuckDBPyConnection, mention_ids: Collection[str]) -> list[LinkedMention]:
    """Give the mentions, earliest published first, those without a day last, then by id.

    They are what was loaded, but for the places that were only considered.
    """
    return [_mention(row) for row in _rows(connection, "read_mentions", mention_ids)]


def read_incidents(connection: DuckDBPyConnection, incident_ids: Collection[str]) -> list[Incident]:
    """Give the incidents by id, their mentions as `read_mentions` orders them, derivations by field."""
    return [_incident(row) for row in _rows(connection, "read_incidents", incident_ids)]


def _rows(connection: DuckDBPyConnection, name: str, ids: Collection[str]) -> Iterator[Stored]:
    found = connection.execute(statement(name), {"ids": list(ids)})
    names = [column[0] for column in found.description or ()]
    for values in found.fetchall():
        yield dict(zip(names, values, strict=True))


def _mention(row: Stored) -> LinkedMention:
    mention = Mention(
        mention_id=row["mention_id"],
        report_id=row["report_id"],
        trigger=Span(start=row["trigger_start"], end=row["trigger_end"]),
        status=row["status"],
        account=_account(row),
        location=_location(row),
    )
    return LinkedMention(
        mention=mention,
        publisher=row["publisher"],
        published=row["published"],
        copy_of=row["copy_of"],
        incident_id=row["incident_id"],
        place_by_person=row["place_by_person"],
    )


def _incident(row: Stored) -> Incident:
    return Incident(
        incident_id=row["incident_id"],
        mention_ids=tuple(row["mention_ids"] or ()),
        account=_account(row),
        location=_location(row),
        review_status=row["review_status"],
        derivations=tuple(Derivation(**entry) for entry in row["derivations"] or ()),
    )


def _account(row: Stored) -> Account:
    return Account(
        scope=row["scope"],
        when=When(start=row["date_start"], end=row["date_end"], extent=row["date_extent"]),
        event_type=row["event_type"],
        sub_event_type=row["sub_event_type"],
        ucdp_type=row["ucdp_type"],
        plover_event=row["plover_event"],
        plover_mode=row["plover_mode"],
        weapon=row["weapon"],
        participants=tuple(_participation(entry) for entry in row["participants"] or ()),
        casualties=tuple(_casualties(entry) for entry in row["casualties"] or ()),
        crowd_size=row["crowd_size"],
        civilian_targeting=row["civilian_targeting"],
        summary=row["summary"],
        confidence=row["confidence"],
    )


def _location(row: Stored) -> Location:
    return Location(
        as_written=row["place_as_written"],
        place=_place(row) if row["gazetteer_entry"] else None,
        precision=row["place_precision"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        radius_km=row["radius_km"],
        country_code=row["country_code"],
        country=row["country"],
        disputed_by=tuple(row["disputed_by"] or ()),
    )


def _place(row: Stored) -> Place:
    """Give the entry as the account was placed with it: the table's row may be of another gazetteer."""
    entry = {name: row["gazetteer_entry"][name] for name in Place.model_fields}
    return Place(**entry | {name: row[name] for name in DIVISIONS} | {"name": row["place"]})


def _participation(entry: Stored) -> Participation:
    bounds = {"low": entry["count_low"], "best": entry["count"], "high": entry["count_high"]}
    values = {name: value for name, value in entry.items() if not name.startswith("count_")}
    return Participation(**{**values, "count": Count(**bounds) if bounds["best"] is not None else None})


def _casualties(entry: Stored) -> Casualties:
    count = Count(low=entry["low"], best=entry["best"], high=entry["high"])
    return Casualties(kind=entry["kind"], side=entry["side"], count=count)
