"""The fields that a person can correct: how each is written, and what stands in the dataset of it."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from events.judgements.counts import UNKNOWN, read_count, written_count
from events.judgements.days import read_days
from outputs.query.visible import visible
from outputs.store.columns import shared_columns
from schemas.errors import JudgementError
from schemas.vocabulary import ActorType, DateExtent, Scope, Weapon

__all__ = ["FIELDS", "SIDES", "WRITTEN_SO", "FieldKind", "cleaned", "plain_words", "require_field"]

LONGEST = 500  # characters
SHOWN = 60  # characters of a wrong value in a message


@dataclass(frozen=True, slots=True)
class FieldKind:
    """How a field is written: what to expect, and a reading that gives it in one spelling or raises ValueError."""

    expects: str
    clean: Callable[[str], str]


def plain_words(words: str) -> str:
    """Give words on one line in NFC.

    Raises:
        ValueError: there are none, they are too many, or they are no text.

    """
    words.encode("utf-8")
    line = " ".join(unicodedata.normalize("NFC", words).split())
    if not line or len(line) > LONGEST:
        raise ValueError(words)
    return line


def _one_of(words: type[StrEnum], *, or_unknown: bool = False) -> FieldKind:
    known = {str(word).casefold(): str(word) for word in words} | ({UNKNOWN: UNKNOWN} if or_unknown else {})

    def clean(written: str) -> str:
        if written.casefold() not in known:
            raise ValueError(written)
        return known[written.casefold()]

    return FieldKind(f"one of {', '.join(known.values())}", clean)


def _number(words: str) -> str:
    count = read_count(words)
    if count is not None and count.low != count.high:
        raise ValueError(words)
    return written_count(count)


def _truth(words: str) -> str:
    truths = {"yes": "true", "true": "true", "no": "false", "false": "false"}
    if words.casefold() not in truths:
        raise ValueError(words)
    return truths[words.casefold()]


def _ucdp(words: str) -> str:
    if words not in ("1", "2", "3", UNKNOWN):
        raise ValueError(words)
    return words


DAYS = FieldKind(
    "a day (2023-09-24), a month (2023-09), an interval (2023-09-20/2023-09-24, ../2023-09-24) or unknown",
    lambda words: str(read_days(words)),
)
COUNT = FieldKind(
    "a number (4), bounds with the best figure between them (3..4..6), a range (3-6) or unknown",
    lambda words: written_count(read_count(words)),
)
NUMBER = FieldKind("a number or unknown", _number)
SIDE_COUNT = FieldKind("a number", lambda words: _number(words) if words != UNKNOWN else _number(""))
NAME = FieldKind("a name of at most 500 characters, or unknown", plain_words)
NAMES = FieldKind("names with '; ' between them, or unknown", plain_words)
PLACE = FieldKind(
    "a name or an id of the gazetteer, a point (42.97,20.78), a point with a radius in km (42.97,20.78,5) or unknown",
    plain_words,
)
COUNTRY = FieldKind("a country's name or its two letters (XK for Kosovo), or unknown", plain_words)
EVENT = FieldKind("one of ACLED's sub-event types", plain_words)
ACTOR_TYPE = _one_of(ActorType, or_unknown=True)

SIDES = ("killed_side_a", "killed_side_b", "killed_civilians", "killed_unknown")
FIELDS: Mapping[str, FieldKind] = {
    "scope": _one_of(Scope),
    "date": DAYS,
    "date_extent": _one_of(DateExtent),
    "place": PLACE,
    "country": COUNTRY,
    "sub_event_type": EVENT,
    "ucdp_type": FieldKind("1 (state-based), 2 (non-state), 3 (one-sided) or unknown", _ucdp),
    "weapon": _one_of(Weapon),
    "actor1": NAME,
    "actor1_type": ACTOR_TYPE,
    "actor2": NAME,
    "actor2_type": ACTOR_TYPE,
    "perpetrator": NAMES,
    "target": NAMES,
    "killed": COUNT,
    "injured": COUNT,
    "missing": COUNT,
    "detained": COUNT,
    "abducted": COUNT,
    "released": COUNT,
    "displaced": COUNT,
    **dict.fromkeys(SIDES, SIDE_COUNT),
    "crowd_size": NUMBER,
    "civilian_targeting": FieldKind("yes or no", _truth),
    "summary": FieldKind("a sentence of at most 500 characters, or unknown", plain_words),
}

# Columns that are written by way of another field.
WRITTEN_SO: Mapping[str, str] = {
    "event_type": "the event type follows from sub_event_type",
    "plover_event": "it follows from sub_event_type",
    "plover_mode": "it follows from sub_event_type and weapon",
    "date_precision": "it follows from date",
    "country_code": "write country=XK",
    "disputed_by": "it follows from place",
    "admin1": "it follows from place",
    "admin2": "it follows from place",
    "admin3": "it follows from place",
    "place_as_written": "it is what you write as place",
    "place_precision": "it follows from place",
    "confidence": "it is the extractor's own",
}
SPELLED_OUT = ("event", "place_id", "latitude", "longitude", "radius_km", "date_start", "date_end",
               "killed_low", "killed_high", "injured_low", "injured_high")  # fmt: skip


def require_field(name: str) -> None:
    """Refuse what is no field that can be corrected, and propose the nearest that is.

    Raises:
        JudgementError: there is none of this name.

    """
    if name in FIELDS or name in SPELLED_OUT:
        return
    if name in WRITTEN_SO:
        raise JudgementError(f"{name} cannot be said by itself: {WRITTEN_SO[name]}.")
    every = [*FIELDS, *SPELLED_OUT, *(column.name for column in shared_columns())]
    close = get_close_matches(name.casefold(), every, n=1)
    proposal = f" Did you mean {close[0]}?" if close else ""
    raise JudgementError(f"There is no field '{visible(name[:SHOWN])}'.{proposal} Fields are {', '.join(FIELDS)}.")


def cleaned(field: str, words: str) -> str:
    """Give a value in the one spelling that its field has.

    Raises:
        JudgementError: it is of the wrong kind; the message says what is expected.

    """
    kind = FIELDS[field]
    try:
        return kind.clean(words.strip())
    except ValueError as error:  # UnicodeEncodeError and pydantic's are such
        raise wrong(field, words) from error


def wrong(field: str, words: str) -> JudgementError:
    """Say that a value is of the wrong kind for its field, and what is expected."""
    shown = visible(words.encode("utf-8", "replace").decode("utf-8")[:SHOWN])
    return JudgementError(f"{field} cannot be '{shown}'. Write {FIELDS[field].expects}.")
