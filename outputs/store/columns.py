"""The catalogue: every table, view and column of a dataset, read from the codebook `columns`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
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
    """One table or view with its columns in the database's order; outsiders rely on the public ones.

    `past` names the table that holds the rows which a later run has superseded, where there is one.
    """

    name: str
    kind: Literal["table", "view"]
    public: bool
    means: str
    columns: tuple[Column, ...]
    past: str | None = None

    def has(self, column: str) -> bool:
        """Say whether it has a column of the name."""
        return any(own.name == column for own in self.columns)


@cache
def catalogue() -> Mapping[str, Relation]:
    """Give every relation of a dataset by name, in the codebook's order."""
    book = load_codebook("columns")
    told = (_relation(name, entry, book) for name, entry in book["relations"].items())
    return MappingProxyType({relation.name: relation for one in told for relation in (one, *_past_of(one))})


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
        past=f"past_{name}" if entry.get("past", False) else None,
    )


def _past_of(relation: Relation) -> tuple[Relation, ...]:
    """Give the table of what stood in a table before, where it has one."""
    if relation.past is None:
        return ()
    columns = tuple(replace(column, words=()) for column in relation.columns)
    until = Column(name="until_run", type="INTEGER", means="The run that superseded the row.")
    means = f"Rows that stood in {relation.name} until a later run superseded them."
    return (Relation(relation.past, "table", public=False, means=means, columns=(*columns, until)),)


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
