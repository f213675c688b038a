"""The style of all plots: one font that is everywhere the same, colours that the page may turn dark."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

import altair as alt

from outputs.plots.palette import KINDS, LOOKS

__all__ = ["CONFIG", "DATA", "INKS", "Chart", "by_type", "days", "ink", "inks", "number_axis", "period_axis"]

# A chart or a part of one: altair has a class for every way of composing them.
Chart: TypeAlias = Any

# What every chart calls its rows.
DATA = "incidents"

# vl-convert carries this font, so that a picture is the same on every machine.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"

# Light; the page sets others where the reader's machine is dark.
INKS = {
    "ink": "#1c1c1c",
    "faint": "#666666",
    "rule": "#dddddd",
    "land": "#efeeea",
    "border": "#b5b3ac",
    "sea": "#ffffff",
}


def ink(name: str) -> alt.ExprRef:
    """Give a colour that a page can exchange."""
    return alt.ExprRef(name)


def inks(names: Iterable[str] = tuple(INKS)) -> list[alt.Parameter]:
    """Give the parameters that hold the exchangeable colours."""
    return [alt.param(name=name, value=INKS[name]) for name in names]


CONFIG: dict[str, Any] = {
    "font": FONT,
    "view": {"stroke": None},
    "axis": {
        "labelColor": {"expr": "ink"},
        "titleColor": {"expr": "ink"},
        "domainColor": {"expr": "faint"},
        "tickColor": {"expr": "faint"},
        "gridColor": {"expr": "rule"},
        "titleFontWeight": "normal",
    },
    "legend": {"labelColor": {"expr": "ink"}, "titleColor": {"expr": "ink"}, "titleFontWeight": "normal"},
    "title": {
        "color": {"expr": "ink"},
        "subtitleColor": {"expr": "faint"},
        "anchor": "start",
        "fontWeight": "normal",
        "fontSize": 14,
    },
}


def by_type(*, legend: bool, channel: type[Chart] = alt.Color) -> Chart:
    """Colour what is drawn by its event type, always in the same order; `channel` is the line or the filling."""
    return channel(
        "event_type:N",
        title="Event type",
        scale=alt.Scale(domain=list(LOOKS), range=[kind.colour for kind in LOOKS.values()]),
        legend=alt.Legend(values=list(KINDS), symbolType="square", labelLimit=220) if legend else None,
    )


def number_axis(title: str) -> alt.Axis:
    """Give an axis of whole numbers; Vega puts ticks at halves of a few, which are left out."""
    whole = alt.when("datum.value % 1 == 0").then(alt.value(1)).otherwise(alt.value(0))
    return alt.Axis(
        title=title,
        tickCount=4,
        labelExpr="datum.value % 1 == 0 ? format(datum.value, ',d') : ''",
        gridOpacity=whole,
        tickOpacity=whole,
    )


def period_axis(field: str, unit: str, span: tuple[date, date] | None) -> alt.X:
    """Give the axis of time: a bar as wide as its period, days of UTC wherever the page is opened."""
    units: Mapping[str, Any] = {"day": "utcyearmonthdate", "month": "utcyearmonth", "year": "utcyear"}
    # raw, for Vega's interpreter, which runs no text as code, reads a plain domain of dates wrongly
    ends = alt.ExprRef(str([days(day) for day in span])) if span else alt.Undefined
    scale = alt.Scale(type="utc", domainRaw=ends)
    return alt.X(f"{field}:T", title=None, timeUnit=units[unit], scale=scale, axis=alt.Axis(labelOverlap=True))


def days(day: date) -> int:
    """Give a day as JavaScript counts time, in milliseconds since 1970.

    >>> days(date(1970, 1, 2))
    86400000
    """
    return (day - date(1970, 1, 1)).days * 86_400_000
