"""What a person says: `field=value` words in the fields' own spelling, completed where they must agree."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from events.judgements.counts import UNKNOWN, read_count, written_count
from events.judgements.days import OPEN
from events.judgements.fields import SIDES, cleaned, require_field, wrong
from outputs.query.visible import visible
from schemas.count import Count
from schemas.errors import JudgementError

__all__ = ["read_saying"]

Columns = Mapping[str, Any]
POINT = ("latitude", "longitude", "radius_km")
DAYS = ("date_start", "date_end")
BOUNDED = ("killed", "injured")
SIDE_NAMES = dict(zip(SIDES, ("side a", "side b", "civilians", "unknown"), strict=True))


def read_saying(words: Sequence[str], *, standing: Columns) -> dict[str, str]:
    """Read `field=value` words into values by field; what a field leaves open is completed from the columns standing.

    Raises:
        JudgementError: a word is none, a field is unknown, a value is of the wrong kind, or the sides do not sum.

    """
    told = dict(_pairs(words))
    if not told:
        raise JudgementError("Say what is otherwise: field=value, for example killed=4.")
    for complete in (_with_event, _with_point, _with_days, _with_bounds):
        complete(told, standing)
    said = {field: cleaned(field, value) for field, value in told.items()}
    _allot(said, standing)
    return said


def _pairs(words: Iterable[str]) -> Iterable[tuple[str, str]]:
    seen = set[str]()
    for word in words:
        field, equals, value = word.partition("=")
        if not equals:
            raise JudgementError(f"'{visible(word[:60])}' says nothing of a field. Write field=value: killed=4.")
        field = field.strip()
        require_field(field)
        if field in seen:
            raise JudgementError(f"{field} is said twice. Say it once.")
        if not value.strip():
            raise JudgementError(f"{field} is said to be nothing. Write {field}=unknown where nobody knows.")
        seen.add(field)
        yield field, value


def _with_event(told: dict[str, str], _standing: Columns) -> None:
    _rename(told, "event", "sub_event_type")
    _rename(told, "place_id", "place")


def _rename(told: dict[str, str], name: str, field: str) -> None:
    if name in told:
        if field in told:
            raise JudgementError(f"{name} and {field} say the same. Say one of them.")
        told[field] = told.pop(name)


def _with_point(told: dict[str, str], _standing: Columns) -> None:
    """Write a latitude and a longitude as a place."""
    given = {name: told.pop(name).strip() for name in POINT if name in told}
    if not given:
        return
    if "latitude" not in given or "longitude" not in given:
        raise JudgementError("A point needs both: latitude=42.97 longitude=20.78.")
    if "place" in told:
        raise JudgementError("A place has its own point. Say place=NAME, or the point: place=42.97,20.78.")
    told["place"] = ",".join(given[name] for name in POINT if name in given)


def _with_days(told: dict[str, str], standing: Columns) -> None:
    """Write one end of the days beside the other that stands."""
    given = {name: told.pop(name).strip() for name in DAYS if name in told}
    if not given:
        return
    if "date" in told:
        raise JudgementError("date says both ends. Say date alone, or date_start and date_end.")
    start, end = (given.get(name) or str(standing.get(name) or OPEN) for name in DAYS)
    told["date"] = "/".join(OPEN if word == UNKNOWN else word for word in (start, end))


def _with_bounds(told: dict[str, str], standing: Columns) -> None:
    """Write a bound of the killed or injured around the best figure that is said or stands."""
    for kind in BOUNDED:
        given = {end: told.pop(f"{kind}_{end}") for end in ("low", "high") if f"{kind}_{end}" in told}
        if given:
            whole = _bounded(kind, told.get(kind), standing)
            ends = {end: _bound(f"{kind}_{end}", words, kind) for end, words in given.items()}
            try:
                told[kind] = written_count(Count(**{**whole.model_dump(), **ends}))
            except ValidationError as error:
                stated = {**whole.model_dump(), **ends}
                raise JudgementError(
                    f"{kind} would be {stated['low']}..{stated['best']}..{stated['high']}, which is out of order. "
                    f"Say all of it: {kind}=3..4..6."
                ) from error


def _bounded(kind: str, words: str | None, standing: Columns) -> Count:
    if words is not None:
        count = None
        with suppress(ValueError):
            count = read_count(words.strip())
        if count is None:
            raise wrong(kind, words)
        return count
    if standing.get(kind) is None:
        raise JudgementError(f"Nobody says how many were {kind}. Say all of it: {kind}=3..4..6.")
    return Count(low=standing[f"{kind}_low"], best=standing[kind], high=standing[f"{kind}_high"])


def _bound(name: str, words: str, kind: str) -> int:
    with suppress(ValueError):
        count = read_count(words.strip())
        if count is not None and count.low == count.high:
            return count.best
    raise JudgementError(f"{name} cannot be '{visible(words[:60])}'. Write a number, or all of it: {kind}=3..4..6.")


def _allot(said: dict[str, str], standing: Columns) -> None:
    """Say all four sides where one is said: they sum to the killed.

    The sides that are not said are kept as they stand, and what is left belongs to none.
    """
    given = {side: int(said[side]) for side in SIDES if side in said}
    if not given:
        return
    if said.get("killed") == UNKNOWN:
        raise JudgementError("killed cannot be unknown where its sides are said. Leave one of them out.")
    whole = read_count(said["killed"]) if "killed" in said else _standing_count(standing)
    kept = {side: standing.get(side) or 0 for side in SIDES[:-1]} if "killed" not in said else {}
    sides = {**dict.fromkeys(SIDES, 0), **kept, **given}
    parts = sum(sides[side] for side in (SIDES if SIDES[-1] in given else SIDES[:-1]))
    if whole is None:
        whole = Count.exactly(parts)
    if parts > whole.best or (SIDES[-1] in given and parts != whole.best):
        told = ", ".join(f"{SIDE_NAMES[side]} {count}" for side, count in sides.items() if count or side in given)
        raise JudgementError(
            f"The sides make {parts} ({told}), and killed is {whole.best}. Say killed={parts}, or other sides."
        )
    if SIDES[-1] not in given:
        sides[SIDES[-1]] = whole.best - parts
    said.update({"killed": written_count(whole), **{side: str(count) for side, count in sides.items()}})


def _standing_count(standing: Columns) -> Count | None:
    if standing.get("killed") is None:
        return None
    return Count(low=standing["killed_low"], best=standing["killed"], high=standing["killed_high"])
