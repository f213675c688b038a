"""`affray split`: an incident that is two."""

from pathlib import Path

import click

from events.commands.judging import changes, codebook_option, dataset_argument, heard, reasons
from events.judgements import judging

__all__ = ["command"]

HELP = """Say that mentions of an incident tell of another one: they leave it together.

\b
Example:
  affray split syria.duckdb i-dzrwumpa m-7ha2plqs m-k3vvo2aa --why "The second blast was an hour later, elsewhere"
"""


@click.command("split", help=HELP, short_help="Say that an incident is two.")
@dataset_argument
@click.argument("written", metavar="ID")
@click.argument("mentions", metavar="MENTION...", nargs=-1, required=True)
@reasons(is_needed=True)
@codebook_option
def command(
    *,
    dataset: Path,
    written: str,
    mentions: tuple[str, ...],
    why: str | None,
    made_by: str | None,
    codebook: Path | None,
) -> None:
    """Split, and print what became of it in one line."""
    outcome = heard(
        dataset, lambda hearing: judging.split(hearing, written, mentions), why=why, made_by=made_by, codebook=codebook
    )
    new = [incident_id for incident_id in outcome.after if incident_id not in outcome.before]
    stayed = [incident_id for incident_id in outcome.before if incident_id in outcome.after]
    for incident_id in stayed[:1]:
        told = changes(outcome.before[incident_id], outcome.after[incident_id])
        left = " and ".join(new) or "an incident that was there"
        click.echo(f"{incident_id} split, what left is {left} ({outcome.judgement_id}): {told}")
