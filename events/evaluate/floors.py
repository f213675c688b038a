"""Floors: the scores that a change may not fall below, pinned with the digest of their corpus."""

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from events.evaluate.scores import Scores
from schemas.errors import UsageError
from schemas.record import Record

__all__ = ["Floors", "Lowering", "digest", "measures", "read_floors", "repinned", "shortfalls", "written"]

# Lower is better for these, so they are pinned as 1 - share.
ERROR_RATES = ("false_where_none", "false_where_no_violence", "silent")


class Lowering(Record):
    """A floor that was lowered, and why."""

    measure: str
    before: float
    after: float
    reason: str


class Floors(Record):
    """The least score of every measure on one corpus; `seal` proves that no hand changed them."""

    corpus: str
    corpus_sha256: str
    seal: str = ""
    floors: dict[str, float]
    lowered: tuple[Lowering, ...] = ()

    def sealed(self) -> "Floors":
        """Give the floors under a seal that fits them."""
        return self.model_copy(update={"seal": self._seal()})

    @property
    def is_intact(self) -> bool:
        """Say whether the seal fits."""
        return self.seal == self._seal()

    def _seal(self) -> str:
        return digest(json.dumps(self.model_dump(exclude={"seal"}), sort_keys=True).encode())


def measures(scores: Scores) -> dict[str, float]:
    """Name every measure that has a value; all are better when higher.

    Slots are measured by their F1, counts by the share that is exact, errors as 1 - share. A single slot
    of the aligned incidents is no measure: it falls when a harder incident is found for the first time.
    """
    named = {
        "incidents.recall": scores.incidents.recall,
        "incidents.precision": scores.incidents.precision,
        "slots.aligned.pooled": scores.aligned_pooled.f1,
        "slots.overall.pooled": scores.overall_pooled.f1,
        **{f"slots.overall.{name}": tally.f1 for name, tally in scores.overall.items()},
        **{f"counts.{kind}.overall": count.overall.share for kind, count in scores.counts.items()},
        **{f"counts.{kind}.where_somebody": c.where_somebody.share for kind, c in scores.counts.items()},
    }
    errors = {name: getattr(scores, name).share for name in ERROR_RATES}
    named |= {f"not_{name}": round(1 - share, 4) for name, share in errors.items() if share is not None}
    return {name: value for name, value in sorted(named.items()) if value is not None}


def shortfalls(floors: Floors, reached: Mapping[str, float]) -> list[str]:
    """List, in words, every measure that fell below its floor or is not measured any more."""
    return [
        f"{name} is {reached.get(name, 'not measured')}, its floor is {floor}"
        for name, floor in floors.floors.items()
        if name not in reached or reached[name] < floor
    ]


def repinned(
    floors: Floors | None,
    reached: Mapping[str, float],
    *,
    corpus: str,
    corpus_sha256: str,
    lower: Iterable[str] = (),
    reason: str | None = None,
) -> Floors:
    """Raise every floor to what is reached, and lower those that are named in `lower`, for a reason.

    Raises:
        UsageError: a floor would fall that is not named, or no reason is given.

    """
    before = floors.floors if floors else {}
    falling = sorted(name for name, floor in before.items() if reached.get(name, 0) < floor)
    unnamed = sorted(set(falling) - set(lower))
    if unnamed:
        raise UsageError(f"These would fall: {', '.join(unnamed)}. Mend it, or name each with --lower.")
    if falling and not (reason or "").strip():
        raise UsageError(f"Lowering {', '.join(falling)} takes a reason. Add --reason.")
    lowered = [
        Lowering(measure=name, before=before[name], after=reached.get(name, 0), reason=reason or "") for name in falling
    ]
    return Floors(
        corpus=corpus,
        corpus_sha256=corpus_sha256,
        floors=dict(reached),
        lowered=(*(floors.lowered if floors else ()), *lowered),
    ).sealed()


def read_floors(text: str) -> Floors:
    """Read what `written` wrote.

    Raises:
        UsageError: it is no TOML of floors, or a hand has changed it.

    """
    try:
        floors = Floors.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise UsageError(f"These are no floors: {error}") from error
    if not floors.is_intact:
        raise UsageError("The floors were changed by hand. Take the change back, and pin them by the command.")
    return floors


def written(floors: Floors) -> str:
    """Write the floors as TOML."""
    pins = {name: getattr(floors, name) for name in ("corpus", "corpus_sha256", "seal")}
    lines = ["# Written by `python -m tests.accuracy`, which says how to raise and to lower a floor.", ""]
    lines += [f"{name} = {_toml(value)}" for name, value in pins.items()]
    lines += ["", "[floors]", *(f"{_toml(name)} = {_toml(floor)}" for name, floor in floors.floors.items())]
    for lowering in floors.lowered:
        values = lowering.model_dump().items()
        lines += ["", "[[lowered]]", *(f"{name} = {_toml(value)}" for name, value in values)]
    return "\n".join(lines) + "\n"


def _toml(value: str | float) -> str:
    # JSON's strings and numbers are TOML's, but for pairs of surrogates and the bare delete sign.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def digest(corpus: bytes) -> str:
    """Give the SHA-256 of a corpus in hex.

    >>> digest(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(corpus).hexdigest()
