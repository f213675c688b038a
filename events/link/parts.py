"""Parts: which single incidents a round-up counts, so that nobody sums both."""

from pathlib import Path

from duckdb import DuckDBPyConnection

from events.link.statements import statement
from outputs.store.parts import replace_parts
from schemas.codebook import read_codebook
from schemas.record import Record
from schemas.vocabulary import ActorType, EventType

__all__ = ["find_parts"]

STEPS = ("spanned", "standing", "round_ups", "within_days", "within_place", "parties_of", "told_parts")
TABLES = ("asked_incidents", *STEPS[2:])


class _Types(Record):
    types: tuple[EventType, ...]


class _Groups(Record):
    types: tuple[ActorType, ...]


class RoundUpBook(Record):
    """The codebook `round_ups`: which kinds a round-up counts, and who is told apart by name."""

    counts: dict[EventType, tuple[EventType, ...]]
    narrow: _Types
    groups: _Groups

    @property
    def kinds(self) -> list[dict[str, object]]:
        """Give every pair of a round-up's type and a type that it counts."""
        return [
            {"counting": counting.value, "counted": counted.value, "is_narrow": counting in self.narrow.types}
            for counting, every in self.counts.items()
            for counted in every
        ]


def find_parts(connection: DuckDBPyConnection, *, run_id: int, is_whole: bool, codebook: Path | None = None) -> None:
    """Bring the table `parts` up to date with the incidents, within the transaction that derived them.

    A part is a single incident whose days and place lie within those of the round-up, as precisely as both are known,
    whose kind, actors and toll do not contradict it. That is a function of the two incidents. Unless `is_whole`, only
    pairs with an incident of the temp tables `components` and `given_up` are looked at; all others stand.
    """
    book = read_codebook(RoundUpBook, "round_ups", overlay=codebook)
    given = {"kinds": book.kinds, "groups": [kind.value for kind in book.groups.types]}
    connection.execute(statement("parts/asked_all" if is_whole else "parts/asked"))
    for step in STEPS:
        sql = statement(f"parts/{step}")
        connection.execute(sql, {name: value for name, value in given.items() if f"${name}" in sql} or None)
    replace_parts(connection, run_id=run_id)
    connection.execute("drop macro spanned; drop view standing")
    for table in TABLES:
        connection.execute(f"drop table {table}")
