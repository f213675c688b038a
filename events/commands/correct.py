"""`affray correct`: an incident's values as a person knows them."""

from pathlib import Path

import click

from events.commands.judging import (
    changes,
    codebook_of,
    codebook_option,
    dataset_argument,
    gazetteer_option,
    heard,
    reasons,
)
from events.judgements import judging

__all__ = ["command"]

HELP = """Correct what is wrong in an incident: what a person says outranks every report, those to come as well.

\b
ID is that of the incident or of one of its mentions, or the beginning of one. Fields are the columns of the view
incidents; docs/correcting.md tells how each is written.

\b
Example:
  affray correct syria.duckdb i-dzrwumpa killed=4 --why "The hospital's list has four names" --by "A. Haddad"
  affray correct syria.duckdb i-dzrwumpa place=Hama date=2023-09-24 --why "Stringer's call"
"""


@click.command("correct", help=HELP, short_help="Correct an incident's values.")
@dataset_argument
@click.argument("written", metavar="ID")
@click.argument("words", metavar="FIELD=VALUE...", nargs=-1)
@reasons(is_needed=True)
@gazetteer_option
@codebook_option
def command(
    *,
    dataset: Path,
    written: str,
    words: tuple[str, ...],
    why: str | None,
    made_by: str | None,
    gazetteer: Path | None,
    codebook: Path | None,
) -> None:
    """Correct, and print what changed in one line."""
    books = codebook_of(dataset, codebook)
    outcome = heard(
        dataset,
        lambda hearing: judging.correct(hearing, written, words, gazetteer=gazetteer, codebook=books),
        why=why,
        made_by=made_by,
        codebook=codebook,
    )
    for incident_id, before in outcome.before.items():
        told = changes(before, outcome.after.get(incident_id, {}))
        if told or len(outcome.before) == 1:
            click.echo(f"{incident_id} corrected ({outcome.judgement_id}): {told or 'it was so already'}")
