"""The divisions of what a gazetteer's codes leave without, from the polygons, while the gazetteer is composed."""

import csv
from pathlib import Path
from typing import Any

import duckdb

from events.places.enclosures import Enclosures, Found, Point, Region
from events.places.statement import read_sql
from events.places.territory import Box

__all__ = ["enclose", "enclosures_of"]

PORTION = 50_000  # points; they come country by country, so that a polygon is read once or twice
# Divisions first: a village in a district of the second order lies in the district's province.
ROUNDS = (("admin2", "admin3"), ("settlement", "site"))
ORDERS = ("admin1", "admin2", "admin3")


def enclose(connection: duckdb.DuckDBPyConnection, *, folder: Path) -> None:
    """Fill the divisions that `staged_places` lacks from the polygons of `told_boundaries`; `folder` is a workshop."""
    enclosures = enclosures_of(connection, "regions")
    if enclosures is None:
        return
    path = folder / "enclosed.csv"
    for kinds in ROUNDS:
        connection.execute(read_sql("open_points"), {"kinds": list(kinds)})
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            while rows := connection.fetchmany(PORTION):
                found = enclosures.around([Point(*row[1:]) for row in rows])
                writer.writerows(
                    (row[0], *_ids(around, but=row[0])) for row, around in zip(rows, found, strict=True) if around
                )
        connection.execute(read_sql("enclosed"), {"enclosed": str(path)})


def enclosures_of(connection: duckdb.DuckDBPyConnection, regions: str) -> Enclosures | None:
    """Open the polygons of a gazetteer that the statement `regions` lists; None where it has none.

    The statement gives for each the number of its row and the table it is in, then what a `Region` has.
    """
    rows = connection.execute(read_sql(regions)).fetchall()
    if not rows:
        return None
    # a cursor of its own: the caller's may be giving rows
    cursor = connection.cursor()

    def polygon(index: int) -> bytes:
        ((content,),) = cursor.execute(read_sql(f"{regions}_polygon"), [rows[index][0]]).fetchall()
        return bytes(content)

    return Enclosures((_region(row) for row in rows), polygon)


def _region(row: tuple[Any, ...]) -> Region:
    _, place_id, kind, country_code, standing, *bounds = row
    return Region(place_id, kind, country_code, Box(*bounds), standing)


def _ids(around: Found, *, but: str) -> list[str | None]:
    """List the divisions in their order, none of which is the place itself, and their country."""
    regions = (around.get(order) for order in ORDERS)
    country = next((region.country_code for region in around.values() if region.country_code), None)
    return [*(region.place_id if region and region.place_id != but else None for region in regions), country]
