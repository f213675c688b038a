"""`affray export`: rows of a dataset as a file."""

from pathlib import Path

import click

from events.commands.moment import as_of_option
from events.commands.redacting import redact_option
from outputs.export.export import export
from outputs.export.format import FORMATS, format_of
from outputs.export.layout import LAYOUTS
from outputs.export.left_out import NAME as LEFT_OUT
from outputs.export.partitions import PARTITIONED, export_partitioned
from outputs.export.selection import RESTRICTED, SELECTIONS
from schemas.errors import UsageError

__all__ = ["command"]

EXAMPLE = """Write a dataset's incidents, or what they rest on, to a file for other programs.

Events that others coded are in no export unless you ask for them by name (--what coded_events, --what matches): the
licences of ACLED and GTD forbid passing them on.

\b
Example:
  affray export syria.duckdb --output incidents.csv
  affray export syria.duckdb --output claims.parquet --what claims
  affray export syria.duckdb --output acled.csv --layout acled
  affray export syria.duckdb --output v1.0.csv --as-of v1.0
  affray export syria.duckdb --output by-country-and-year --partitioned
  affray export syria.duckdb --output safe.csv --redact names,places
"""

FORBIDDEN = (
    "This file holds what others coded. The licences of ACLED and GTD forbid passing it on: keep it to yourself."
)


class Selection(click.Choice[str]):
    """One of the selections; `coded-events` is `coded_events`."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the name as SQL writes it, too."""
        return super().convert(value.replace("-", "_"), param, ctx)


@click.command("export", help=EXAMPLE, short_help="Write incidents to a file for other programs.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    required=True,
    help="The file to write; it is whole or not there.",
)
@click.option(
    "--format",
    "as_format",
    type=click.Choice(list(FORMATS)),
    help="How rows are written; by default what the suffix of PATH says.",
)
@click.option(
    "--what",
    type=Selection(SELECTIONS),
    default="incidents",
    show_default=True,
    help="Which rows are written.",
)
@click.option(
    "--layout",
    type=click.Choice(list(LAYOUTS)),
    default="affray",
    show_default=True,
    help="Whose columns and codes are written.",
)
@click.option(
    "--partitioned",
    is_flag=True,
    help="Write PATH as a folder of Parquet files, one for each country and year.",
)
@as_of_option
@redact_option
@click.option("--force", is_flag=True, help="Replace PATH if it is there.")
def command(
    dataset: Path,
    output: Path,
    *,
    as_format: str | None,
    what: str,
    layout: str,
    partitioned: bool,
    as_of: str | None,
    redacted: frozenset[str],
    force: bool,
) -> None:
    """Write one kind of row to a file."""
    if partitioned:
        _require_partitions(what, layout, as_format)
        rows = export_partitioned(dataset, output, what=what, force=force, as_of=as_of, redacted=redacted)
        click.echo(f"{rows:,} {'row' if rows == 1 else 'rows'} of {what} written into {output}", err=True)
        return
    chosen = as_format or format_of(output)
    done = export(
        dataset, output, what=what, as_format=chosen, force=force, as_of=as_of, layout=layout, redacted=redacted
    )
    click.echo(f"{done.rows:,} {'row' if done.rows == 1 else 'rows'} of {what} written to {output}", err=True)
    if done.left_out:
        are = "incident has" if done.left_out == 1 else "incidents have"
        click.echo(f"{done.left_out:,} {are} no row in this layout: see {output.parent / LEFT_OUT}", err=True)
    for warning in done.warnings:
        click.echo(f"warning: {warning}", err=True)
    if what in RESTRICTED:
        click.echo(FORBIDDEN, err=True)


def _require_partitions(what: str, layout: str, as_format: str | None) -> None:
    if what not in PARTITIONED:
        known = " or ".join(PARTITIONED)
        raise UsageError(f"--partitioned needs countries and days, which {what} have not. Use {known}.")
    if layout != "affray" or as_format not in (None, "parquet"):
        raise UsageError("--partitioned writes Parquet in affray's own layout. Leave out --layout and --format.")
