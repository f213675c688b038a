"""The closed vocabularies: words that code decides on. Open ones are codebooks (TOML).

Sources: event and actor types are ACLED's codebook words; weapons are GTD's `weaptype1_txt`; the
rest is affray's own, told in docs/codebook.md.
"""

from enum import StrEnum

__all__ = [
    "ActorKind",
    "ActorType",
    "Basis",
    "CallOutcome",
    "CasualtyKind",
    "DateExtent",
    "DatePrecision",
    "EventType",
    "Field",
    "JudgementKind",
    "Modality",
    "Overruling",
    "Ownership",
    "PlaceKind",
    "PlacePrecision",
    "RejectReason",
    "ReviewStatus",
    "Role",
    "Scope",
    "Side",
    "SourceScale",
    "Status",
    "Weapon",
]


class Status(StrEnum):
    """What a report says of an incident's reality; the first two found an incident."""

    HAPPENED = "happened"
    ATTEMPTED = "attempted"  # the bomb was defused, the attack foiled
    BACKGROUND = "background"  # an older incident recalled
    DENIED = "denied"
    PLANNED = "planned"  # threatened, announced

    @property
    def founds_an_incident(self) -> bool:
        """Say whether a mention of this status makes an incident by itself."""
        return self in (Status.HAPPENED, Status.ATTEMPTED)


class Modality(StrEnum):
    """How a sentence states a value."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"  # somebody other than the reporter says so
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    HISTORICAL = "historical"


class Basis(StrEnum):
    """What a claim rests on."""

    QUOTE = "quote"  # the words stand at the span
    METADATA = "metadata"  # the report's own date or outlet
    INFERENCE = "inference"  # other claims, which it names
    PERSON = "person"  # a correction


class Scope(StrEnum):
    """Whether one incident is told or a round-up of several."""

    SINGLE = "single"
    AGGREGATE = "aggregate"


class DateExtent(StrEnum):
    """What an interval of days means."""

    WITHIN = "within"  # some moment of the interval
    THROUGHOUT = "throughout"  # a siege of five days


class DatePrecision(StrEnum):
    """How well a date is known, from best to worst."""

    DAY = "day"
    DAYS = "days"  # two to six days
    WEEK = "week"
    MONTH = "month"  # eight to thirty-one days
    YEAR = "year"  # up to 366 days
    UNKNOWN = "unknown"  # longer, or open at one end


class PlaceKind(StrEnum):
    """What a gazetteer entry is."""

    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    ADMIN3 = "admin3"
    SETTLEMENT = "settlement"
    SITE = "site"
    AREA = "area"


class PlacePrecision(StrEnum):
    """How well an incident's place is known, from best to worst."""

    SITE = "site"
    SETTLEMENT = "settlement"
    NEAR = "near"
    ADMIN3 = "admin3"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    AREA = "area"
    COUNTRY = "country"
    UNKNOWN = "unknown"


class EventType(StrEnum):
    """ACLED's six event types."""

    BATTLES = "Battles"
    PROTESTS = "Protests"
    RIOTS = "Riots"
    EXPLOSIONS = "Explosions/Remote violence"
    VIOLENCE_AGAINST_CIVILIANS = "Violence against civilians"
    STRATEGIC_DEVELOPMENTS = "Strategic developments"


class ActorType(StrEnum):
    """ACLED's eight actor types; the type belongs to the participation, not to the actor."""

    STATE_FORCES = "State forces"
    REBEL_GROUP = "Rebel group"
    POLITICAL_MILITIA = "Political militia"
    IDENTITY_MILITIA = "Identity militia"
    RIOTERS = "Rioters"
    PROTESTERS = "Protesters"
    CIVILIANS = "Civilians"
    EXTERNAL = "External/Other forces"


class ActorKind(StrEnum):
    """What takes part: things can be targets (a bridge, a convoy)."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    THING = "thing"


class Role(StrEnum):
    """What a participant does in an incident."""

    PERPETRATOR = "perpetrator"
    TARGET = "target"
    VICTIM = "victim"
    PARTY = "party"  # to a fight or an agreement, told without an attacker


class Side(StrEnum):
    """Whose a participant or a casualty is.

    Side a is the government where there is one, else the perpetrator, else the first named.
    """

    A = "a"
    B = "b"
    CIVILIANS = "civilians"
    UNKNOWN = "unknown"


class CasualtyKind(StrEnum):
    """What happened to people; a kidnapped person is abducted, not detained."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    RELEASED = "released"
    DISPLACED = "displaced"


class Weapon(StrEnum):
    """GTD's weapon types."""

    BIOLOGICAL = "Biological"
    CHEMICAL = "Chemical"
    RADIOLOGICAL = "Radiological"
    NUCLEAR = "Nuclear"
    FIREARMS = "Firearms"
    EXPLOSIVES = "Explosives"
    FAKE_WEAPONS = "Fake Weapons"
    INCENDIARY = "Incendiary"
    MELEE = "Melee"
    VEHICLE = "Vehicle"
    SABOTAGE_EQUIPMENT = "Sabotage Equipment"
    OTHER = "Other"
    UNKNOWN = "Unknown"


class Overruling(StrEnum):
    """Why an account does not count for an incident's values."""

    COPY = "copy"  # its words are another's
    RECALLED = "recalled"  # it looks back at what others tell
    SUPERSEDED = "superseded"  # its publisher, or all whom it quotes, have told another toll since


class ReviewStatus(StrEnum):
    """What people have said of an incident."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    ADDED = "added"
    DISMISSED = "dismissed"


class JudgementKind(StrEnum):
    """What a person has said of an incident."""

    CORRECT = "correct"  # values are otherwise than derived
    ADD = "add"  # an incident that no extractor found
    MERGE = "merge"  # several are one
    SPLIT = "split"  # one is two
    DISMISS = "dismiss"  # it is none
    CONFIRM = "confirm"  # it is right


class Field(StrEnum):
    """What a claim is about; the last ones are claimed by persons alone."""

    EVENT = "event"  # value: ACLED's sub-event type
    DATE = "date"  # value: an ISO 8601 day or interval, open ends as "..", a year that nobody tells as XXXX
    PLACE = "place"  # value: the name as written
    WEAPON = "weapon"  # value: GTD's word
    PERPETRATOR = "perpetrator"  # value: the name; low, best, high: how many they were
    TARGET = "target"
    VICTIM = "victim"
    PARTY = "party"
    CROWD_SIZE = "crowd_size"
    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    RELEASED = "released"
    DISPLACED = "displaced"
    SCOPE = "scope"
    DATE_EXTENT = "date_extent"
    COUNTRY = "country"  # value: ISO 3166-1 alpha-2, XK for Kosovo
    UCDP_TYPE = "ucdp_type"
    ACTOR_TYPE = "actor_type"  # value: ACLED's actor type; side: whose
    CIVILIAN_TARGETING = "civilian_targeting"
    SUMMARY = "summary"


class CallOutcome(StrEnum):
    """How a call to a language model ended."""

    ANSWERED = "answered"
    MALFORMED = "malformed"  # an answer that is no JSON of the schema
    CUT_OFF = "cut-off"  # an answer that its limit of tokens ended
    REFUSED = "refused"  # the model would not
    EMPTY = "empty"  # an answer without a word
    SLOW = "slow"  # none in time
    ENDLESS = "endless"  # a reply that did not end
    UNREACHABLE = "unreachable"  # no connection, or one that broke
    LIMITED = "limited"  # too many calls (429)
    DENIED = "denied"  # the server will not have this request (4xx)
    FAILED = "failed"  # the server's own fault (5xx), or a reply that is none


class SourceScale(StrEnum):
    """How far an outlet reaches, in ACLED's words."""

    LOCAL_PARTNER = "Local partner"
    OTHER = "Other"
    NEW_MEDIA = "New media"
    SUBNATIONAL = "Subnational"
    NATIONAL = "National"
    REGIONAL = "Regional"
    INTERNATIONAL = "International"


class Ownership(StrEnum):
    """Whose an outlet is."""

    STATE = "state"
    PUBLIC = "public"  # paid by all, run by none of the government
    PRIVATE = "private"
    PARTY = "party"  # a party's, or an armed group's
    NONPROFIT = "nonprofit"
    OTHER = "other"


class RejectReason(StrEnum):
    """Why something was set aside."""

    MISSING = "missing"  # no such file or folder
    UNREADABLE = "unreadable"  # the operating system refuses
    EMPTY = "empty"  # no words in it
    BINARY = "binary"  # no text in any encoding
    ENCODING = "encoding"  # broken in the middle of a character
    MALFORMED = "malformed"  # a line that is no JSON, a table that cannot be split
    NO_TEXT = "no-text"  # a record or table without a text column
    UNKNOWN_FORMAT = "unknown-format"  # no reader takes it
    TOO_LARGE = "too-large"
    DATE = "date"  # the report is read, its date of publication is none
    COLUMNS = "columns"  # the table is read; which column was taken for what is told where it was a guess
    INCOMPLETE = "incomplete"  # a download is read; it lacks articles that it counts, or has words that belong to none
    UNANSWERED = "unanswered"  # names of places that an online service was asked for in vain
    EXTRACTION = "extraction"  # a claim without proof, or an extractor that failed on one report

    @property
    def is_warning(self) -> bool:
        """Say whether the report, the table or the download was read all the same."""
        return self in (RejectReason.DATE, RejectReason.COLUMNS, RejectReason.INCOMPLETE)
