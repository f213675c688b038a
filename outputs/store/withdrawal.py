"""Withdrawals: a report's part taken out of a dataset, and brought back as it was."""

from collections.abc import Collection

from duckdb import DuckDBPyConnection

from outputs.store.columns import catalogue
from outputs.store.insert import insert, remove
from outputs.store.renewal import TABLES_OF_MENTIONS
from outputs.store.script import statement
from schemas.record import Record

__all__ = ["Withdrawal", "bring_back", "incidents_of", "read_withdrawals", "take_out"]

TABLES_OF_REPORTS = ("claims", "place_references")


class Withdrawal(Record):
    """A report that is taken out: why, by whom, whether its words are gone, and the run that did it."""

    report_id: str
    why: str
    withdrawn_by: str | None = None
    erased: bool = False
    run_id: int = 0


def read_withdrawals(connection: DuckDBPyConnection, report_ids: Collection[str]) -> dict[str, Withdrawal]:
    """Give those of the reports that are taken out."""
    found = connection.execute(statement("list_withdrawals"), {"report_ids": list(report_ids)}).fetchall()
    rows = (dict(zip(Withdrawal.model_fields, values, strict=True)) for values in found)
    return {row["report_id"]: Withdrawal(**row) for row in rows}


def incidents_of(connection: DuckDBPyConnection, report_ids: Collection[str]) -> set[str]:
    """Give the incidents that the reports tell."""
    found = connection.execute(statement("incidents_of_reports"), {"report_ids": list(report_ids)}).fetchall()
    return {incident_id for (incident_id,) in found}


def take_out(connection: DuckDBPyConnection, withdrawals: Collection[Withdrawal], *, run_id: int) -> None:
    """Supersede all that the reports told and write down why, within a transaction; incidents are left to linking."""
    report_ids = [withdrawal.report_id for withdrawal in withdrawals]
    found = connection.execute(statement("mentions_of_reports"), {"report_ids": report_ids}).fetchall()
    mention_ids = [mention_id for (mention_id,) in found]
    for table in TABLES_OF_MENTIONS:
        remove(connection, table, "mention_id", mention_ids, run_id=run_id)
    for table in TABLES_OF_REPORTS:
        remove(connection, table, "report_id", report_ids, run_id=run_id)
    remove(connection, "withdrawals", "report_id", report_ids, run_id=run_id)
    insert(
        connection,
        "withdrawals",
        [withdrawal.model_dump(exclude={"run_id"}) for withdrawal in withdrawals],
        run_id=run_id,
    )


def bring_back(connection: DuckDBPyConnection, withdrawals: Collection[Withdrawal], *, run_id: int) -> None:
    """Write again what the reports told before, within a transaction; incidents are left to linking."""
    for withdrawal in withdrawals:
        since = {"since": withdrawal.run_id, "run_id": run_id}
        values = {**since, "report_id": withdrawal.report_id}
        for table in TABLES_OF_REPORTS:
            connection.execute(_restoration(table, "report_id = $report_id"), values)
        connection.execute(_restoration("mention_facts", "report_id = $report_id"), values)
        told = "mention_id in (select mention_id from mention_facts where report_id = $report_id)"
        for table in TABLES_OF_MENTIONS[1:]:
            connection.execute(_restoration(table, told), values)
        for table, key in (("places", "place_id"), ("actors", "actor_id")):
            connection.execute(_restoration(table, f"{key} not in (select {key} from {table})"), since)  # noqa: S608 (words of this file)
    remove(connection, "withdrawals", "report_id", [withdrawal.report_id for withdrawal in withdrawals], run_id=run_id)


def _restoration(table: str, condition: str) -> str:
    """Write, from the catalogue's own names, what copies the rows that a withdrawal superseded."""
    relation = catalogue()[table]
    columns = ", ".join(column.name for column in relation.columns if column.name != "run_id")
    return (
        f"insert into {table} by name select {columns}, $run_id::integer as run_id from {relation.past} "  # noqa: S608 (the catalogue's words)
        f"where until_run = $since and {condition}"
    )
