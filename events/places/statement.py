"""The SQL of this package, file by file."""

from functools import cache
from importlib import resources

__all__ = ["read_sql"]


@cache
def read_sql(name: str) -> str:
    """Read one of this package's SQL files."""
    return resources.files("events.places").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
