"""Ids as people write them: whole, or as much as no other id begins with."""

from collections.abc import Sequence
from enum import StrEnum

from duckdb import DuckDBPyConnection

from outputs.pages.asking import ask
from outputs.query.visible import visible
from schemas.errors import UnknownIdError
from schemas.record import Record

__all__ = ["Identity", "Kind", "identify", "only_one"]

PROPOSED = 5


class Kind(StrEnum):
    """What an id is of."""

    INCIDENT = "incident"
    MENTION = "mention"
    REPORT = "report"
    CLAIM = "claim"


class Identity(Record):
    """A whole id and what it is of."""

    kind: Kind
    id: str


def identify(connection: DuckDBPyConnection, written: str) -> Identity:
    """Find the one id that is, or begins, as written.

    Raises:
        UnknownIdError: no id begins so, or more than one.

    """
    beginning = written.strip()
    found = [Identity(**row) for row in ask(connection, "find_ids", written=beginning)] if beginning else []
    return only_one(found, written)


def only_one(found: Sequence[Identity], written: str) -> Identity:
    """Give the one id that was found to be, or begin, as written.

    Raises:
        UnknownIdError: none was found, or more than one.

    """
    named = visible(written)
    if not found:
        raise UnknownIdError(
            f"No id of this dataset is or begins with '{named}'. Ids: affray query FILE 'from incidents'"
        )
    if len(found) == 1:
        return found[0]
    proposed = ", ".join(identity.id for identity in found[:PROPOSED])
    more = " and more" if len(found) > PROPOSED else ""
    raise UnknownIdError(f"'{named}' begins several ids: {proposed}{more}. Write more of the one that is meant.")
