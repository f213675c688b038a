"""A headline: what happened, where, when and to how many, in one line."""

from collections.abc import Mapping

from outputs.pages.looks import written
from schemas.vocabulary import CasualtyKind

__all__ = ["headline", "place_and_days"]


def headline(values: Mapping[str, object]) -> str:
    """Say in a line what happened, where, when and to how many.

    >>> headline({"sub_event_type": "Attack", "place": "Hama", "country": "Syria", "killed": 4})
    'Attack · Hama, Syria · no date · 4 killed'
    """
    tolls = [f"{values[kind]:,} {kind}" for kind in CasualtyKind if values.get(kind) is not None]
    parts = [written(values.get("sub_event_type") or "No type"), place_and_days(values), ", ".join(tolls)]
    return " · ".join(part for part in parts if part)


def place_and_days(values: Mapping[str, object]) -> str:
    """Say in a line where and when.

    >>> place_and_days({"place": "Hama", "country": "Syria"})
    'Hama, Syria · no date'
    """
    place = values.get("place") or values.get("place_as_written")
    where = ", ".join(dict.fromkeys(written(name) for name in (place, values.get("country")) if name))
    return f"{where or 'no place'} · {_days(values)}"


def _days(values: Mapping[str, object]) -> str:
    start, end = values.get("date_start"), values.get("date_end")
    if start is None and end is None:
        return "no date"
    if start is None or end is None:
        return f"on or before {end}" if end else f"on or after {start}"
    return str(start) if start == end else f"{start} to {end}"
