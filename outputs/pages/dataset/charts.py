"""The charts of a dataset's page: without rows, which the page fills in as its reader chooses."""

from datetime import date, timedelta
from math import asinh, radians, tan
from typing import Any

import altair as alt

from outputs.plots.map import OUTLINE, map_chart, room_around, view_of
from outputs.plots.outline import WORLD, outline
from outputs.plots.palette import LOOKS
from outputs.plots.selection import Extent
from outputs.plots.style import CONFIG, INKS, Chart, inks
from outputs.plots.timeline import INKS_OF_AXES, deaths_over_time, incidents_over_time

__all__ = ["charts", "kinds"]

# Any width will do: the page sets its own.
WIDTH, MAP_HEIGHT, COURSE_HEIGHT = 640, 440, 150

ROOM_FOR_NUMBERS = 34

# How much further than the data the countries are drawn, so that one can look around.
AROUND = 4


def charts(extent: Extent) -> dict[str, Any]:
    """Give the specifications of map and timelines, and where the map looks first."""
    view = view_of(extent.box, WIDTH, MAP_HEIGHT)
    drawn = map_chart(view, legend=False, width=WIDTH, height=MAP_HEIGHT)
    box = extent.box or WORLD
    span = _periods(extent)
    return {
        "map": _specification(drawn) | {"datasets": {OUTLINE: outline(room_around(extent.box, times=AROUND))}},
        "incidents": _course(incidents_over_time(extent.unit, span)),
        "killed": _course(deaths_over_time(extent.unit, span)),
        "view": {
            "longitude": view.longitude,
            "latitude": view.latitude,
            "wide": round(max(radians(box.east - box.west), radians(1)), 6),
            "high": round(max(_mercator(box.north) - _mercator(box.south), radians(1)), 6),
        },
        "inks": list(INKS),
    }


def kinds() -> list[dict[str, str]]:
    """Give what tells the event types apart."""
    return [{"name": name, "colour": kind.colour, "sign": kind.sign} for name, kind in LOOKS.items()]


def _periods(extent: Extent) -> tuple[date, date] | None:
    """Give the first day of the first period and the day behind the last one."""
    first, last = extent.first_day, extent.last_day
    if first is None or last is None:
        return None
    match extent.unit:
        case "day":
            return first, last + timedelta(days=1)
        case "month":
            return first.replace(day=1), (last.replace(day=1) + timedelta(days=31)).replace(day=1)
        case _:
            return date(first.year, 1, 1), date(last.year + 1, 1, 1)


def _course(chart: Chart) -> dict[str, Any]:
    sized = chart.properties(width=WIDTH, height=COURSE_HEIGHT).add_params(*inks(INKS_OF_AXES))
    specification = _specification(sized) | {"autosize": {"type": "fit", "contains": "padding"}}
    specification["config"] = CONFIG | {"axisY": {"minExtent": ROOM_FOR_NUMBERS}}  # one course below the other
    return specification


def _specification(chart: alt.TopLevelMixin) -> dict[str, Any]:
    return {**chart.to_dict(), "config": CONFIG, "background": None, "padding": 0}


def _mercator(latitude: float) -> float:
    return asinh(tan(radians(latitude)))
