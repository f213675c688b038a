"""A plot: the rows of one question, the chart that is drawn of them, and the file that they go into."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from outputs.export.destination import replacing
from outputs.pages.asking import Row
from outputs.plots.left_out import left_out
from outputs.plots.map import OUTLINE, map_chart, room_around, view_of
from outputs.plots.months import months_chart
from outputs.plots.outline import outline
from outputs.plots.picture import PICTURES, picture_format
from outputs.plots.ranking import actors_chart, types_chart
from outputs.plots.selection import Choice, Extent, ask, choose
from outputs.plots.style import CONFIG, DATA, INKS
from outputs.plots.timeline import timeline_chart
from outputs.plots.tolls import told_rows, tolls_chart
from outputs.query.session import locked
from outputs.query.visible import visible
from schemas.record import Record

__all__ = ["CHARTS", "Drawn", "Sheet", "plot", "specification"]

Spec = dict[str, Any]

MOST_COUNTRIES = 20
MOST_ACTORS = 20
MOST_TOLLS = 20

# How much further than the data the countries are drawn, so that the corners of a map are not empty.
AROUND = 4


@dataclass(frozen=True)
class Sheet:
    """What a plot is drawn on: its size in pixels of 1/72 inch, a heading where one is wanted."""

    width: int = 640
    height: int = 400
    title: str | None = None


class Drawn(Record):
    """How many incidents were chosen, and in words which of them the plot does not show."""

    incidents: int
    left_out: tuple[str, ...]


def plot(
    dataset: Path, output: Path, *, kind: str, choice: Choice, sheet: Sheet, force: bool, as_of: str | None = None
) -> Drawn:
    """Draw one kind of plot into a file, which its name says how to write; say what it shows.

    The same dataset gives the same bytes on any machine: the font is vl-convert's own.

    Raises:
        UsageError: there is no such moment or country, or the name does not say how to write the file.
        ExportError: `output` is there already or cannot be written; what was there stays.
        StoreError: the dataset cannot be read.

    """
    draw = PICTURES[picture_format(output)]
    with replacing(output, force=force, dataset=dataset) as part:
        with locked(dataset, as_of=as_of) as connection:
            spec, extent = specification(connection, kind, choice, sheet)
            missing = left_out(connection, kind, extent.unit)
        part.write_bytes(draw(spec))
    return Drawn(incidents=extent.incidents, left_out=tuple(missing))


def specification(connection: DuckDBPyConnection, kind: str, choice: Choice, sheet: Sheet) -> tuple[Spec, Extent]:
    """Give the Vega-Lite specification of a plot, its rows inside, and what the chosen incidents span."""
    extent = choose(connection, choice)
    spec = CHARTS[kind](connection, extent, sheet)
    spec["config"] = CONFIG
    spec["background"] = INKS["sea"]
    spec["padding"] = 8
    if sheet.title:
        spec["title"] = visible(sheet.title)
    return spec, extent


def _map(connection: DuckDBPyConnection, extent: Extent, sheet: Sheet) -> Spec:
    view = view_of(extent.box, sheet.width, sheet.height)
    chart = map_chart(view, legend=True, width=sheet.width, height=sheet.height)
    land = outline(room_around(extent.box, times=AROUND))
    return {**chart.to_dict(), "datasets": {DATA: ask(connection, "map"), OUTLINE: land}}


def _timeline(connection: DuckDBPyConnection, extent: Extent, sheet: Sheet) -> Spec:
    chart = timeline_chart(extent.unit, width=sheet.width, height=sheet.height)
    return {**chart.to_dict(), "datasets": {DATA: ask(connection, "timeline", unit=extent.unit)}}


def _months(connection: DuckDBPyConnection, _extent: Extent, sheet: Sheet) -> Spec:
    rows = ask(connection, "months", most=MOST_COUNTRIES)
    return _of(months_chart(width=sheet.width).to_dict(), rows)


def _types(connection: DuckDBPyConnection, _extent: Extent, sheet: Sheet) -> Spec:
    return _of(types_chart(width=sheet.width).to_dict(), ask(connection, "types"))


def _actors(connection: DuckDBPyConnection, _extent: Extent, sheet: Sheet) -> Spec:
    return _of(actors_chart(width=sheet.width).to_dict(), ask(connection, "actors", most=MOST_ACTORS))


def _tolls(connection: DuckDBPyConnection, _extent: Extent, sheet: Sheet) -> Spec:
    rows = told_rows(ask(connection, "tolls", most=MOST_TOLLS))
    return _of(tolls_chart(width=sheet.width).to_dict(), rows)


def _of(spec: Spec, rows: Iterable[Row]) -> Spec:
    """Put rows into a specification; words of reports are made visible."""
    safe = [{name: visible(value) if isinstance(value, str) else value for name, value in row.items()} for row in rows]
    return {**spec, "datasets": {DATA: safe}}


CHARTS: Mapping[str, Callable[[DuckDBPyConnection, Extent, Sheet], Spec]] = {
    "map": _map,
    "timeline": _timeline,
    "months": _months,
    "types": _types,
    "actors": _actors,
    "tolls": _tolls,
}
