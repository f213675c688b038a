"""Rankings: types and actors, by how many incidents they have a part in and how many were killed there."""

import altair as alt

from outputs.plots.palette import GREY
from outputs.plots.style import DATA, Chart, by_type, inks, number_axis
from outputs.plots.timeline import INKS_OF_AXES

__all__ = ["actors_chart", "types_chart"]

ROW = 18
LONGEST_NAME = 260


def types_chart(*, width: int) -> Chart:
    """Rank the sub-event types, in the colours of their event types."""
    return _ranking("sub_event_type", by_type(legend=True), width=width)


def actors_chart(*, width: int) -> Chart:
    """Rank those who took part."""
    return _ranking("actor", alt.value(GREY), width=width)


def _ranking(name: str, colour: Chart, *, width: int) -> Chart:
    rows = alt.Chart(alt.NamedData(name=DATA)).mark_bar().properties(width=width // 2, height=alt.Step(ROW))
    named = alt.Axis(labelLimit=LONGEST_NAME, ticks=False, domain=False)
    by_incidents = alt.EncodingSortField("incidents", order="descending")
    return (
        alt.hconcat(
            rows.encode(
                x=alt.X("incidents:Q", axis=number_axis("Incidents")),
                y=alt.Y(f"{name}:N", title=None, sort=by_incidents, axis=named),
                color=colour,
            ),
            rows.encode(
                x=alt.X("killed:Q", axis=number_axis("Killed in them")),
                y=alt.Y(f"{name}:N", title=None, sort=by_incidents, axis=None),
                color=colour,
            ),
        )
        .resolve_scale(y="shared")
        .add_params(*inks(INKS_OF_AXES))
    )
