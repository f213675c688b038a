"""Tags: states of a dataset that were named, so that a paper can cite them. A tag never moves."""

import re
from datetime import date, datetime

from duckdb import DuckDBPyConnection

from outputs.store.as_of import NOW
from outputs.store.insert import insert
from outputs.store.rows import in_utc
from outputs.store.script import statement
from outputs.store.transaction import transaction
from schemas.errors import UsageError
from schemas.record import Record

__all__ = ["Tag", "name_state", "read_tags"]

# A word that can stand in the name of a file on every system.
NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?")


class Tag(Record):
    """A name, the last run that belongs to the state that it names, and what was said of it."""

    name: str
    run_id: int
    tagged_at: datetime
    note: str | None = None


def read_tags(connection: DuckDBPyConnection) -> list[Tag]:
    """Give the dataset's tags, those of the oldest states first."""
    found = connection.sql(statement("read_tags")).fetchall()
    return [Tag(name=name, run_id=run_id, tagged_at=moment, note=note) for name, run_id, moment, note in found]


def name_state(connection: DuckDBPyConnection, name: str, *, now: datetime, note: str | None = None) -> Tag:
    """Name the state that the last finished run has left, in one transaction.

    Raises:
        UsageError: the name is none, or is there already; no run has finished.

    """
    _require_name(name)
    with transaction(connection):
        for tag in read_tags(connection):
            if tag.name.casefold() == name.casefold():  # files of both names may be one file
                raise UsageError(
                    f"The tag {tag.name} is there already: it names run {tag.run_id}. A tag never moves; "
                    "choose another name."
                )
        ((run_id,),) = connection.sql(statement("last_run")).fetchall()
        if run_id is None:
            raise UsageError("There is nothing to tag: no run has finished. Build first.")
        tag = Tag(name=name, run_id=run_id, tagged_at=now, note=note)
        insert(connection, "tags", [{**tag.model_dump(), "tagged_at": in_utc(now)}])
    return tag


def _require_name(name: str) -> None:
    if NAME.fullmatch(name) is None:
        raise UsageError(
            f"'{name}' is no name for a tag. Use up to 64 letters, digits, dots, dashes and underscores, such as v1.0."
        )
    if name.casefold() == NOW or name.isdigit() or _is_day(name):
        raise UsageError(f"'{name}' would be read as a moment. Choose a name that is none, such as v1.0.")


def _is_day(name: str) -> bool:
    try:
        date.fromisoformat(name)
    except ValueError:
        return re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", name) is not None
    return True
