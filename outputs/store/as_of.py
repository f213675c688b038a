"""The dataset as it stood: which run a moment means, and the tables and views as they were after it."""

from datetime import date, datetime, time, timedelta

from duckdb import DuckDBPyConnection

from outputs.store.columns import Relation, catalogue
from outputs.store.script import statement, views
from schemas.errors import UsageError

__all__ = ["NOW", "run_at", "stand_at"]

NOW = "now"
# what came with a run, and was not yet superseded by it
STANDING = "select {columns} from dataset.main.{table} where coalesce(run_id, 0) <= {run_id}"
PAST = "select {columns} from dataset.main.{past} where coalesce(run_id, 0) <= {run_id} and until_run > {run_id}"


def run_at(connection: DuckDBPyConnection, moment: str) -> int:
    """Give the run after which the dataset stood so: of a tag, of a day (the last that had ended by then), or `now`.

    Raises:
        UsageError: there is no such tag, or no run had ended by that day.

    """
    if moment == NOW:
        return _number(connection, "last_run", {}) or 0
    tagged = _number(connection, "run_of_tag", {"name": moment})
    if tagged is not None:
        return tagged
    day = _day(moment)
    if day is None:
        tags = [name for (name,) in connection.sql(statement("list_tags")).fetchall()]
        known = f"Its tags are {', '.join(tags)}" if tags else "It has no tags"
        raise UsageError(f"'{moment}' is no tag of this dataset and no day. {known}; a day is written 2024-03-31.")
    midnight = datetime.combine(day + timedelta(days=1), time.min)
    run_id = _number(connection, "last_run_by", {"before": midnight})
    if run_id is None:
        raise UsageError(f"No run had ended by {day}. The first ended on {_first_day(connection)}.")
    return run_id


def stand_at(connection: DuckDBPyConnection, run_id: int) -> None:
    """Let every table and view answer as it did after a run, for this connection alone."""
    for relation in catalogue().values():
        if relation.kind == "table" and relation.has("run_id") and not relation.has("until_run"):
            connection.execute(f"create or replace temp view {relation.name} as {_as_it_stood(relation, run_id)}")
    for view in views():
        connection.execute(view.replace("create or replace view", "create or replace temp view", 1))


def _as_it_stood(relation: Relation, run_id: int) -> str:
    columns = ", ".join(column.name for column in relation.columns)
    parts = [STANDING] + ([PAST] if relation.past else [])
    told = {"columns": columns, "table": relation.name, "past": relation.past, "run_id": int(run_id)}
    return " union all ".join(part.format(**told) for part in parts)


def _number(connection: DuckDBPyConnection, name: str, values: dict[str, object]) -> int | None:
    found = connection.execute(statement(name), values or None).fetchall()
    return int(found[0][0]) if found and found[0][0] is not None else None


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment)
    except ValueError:
        return None


def _first_day(connection: DuckDBPyConnection) -> str:
    ((day,),) = connection.sql(statement("first_run_ended")).fetchall()
    return str(day) if day else "no day yet"
