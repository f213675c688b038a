"""`affray evaluate`: scores per field against coded reports."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from events.evaluate.builder import builder
from events.evaluate.tasks import TASKS, Evaluation
from outputs.export.destination import replacing
from schemas.errors import UsageError

__all__ = ["command"]

HELP = """Score what affray makes of reports that people have coded.

\b
Example:
  affray evaluate coded.jsonl
  affray evaluate coded.jsonl --format json --predictions predictions.jsonl
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
    help="Write here all that affray tells of the reports, one mention a line; a file there is replaced.",
)
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="How many processes read.")
@click.option(
    "--gazetteer",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Another gazetteer than the machine's own.",
)
def command(
    gold: Path, *, task: str, as_format: str, predictions: Path | None, workers: int, gazetteer: Path | None
) -> None:
    """Print the scores, and keep the predictions if asked to."""

    def evaluated() -> Evaluation:
        build = builder(now=lambda: datetime.now(UTC), workers=workers, gazetteer=gazetteer)
        return TASKS[task](gold, build=build)

    evaluation = evaluated() if predictions is None else _keeping(evaluated, predictions, gold=gold)
    if as_format == "json":
        click.echo(json.dumps(evaluation.scores, indent=2))
        return
    console = Console()
    for table in evaluation.tables:
        console.print(table)


def _keeping(evaluated: Callable[[], Evaluation], predictions: Path, *, gold: Path) -> Evaluation:
    """Write what was predicted into a file, which is refused before the work if it cannot be written."""
    if predictions.resolve() == gold.resolve():
        raise UsageError(f"{predictions} holds the coded reports. Name another file as --predictions.")
    with replacing(predictions, force=True, dataset=gold) as part:
        evaluation = evaluated()
        with part.open("x", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{json.dumps(row, default=str)}\n" for row in evaluation.predictions)
    return evaluation
