"""GTD's layout of 135 columns.

Codes: GTD's codebook (`attacktype`, `targtype`, `weaptype`, `specificity`); -9 and -99 say that it is unknown.
"""

from datetime import date

from schemas.coded_event import CodedEvent, coded_event_id
from schemas.count import Count
from schemas.vocabulary import ActorType, DateExtent, EventType
from schemas.when import When
from sources.coded.cells import Cells, UnusableRowError
from sources.coded.codes import Codes
from sources.coded.sides import Named, with_sides

__all__ = ["GtdLayout"]

UNKNOWN = (-9, -99)
UNNAMED = "Unknown"
UNCODED_ATTACK = "9"
UNTYPED_TARGETS = frozenset({"5", "6", "9", "11", "13", "16", "17", "19", "20", "21"})
SUICIDE = "Suicide bomb"
NAMES_OF_GROUPS = ("gname", "gname2", "gname3")


class GtdLayout:
    """Reads a row by GTD's codebook."""

    name = "gtd"
    required = ("eventid", "iyear", "imonth", "iday")
    expected = (
        *("country_txt", "provstate", "city", "latitude", "longitude", "specificity", "vicinity", "summary"),
        *("attacktype1", "targtype1", "target1", "gname", "weaptype1", "nkill", "nwound"),
    )
    header: tuple[str, ...] = ()

    def __init__(self, codes: Codes) -> None:
        self._codes = codes

    def event(self, cells: Cells, *, source: str) -> CodedEvent:
        """Read one row."""
        original_id = cells.identity("eventid")
        latitude, longitude = cells.point()
        precision, radius_km = self._codes.precision(cells, self.name, "specificity", _nearness(cells))
        sub_event_type = self._sub_event_type(cells)
        killed = cells.count("nkill", unknown=UNKNOWN)
        return CodedEvent(
            event_id=coded_event_id(source=source, layout=self.name, original_id=original_id),
            source=source,
            layout=self.name,
            original_id=original_id,
            when=_when(cells),
            country=cells.text("country_txt"),
            country_code=self._codes.country(cells, "country_txt"),
            admin1=cells.text("provstate"),
            place=_city(cells),
            latitude=latitude,
            longitude=longitude,
            place_precision=precision,
            radius_km=radius_km,
            coded_type=cells.text("attacktype1_txt") or cells.code("attacktype1"),
            event_type=self._event_type(sub_event_type),
            sub_event_type=sub_event_type,
            actors=with_sides(_perpetrators(cells), self._targets(cells)),
            killed=None if killed is None else Count.exactly(killed),
            injured=cells.count("nwound", unknown=UNKNOWN),
            text=cells.text("summary"),
            told_by=tuple(dict.fromkeys(filter(None, map(cells.text, ("scite1", "scite2", "scite3"))))),
        )

    def _event_type(self, sub_event_type: str | None) -> EventType | None:
        return self._codes.event_type_of(sub_event_type) if sub_event_type else None

    def _sub_event_type(self, cells: Cells) -> str | None:
        """Give ACLED's type for an attack: by what exploded, by whom it hit, else by its own type."""
        attack = cells.code("attacktype1")
        if attack is None or attack == UNCODED_ATTACK:
            return None
        fights, explosives = (self._codes.section(self.name, name) for name in ("fights", "explosives"))
        if attack in map(str, explosives["attack_types"]):
            if cells.code("suicide") == "1":
                return SUICIDE
            by_arms = explosives["weapon_subtypes"].get(cells.code("weapsubtype1"))
            by_arms = by_arms or explosives["weapon_types"].get(cells.code("weaptype1"))
            if by_arms:
                return str(by_arms)
        targets = set(map(str, fights["target_types"]))
        if attack in map(str, fights["attack_types"]) and cells.code("targtype1") in targets:
            return str(fights["sub_event_type"])
        entry: str | None = self._codes.entry(cells, self.name, "attack_types", "attacktype1", attack)
        return entry

    def _targets(self, cells: Cells) -> list[Named]:
        name, code = cells.text("target1"), cells.code("targtype1")
        known = self._codes.table(self.name, "target_types")
        kind = known.get(code or "")
        if code and kind is None and code not in UNTYPED_TARGETS:
            cells.note("targtype1", "an unknown code, left out")
        nationality = cells.text("natlty1_txt")
        country_code = self._codes.country_named(nationality) if nationality else None
        called = " ".join(filter(None, (cells.text("corp1"), name)))
        if not called or called == UNNAMED:
            return []
        return [(called, ActorType(kind) if kind else None, country_code)]


def _perpetrators(cells: Cells) -> list[Named]:
    return [(name, None, None) for column in NAMES_OF_GROUPS if (name := cells.text(column)) and name != UNNAMED]


def _nearness(cells: Cells) -> str | None:
    """Say that a place is only near the town of its point."""
    return "near" if cells.code("specificity") == "1" and cells.code("vicinity") == "1" else None


def _when(cells: Cells) -> When:
    """Give the day; its month or year where a zero says that no more is known; up to the resolution if it lasted."""
    year, month, day = (cells.whole(column) or 0 for column in ("iyear", "imonth", "iday"))
    try:
        start = date(year, max(month, 1), max(day, 1))
    except (ValueError, OverflowError) as error:
        raise UnusableRowError(f"There is no day {year}-{month}-{day}. Mend iyear, imonth, iday.") from error
    if month <= 0:
        return When.in_year(year)
    if day <= 0:
        return When.in_month(year, month)
    resolved = _resolved(cells)
    if resolved and resolved > start:
        return When(start=start, end=resolved, extent=DateExtent.THROUGHOUT)
    return When.on(start)


def _resolved(cells: Cells) -> date | None:
    """Give the day on which a longer event ended."""
    if cells.code("extended") != "1":
        return None
    try:
        return cells.day("resolution")
    except UnusableRowError:
        cells.note("resolution", "no day, left out")
        return None


def _city(cells: Cells) -> str | None:
    name = cells.text("city")
    return None if name and name.casefold() == UNNAMED.casefold() else name
