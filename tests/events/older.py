"""Datasets as older programs left them: the earlier migrations alone, and the rows that these have a place for."""

from collections.abc import Callable
from pathlib import Path

import duckdb

from outputs.store.migrate import Migration, migrations
from outputs.store.script import statement

__all__ = ["made_older"]


def made_older(dataset: Path, *, before: int) -> Path:
    """Give the dataset as a program wrote it that knew no migration from the number `before` on."""
    older = dataset.with_stem(f"{dataset.stem}-before-{before}")
    with duckdb.connect(str(older)) as connection:
        connection.execute("set TimeZone = 'UTC'")
        connection.execute(statement("create_migrations"))
        for migration in filter(_known(before), migrations()):
            connection.execute(migration.sql)
            record = {"number": migration.number, "name": migration.name}
            connection.execute(statement("record_migration"), record)
        connection.execute(f"attach '{dataset}' as newer (read_only)")
        tables = connection.sql(
            "select table_name from duckdb_tables() where database_name <> 'newer' and table_name <> 'migrations'"
        ).fetchall()
        for (table,) in tables:
            columns = ", ".join(name for name, *_ in connection.sql(f"describe {table}").fetchall())
            connection.execute(f"insert into {table} ({columns}) select {columns} from newer.{table}")
    return older


def _known(before: int) -> Callable[[Migration], bool]:
    return lambda migration: migration.number < before
