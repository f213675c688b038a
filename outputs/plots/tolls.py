"""Tolls: the incidents whose reports differ most on the killed, what each report tells and what was taken."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import altair as alt

from outputs.pages.headline import place_and_days
from outputs.plots.palette import KINDS
from outputs.plots.style import DATA, Chart, ink, inks, number_axis
from outputs.plots.timeline import INKS_OF_AXES
from schemas.vocabulary import EventType

__all__ = ["told_rows", "tolls_chart"]

ROW = 18
LONGEST_NAME = 320
TAKEN = KINDS[EventType.BATTLES].colour


def told_rows(incidents: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give a row for each toll that a report tells, and one for the incident's own."""
    for incident in incidents:
        shared = {"rank": incident["rank"], "incident": f"{incident['rank']}. {place_and_days(incident)}"}
        bounds = {"low": incident["killed_low"], "high": incident["killed_high"]}
        yield {**shared, **bounds, "taken": incident["killed"]}
        yield from ({**shared, "told": told} for told in incident["told"])


def tolls_chart(*, width: int) -> Chart:
    """Draw a line from low to high, a stroke for each report's toll, and a point for the one that was taken."""
    rows = alt.Chart(alt.NamedData(name=DATA)).encode(
        y=alt.Y(
            "incident:N",
            title=None,
            sort=alt.EncodingSortField("rank", op="min"),
            axis=alt.Axis(labelLimit=LONGEST_NAME, ticks=False, domain=False),
        )
    )
    killed = number_axis("Killed: line from low to high, strokes what reports tell, point what was taken")
    span = rows.mark_rule(color=ink("faint"), strokeWidth=1.5).encode(x=alt.X("low:Q", axis=killed), x2="high:Q")
    told = rows.mark_tick(color=ink("ink"), thickness=2, size=12).encode(x="told:Q")
    taken = rows.mark_point(color=TAKEN, filled=True, opacity=1, size=60).encode(x="taken:Q")
    return alt.layer(span, told, taken).properties(width=width, height=alt.Step(ROW)).add_params(*inks(INKS_OF_AXES))
