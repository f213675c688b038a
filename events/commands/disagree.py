"""`affray disagree`: a second extractor beside the dataset's own."""

import json
import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from events.commands.progress import BuildProgress
from events.disagree.compare import Agreement, Comparison, Difference
from events.disagree.second import disagree
from events.llm.setup import EXTRACTOR, llm_choice
from events.settings import read_settings_file
from outputs.export.destination import replacing
from outputs.pages.disagreements import FieldRow, Told, disagreement_page
from outputs.query.visible import visible
from schemas.errors import UsageError
from schemas.report import Report

__all__ = ["command"]

SHOWN = 30
HEADINGS = ("agree", "differ", "only first", "only second", "alpha")

HELP = """Read a sample of the dataset's reports with a second extractor, and tell field by field where the two differ.

What the second one claims is kept apart (table second_claims) and derives nothing. Alpha is Krippendorff's: 1 is
agreement, 0 what chance gives. The sample is the same for the same seed.

\b
Example:
  affray disagree sudan.duckdb --extractor llm --sample 100
  affray disagree sudan.duckdb --extractor llm --sample 100 --output disagree.html
"""


@click.command("disagree", help=HELP, short_help="Set a second extractor beside the dataset's own.")
@click.argument("dataset", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--extractor", metavar="NAME", required=True, help="The second extractor.")
@click.option("--sample", type=click.IntRange(min=1), default=100, show_default=True, help="How many reports.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed, another sample.")
@click.option(
    "--format",
    "as_format",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How it is printed.",
)
@click.option(
    "--output", metavar="FILE.html", type=click.Path(path_type=Path), help="Write a page of both quotes here."
)
@click.option("--force", is_flag=True, help="Replace a page that is there.")
@click.option("--budget", metavar="AMOUNT", type=click.FloatRange(min=0), help="The most that the calls may cost.")
@click.option("--replay", is_flag=True, help="Take a language model's answers from the file of answers alone.")
@click.option("--workers", type=click.IntRange(min=1), default=None, help="How many processes. [default: all cores]")
@click.option("--gazetteer", metavar="FILE", type=click.Path(path_type=Path), help="Another than the machine's own.")
@click.option(
    "--codebook",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Your own TOML codebooks, laid over affray's.",
)
@click.option("--quiet", is_flag=True, help="No progress.")
def command(
    *,
    dataset: Path,
    extractor: str,
    sample: int,
    seed: int,
    as_format: str,
    output: Path | None,
    force: bool,
    budget: float | None,
    replay: bool,
    workers: int | None,
    gazetteer: Path | None,
    codebook: Path | None,
    quiet: bool,
) -> None:
    """Read, compare, and print."""
    if extractor != EXTRACTOR and (budget is not None or replay):
        raise UsageError("--budget and --replay are for a language model. Use them with --extractor llm.")
    if codebook is None and (filed := read_settings_file(dataset).get("codebook")):
        codebook = Path(filed)
    llm = llm_choice(dataset, budget=budget, replay=replay) if extractor == EXTRACTOR else None
    with BuildProgress(total=0, quiet=quiet) as progress:
        comparison, reports = disagree(
            dataset,
            extractor=extractor,
            sample=sample,
            seed=seed,
            now=lambda: datetime.now(UTC),
            llm=llm,
            workers=workers or os.cpu_count() or 1,
            gazetteer=gazetteer,
            codebook=codebook,
            progress=progress,
        )
    if output:
        title = f"The dataset's extractor and {extractor} on {comparison.reports:,} reports"
        names = ("first", extractor)
        rows = [FieldRow(one.field, _numbers(one)) for one in comparison.agreements]
        with replacing(output, force=force, dataset=dataset) as part, part.open("w", encoding="utf-8") as file:
            told = _by_report(comparison.differences, reports)
            file.writelines(disagreement_page(names, HEADINGS, rows, told, title=title))
    _show(comparison, as_format)


def _by_report(
    differences: Sequence[Difference], reports: dict[str, Report]
) -> Iterator[tuple[str, str, str, list[Told]]]:
    for report_id, some in groupby(differences, key=lambda difference: difference.report_id):
        report = reports[report_id]
        told = [Told(d.field, d.first, d.first_quote, d.second, d.second_quote) for d in some]
        yield report_id, report.title or report.external_id or report_id, report.text, told


def _numbers(one: Agreement) -> tuple[str, ...]:
    alpha = "" if one.alpha is None else f"{one.alpha:.2f}"
    return (f"{one.agree:,}", f"{one.differ:,}", f"{one.only_first:,}", f"{one.only_second:,}", alpha)


def _show(comparison: Comparison, as_format: str) -> None:
    if as_format == "json":
        click.echo(json.dumps(comparison.model_dump(), indent=2, ensure_ascii=True))
        return
    table = Table(title=f"two extractors on {comparison.reports:,} reports")
    for heading in ("field", *HEADINGS):
        table.add_column(heading, justify="left" if heading == "field" else "right")
    for one in comparison.agreements:
        table.add_row(one.field, *_numbers(one))
    Console().print(table)
    for difference in comparison.differences[:SHOWN]:
        click.echo(visible(_line(difference)))
    more = len(comparison.differences) - SHOWN
    if more > 0:
        click.echo(f"... and {more:,} more; --output FILE.html shows all with their words.", err=True)


def _line(one: Difference) -> str:
    sides = (_side(one.first, one.first_quote), _side(one.second, one.second_quote))
    return f"{one.report_id} {one.field}: {sides[0]} | {sides[1]}"


def _side(value: str | None, quote: str | None) -> str:
    words = f' "{" ".join(quote.split())[:80]}"' if quote else ""
    return f"{'–' if value is None else value}{words}"
