"""Predictions: what affray says that a report tells, as rows of the view `mentions`."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Self

from events.evaluate.names import country_key
from schemas.record import Record
from schemas.vocabulary import PlacePrecision, Role, Scope, Status, Weapon
from schemas.when import When

__all__ = ["Prediction", "Row"]

Row = Mapping[str, Any]

LOOTING = "Looting/property destruction"
ABDUCTION = "Abduction/forced disappearance"
PLACE_COLUMNS = ("place", "place_as_written")
DIVISION_COLUMNS = ("admin3", "admin2", "admin1")


class Prediction(Record):
    """One row in the fields that are judged.

    `place_names` name what lies below the country; empty where no more than the country is said.
    """

    is_scored: bool
    when: When | None = None
    countries: tuple[str, ...] = ()
    place_names: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    event_type: str | None = None
    sub_event_type: str | None = None
    weapon: str | None = None
    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    actor1_type: str | None = None
    actor2_type: str | None = None
    killed: int | None = None
    killed_civilians: int | None = None
    injured: int | None = None
    abducted: int | None = None
    mention_id: str | None = None

    @classmethod
    def from_row(cls, row: Row) -> Self:
        """Read a row; `participants`, where the row has them, add the names as the report writes them."""
        perpetrators = _names(row, "perpetrator", roles={Role.PERPETRATOR})
        targets = _names(row, "target", roles={Role.TARGET, Role.VICTIM})
        sides = (*_names(row, "actor1", roles=set(Role)), *_names(row, "actor2", roles=set()))
        places = _place_names(row)
        return cls(
            is_scored=_is_scored(row),
            when=_when(row),
            countries=tuple(row[key] for key in ("country_code", "country") if row.get(key)),
            place_names=places,
            latitude=row.get("latitude") if places else None,
            longitude=row.get("longitude") if places else None,
            event_type=row.get("event_type"),
            sub_event_type=row.get("sub_event_type"),
            weapon=row.get("weapon"),
            perpetrators=perpetrators,
            targets=targets,
            parties=(*sides, *perpetrators, *targets),
            actor1_type=row.get("actor1_type"),
            actor2_type=row.get("actor2_type"),
            killed=row.get("killed"),
            killed_civilians=row.get("killed_civilians"),
            injured=row.get("injured"),
            abducted=row.get("abducted"),
            mention_id=row.get("mention_id"),
        )

    @property
    def kinds(self) -> frozenset[str]:
        """Say which of MUC-4's kinds of incident this is; an attack is what none of the others is."""
        found = {
            "kidnapping": self.sub_event_type == ABDUCTION,
            "bombing": self.weapon == Weapon.EXPLOSIVES,
            "arson": self.weapon == Weapon.INCENDIARY,
            "robbery": self.sub_event_type == LOOTING,
        }
        return frozenset(kind for kind, holds in found.items() if holds) or frozenset({"attack"})


def _is_scored(row: Row) -> bool:
    founds = row.get("status") in (Status.HAPPENED, Status.ATTEMPTED)
    return founds and row.get("scope") == Scope.SINGLE


def _when(row: Row) -> When | None:
    start, end = _day(row.get("date_start")), _day(row.get("date_end"))
    return When(start=start, end=end) if start or end else None


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) or value is None else date.fromisoformat(str(value))


def _names(row: Row, column: str, *, roles: set[Role]) -> tuple[str, ...]:
    joined = str(row.get(column) or "").split("; ")
    taking_part = [entry for entry in row.get("participants") or () if entry.get("role") in roles]
    written = [entry.get(key) for entry in taking_part for key in ("actor", "name_as_written")]
    return tuple(dict.fromkeys(name for name in (*joined, *written) if name))


def _place_names(row: Row) -> tuple[str, ...]:
    precision = row.get("place_precision")
    if precision == PlacePrecision.COUNTRY:
        return ()
    # Djibouti, Guatemala and Panama are cities, too: the precision says which is meant.
    country = None if precision else country_key(str(row.get("country_code") or row.get("country") or ""))
    for columns in (PLACE_COLUMNS, DIVISION_COLUMNS):
        names = [row[column] for column in columns if row.get(column)]
        if below := [name for name in names if country_key(name) != country]:
            return tuple(below)
    return ()
