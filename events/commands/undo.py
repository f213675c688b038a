"""`affray undo`: a judgement taken back."""

from pathlib import Path

import click

from events.commands.judging import changes, codebook_option, dataset_argument, heard, reasons
from events.judgements import judging

__all__ = ["command"]

HELP = """Take back what a person has said: the values are again as if nobody had, and the judgement stays on record.

\b
JUDGEMENT is the id that the command printed; `affray query FILE "from judgements"` lists them all.

\b
Example:
  affray undo syria.duckdb j-q5d2laxw --why "The list was of another day"
"""


@click.command("undo", help=HELP, short_help="Take back a correction or another judgement.")
@dataset_argument
@click.argument("written", metavar="JUDGEMENT")
@reasons(is_needed=False)
@codebook_option
def command(*, dataset: Path, written: str, why: str | None, made_by: str | None, codebook: Path | None) -> None:
    """Undo, and print what changed in one line."""
    outcome = heard(
        dataset,
        lambda hearing: judging.undo(hearing, written),
        why=why,
        made_by=made_by,
        codebook=codebook,
        is_why_needed=False,
    )
    told = [
        f"{incident_id}: {changes(before, outcome.after[incident_id])}"
        if incident_id in outcome.after
        else f"{incident_id} is gone"
        for incident_id, before in outcome.before.items()
        if before != outcome.after.get(incident_id)
    ]
    told += [f"{incident_id} is there again" for incident_id in outcome.after if incident_id not in outcome.before]
    click.echo(f"{outcome.judgement_id} undone: {' | '.join(told) or 'nothing else changed'}")
