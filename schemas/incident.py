"""Mentions and incidents: what one report tells, and what all of them together tell."""

from schemas.actor import Actor, Participation
from schemas.casualties import Casualties
from schemas.claim import Claim
from schemas.model_call import ModelCall
from schemas.place import Location, PlaceReference
from schemas.record import Record
from schemas.report import Reject
from schemas.span import Span
from schemas.vocabulary import EventType, ReviewStatus, Scope, Status, Weapon
from schemas.when import When

__all__ = ["Account", "Derivation", "Extraction", "Incident", "Mention", "Telling"]


class Account(Record):
    """The values that mentions and incidents share, all but the place.

    `event_type` and `sub_event_type` are ACLED's words, `ucdp_type` is UCDP's (1 state-based, 2
    non-state, 3 one-sided), `plover_event` and `plover_mode` are PLOVER's. `summary` is a sentence
    of the report.
    """

    scope: Scope = Scope.SINGLE
    when: When
    event_type: EventType
    sub_event_type: str
    ucdp_type: int | None = None
    plover_event: str | None = None
    plover_mode: str | None = None
    weapon: Weapon | None = None
    participants: tuple[Participation, ...] = ()
    casualties: tuple[Casualties, ...] = ()
    crowd_size: int | None = None
    civilian_targeting: bool = False
    summary: str | None = None
    confidence: float = 1.0


class Telling(Record):
    """An incident as an extractor read it in one report: its place is words still.

    `places` are ordered by how closely the report ties them to the incident, the closest first.
    """

    mention_id: str
    report_id: str
    trigger: Span
    status: Status
    account: Account
    places: tuple[PlaceReference, ...] = ()


class Extraction(Record):
    """All that an extractor gives for one report: tellings, their claims, and every place name in it.

    `actors` are the codebook's entries that participants name by `actor_id`. `rejects` are values that were not
    entered, `calls` those to a language model. One that is not `is_read` leaves its report kept, unread.
    """

    report_id: str
    tellings: tuple[Telling, ...] = ()
    claims: tuple[Claim, ...] = ()
    toponyms: tuple[PlaceReference, ...] = ()
    actors: tuple[Actor, ...] = ()
    rejects: tuple[Reject, ...] = ()
    calls: tuple[ModelCall, ...] = ()
    is_read: bool = True


class Mention(Record):
    """One incident as one report tells it, placed; `mention_id` hashes the report and the trigger's span."""

    mention_id: str
    report_id: str
    trigger: Span
    status: Status
    account: Account
    location: Location


class Derivation(Record):
    """Which rule gave a field of an incident its value, and whose account it took."""

    field: str
    rule: str
    mention_id: str


class Incident(Record):
    """One incident as all its mentions together tell it."""

    incident_id: str
    mention_ids: tuple[str, ...]
    account: Account
    location: Location
    review_status: ReviewStatus = ReviewStatus.UNREVIEWED
    derivations: tuple[Derivation, ...] = ()
