"""`affray add`: an incident that no extractor found."""

from pathlib import Path

import click

from events.commands.judging import codebook_of, codebook_option, dataset_argument, gazetteer_option, heard, reasons
from events.judgements import judging
from outputs.pages.headline import headline

__all__ = ["command"]

HELP = """Add an incident that no extractor found, at the words of a report that tell it.

\b
Where no date is said, it is on or before the day of the report. Other reports may join it, as they join any incident.

\b
Example:
  affray add mali.duckdb --report r-k2j4 --quote "shots at the well" sub_event_type=Attack place=Gao --why "No doubt"
"""


@click.command("add", help=HELP, short_help="Add an incident that no extractor found.")
@dataset_argument
@click.option("--report", metavar="ID", required=True, help="The report that tells it.")
@click.option("--quote", metavar="WORDS", required=True, help="Its words, as they stand in the report.")
@click.option("--nth", metavar="N", type=int, help="Which of them is meant, where they stand there more than once.")
@click.argument("words", metavar="FIELD=VALUE...", nargs=-1)
@reasons(is_needed=True)
@gazetteer_option
@codebook_option
def command(
    *,
    dataset: Path,
    report: str,
    quote: str,
    nth: int | None,
    words: tuple[str, ...],
    why: str | None,
    made_by: str | None,
    gazetteer: Path | None,
    codebook: Path | None,
) -> None:
    """Add, and print the incident in one line."""
    books = codebook_of(dataset, codebook)
    outcome = heard(
        dataset,
        lambda hearing: judging.add(hearing, report, quote, words, nth=nth, gazetteer=gazetteer, codebook=books),
        why=why,
        made_by=made_by,
        codebook=codebook,
    )
    for incident_id, after in outcome.after.items():
        if after != outcome.before.get(incident_id):
            joined = "joined" if incident_id in outcome.before else "added"
            click.echo(f"{incident_id} {joined} ({outcome.judgement_id}): {headline(after)}")
