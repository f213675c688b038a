"""Parts in the store: which incidents a round-up counts."""

from duckdb import DuckDBPyConnection

from outputs.store.past import supersede
from outputs.store.script import statement

__all__ = ["replace_parts"]


def replace_parts(connection: DuckDBPyConnection, *, run_id: int) -> None:
    """Let the temp table `told_parts` say which parts the incidents in the temp table `asked_incidents` have and are.

    Those of other incidents stand as they are. Afterwards no round-up waits to be asked for.
    """
    connection.execute(statement("differing_parts"))
    of_these = "parts.rowid in (select rowid from idle_parts)"
    supersede(connection, "parts", of_these, [], run_id=run_id)
    connection.execute(f"delete from parts where {of_these}")  # noqa: S608 (the names above)
    connection.execute(statement("add_parts"), {"run_id": run_id})
    connection.execute("delete from unasked_round_ups; drop table idle_parts; drop table new_parts")
