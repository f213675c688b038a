"""The contents of a bundle: its data files, each with its rows and columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from outputs.excerpts.excerpts import Excerpts
from outputs.export.export import export
from outputs.export.format import SUFFIXES
from outputs.export.layout import LAYOUTS, Column
from outputs.export.left_out import NAME as LEFT_OUT
from outputs.publish.terms import Terms
from outputs.query.session import locked

__all__ = ["DATA", "DataFile", "other_files", "write_data"]

DATA = "data"
# What affray's own layout gives: what may be published of a dataset, and no list of others.
PARTS = ("incidents", "mentions", "claims", "casualties", "participants", "reports", "places", "actors")
# Whole workbooks and maps are made of incidents alone.
TABULAR = frozenset({"csv", "parquet", "jsonl"})


@dataclass(frozen=True)
class DataFile:
    """One file: its name in the bundle, format, rows and columns, and what its layout could not say."""

    path: str
    layout: str
    what: str
    form: str
    rows: int
    columns: tuple[Column, ...]
    warnings: tuple[str, ...] = ()


def write_data(dataset: Path, folder: Path, terms: Terms, *, as_of: str | None) -> list[DataFile]:
    """Write each layout in each format that can hold it; give the files in a fixed order.

    Raises:
        ExportError: the folder cannot be written.
        MissingExtraError: a format's library is not installed.

    """
    (folder / DATA).mkdir()
    return list(_written(dataset, folder, terms, as_of))


def _written(dataset: Path, folder: Path, terms: Terms, as_of: str | None) -> Iterator[DataFile]:
    excerpts = Excerpts(terms.quote_characters, texts=terms.texts)
    for layout, what, form in _wanted(terms):
        name = what if layout == "affray" else layout
        path = f"{DATA}/{name}{_suffix(form)}"
        done = export(
            dataset,
            folder / path,
            what=what,
            as_format=form,
            force=False,
            as_of=as_of,
            layout=layout,
            redacted=terms.redacted,
            excerpts=excerpts,
        )
        with locked(dataset, as_of=as_of, redacted=terms.redacted, excerpts=excerpts) as connection:
            columns = LAYOUTS[layout].lay_out(connection, what).columns
        yield DataFile(path, layout, what, form, done.rows, columns, done.warnings)


def _wanted(terms: Terms) -> Iterator[tuple[str, str, str]]:
    for layout in terms.layouts:
        held = LAYOUTS[layout].formats
        # a layout that no chosen format can hold is written in the first that can
        forms = [form for form in terms.formats if held is None or form in held] or list(held or ())[:1]
        for what in PARTS if layout == "affray" else ("incidents",):
            yield from ((layout, what, form) for form in forms if what == "incidents" or form in TABULAR)


def _suffix(form: str) -> str:
    return next(suffix for suffix, named in SUFFIXES.items() if named == form)


def other_files(folder: Path) -> list[str]:
    """Give what an export laid beside its files."""
    return [f"{DATA}/{LEFT_OUT}"] if (folder / DATA / LEFT_OUT).exists() else []
