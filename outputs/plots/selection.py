"""A selection: which incidents a plot or a page is of, and what they span."""

from collections.abc import Iterable
from datetime import date

from duckdb import DuckDBPyConnection

from outputs.pages.asking import asker
from outputs.query.visible import visible
from schemas.errors import UsageError
from schemas.record import Record

__all__ = ["Box", "Choice", "Extent", "ask", "choose"]

ask = asker("outputs.plots")

COUNTRIES_NAMED = 12

# Beyond so many days bars are months, and beyond so many years, years.
MOST_DAYS = 92
MOST_MONTHS = 20 * 366


class Choice(Record):
    """What is asked for: days that an incident's interval must meet, countries by code or name; none is all."""

    since: date | None = None
    until: date | None = None
    countries: tuple[str, ...] = ()


class Box(Record):
    """A part of the world in degrees."""

    west: float
    south: float
    east: float
    north: float


class Extent(Record):
    """What the chosen incidents span: their days, and the box of those that lie somewhere."""

    first_day: date | None
    last_day: date | None
    box: Box | None
    incidents: int
    located: int

    @property
    def unit(self) -> str:
        """Give the period that a bar of a timeline stands for."""
        if self.first_day is None or self.last_day is None:
            return "month"
        days = (self.last_day - self.first_day).days
        return "day" if days <= MOST_DAYS else "month" if days <= MOST_MONTHS else "year"


def choose(connection: DuckDBPyConnection, choice: Choice) -> Extent:
    """Choose the incidents that the questions of this room are about, for this connection alone.

    Raises:
        UsageError: the dataset has no incident in a country that was named, or the days are in the wrong order.

    """
    if choice.since and choice.until and choice.since > choice.until:
        raise UsageError(f"--since {choice.since} is later than --until {choice.until}. Exchange them.")
    _require_known(choice.countries, ask(connection, "countries"))
    countries = [country.lower() for country in choice.countries]
    ask(connection, "choose", since=choice.since, until=choice.until, countries=countries)
    (row,) = ask(connection, "extent")
    box = Box(**{side: row[side] for side in Box.model_fields}) if row["west"] is not None else None
    return Extent(box=box, **{name: row[name] for name in Extent.model_fields if name != "box"})


def _require_known(countries: Iterable[str], rows: list[dict[str, str | None]]) -> None:
    known = {name.lower() for row in rows for name in row.values() if name}
    unknown = next((country for country in countries if country.lower() not in known), None)
    if unknown is None:
        return
    named = [visible(str(row["country_code"] or row["country"])) for row in rows]
    more = f" and {len(named) - COUNTRIES_NAMED} more" if len(named) > COUNTRIES_NAMED else ""
    there = f"Its countries are {', '.join(named[:COUNTRIES_NAMED])}{more}." if named else "It has none in any."
    raise UsageError(f"This dataset has no incident in '{visible(unknown)}'. {there}")
