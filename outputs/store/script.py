"""The store's SQL files: migrations, views, questions, checks and statements, read from the package."""

from functools import cache
from importlib import resources
from typing import Literal

__all__ = ["Folder", "scripts", "statement", "views"]

Folder = Literal["checks", "migrations", "questions", "statements", "views"]


@cache
def scripts(folder: Folder) -> dict[str, str]:
    """Read a folder's scripts, by name without the ending, in the order of their names."""
    files = resources.files("outputs.store").joinpath(folder).iterdir()
    named = sorted((file.name.removesuffix(".sql"), file) for file in files if file.name.endswith(".sql"))
    return {name: file.read_text(encoding="utf-8") for name, file in named}


def statement(name: str) -> str:
    """Read one statement of the folder `statements`."""
    return scripts("statements")[name]


def views() -> tuple[str, ...]:
    """Give what makes every view: first those of the dataset, then the questions, which read them.

    Among the questions the incidents that may be counted come first, since the others count them.
    """
    questions = dict(scripts("questions"))
    return (*scripts("views").values(), questions.pop("countable_incidents"), *questions.values())
