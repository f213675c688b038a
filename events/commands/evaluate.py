"""`affray evaluate`: scores per field against coded reports."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from events.evaluate.builder import builder
from events.evaluate.tasks import TASKS, Evaluation, TaskOptions
from events.evaluate.unread import Unread
from events.llm.setup import EXTRACTOR, llm_choice
from outputs.export.destination import replacing
from outputs.query.visible import visible
from schemas.errors import UsageError

__all__ = ["command"]

SOMETHING_SET_ASIDE = 3
SHIPPED = "rules"
UNREAD_NAMED = 20

HELP = """Score what affray makes of reports that people have coded.

\b
Example:
  affray evaluate coded.jsonl
  affray evaluate coded.jsonl --format json --predictions predictions.jsonl
  affray evaluate coded.jsonl --errors wrong.html
  affray evaluate named.jsonl --task places --find
  affray evaluate coded.jsonl --extractor rules --extractor llm
"""


@click.command("evaluate", help=HELP, short_help="Score affray against coded reports.")
@click.argument("gold", metavar="GOLD.jsonl", type=click.Path(path_type=Path))
@click.option("--task", type=click.Choice(list(TASKS)), default="incidents", show_default=True, help="What is scored.")
@click.option(
    "--format",
    "as_format",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How the scores are printed.",
)
@click.option(
    "--predictions",
    metavar="FILE.jsonl",
    type=click.Path(path_type=Path),
    help="Write here all that affray tells of the reports, one mention (date, name) a line; a file there is replaced.",
)
@click.option(
    "--errors",
    metavar="FILE.html",
    type=click.Path(path_type=Path),
    help="Write here a page of all that is wrong, each report with its marks; a file there is replaced.",
)
@click.option(
    "--extractor",
    "extractors",
    metavar="NAME",
    multiple=True,
    help="An extractor; may be given again. [llm] is read from affray.toml beside GOLD. [default: rules]",
)
@click.option("--replay", is_flag=True, help="Take a language model's answers from the file of answers alone.")
@click.option("--find", is_flag=True, help="Find the names of places, too (task places).")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="How many processes read.")
@click.option("--include", "include", type=click.Choice(["crime"]), help="Tell ordinary crime, too.")
@click.option(
    "--gazetteer",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Another gazetteer than the machine's own.",
)
@click.option(
    "--codebook",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Your own TOML codebooks, laid over affray's.",
)
def command(
    *,
    gold: Path,
    task: str,
    as_format: str,
    predictions: Path | None,
    errors: Path | None,
    workers: int,
    gazetteer: Path | None,
    codebook: Path | None,
    include: str | None,
    find: bool,
    extractors: tuple[str, ...],
    replay: bool,
) -> None:
    """Print the scores, keep predictions and errors if asked to, and end with 3 if a report could not be read."""
    if find and task != "places":
        raise UsageError(f"--find is for names of places. Use it with --task places, not {task}.")
    named = tuple(dict.fromkeys(extractors)) or (SHIPPED,)
    if len(named) > 1 and (predictions or errors):
        raise UsageError("--predictions and --errors are of one extractor. Name one --extractor with them.")
    if replay and EXTRACTOR not in named:
        raise UsageError("--replay is for a language model. Use it with --extractor llm.")
    evaluations: dict[str, Evaluation] = {}
    with ExitStack() as kept:
        predictions_part, errors_part = (
            kept.enter_context(_kept(path, gold=gold, option=option)) if path else None
            for path, option in ((predictions, "--predictions"), (errors, "--errors"))
        )
        options = TaskOptions(errors=errors_part, codebook=codebook, gazetteer=gazetteer, find=find)
        for name in named:
            build = builder(
                now=lambda: datetime.now(UTC),
                workers=workers,
                gazetteer=gazetteer,
                codebook=codebook,
                include_crime=include is not None,
                extractor=None if name == SHIPPED else name,
                llm=llm_choice(gold, replay=replay) if name == EXTRACTOR else None,
            )
            evaluations[name] = TASKS[task](gold, build=build, options=options)
        if predictions_part:
            _write(evaluations[named[0]], predictions_part)
    _show(evaluations, as_format)
    warned = [_warn(evaluation.unread) for evaluation in evaluations.values()]
    if any(warned):
        sys.exit(SOMETHING_SET_ASIDE)


@contextmanager
def _kept(path: Path, *, gold: Path, option: str) -> Iterator[Path]:
    """Lend a new file in the place of `path`, which is refused before the work if it cannot be written."""
    if path.resolve() == gold.resolve():
        raise UsageError(f"{path} holds the coded reports. Name another file as {option}.")
    with replacing(path, force=True, dataset=gold) as part:
        yield part


def _write(evaluation: Evaluation, path: Path) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{json.dumps(row, default=str)}\n" for row in evaluation.predictions)


def _show(evaluations: Mapping[str, Evaluation], as_format: str) -> None:
    """Print the scores; those of several extractors under their names."""
    if as_format == "json":
        scores = {name: evaluation.scores for name, evaluation in evaluations.items()}
        click.echo(json.dumps(scores if len(scores) > 1 else next(iter(scores.values())), indent=2))
        return
    console = Console()
    for name, evaluation in evaluations.items():
        if len(evaluations) > 1:
            console.rule(visible(f"extractor: {name}"))
        for table in evaluation.tables:
            console.print(table)


def _warn(unread: Sequence[Unread]) -> bool:
    """Name the reports that the scores count as telling nothing; say whether affray failed on one."""
    for report in unread[:UNREAD_NAMED]:
        click.echo(visible(f"{report.id}: not read: {report.reason}"), err=True)
    if len(unread) > UNREAD_NAMED:
        click.echo(f"and {len(unread) - UNREAD_NAMED:,} more", err=True)
    failures = sum(report.is_failure for report in unread)
    if failures:
        click.echo(f"{failures:,} of the coded reports could not be read; the scores count them as silent.", err=True)
    return failures > 0
