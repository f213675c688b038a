"""The store's SQL files: migrations, views, checks and statements, read from the package."""

from functools import cache
from importlib import resources
from typing import Literal

__all__ = ["Folder", "scripts", "statement"]

Folder = Literal["checks", "migrations", "statements", "views"]


@cache
def scripts(folder: Folder) -> dict[str, str]:
    """Read a folder's scripts, by name without the ending, in the order of their names."""
    files = resources.files("outputs.store").joinpath(folder).iterdir()
    named = sorted((file.name.removesuffix(".sql"), file) for file in files if file.name.endswith(".sql"))
    return {name: file.read_text(encoding="utf-8") for name, file in named}


def statement(name: str) -> str:
    """Read one statement of the folder `statements`."""
    return scripts("statements")[name]
