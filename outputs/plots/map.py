"""The map: areas as wide as the words allow, and a sign in each, in Mercator's projection, where a circle stays one."""

from math import asinh, atan, degrees, radians, sinh, tan

import altair as alt

from outputs.plots.outline import WORLD
from outputs.plots.palette import KINDS, LOOKS
from outputs.plots.selection import Box
from outputs.plots.style import DATA, INKS, Chart, by_type, ink, inks
from schemas.record import Record

__all__ = ["OUTLINE", "View", "map_chart", "room_around", "view_of"]

# What the chart calls the countries' areas.
OUTLINE = "outline"

EARTH_RADIUS_KM = 6371
MARGIN = 0.12
NARROWEST = 1.0  # degrees

# The area of a sign in square pixels: of one death and of the most that the scale tells apart.
SMALLEST_SIGN, LARGEST_SIGN = 40, 900
MOST_DEATHS = 1000


class View(Record):
    """What part of the world a map shows: its middle, and the pixels of one radian of longitude."""

    longitude: float
    latitude: float
    zoom: float


def view_of(box: Box | None, width: int, height: int) -> View:
    """Give the view that holds a box, or the world where there is none."""
    box = _at_least(box or WORLD)
    top, bottom = (asinh(tan(radians(side))) for side in (box.north, box.south))
    zoom = min(width / radians(box.east - box.west), height / (top - bottom))
    middle = (top + bottom) / 2
    return View(
        longitude=round((box.west + box.east) / 2, 4),
        latitude=round(_latitude(middle), 4),
        zoom=round(zoom * (1 - MARGIN), 2),
    )


def room_around(box: Box | None, *, times: float) -> Box:
    """Give a box so many times as wide and high, as far as the world goes."""
    if box is None:
        return WORLD
    wide, high = ((times - 1) / 2 * side for side in (box.east - box.west, box.north - box.south))
    return _within_the_world(
        Box(west=box.west - wide, south=box.south - high, east=box.east + wide, north=box.north + high)
    )


def map_chart(view: View, *, legend: bool, width: int, height: int) -> Chart:
    """Draw the rows over the outline; a sign is hollow where no report states how many were killed."""
    land = alt.Chart(alt.NamedData(name=OUTLINE)).mark_geoshape(
        fill=ink("land"), stroke=ink("border"), strokeWidth=0.6, clip=True
    )
    rows = alt.Chart(alt.NamedData(name=DATA)).encode(longitude="longitude:Q", latitude="latitude:Q")
    pixels = f"datum.radius_km / {EARTH_RADIUS_KM} / max(cos(datum.latitude * PI / 180), 0.1) * zoom"
    areas = rows.mark_circle(
        size=alt.ExprRef(f"4 * pow({pixels}, 2)"),
        fillOpacity=0.1,
        strokeOpacity=0.45,
        strokeWidth=0.7,
        stroke=ink("faint"),
        clip=True,
        tooltip=None,
    ).encode(color=by_type(legend=legend))
    signs = rows.mark_point(strokeWidth=1.3, clip=True, cursor="pointer").encode(
        color=by_type(legend=legend),
        shape=alt.Shape(
            "event_type:N",
            title="Event type",
            scale=alt.Scale(domain=list(LOOKS), range=[kind.shape for kind in LOOKS.values()]),
            legend=alt.Legend(values=list(KINDS), labelLimit=220) if legend else None,
        ),
        size=alt.Size(
            "killed:Q",
            title="Killed (hollow: not stated)",
            scale=alt.Scale(
                type="sqrt", domain=[0, MOST_DEATHS], range=[SMALLEST_SIGN, LARGEST_SIGN], clamp=True, zero=True
            ),
            legend=alt.Legend(values=[1, 10, 100, MOST_DEATHS], symbolType="circle") if legend else None,
        ),
        fill=by_type(legend=legend, channel=alt.Fill),
        fillOpacity=alt.when("isValid(datum.killed)").then(alt.value(0.7)).otherwise(alt.value(0)),
    )
    return (
        alt.layer(land, areas, signs)
        .project(type="mercator", scale=alt.ExprRef("zoom"), center=alt.ExprRef("[longitude, latitude]"))
        .properties(width=width, height=height, view=alt.ViewBackground(fill=ink("sea"), stroke=ink("rule")))
        .add_params(
            alt.param(name="zoom", value=view.zoom),
            alt.param(name="longitude", value=view.longitude),
            alt.param(name="latitude", value=view.latitude),
            *inks(INKS),
        )
    )


def _at_least(box: Box) -> Box:
    """Widen a box that holds but a village."""
    wide, high = (max((NARROWEST - side) / 2, 0) for side in (box.east - box.west, box.north - box.south))
    return _within_the_world(
        Box(west=box.west - wide, south=box.south - high, east=box.east + wide, north=box.north + high)
    )


def _within_the_world(box: Box) -> Box:
    return Box(
        west=max(box.west, WORLD.west),
        south=max(box.south, WORLD.south),
        east=min(box.east, WORLD.east),
        north=min(box.north, WORLD.north),
    )


def _latitude(height: float) -> float:
    """Undo Mercator's projection."""
    return degrees(atan(sinh(height)))
