"""How each shared column is proved, read from the codebook `proofs`."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from schemas.codebook import load_codebook
from schemas.record import Record

__all__ = ["ProofRule", "Section", "sections"]


class ProofRule(Record):
    """Which claims may state a column's value, and by which rule it follows where none does."""

    column: str
    claims: tuple[str, ...] = ()
    reads: str = "value"
    side: str | None = None
    account: str | None = None
    by: str | None = None
    follows: tuple[str, ...] = ()
    zero: str | None = None
    default: str | None = None


class Section(Record):
    """Columns that are shown together, and the fields of the claims that tell of them."""

    title: str
    account: str | None = None
    shows: str | None = None
    fields: tuple[str, ...]
    rules: tuple[ProofRule, ...]


@cache
def sections() -> tuple[Section, ...]:
    """Give the sections in the order of the page."""
    return tuple(_section(entry) for entry in load_codebook("proofs")["section"])


def _section(entry: Mapping[str, Any]) -> Section:
    account = entry.get("account")
    rules = tuple(ProofRule(**{"column": name, "account": account, **rule}) for name, rule in entry["columns"].items())
    return Section(
        title=entry["title"], account=account, shows=entry.get("shows"), fields=tuple(entry["fields"]), rules=rules
    )
