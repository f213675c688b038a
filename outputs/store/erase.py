"""Erasure: the words of reports, and what was derived from them, out of every state of a dataset."""

from collections.abc import Collection

from duckdb import DuckDBPyConnection

from outputs.store.columns import catalogue
from outputs.store.script import statement

__all__ = ["erase"]

# Tables that name reports and mentions by their ids alone, so that history keeps that they were there.
IDS_ALONE = (
    *("reports", "past_reports", "withdrawals", "past_withdrawals"),
    *("memberships", "past_memberships", "derivations", "past_derivations"),
)
# What people said of incidents is theirs: of reports it holds the places where their words stood.
OF_PEOPLE = "judgement"
KEYS = {"report_id": "erased_reports", "mention_id": "erased_mentions", "other_id": "erased_mentions"}


def erase(connection: DuckDBPyConnection, report_ids: Collection[str]) -> None:
    """Remove the words of reports that were taken out, within a transaction; DuckDB's file may still hold their bytes.

    Old states of incidents that they alone told go, too; from those that others told as well go the words.
    """
    connection.execute(statement("find_erased"), {"report_ids": list(report_ids)})
    connection.execute(statement("find_erased_mentions"))
    for name in ("erase_versions", "erase_rejects"):
        connection.execute(statement(name))
    for relation in catalogue().values():
        if relation.kind == "table" and relation.name not in IDS_ALONE and OF_PEOPLE not in relation.name:
            for column in (one.name for one in relation.columns if one.name in KEYS):
                erased = f"select {KEYS[column].removeprefix('erased_')[:-1]}_id from {KEYS[column]}"  # noqa: S608 (words of this file)
                connection.execute(f"delete from {relation.name} where {column} in ({erased})")  # noqa: S608 (the catalogue's words)
    connection.execute(statement("erase_reports"))
