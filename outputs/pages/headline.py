"""A headline: what happened, where, when and to how many, in one line."""

from collections.abc import Mapping

from outputs.pages.looks import written
from schemas.vocabulary import CasualtyKind

__all__ = ["headline"]


def headline(values: Mapping[str, object]) -> str:
    """Say in a line what happened, where, when and to how many.

    >>> headline({"sub_event_type": "Attack", "place": "Hama", "country": "Syria", "killed": 4})
    'Attack · Hama, Syria · no date · 4 killed'
    """
    place = values.get("place") or values.get("place_as_written")
    where = ", ".join(dict.fromkeys(written(name) for name in (place, values.get("country")) if name))
    tolls = [f"{values[kind]:,} {kind}" for kind in CasualtyKind if values.get(kind) is not None]
    parts = [written(values.get("sub_event_type") or "No type"), where or "no place", _days(values), ", ".join(tolls)]
    return " · ".join(part for part in parts if part)


def _days(values: Mapping[str, object]) -> str:
    start, end = values.get("date_start"), values.get("date_end")
    if start is None and end is None:
        return "no date"
    if start is None or end is None:
        return f"on or before {end}" if end else f"on or after {start}"
    return str(start) if start == end else f"{start} to {end}"
