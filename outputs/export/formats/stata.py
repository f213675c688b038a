"""Stata: variables with labels, closed words as labelled numbers, days as Stata's days."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

from outputs.export.edition import Edition
from outputs.export.extra import library
from outputs.export.layout import Column
from outputs.export.plain import Plain, plain

__all__ = ["stata_names", "write_stata"]

# Stata 14 and later: UTF-8, and long texts as strL.
VERSION = 14

# Stata 18, "Limits".
LONGEST_NAME = 32
LONGEST_LABEL = 80

# The greatest number that Stata's long holds, those above it mean missing; and beyond what its double is inexact.
LARGEST_LONG = 2_147_483_620
LARGEST_WHOLE = 2**53

WHOLE = frozenset(
    {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "HUGEINT"}
)

# What may be no name: the words of "help reserved" that a column could be called.
RESERVED = frozenset({"byte", "double", "float", "if", "in", "int", "long", "str", "strL", "using", "with"})

# The element that holds the time of writing: its length, 17, then "24 Sep 2023 10:00".
TIMESTAMP = re.compile(rb"<timestamp>\x11.{17}</timestamp>", re.DOTALL)
HEADER_BYTES = 2048
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


# A type of a library that need not be there.
Series: TypeAlias = Any


@dataclass(frozen=True)
class Variable:
    """A column as Stata takes it; `codes` says in words what its numbers mean, where they mean words."""

    name: str
    label: str
    series: Series
    codes: Mapping[int, str]


def write_stata(edition: Edition, path: Path) -> int:
    """Write the rows, which are all held in memory; give their number."""
    pyreadstat = library("pyreadstat", extra="stata", for_what="dta")
    polars = library("polars", extra="stata", for_what="dta")
    variables = list(_variables(polars, edition))
    frame = polars.DataFrame([variable.series for variable in variables])
    try:
        pyreadstat.write_dta(
            frame,
            str(path),
            version=VERSION,
            file_label=_shortened(edition.relation.name),
            column_labels={variable.name: variable.label for variable in variables},
            variable_value_labels={variable.name: dict(variable.codes) for variable in variables if variable.codes},
        )
    except pyreadstat.ReadstatError as error:
        raise OSError(str(error)) from error
    _date(path, edition.moment)
    return len(frame)


def stata_names(names: Sequence[str]) -> list[str]:
    """Make names that Stata takes: letters, digits and underscores, 32 at most, no two the same.

    >>> stata_names(["place", "2nd place", "in"])
    ['place', '_2nd_place', '_in']
    """
    taken: list[str] = []
    for name in names:
        cleaned = re.sub(r"[^A-Za-z0-9_]", "_", name) or "_"
        if cleaned[0].isdigit() or cleaned in RESERVED:
            cleaned = f"_{cleaned}"
        taken.append(next(one for one in _candidates(cleaned) if one not in taken))
    return taken


def _candidates(name: str) -> Iterator[str]:
    yield name[:LONGEST_NAME]
    number = 2
    while True:
        yield f"{name[: LONGEST_NAME - len(str(number)) - 1]}_{number}"
        number += 1


def _variables(polars: ModuleType, edition: Edition) -> Iterator[Variable]:
    told = {column.name: column for column in edition.relation.columns}
    answered = edition.relation.rows.columns()
    cells: list[list[Plain]] = [[] for _ in answered]
    for row in edition.relation.rows.values():
        for held, value in zip(cells, row, strict=True):
            held.append(plain(value))
    for column, name, held in zip(answered, stata_names([one.name for one in answered]), cells, strict=True):
        codes = _codes(told[column.name], column.type, held)
        numbers = {word: number for number, word in codes.items()}
        coded = [numbers.get(cell, cell) if isinstance(cell, str) else cell for cell in held]
        is_coded = bool(codes) and column.type == "VARCHAR"
        series = _series(polars, name, coded, "SMALLINT" if is_coded else column.type)
        yield Variable(name, _shortened(told[column.name].means), series, codes)


def _codes(column: Column, column_type: str, cells: Sequence[Plain]) -> dict[int, str]:
    """Say what a column's numbers mean; a closed list of words is numbered from 1, in its own order."""
    if column_type == "BOOLEAN":
        return {0: "no", 1: "yes"}
    if column_type in WHOLE:
        return {int(code): meaning for code, meaning in column.labels.items()}
    closed = column_type == "VARCHAR" and {cell for cell in cells if cell is not None} <= set(column.words)
    return dict(enumerate(column.words, start=1)) if closed else {}


def _series(polars: ModuleType, name: str, cells: Sequence[Plain], column_type: str) -> Series:
    if column_type == "BOOLEAN":
        return polars.Series(name, [None if cell is None else int(bool(cell)) for cell in cells], dtype=polars.Int8)
    if column_type in WHOLE:
        fits = all(abs(cell) <= LARGEST_LONG for cell in cells if isinstance(cell, int))
        exact = all(abs(cell) <= LARGEST_WHOLE for cell in cells if isinstance(cell, int))
        if exact:
            return polars.Series(name, cells, dtype=polars.Int32 if fits else polars.Float64)
    if column_type in {"DOUBLE", "FLOAT"}:
        return polars.Series(name, [_finite(cell) for cell in cells], dtype=polars.Float64)
    if column_type in {"DATE", "TIMESTAMP"}:
        return polars.Series(name, cells, dtype=polars.Date if column_type == "DATE" else polars.Datetime("ms"))
    # Stata's texts know no null.
    return polars.Series(name, ["" if cell is None else str(cell) for cell in cells], dtype=polars.String)


def _finite(cell: Plain) -> Plain:
    return cell if isinstance(cell, float) and isfinite(cell) else None


def _shortened(words: str) -> str:
    """Shorten a label to what Stata takes, and show it; the codebook has it whole."""
    return words if len(words) <= LONGEST_LABEL else f"{words[: LONGEST_LABEL - 1]}…"


def _date(path: Path, moment: datetime) -> None:
    """Put the dataset's time where the library wrote the clock's."""
    written = f"{moment.day:02} {MONTHS[moment.month - 1]} {moment:%Y %H:%M}"
    with path.open("r+b") as file:
        header = file.read(HEADER_BYTES)
        found = TIMESTAMP.search(header)
        if found is None:
            raise OSError("the Stata file has no time of writing")
        file.seek(found.start())
        file.write(b"<timestamp>\x11" + written.encode("ascii") + b"</timestamp>")
