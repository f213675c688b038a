"""ACLED's layout: the 31 columns of today, and the older one with `data_id` and numeric actor codes.

Codes: ACLED's codebook. A numeric code and its text stand for the same actor type.
"""

from datetime import date, timedelta

from schemas.coded_event import CodedEvent, coded_event_id
from schemas.count import Count
from schemas.vocabulary import ActorType, EventType
from schemas.when import When
from sources.coded.cells import Cells, UnusableRowError
from sources.coded.codes import Codes, folded
from sources.coded.sides import Named, with_sides

__all__ = ["AcledLayout"]

DAYS_BESIDE = 3  # of a day that stands for a week
DAY, WEEK, MONTH = "1", "2", "3"


class AcledLayout:
    """Reads a row by ACLED's codebook."""

    name = "acled"
    required = ("event_id_cnty", "event_date")
    expected = (
        *("time_precision", "event_type", "sub_event_type", "actor1", "inter1", "actor2", "inter2", "country"),
        *("admin1", "location", "latitude", "longitude", "geo_precision", "source", "notes", "fatalities"),
    )
    header: tuple[str, ...] = ()

    def __init__(self, codes: Codes) -> None:
        self._codes = codes

    def event(self, cells: Cells, *, source: str) -> CodedEvent:
        """Read one row."""
        original_id = cells.identity("event_id_cnty")
        latitude, longitude = cells.point()
        precision, radius_km = self._codes.precision(cells, self.name, "geo_precision")
        event_type, sub_event_type = self._types(cells)
        killed = cells.count("fatalities")
        return CodedEvent(
            event_id=coded_event_id(source=source, layout=self.name, original_id=original_id),
            source=source,
            layout=self.name,
            original_id=original_id,
            when=_when(cells),
            country=cells.text("country"),
            country_code=self._codes.country(cells, "country"),
            admin1=cells.text("admin1"),
            admin2=cells.text("admin2"),
            admin3=cells.text("admin3"),
            place=cells.text("location"),
            latitude=latitude,
            longitude=longitude,
            place_precision=precision,
            radius_km=radius_km,
            coded_type=cells.text("sub_event_type") or cells.text("event_type"),
            event_type=event_type,
            sub_event_type=sub_event_type,
            actors=with_sides(self._camp(cells, "1"), self._camp(cells, "2")),
            killed=None if killed is None else Count.exactly(killed),
            text=cells.text("notes"),
            told_by=cells.texts("source"),
        )

    def _types(self, cells: Cells) -> tuple[EventType | None, str | None]:
        """Give the event's types in the spelling of today; the sub-event type decides."""
        written = cells.text("sub_event_type")
        older = self._codes.table(self.name, "sub_event_types")
        sub = self._codes.sub_event_types.get(folded(older.get(folded(written), written))) if written else None
        if sub:
            return self._codes.event_type_of(sub), sub
        if written:
            cells.note("sub_event_type", "an unknown type, left out")
        return self._event_type(cells), None

    def _event_type(self, cells: Cells) -> EventType | None:
        written = cells.text("event_type")
        if written is None:
            return None
        known = {folded(kind): kind for kind in EventType}
        older = self._codes.table(self.name, "event_types").get(folded(written), written)
        kind = known.get(folded(older))
        if kind is None:
            cells.note("event_type", "an unknown type, left out")
        return kind

    def _camp(self, cells: Cells, number: str) -> list[Named]:
        """Give an actor and those with him, who share his type."""
        name = cells.text(f"actor{number}")
        if name is None:
            return []
        column = f"inter{number}"
        code = cells.code(column)
        kind = None if code == "0" else self._codes.entry(cells, self.name, "actor_types", column, code)
        beside = cells.texts(f"assoc_actor_{number}")
        is_armed = kind not in (None, ActorType.CIVILIANS)
        named: list[Named] = [(name, ActorType(kind) if kind else None, None)]
        # who is with a victim is a victim's trade or party ("Labor Group"), and no actor of another kind
        return [*named, *((other, None, None) for other in beside if is_armed and other != name)]


def _when(cells: Cells) -> When:
    """Give the days that ACLED's time precision allows: the day, three beside it, or its month."""
    day = cells.day("event_date")
    if day is None:
        raise UnusableRowError("It has no event_date. Every event needs a day.")
    code = cells.code("time_precision") or DAY
    if code == MONTH:
        return When.in_month(day.year, day.month)
    if code == DAY:
        return When.on(day)
    if code != WEEK:
        cells.note("time_precision", "an unknown code, taken as a week")
    return _around(day, DAYS_BESIDE)


def _around(day: date, days: int) -> When:
    return When(start=day - timedelta(days=days), end=day + timedelta(days=days))
