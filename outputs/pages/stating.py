"""Whether a claim states a value, and how closely: one reading per word of the codebook's `reads`."""

from collections.abc import Callable, Mapping
from typing import Any

from outputs.pages.dossier import Dossier, ToldClaim
from schemas.vocabulary import Basis, Field

__all__ = ["READINGS", "Reading"]

# 0: it does not; otherwise the higher, the closer.
Reading = Callable[[ToldClaim, Any, Dossier], int]

OPEN = ".."

# How many blanks and line breaks a report may have within a sentence more than the sentence itself.
BLANKS = 500


def _value(claim: ToldClaim, value: object, _dossier: Dossier) -> int:
    told = str(value).lower() if isinstance(value, bool) else str(value)
    return int(claim.value == told)


def _names(claim: ToldClaim, value: object, _dossier: Dossier) -> int:
    return int(claim.value in str(value).split("; "))


def _best(claim: ToldClaim, value: object, _dossier: Dossier) -> int:
    return int(claim.best == value)


def _low(claim: ToldClaim, value: object, _dossier: Dossier) -> int:
    return int(claim.low == value)


def _high(claim: ToldClaim, value: object, _dossier: Dossier) -> int:
    return int(claim.high == value)


def _start(claim: ToldClaim, value: object, dossier: Dossier) -> int:
    return _end_of_interval(claim, value, dossier, which=0)


def _end(claim: ToldClaim, value: object, dossier: Dossier) -> int:
    return _end_of_interval(claim, value, dossier, which=1)


def _end_of_interval(claim: ToldClaim, value: object, dossier: Dossier, *, which: int) -> int:
    """Read one end; a claim that states both as they were taken states it most closely."""
    ends = interval(claim.value)
    taken = tuple(str(dossier.values[name] or OPEN) for name in ("date_start", "date_end"))
    return int(ends[which] == str(value)) + int(ends == taken)


def interval(written: str | None) -> tuple[str, str]:
    """Give both ends of a day or an ISO 8601 interval.

    >>> interval("../2023-09-24")
    ('..', '2023-09-24')
    >>> interval("2023-09-24")
    ('2023-09-24', '2023-09-24')
    """
    start, _, end = (written or OPEN).partition("/")
    return start, end or start


def _sentence(claim: ToldClaim, value: object, dossier: Dossier) -> int:
    """Read the words around the claim's own, which have to be the report's; a person's have none around them."""
    if claim.basis == Basis.PERSON and claim.field == Field.SUMMARY:
        return int(claim.value == str(value))
    words = collapsed(str(value))
    if claim.quote is None or claim.span_start is None or collapsed(claim.quote) not in words:
        return 0
    reach = 2 * len(words) + BLANKS
    around = dossier.report(claim.report_id).text[max(claim.span_start - reach, 0) : claim.span_start + reach]
    return int(words in collapsed(around))


def collapsed(text: str) -> str:
    """Write words on one line with one blank between two."""
    return " ".join(text.split())


READINGS: Mapping[str, Reading] = {
    "value": _value,
    "names": _names,
    "best": _best,
    "low": _low,
    "high": _high,
    "start": _start,
    "end": _end,
    "sentence": _sentence,
}
