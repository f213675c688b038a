"""The catalogue: every table, view and column of a dataset, read from the codebook `columns`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from schemas import vocabulary
from schemas.codebook import load_codebook

__all__ = ["Column", "Relation", "catalogue", "shared_columns"]

Entries = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Column:
    """One column: its DuckDB type, what it means, and the closed words that it takes, if it does."""

    name: str
    type: str
    means: str
    words: tuple[str, ...] = ()

    @property
    def comment(self) -> str:
        """Say what the column means and which words it takes."""
        return f"{self.means} One of: {', '.join(self.words)}." if self.words else self.means


@dataclass(frozen=True)
class Relation:
    """One table or view with its columns in the database's order; outsiders rely on the public ones."""

    name: str
    kind: Literal["table", "view"]
    public: bool
    means: str
    columns: tuple[Column, ...]


@cache
def catalogue() -> Mapping[str, Relation]:
    """Give every relation of a dataset by name, in the codebook's order."""
    book = load_codebook("columns")
    return MappingProxyType({name: _relation(name, entry, book) for name, entry in book["relations"].items()})


@cache
def shared_columns() -> tuple[Column, ...]:
    """Give the columns that mentions and incidents share, in their order."""
    book = load_codebook("columns")
    return _columns(book["shared"], book)


def _relation(name: str, entry: Mapping[str, Any], book: Mapping[str, Any]) -> Relation:
    columns = _columns(entry["columns"], book)
    if entry.get("shared", False):
        columns += _columns(book["shared"], book)
    return Relation(
        name=name,
        kind=entry["kind"],
        public=entry.get("public", False),
        means=entry["means"],
        columns=columns + _columns(entry.get("further", {}), book),
    )


def _columns(entries: Entries, book: Mapping[str, Any]) -> tuple[Column, ...]:
    return tuple(_column(name, entry, book) for name, entry in entries.items())


def _column(name: str, entry: Mapping[str, Any], book: Mapping[str, Any]) -> Column:
    told = _likened(entry, book)
    vocabulary_name = told.get("words")
    words: type[StrEnum] | tuple[()] = getattr(vocabulary, vocabulary_name) if vocabulary_name else ()
    return Column(name=name, type=told["type"], means=told["means"], words=tuple(str(word) for word in words))


def _likened(entry: Mapping[str, Any], book: Mapping[str, Any]) -> Mapping[str, Any]:
    """Lay the entry over the one that it is like: `reports.title`, or `shared.place`."""
    if "like" not in entry:
        return entry
    relation, column = entry["like"].split(".")
    place = book if relation == "shared" else book["relations"][relation]
    found = place["shared"] if relation == "shared" else {**place["columns"], **place.get("further", {})}
    return {**_likened(found[column], book), **entry}
