"""`affray withdraw`: a retracted report taken out of a dataset."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from events.extract.extractor import codebook_digest
from events.settings import read_settings_file
from events.withdraw import Withdrawn, take_back, withdraw
from schemas.errors import UsageError

__all__ = ["command"]

HELP = """Take out all that reports told, because they were retracted or must not be there.

The reports stay known, so that building them again does not bring them back, and older states still show what they
told. --erase also removes their words, from every state and from the file itself, and cannot be undone.

\b
Example:
  affray withdraw sudan.duckdb r-dzrwumpastedjxaf --why "retracted by the paper on 3 May" --by "A. Editor"
  affray withdraw sudan.duckdb r-dzrwumpastedjxaf --why "names a witness" --erase
  affray withdraw sudan.duckdb r-dzrwumpastedjxaf --undo
"""


@click.command("withdraw", help=HELP, short_help="Take a retracted report out of a dataset.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("report_ids", metavar="REPORT...", nargs=-1, required=True)
@click.option("--why", metavar="TEXT", help="The reason, which the dataset keeps.")
@click.option("--by", metavar="NAME", help="Who takes them out.")
@click.option("--erase", "erasing", is_flag=True, help="Also remove their words, from every state and from the file.")
@click.option(
    "--codebook",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Your own TOML codebooks, the ones the dataset was built with.",
)
@click.option("--undo", is_flag=True, help="Bring back what they told; not after --erase.")
def command(
    *,
    dataset: Path,
    report_ids: tuple[str, ...],
    why: str | None,
    by: str | None,
    erasing: bool,
    codebook: Path | None,
    undo: bool,
) -> None:
    """Take out, or bring back, and tell on stderr what came of it."""
    filed = read_settings_file(dataset)
    if codebook is None and "codebook" in filed:
        codebook = Path(filed["codebook"])
    chosen = filed | ({"codebook": codebook_digest(codebook)} if codebook else {})
    told: dict[str, Any] = {"chosen": chosen, "codebook": codebook, "now": lambda: datetime.now(UTC)}
    if undo:
        if erasing or why:
            raise UsageError("--undo stands alone, without --why or --erase.")
        brought = take_back(dataset, report_ids, **told)
        reports = _counted(brought.reports, "report")
        click.echo(f"{reports} brought back; {_counted(brought.changed, 'incident')} told by it again.", err=True)
        return
    if why is None:
        raise UsageError("A withdrawal needs its reason: --why 'retracted by the paper on 3 May'.")
    withdrawn = withdraw(dataset, report_ids, why=why, by=by, erasing=erasing, **told)
    for line in _lines(withdrawn, erasing=erasing):
        click.echo(line, err=True)


def _lines(withdrawn: Withdrawn, *, erasing: bool) -> list[str]:
    lines = [f"{report_id} was {'erased' if erasing else 'withdrawn'} before." for report_id in withdrawn.before]
    if not withdrawn.reports:
        return lines
    done = "erased, from every state and from the file" if erasing else "withdrawn"
    lines.append(f"{_counted(withdrawn.reports, 'report')} {done}")
    lines.append(f"{_counted(withdrawn.changed, 'incident')} derived anew, {withdrawn.gone:,} told by nothing any more")
    if erasing:
        lines.append("Copies and exports of the dataset that were made before still hold the words.")
    return lines


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
