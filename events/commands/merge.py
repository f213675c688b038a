"""`affray merge`: several incidents that are one."""

from pathlib import Path

import click

from events.commands.judging import changes, codebook_option, dataset_argument, heard, reasons
from events.judgements import judging

__all__ = ["command"]

HELP = """Say that incidents are one: all their mentions belong together from now on.

\b
One of the ids goes on, the others are retired and lead to it.

\b
Example:
  affray merge syria.duckdb i-dzrwumpa i-4kq2wxyz --why "Both tell of the market, one by its old name"
"""


@click.command("merge", help=HELP, short_help="Say that incidents are one.")
@dataset_argument
@click.argument("written", metavar="ID ID...", nargs=-1, required=True)
@reasons(is_needed=True)
@codebook_option
def command(
    *, dataset: Path, written: tuple[str, ...], why: str | None, made_by: str | None, codebook: Path | None
) -> None:
    """Merge, and print what became of it in one line."""
    outcome = heard(
        dataset, lambda hearing: judging.merge(hearing, written), why=why, made_by=made_by, codebook=codebook
    )
    kept = [incident_id for incident_id in outcome.before if incident_id in outcome.after]
    gone = [incident_id for incident_id in outcome.before if incident_id not in outcome.after]
    for incident_id in kept[:1]:
        told = changes(outcome.before[incident_id], outcome.after[incident_id])
        click.echo(f"{' and '.join(gone)} merged into {incident_id} ({outcome.judgement_id}): {told}")
