"""Coded events of others: a row of ACLED's, UCDP GED's or GTD's list, in words that can be compared."""

from schemas.count import Count
from schemas.record import Record, content_id
from schemas.vocabulary import ActorType, EventType, PlacePrecision, Side
from schemas.when import When

__all__ = ["CodedActor", "CodedEvent", "coded_event_id"]


class CodedActor(Record):
    """One actor as the list names it; the type where the list tells one, the side by affray's own rule."""

    name: str
    type: ActorType | None = None
    side: Side
    country_code: str | None = None


class CodedEvent(Record):
    """One event as others coded it.

    `coded_type` is their own word for what happened, `event_type` and `sub_event_type` are ACLED's words for it
    and `ucdp_type` is UCDP's, as far as theirs tells. `place_precision` and `radius_km` say what their precision
    code allows; the point is as they give it, even where it only stands for a whole country.
    """

    event_id: str
    source: str
    layout: str
    original_id: str
    when: When
    country: str | None = None
    country_code: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    admin3: str | None = None
    place: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    place_precision: PlacePrecision = PlacePrecision.UNKNOWN
    radius_km: float | None = None
    coded_type: str | None = None
    event_type: EventType | None = None
    sub_event_type: str | None = None
    ucdp_type: int | None = None
    actors: tuple[CodedActor, ...] = ()
    killed: Count | None = None
    injured: int | None = None
    text: str | None = None
    told_by: tuple[str, ...] = ()


def coded_event_id(*, source: str, layout: str, original_id: str) -> str:
    """Name a coded event by the list that it stands in and its id there.

    >>> coded_event_id(source="Example", layout="acled", original_id="SRB1")[:2]
    'e-'
    """
    return content_id("e", [source, layout, original_id])
