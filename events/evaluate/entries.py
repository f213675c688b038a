"""Entries: rows of event lists by several coders, each with the incident that people say it tells."""

import math
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import Field as Bounded

from schemas.record import Record
from schemas.when import When

__all__ = ["Entry", "entry_from"]

# "2011-03-04", and GED's "2011-03-04 00:00:00.000"; a day or a month that nobody knows is left out or 0
ISO_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2})(?:[T ].*)?)?)?")


class Entry(Record):
    """What one coder has of one incident, in that coder's own words; whatever is None is not coded.

    `source` says who coded it, `cluster` which incident it is; entries without a cluster are linked, not scored.
    """

    id: str
    source: str | None = None
    when: When = When.unknown()
    lat: float | None = Bounded(default=None, ge=-90, le=90)
    lon: float | None = Bounded(default=None, ge=-180, le=180)
    radius_km: float | None = Bounded(default=None, ge=0)
    event_type: str | None = None
    actor1: str | None = None
    actor2: str | None = None
    killed: int | None = None
    text: str | None = None
    cluster: str | None = None

    @property
    def caption(self) -> str:
        """Write the values that tell it from others on one line."""
        point = None if self.lat is None or self.lon is None else f"{self.lat:.3f}, {self.lon:.3f}"
        killed = None if self.killed is None else f"{self.killed} killed"
        sides = " against ".join(name for name in (self.actor1, self.actor2) if name)
        return "; ".join(
            part for part in (self.id, self.source, str(self.when), point, self.event_type, sides, killed) if part
        )


def entry_from(coded: Mapping[str, Any]) -> Entry:
    """Read one line of the gold.

    Raises:
        KeyError, TypeError, ValueError: it has no id, or a value is not of the kind its key promises.

    """
    name = _words(coded["id"])
    if name is None:
        raise ValueError("its id is empty")
    lat, lon = _number(coded.get("lat")), _number(coded.get("lon"))
    has_point = lat is not None and lon is not None
    return Entry(
        id=name,
        source=_words(coded.get("source")),
        when=_when(coded.get("date_start"), coded.get("date_end")),
        lat=lat if has_point else None,
        lon=lon if has_point else None,
        radius_km=_number(coded.get("radius_km")),
        event_type=_words(coded.get("event_type")),
        actor1=_words(coded.get("actor1")),
        actor2=_words(coded.get("actor2")),
        killed=_count(coded.get("killed")),
        text=_words(coded.get("text")),
        cluster=_words(coded.get("cluster")),
    )


def _words(value: object) -> str | None:
    """Give what is written; a number stands for its digits (GED's kinds are 1, 2 and 3)."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return None if value is None or value != value else str(value).strip() or None  # noqa: PLR0124 -- NaN alone


def _number(value: object) -> float | None:
    """Give a number; JSON's NaN, which tables leave where nothing was, is none."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError(f"{value!r} is no number")
    number = float(value)
    return None if math.isnan(number) else number


def _count(value: object) -> int | None:
    """Give a count of people; lists write -9 and -99 where they know none."""
    number = _number(value)
    return None if number is None or number < 0 else round(number)


def _when(start: object, end: object) -> When:
    """Give the interval of two dates, in whichever order; one alone stands for both."""
    told = [_interval(text) for text in (_words(start), _words(end)) if text]
    firsts = [when.start for when in told if when.start]
    lasts = [when.end for when in told if when.end]
    return When(start=min(firsts), end=max(lasts)) if firsts and lasts else When.unknown()


def _interval(text: str) -> When:
    found = ISO_DATE.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no date as 2011-03-04")
    year, month, day = (int(found[part] or 0) for part in ("year", "month", "day"))
    if not month:
        return When.in_year(year)
    return When.on(date(year, month, day)) if day else When.in_month(year, month)
