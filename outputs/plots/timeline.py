"""The timeline: incidents by period and type, and below them those who were killed."""

from datetime import date

import altair as alt

from outputs.plots.style import DATA, Chart, by_type, inks, number_axis, period_axis

__all__ = ["deaths_over_time", "incidents_over_time", "timeline_chart"]

Span = tuple[date, date]

INKS_OF_AXES = ("ink", "faint", "rule")


def timeline_chart(unit: str, *, width: int, height: int) -> Chart:
    """Set both courses one above the other."""
    each = {"width": width, "height": height // 2}
    return (
        alt.vconcat(
            incidents_over_time(unit, None, legend=True).properties(**each),
            deaths_over_time(unit, None, legend=True).properties(**each),
        )
        .resolve_scale(x="shared")
        .add_params(*inks(INKS_OF_AXES))
    )


def incidents_over_time(unit: str, span: Span | None, *, legend: bool = False) -> Chart:
    """Draw how many incidents there were in each period, by type."""
    return _bars("incidents", "Incidents", unit, span, legend=legend)


def deaths_over_time(unit: str, span: Span | None, *, legend: bool = False) -> Chart:
    """Draw how many were killed in each period, by type of incident."""
    return _bars("killed", "Killed", unit, span, legend=legend)


def _bars(field: str, title: str, unit: str, span: Span | None, *, legend: bool) -> Chart:
    return (
        alt.Chart(alt.NamedData(name=DATA))
        .mark_bar(clip=True)
        .encode(
            x=period_axis("period", unit, span),
            y=alt.Y(f"sum({field}):Q", axis=number_axis(title)),
            color=by_type(legend=legend),
            order=alt.Order("event_type:O"),
            tooltip=[
                alt.Tooltip("event_type:N", title="Event type"),
                alt.Tooltip(f"sum({field}):Q", title=title, format=",d"),
            ],
        )
    )
