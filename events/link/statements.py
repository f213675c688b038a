"""The linker's SQL, read from the package: one file, one thought."""

from functools import cache
from importlib import resources

__all__ = ["statement"]


@cache
def statement(name: str) -> str:
    """Read one file of the folder `sql`; a name may lead into a folder of it."""
    return resources.files("events.link").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
