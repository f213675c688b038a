"""Codebooks: what a linguist or a country expert would want to change, as TOML."""

import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from schemas.errors import CodebookError
from schemas.record import Record
from schemas.shape import misfits

__all__ = ["load_codebook", "read_codebook", "require_known_codebooks"]

Book = TypeVar("Book", bound=Record)
Table = Mapping[str, Any]


def load_codebook(name: str, *, overlay: Path | None = None) -> dict[str, Any]:
    """Read the codebook `name`, with the user's own of the same name from the folder `overlay` laid over it.

    Tables are merged key by key, lists are joined, everything else is replaced.

    Raises:
        CodebookError: the overlay is no TOML, or an entry of it has no place in the book.

    """
    shipped = resources.files("schemas").joinpath("codebooks", f"{name}.toml").read_text(encoding="utf-8")
    book = tomllib.loads(shipped)
    path = overlay / f"{name}.toml" if overlay else None
    if path is None or not path.exists():
        return book
    try:
        own = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise CodebookError(
            f"{path} cannot be used as a codebook: {error}. Mend it or leave out --codebook."
        ) from error
    for misfit in misfits(name, book, own):
        raise CodebookError(f"{path} cannot be used as a codebook: {misfit}")
    return _laid_over(book, own)


def read_codebook(kind: type[Book], name: str, *, overlay: Path | None = None) -> Book:
    """Read a codebook as a record, with the user's own laid over it.

    Raises:
        CodebookError: an entry is missing, unknown or of another kind.

    """
    try:
        return kind.model_validate(load_codebook(name, overlay=overlay))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise CodebookError(f"{name}.toml cannot be used: {where}: {first['msg']}") from error


def require_known_codebooks(folder: Path) -> None:
    """Refuse a folder with a codebook that nobody would ever read.

    Raises:
        CodebookError: a TOML file has the name of no codebook.

    """
    known = sorted(path.name for path in resources.files("schemas").joinpath("codebooks").iterdir())
    for path in sorted(folder.glob("*.toml")):
        if path.name not in known:
            raise CodebookError(f"{path} is no codebook of affray's. Give it one of these names: {', '.join(known)}.")


def _laid_over(book: Table, overlay: Table) -> dict[str, Any]:
    merged = dict(book)
    for key, value in overlay.items():
        below = merged.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            merged[key] = _laid_over(below, value)
        elif isinstance(below, list) and isinstance(value, list):
            merged[key] = [*below, *value]
        else:
            merged[key] = value
    return merged
