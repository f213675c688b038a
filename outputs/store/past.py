"""What stood before: rows that a run supersedes go to the table beside, and come back where nothing changed."""

from collections.abc import Sequence
from functools import cache

from duckdb import DuckDBPyConnection

from outputs.store.columns import Relation, catalogue

__all__ = ["settle", "stands_as_before", "supersede", "with_past"]

# Statements are written from the catalogue's own names; every value is bound.


def with_past() -> tuple[Relation, ...]:
    """Give the tables whose superseded rows are kept."""
    return tuple(relation for relation in catalogue().values() if relation.past)


def supersede(
    connection: DuckDBPyConnection, table: str, condition: str, values: Sequence[object], *, run_id: int | None
) -> None:
    """Keep the rows of a table that a run is about to take away, within its transaction; `values` are bound.

    A row that came with the same run is not kept: no finished run ever showed it.

    Raises:
        ValueError: the table keeps what stood before, and no run is named.

    """
    past = catalogue()[table].past
    if past is None:
        return
    if run_id is None:
        raise ValueError(f"{table} keeps what stood before: name the run that supersedes it")
    sql = (
        f"insert into {past} by name select *, ?::integer as until_run from {table} "  # noqa: S608 (catalogue's words)
        f"where coalesce(run_id, 0) < ? and {condition}"
    )
    connection.execute(sql, [run_id, run_id, *values])


def settle(connection: DuckDBPyConnection, *, run_id: int) -> None:
    """Undo what changed nothing: a row that a run took away and wrote again as it was has stood all along.

    Call it at the end of a transaction. So whoever derives rows anew may take them away and write them.
    """
    for (table,) in connection.execute(_superseded(), {"run_id": run_id}).fetchall():
        for sql in _settlement(table):
            connection.execute(sql, {"run_id": run_id} if "$run_id" in sql else None)


def stands_as_before(connection: DuckDBPyConnection, *, run_id: int) -> bool:
    """Say whether a run has brought nothing and taken nothing away; ask once it is settled."""
    own = (relation for relation in catalogue().values() if relation.kind == "table" and relation.name != "runs")
    columns = [(one.name, name) for one in own for name in ("run_id", "until_run") if one.has(name)]
    parts = (f"select 1 from {table} where {column} = $run_id" for table, column in columns)  # noqa: S608 (catalogue's words)
    found = connection.execute(" union all ".join(parts) + " limit 1", {"run_id": run_id}).fetchone()
    return found is None


@cache
def _superseded() -> str:
    """Ask which tables a run has taken rows from."""
    asked = (
        f"select '{relation.name}' where exists (from {relation.past} where until_run = $run_id)"
        for relation in with_past()
    )
    return " union all ".join(asked)


@cache
def _settlement(table: str) -> tuple[str, ...]:
    past = catalogue()[table].past
    said = [column.name for column in catalogue()[table].columns if column.name != "run_id"]
    standing, gone = (", ".join(f"{side}.{name}" for name in said) for side in ("standing", "gone"))
    find = f"""
        create or replace temp table unchanged as
        select standing.rowid as standing, gone.rowid as gone, gone.run_id
        from {table} as standing
        join {past} as gone on row({standing}) is not distinct from row({gone})
        where standing.run_id = $run_id and gone.until_run = $run_id
    """  # noqa: S608 (the catalogue's words)
    keep = f"update {table} set run_id = unchanged.run_id from unchanged where {table}.rowid = unchanged.standing"  # noqa: S608 (the catalogue's words)
    forget = f"delete from {past} where rowid in (select gone from unchanged)"  # noqa: S608 (the catalogue's words)
    return find, keep, forget, "drop table unchanged"
