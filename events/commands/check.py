"""`affray check`: the proof of a dataset."""

import sys
from pathlib import Path

import click

from outputs.query.question import step
from outputs.query.session import locked
from outputs.query.statement import answering
from outputs.query.visible import visible
from outputs.store.check import check

__all__ = ["command"]

HELP = """Prove that every value of a dataset stands in a report, and that sums, ranges and references hold.

\b
Example:
  affray check syria.duckdb
"""


@click.command("check", help=HELP, short_help="Prove a dataset: quotes, sums, ranges, references.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
def command(dataset: Path) -> None:
    """Print what does not hold, one finding a line, and end with 1; or say what is proved."""
    with locked(dataset) as connection, answering():
        findings = check(connection)
        counts = connection.execute(step("census")).fetchall()[0]
    if findings:
        click.echo("\n".join(visible(str(finding)) for finding in findings))
        sys.exit(1)
    claims, reports, mentions, incidents = (f"{count:,}" for count in counts)
    click.echo(f"{dataset} is proved: {claims} claims of {reports} reports, {mentions} mentions, {incidents} incidents")
