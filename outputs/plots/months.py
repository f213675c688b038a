"""Months: a row for each country, a field for each month, darker where there were more incidents."""

import altair as alt

from outputs.plots.style import DATA, Chart, inks, period_axis
from outputs.plots.timeline import INKS_OF_AXES

__all__ = ["months_chart"]

ROW = 18
LONGEST_NAME = 200


def months_chart(*, width: int) -> Chart:
    """Draw the countries with the most incidents, those first; cividis reads alike to every eye."""
    return (
        alt.Chart(alt.NamedData(name=DATA))
        .mark_rect()
        .encode(
            x=period_axis("period", "month", None),
            y=alt.Y(
                "country:N",
                title=None,
                sort=alt.EncodingSortField("total", order="descending"),
                axis=alt.Axis(labelLimit=LONGEST_NAME, ticks=False, domain=False),
            ),
            color=alt.Color(
                "incidents:Q",
                title="Incidents",
                scale=alt.Scale(scheme="cividis", reverse=True, domainMin=0),
                legend=alt.Legend(tickCount=4, labelExpr="datum.value % 1 == 0 ? format(datum.value, ',d') : ''"),
            ),
        )
        .properties(width=width, height=alt.Step(ROW))
        .add_params(*inks(INKS_OF_AXES))
    )
