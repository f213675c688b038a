"""Migrations: the numbered changes that bring a file's schema up to this program's."""

import hashlib
from dataclasses import dataclass
from functools import cache

from duckdb import DuckDBPyConnection

from outputs.store.columns import Column, Relation, catalogue
from outputs.store.quote import identifier, literal
from outputs.store.script import scripts, statement, views
from outputs.store.transaction import transaction
from schemas.errors import StoreError, StoreTooNewError

__all__ = ["Migration", "describe", "migrate", "migrations", "refuse_strangers"]


@dataclass(frozen=True, order=True)
class Migration:
    """One change of the schema; issue N of the plan owns the numbers 0N00 to 0N99."""

    number: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """Give all that this program knows, in the order of their numbers."""
    found = []
    for stem, sql in scripts("migrations").items():
        number, _, name = stem.partition("_")
        found.append(Migration(number=int(number), name=name, sql=sql))
    return tuple(sorted(found))


def refuse_strangers(connection: DuckDBPyConnection, *, name: str) -> None:
    """Raise unless the open file `name` is a dataset that this program knows whole.

    Raises:
        StoreError: it is a database of something else.
        StoreTooNewError: it has been through a migration that this program lacks.

    """
    tables = {table for (table,) in connection.sql(statement("list_tables")).fetchall()}
    if "migrations" not in tables:
        raise StoreError(f"{name} is a DuckDB file, but no affray dataset. Name another file.")
    known = {migration.number for migration in migrations()}
    for number, change in connection.sql(statement("list_migrations")).fetchall():
        if number not in known:
            raise StoreTooNewError(
                f"{name} was written by a newer affray (migration {number:04} {change}). Update affray to use it."
            )


def migrate(connection: DuckDBPyConnection, *, name: str) -> None:
    """Apply the migrations that the open file `name` lacks, each in one transaction with its record.

    A lower number may come after a higher one: branches of the plan are merged in any order.

    Raises:
        StoreError: it is a database of something else.
        StoreTooNewError: it has been through a migration that this program lacks.

    """
    if not connection.sql(statement("list_tables")).fetchall():
        connection.execute(statement("create_migrations"))
    refuse_strangers(connection, name=name)
    applied = {number for number, _ in connection.sql(statement("list_migrations")).fetchall()}
    for migration in migrations():
        if migration.number not in applied:
            _apply(connection, migration)


def describe(connection: DuckDBPyConnection) -> None:
    """Make every view and comment every table, view and column, in one transaction, unless it stands so already."""
    description = _description()
    if connection.sql("from described").fetchall() == [(description, _digest_of_views(connection))]:
        return
    with transaction(connection):
        for sql in _descriptive():
            connection.execute(sql)
        connection.execute("delete from described")
        views_made = _digest_of_views(connection)
        connection.execute(statement("record_description"), {"description": description, "views": views_made})


def _digest_of_views(connection: DuckDBPyConnection) -> str:
    ((digest,),) = connection.execute(statement("digest_views")).fetchall()
    return str(digest)


@cache
def _descriptive() -> tuple[str, ...]:
    """Give what makes the views, which are made before they are commented."""
    return (*views(), *(";\n".join(_comments(relation)) for relation in catalogue().values()))


@cache
def _description() -> str:
    """Name the views and comments, and the tables that they are of: a view is made anew where a migration came."""
    known = [migration.sql for migration in migrations()]
    return hashlib.sha256("\0".join([*known, *_descriptive()]).encode()).hexdigest()


def _apply(connection: DuckDBPyConnection, migration: Migration) -> None:
    with transaction(connection):
        connection.execute(migration.sql)
        connection.execute(statement("record_migration"), {"number": migration.number, "name": migration.name})


def _comments(relation: Relation) -> list[str]:
    """Write the statements; `comment on` takes no parameters, and the words are the codebook's own."""
    table = f"comment on {relation.kind} {identifier(relation.name)} is {literal(relation.means)}"
    return [table, *(_column_comment(relation, column) for column in relation.columns)]


def _column_comment(relation: Relation, column: Column) -> str:
    place = f"{identifier(relation.name)}.{identifier(column.name)}"
    return f"comment on column {place} is {literal(column.comment)}"
