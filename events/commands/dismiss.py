"""`affray dismiss`: an incident that is none."""

from pathlib import Path

import click

from events.commands.judging import changes, codebook_option, dataset_argument, heard, reasons
from events.judgements import judging

__all__ = ["command"]

HELP = """Say that an incident is none: it stays in the dataset, and its review_status says dismissed.

\b
Example:
  affray dismiss syria.duckdb i-dzrwumpa --why "An anniversary of the attack of 2013"
"""


@click.command("dismiss", help=HELP, short_help="Say that an incident is none.")
@dataset_argument
@click.argument("written", metavar="ID")
@reasons(is_needed=True)
@codebook_option
def command(*, dataset: Path, written: str, why: str | None, made_by: str | None, codebook: Path | None) -> None:
    """Dismiss, and print what changed in one line."""
    outcome = heard(
        dataset, lambda hearing: judging.dismiss(hearing, written), why=why, made_by=made_by, codebook=codebook
    )
    for incident_id, before in outcome.before.items():
        told = changes(before, outcome.after.get(incident_id, {}))
        if told or len(outcome.before) == 1:
            click.echo(f"{incident_id} dismissed ({outcome.judgement_id}): {told or 'it was so already'}")
