"""Settings: what a dataset was begun with and keeps."""

from collections.abc import Mapping

from duckdb import DuckDBPyConnection

from outputs.store.insert import put
from outputs.store.script import statement
from outputs.store.transaction import transaction

__all__ = ["read_settings", "write_settings"]


def read_settings(connection: DuckDBPyConnection) -> dict[str, str]:
    """Give the dataset's settings by name; none where it was never told any."""
    return dict(connection.sql(statement("list_settings")).fetchall())


def write_settings(connection: DuckDBPyConnection, settings: Mapping[str, str]) -> None:
    """Keep settings in the dataset, in one transaction; those that are not named stay as they are."""
    with transaction(connection):
        put(connection, "settings", "key", ({"key": key, "value": value} for key, value in settings.items()))
