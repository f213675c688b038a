"""UCDP GED's layout of 49 columns, yearly and candidate releases.

Codes: the UCDP GED codebook (`date_prec`, `where_prec`, `type_of_violence`).
"""

from datetime import date, timedelta

from schemas.coded_event import CodedEvent, coded_event_id
from schemas.count import Count
from schemas.vocabulary import ActorType, DateExtent, EventType
from schemas.when import When
from sources.coded.cells import Cells, UnusableRowError
from sources.coded.codes import Codes
from sources.coded.sides import Named, with_sides

__all__ = ["UcdpGedLayout"]

STATE = "Government of "
CIVILIANS = "Civilians"
STATE_BASED = 1
DAYS_BESIDE = {"2": 3, "3": 3}  # of a day that a vaguer code belies: of a few days, of a week
MONTH, YEAR = "4", "5"
DATE_CODES = frozenset("12345")
VIOLENCE = frozenset({1, 2, 3})
PARTS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


class UcdpGedLayout:
    """Reads a row by the GED codebook."""

    name = "ucdp-ged"
    required = ("id", "date_start")
    expected = (
        *("type_of_violence", "side_a", "side_b", "source_office", "source_headline", "where_prec", "adm_1"),
        *("latitude", "longitude", "country", "date_prec", "date_end", "best", "high", "low"),
    )

    def __init__(self, codes: Codes) -> None:
        self._codes = codes
        self.header: tuple[str, ...] = tuple(codes.section(self.name, "columns")["names"])

    def event(self, cells: Cells, *, source: str) -> CodedEvent:
        """Read one row."""
        original_id = cells.identity("id")
        latitude, longitude = cells.point()
        precision, radius_km = self._codes.precision(cells, self.name, "where_prec")
        violence = cells.whole("type_of_violence")
        kind = self._codes.entry(cells, self.name, "event_types", "type_of_violence", cells.code("type_of_violence"))
        return CodedEvent(
            event_id=coded_event_id(source=source, layout=self.name, original_id=original_id),
            source=source,
            layout=self.name,
            original_id=original_id,
            when=_when(cells),
            country=cells.text("country"),
            country_code=self._codes.country(cells, "country"),
            admin1=cells.text("adm_1"),
            admin2=cells.text("adm_2"),
            place=cells.text("where_coordinates"),
            latitude=latitude,
            longitude=longitude,
            place_precision=precision,
            radius_km=radius_km,
            coded_type=cells.code("type_of_violence"),
            event_type=EventType(kind) if kind else None,
            ucdp_type=violence if violence in VIOLENCE else None,
            actors=with_sides(
                self._camp(cells, "side_a", violence=violence), self._camp(cells, "side_b", violence=violence)
            ),
            killed=_killed(cells),
            text=_text(cells),
            told_by=cells.texts("source_office"),
        )

    def _camp(self, cells: Cells, column: str, *, violence: int | None) -> list[Named]:
        name = cells.text(column)
        if name is None:
            return []
        if name.startswith(STATE):
            return [(name, ActorType.STATE_FORCES, self._codes.country_named(name.removeprefix(STATE)))]
        if name == CIVILIANS:
            return [(name, ActorType.CIVILIANS, None)]
        # who fights a state about its government or territory is what others call a rebel group
        return [(name, ActorType.REBEL_GROUP if violence == STATE_BASED else None, None)]


def _when(cells: Cells) -> When:
    """Give the days from start to end; a single day that is coded as vaguer is widened to what its code says."""
    start = cells.day("date_start")
    if start is None:
        raise UnusableRowError("It has no date_start. Every event needs a day.")
    end = cells.day("date_end") or start
    if end < start:
        cells.note("date_end", "before date_start, both taken as the ends of the interval")
        start, end = end, start
    code = cells.code("date_prec")
    if code is not None and code not in DATE_CODES:
        cells.note("date_prec", "an unknown code, the days taken as they are")
    if start != end:
        is_exact = code == "1"
        return When(start=start, end=end, extent=DateExtent.THROUGHOUT if is_exact else DateExtent.WITHIN)
    return _widened(start, code)


def _widened(day: date, code: str | None) -> When:
    if code == MONTH:
        return When.in_month(day.year, day.month)
    if code == YEAR:
        return When.in_year(day.year)
    beside = timedelta(days=DAYS_BESIDE.get(code or "", 0))
    return When(start=day - beside, end=day + beside)


def _killed(cells: Cells) -> Count | None:
    """Give the deaths, their bounds mended where they do not hold the best figure."""
    low, best, high = (cells.count(column) for column in ("low", "best", "high"))
    if best is None:
        parts = [count for column in PARTS if (count := cells.count(column)) is not None]
        best = sum(parts) if parts else None
    if best is None:
        return None
    bounds = [bound for bound in (low, best, high) if bound is not None]
    if (low is not None and low > best) or (high is not None and high < best):
        cells.note("best", "not between low and high, which are widened to hold it")
    return Count(low=min(bounds), best=best, high=max(bounds))


def _text(cells: Cells) -> str | None:
    told = (cells.text("source_headline"), cells.text("where_description"))
    return ". ".join(words for words in told if words) or None
