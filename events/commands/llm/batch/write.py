"""`affray llm batch write`: what a model would be asked, as a file for its provider."""

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import click

from events.commands.build import but_its_own
from events.llm.batch import batch_lines, pending_requests
from events.llm.cache import AnswerCache
from events.llm.choice import LlmChoice
from events.llm.setup import EXTRACTOR, llm_choice
from events.settings import read_settings_file, settings_to_come
from outputs.export.destination import replacing
from outputs.query.visible import visible
from outputs.store.connect import open_for_reading
from outputs.store.load import known_reports
from schemas.report import Reject, Report
from sources.options import ReadOptions
from sources.read import STANDARD_INPUT, read_sources

__all__ = ["command"]

SOMETHING_SET_ASIDE = 3
MOST = 50_000  # requests in one file of OpenAI's
AT_ONCE = 1_000

HELP = """Write what a model would be asked about reports that the dataset lacks, a request a line.

A request that has its answer is left out, so that writing again gives what is left. The names of the requests are
hashes of what is asked: sending one twice answers it once.

\b
Example:
  affray llm batch write articles/ --into sudan.duckdb --output requests.jsonl
"""


@click.command("write", help=HELP, short_help="What a model would be asked, as a file.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--into", metavar="FILE.duckdb", required=True, type=click.Path(path_type=Path), help="The dataset.")
@click.option("--output", metavar="FILE.jsonl", required=True, type=click.Path(path_type=Path), help="The requests.")
@click.option("--most", type=click.IntRange(min=1), default=MOST, show_default=True, help="Requests in the file.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def command(*, sources: tuple[str, ...], into: Path, output: Path, most: int, force: bool) -> None:
    """Write the requests, and end with 3 if a source could not be read."""
    chosen = {**read_settings_file(into), "extractor": EXTRACTOR}
    settings = settings_to_come(into, chosen)
    choice = llm_choice(into)
    cache = AnswerCache(Path(choice.cache or ""))
    rejects: list[Reject] = []
    reports = _new(into, _reports(sources, ReadOptions(date_order=settings.date_order), choice, into, rejects))
    requests = pending_requests(reports, choice, cache, include_crime=settings.include_crime)
    written = 0
    with replacing(output, force=force, dataset=into) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        for line in batch_lines(islice(requests, most), choice):
            file.write(f"{line}\n")
            written += 1
    left = next(requests, None) is not None
    for reject in rejects:
        click.echo(visible(f"{reject.path}: {reject.detail}"), err=True)
    click.echo(f"{written:,} requests written to {output}", err=True)
    if left:
        click.echo("There are more: write again once the answers to these are read.", err=True)
    if any(not reject.reason.is_warning for reject in rejects):
        sys.exit(SOMETHING_SET_ASIDE)


def _reports(
    sources: tuple[str, ...], options: ReadOptions, choice: LlmChoice, into: Path, rejects: list[Reject]
) -> Iterator[Report]:
    stdin = sys.stdin.buffer if STANDARD_INPUT in sources else None
    for item in but_its_own(into, read_sources(sources, options, stdin=stdin), choice):
        if isinstance(item, Report):
            yield item
        else:
            rejects.append(item)


def _new(into: Path, reports: Iterator[Report]) -> Iterator[Report]:
    """Leave out the reports that the dataset has."""
    if not into.exists():
        yield from reports
        return
    with open_for_reading(into) as connection:
        while some := list(islice(reports, AT_ONCE)):
            known = known_reports(connection, [report.report_id for report in some])
            yield from (report for report in some if report.report_id not in known)
