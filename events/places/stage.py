"""Rows of one source on their way into the gazetteer: tables on disk, counted and digested while they are written."""

import csv
import hashlib
import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from events.places.normalise import normalise
from events.places.row import NameRow, PlaceRow

__all__ = ["Stage", "Staged", "staged_polygons"]

FLUSHED = 1 << 20  # characters
LENGTHS = struct.Struct(">II")
COUNTRIES_TOLD_APART = 2  # enough to know that a file is not of one country

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Staged:
    """What was staged of a source, and the folder of its tables; `country_code` where all places are of one.

    `version` is the day on which the source last changed one of the places; `digest` hashes all rows in their order.
    """

    folder: Path
    licence: str
    places: int
    names: int
    digest: str
    country_code: str | None = None
    version: str | None = None

    @property
    def tables(self) -> dict[str, str]:
        """Give the paths of the two tables by their names."""
        return {name: str(self.folder / f"{name}.csv") for name in ("places", "names")}


class _Table:
    """A CSV that is written in large pieces and hashed on the way."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self._buffer = io.StringIO(newline="")
        self.digest = hashlib.sha256()
        writer = csv.writer(self._buffer, lineterminator="\n")
        self.write_row, self.write_rows = writer.writerow, writer.writerows

    def flush(self, *, longer_than: int = 0) -> None:
        if self._buffer.tell() > longer_than:
            data = self._buffer.getvalue().encode()
            self.digest.update(data)
            self._file.write(data)
            self._buffer.seek(0)
            self._buffer.truncate()

    def close(self) -> None:
        self.flush()
        self._file.close()


class Stage:
    """Takes the rows of one source and writes them into a folder that is there and empty."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places, self._names = _Table(folder / "places.csv"), _Table(folder / "names.csv")
        self._polygons = (folder / "polygons").open("wb")
        self._outlines = hashlib.sha256()
        self._countries: set[str | None] = set()
        self._version: str | None = None
        self._licence: str | None = None
        self.places = 0
        self.names = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._places.close()
        self._names.close()
        self._polygons.close()

    def add(self, row: PlaceRow) -> None:
        """Write a place with its names, each once: of two that are spelt alike the first stays."""
        self.places += 1
        self._licence = self._licence or row.licence
        if len(self._countries) < COUNTRIES_TOLD_APART:
            self._countries.add(row.country_code)
        if row.modified and (self._version is None or row.modified > self._version):
            self._version = row.modified
        self._places.write_row(_values(row))
        place_id = row.place_id
        keys: dict[str, tuple[str, str, str, str, str | None]] = {}
        for name, kind, language in row.names:
            key = normalise(name)
            if key and key not in keys:
                keys[key] = (key, place_id, kind, name, language)
        self.names += len(keys)
        self._names.write_rows(keys.values())
        if row.polygon is not None:
            self._add_polygon(place_id.encode(), row.polygon)
        self._places.flush(longer_than=FLUSHED)
        self._names.flush(longer_than=FLUSHED)

    def add_name(self, row: NameRow) -> None:
        """Write one more name of a place, whether the place is in this source or not."""
        key = normalise(row.name.name)
        if key:
            self.names += 1
            self._names.write_row((key, row.place_id, row.name.kind, row.name.name, row.name.language))
            self._names.flush(longer_than=FLUSHED)

    def _add_polygon(self, place_id: bytes, polygon: bytes) -> None:
        record = LENGTHS.pack(len(place_id), len(polygon)) + place_id + polygon
        self._outlines.update(record)
        self._polygons.write(record)

    def finish(self, *, licence: str | None = None) -> Staged:
        """Close the tables and say what is in them."""
        self.__exit__()
        parts = (self._places.digest, self._names.digest, self._outlines)
        told = licence or self._licence or "not stated"
        content = "\n".join([told, *(part.hexdigest() for part in parts)])
        return Staged(
            folder=self._folder,
            licence=told,
            places=self.places,
            names=self.names,
            digest=hashlib.sha256(content.encode()).hexdigest(),
            country_code=next(iter(self._countries)) if len(self._countries) == 1 else None,
            version=self._version,
        )


def staged_polygons(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Read the polygons of a stage again, each with the id of its division."""
    with (folder / "polygons").open("rb") as file:
        while head := file.read(LENGTHS.size):
            id_length, length = LENGTHS.unpack(head)
            yield file.read(id_length).decode(), file.read(length)


def _values(row: PlaceRow) -> tuple[Cell, ...]:
    return (
        row.place_id,
        " ".join(row.name.split()),
        row.kind,
        row.latitude,
        row.longitude,
        row.radius_km,
        row.country_code,
        row.admin1_id,
        row.admin2_id,
        row.admin3_id,
        ".".join(row.admin_codes) or None,
        normalise(row.admin1_name) if row.admin1_name else None,
        row.population,
        row.geonames_id,
        " ".join(row.disputed_by) or None,
    )
