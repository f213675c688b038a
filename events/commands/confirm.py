"""`affray confirm`: an incident that is right."""

from pathlib import Path

import click

from events.commands.judging import changes, codebook_option, dataset_argument, heard, reasons
from events.judgements import judging

__all__ = ["command"]

HELP = """Say that an incident is right as it stands: its review_status says confirmed.

\b
Example:
  affray confirm syria.duckdb i-dzrwumpa --by "A. Haddad"
"""


@click.command("confirm", help=HELP, short_help="Say that an incident is right.")
@dataset_argument
@click.argument("written", metavar="ID")
@reasons(is_needed=False)
@codebook_option
def command(*, dataset: Path, written: str, why: str | None, made_by: str | None, codebook: Path | None) -> None:
    """Confirm, and print what changed in one line."""
    outcome = heard(
        dataset,
        lambda hearing: judging.confirm(hearing, written),
        why=why,
        made_by=made_by,
        codebook=codebook,
        is_why_needed=False,
    )
    for incident_id, before in outcome.before.items():
        told = changes(before, outcome.after.get(incident_id, {}))
        if told or len(outcome.before) == 1:
            click.echo(f"{incident_id} confirmed ({outcome.judgement_id}): {told or 'it was so already'}")
