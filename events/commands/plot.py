"""`affray plot`: a picture for a paper."""

from datetime import datetime
from pathlib import Path

import click

from events.commands.choosing import choice_of, choosing
from events.commands.moment import as_of_option
from outputs.export.extra import library
from outputs.plots import FORMATS, PLOTS

__all__ = ["command"]

HELP = f"""Draw a dataset's {", ".join(PLOTS[:-1])} or {PLOTS[-1]} as a picture for a paper.

What a picture cannot show is told on stderr: incidents that are known only by country are no points of a map, those
whose days span several months belong to no bar.

\b
Example:
  affray plot syria.duckdb map --output map.pdf --since 2012-01-01
  affray plot syria.duckdb timeline --output deaths.svg --country SY --country IQ
  affray plot syria.duckdb tolls --output tolls.png --width 480 --title "Where reports disagree"
"""

NARROWEST, WIDEST = 200, 4000


@click.command("plot", help=HELP, short_help="Draw a map, a timeline or another picture for a paper.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("kind", metavar="PLOT", type=click.Choice(PLOTS))
@click.option(
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    required=True,
    help=f"The file to write; its name ends with .{', .'.join(FORMATS)}.",
)
@choosing
@click.option(
    "--width",
    type=click.IntRange(NARROWEST, WIDEST),
    default=640,
    show_default=True,
    help="Its width without the legend, in points (72 an inch).",
)
@click.option(
    "--height",
    type=click.IntRange(NARROWEST, WIDEST),
    default=400,
    show_default=True,
    help="Its height in points; what has a line for each row takes what it needs.",
)
@click.option("--title", metavar="TEXT", help="A heading; none by default.")
@as_of_option
@click.option("--force", is_flag=True, help="Replace PATH if it is there.")
def command(  # noqa: PLR0917 - click hands them over by name
    dataset: Path,
    kind: str,
    output: Path,
    since: datetime | None,
    until: datetime | None,
    countries: tuple[str, ...],
    width: int,
    height: int,
    title: str | None,
    as_of: str | None,
    *,
    force: bool,
) -> None:
    """Draw one picture."""
    plots = library("outputs.plots.plot", extra="page", for_what="affray plot")
    drawn = plots.plot(
        dataset,
        output,
        kind=kind,
        choice=choice_of(since, until, countries),
        sheet=plots.Sheet(width=width, height=height, title=title),
        force=force,
        as_of=as_of,
    )
    noun = "incident" if drawn.incidents == 1 else "incidents"
    click.echo(f"{kind} of {drawn.incidents:,} {noun} written to {output}", err=True)
    for missing in drawn.left_out:
        click.echo(f"not in it: {missing}", err=True)
