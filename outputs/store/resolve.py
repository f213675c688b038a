"""Ids that were given out: each resolves, however often incidents were joined since."""

from duckdb import DuckDBPyConnection

from outputs.store.script import statement

__all__ = ["resolve_id"]


def resolve_id(connection: DuckDBPyConnection, incident_id: str) -> str | None:
    """Give the incident that stands in the place of the one with this id, itself if it stands.

    None: nothing goes on in its place.

    Raises:
        KeyError: no incident ever had the id.

    """
    found = connection.execute(statement("resolve_id"), {"incident_id": incident_id}).fetchall()
    if not found:
        raise KeyError(incident_id)
    ((standing,),) = found
    return str(standing) if standing is not None else None
