"""`affray import`: events that others coded, to compare with."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from events.coded.importing import Imported, import_list
from events.commands.progress import ImportProgress
from outputs.query.visible import visible
from sources.coded.read import LAYOUTS

__all__ = ["command"]

SOMETHING_SET_ASIDE = 3

HELP = """Take a list of events that others coded into a dataset, to compare its incidents with.

No value of an incident comes from them, and no export holds them unless it is asked for by name: the licences of
ACLED and GTD forbid passing their data on.

\b
Example:
  affray import ged251.csv --layout ucdp-ged --source "UCDP GED 25.1" --into sudan.duckdb
"""

RESTRICTED = {
    "acled": "ACLED's licence forbids passing its data on: keep this dataset to yourself, or share exports without it.",
    "gtd": "GTD's licence forbids passing its data on: keep this dataset to yourself, or share exports without it.",
}


@click.command("import", help=HELP, short_help="Take in events that others coded, to compare with.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--layout", type=click.Choice(list(LAYOUTS)), required=True, help="How the list is laid out.")
@click.option("--source", metavar="NAME", required=True, help="What the list is called in the dataset.")
@click.option("--into", metavar="DATASET.duckdb", required=True, type=click.Path(path_type=Path), help="The dataset.")
@click.option("--replace", is_flag=True, help="Take away what an earlier release had and this one has no more.")
@click.option(
    "--codebook",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Your own TOML codebooks, laid over affray's.",
)
@click.option("--quiet", is_flag=True, help="No progress, no summary; what is set aside is named all the same.")
def command(
    *, file: Path, layout: str, source: str, into: Path, replace: bool, codebook: Path | None, quiet: bool
) -> None:
    """Import, tell on stderr what was done and what was odd, and end with 3 if a row was set aside."""
    with ImportProgress(total=file.stat().st_size if file.is_file() else 0, quiet=quiet) as progress:
        imported = import_list(
            file,
            layout=layout,
            source=source.strip(),
            into=into,
            now=lambda: datetime.now(UTC),
            replace=replace,
            codebook=codebook,
            on_bytes=progress.advance,
            rejecting=progress.rejecting,
        )
    if not quiet:
        for line in _lines(imported, layout):
            click.echo(visible(line), err=True)
    if imported.set_aside:
        sys.exit(SOMETHING_SET_ASIDE)


def _lines(imported: Imported, layout: str) -> list[str]:
    unchanged = imported.events - imported.new - imported.changed
    noun = "event" if imported.events == 1 else "events"
    changes = f"{imported.new:,} new, {imported.changed:,} changed, {unchanged:,} as before"
    lines = [f"{imported.events:,} {noun} read: {changes}"]
    if imported.gone:
        fate = "kept; --replace takes them away" if imported.is_gone_kept else "taken away"
        lines.append(f"{imported.gone:,} that an earlier release had are not in this one: {fate}")
    if imported.odd:
        lines.append("Read in spite of what was odd:")
        lines += [f"  {line}" for line in imported.odd]
    if imported.set_aside:
        lines.append(f"{imported.set_aside:,} set aside, each in the table rejects")
    return [*lines, RESTRICTED[layout]] if layout in RESTRICTED else lines
