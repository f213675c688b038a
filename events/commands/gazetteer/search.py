"""`affray gazetteer search`: what a name may mean."""

from pathlib import Path

import click

from events.commands.gazetteer.options import answer, format_option, gazetteer_option
from events.places.gazetteer import ensure_gazetteer
from events.places.search import searched
from schemas.errors import UnknownPlaceError

__all__ = ["command"]

HELP = """Find the places of a name, in any spelling, and say where each entry comes from.

\b
Example:
  affray gazetteer search Banjska --country XK
  affray gazetteer search "San José" --near 9.93,-84.08 --format json
"""

SHOWN = "name, kind, country_code as country, admin1, admin2, latitude, longitude, population, source"
NEAR = SHOWN.replace("population", "km")
NORTHERNMOST, EASTERNMOST = 90, 180


class Point(click.ParamType[tuple[float, float]]):
    """A latitude and a longitude in degrees."""

    name = "point"

    def convert(
        self, value: str | tuple[float, float], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float]:
        """Read LAT,LON."""
        if isinstance(value, tuple):
            return value
        try:
            latitude, longitude = map(float, value.split(","))
        except ValueError:
            self.fail(f"'{value}' is no point. Write it as 42.97,20.78.", param, ctx)
        if abs(latitude) > NORTHERNMOST or abs(longitude) > EASTERNMOST:
            self.fail(f"'{value}' is not on the globe. The latitude comes first, as in 42.97,20.78.", param, ctx)
        return latitude, longitude


@click.command("search", help=HELP, short_help="Find the places of a name.")
@click.argument("name", metavar="NAME")
@gazetteer_option
@click.option("--country", metavar="XX", help="Only places of this country (ISO 3166-1, XK for Kosovo).")
@click.option("--near", metavar="LAT,LON", type=Point(), help="The nearest to this point first.")
@format_option
def command(
    *, name: str, gazetteer: Path | None, country: str | None, near: tuple[float, float] | None, as_format: str
) -> None:
    """Print the places, the most populous first."""
    code = country.upper() if country else None
    with searched(ensure_gazetteer(gazetteer), name, country=code, near=near) as connection:
        if connection.execute("from answer").fetchone() is None:
            where = f" in {code}" if code else ""
            raise UnknownPlaceError(f"No place named '{name}'{where}. Add it: affray gazetteer add places.csv")
        answer(connection, as_format=as_format, shown=NEAR if near else SHOWN)
