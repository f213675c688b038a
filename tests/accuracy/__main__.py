"""Pin the floors of the accuracy tests to what is reached now.

    python -m tests.accuracy
    python -m tests.accuracy --full ../shared/gold
    python -m tests.accuracy examples/coded.jsonl --lower slots.overall.date --reason "harder reports"

A floor rises by itself. One that would fall is refused unless `--lower` names it and `--reason` says why;
the reason stays in the file. `--full` pins nothing: it measures on all coded reports of a folder and writes
docs/accuracy.md.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from events.evaluate.builder import builder
from events.evaluate.floors import digest, read_floors, repinned, written
from events.evaluate.tasks import TASKS
from schemas.errors import AffrayError
from tests.accuracy.corpora import CORPORA, task_of
from tests.accuracy.full import full_run

PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"
FLOORS = Path(__file__).with_name("floors")


@click.command(help=__doc__)
@click.argument("corpora", metavar="[CORPUS.jsonl]...", nargs=-1)
@click.option("--lower", multiple=True, metavar="MEASURE", help="A floor that may fall.")
@click.option("--reason", help="Why it may fall.")
@click.option("--full", metavar="FOLDER", type=click.Path(exists=True, path_type=Path), help="Coded reports of others.")
def main(corpora: tuple[str, ...], lower: tuple[str, ...], reason: str | None, full: Path | None) -> None:
    """Pin each corpus in a file of its own, or write the page of a full run."""
    if full is not None:
        page = "\n".join(full_run(full, build=builder(now=lambda: datetime.now(UTC), workers=os.cpu_count() or 1)))
        PAGE.write_text(page.rstrip() + "\n", encoding="utf-8", newline="\n")
        click.echo(f"Written: {PAGE}", err=True)
        return
    for corpus in corpora or CORPORA:
        try:
            _pin(Path(corpus), lower=lower, reason=reason)
        except AffrayError as error:
            raise click.ClickException(str(error)) from error


def _pin(corpus: Path, *, lower: tuple[str, ...], reason: str | None) -> None:
    path = FLOORS / f"{corpus.stem}.toml"
    before = read_floors(path.read_text(encoding="utf-8")) if path.exists() else None
    evaluation = TASKS[task_of(corpus.stem)](corpus, build=builder(now=lambda: datetime.now(UTC)))
    floors = repinned(
        before,
        evaluation.measures,
        corpus=corpus.as_posix(),
        corpus_sha256=digest(corpus.read_bytes()),
        lower=lower,
        reason=reason,
    )
    path.parent.mkdir(exist_ok=True)
    path.write_text(written(floors), encoding="utf-8", newline="\n")
    click.echo(f"{len(floors.floors)} floors in {path}", err=True)


if __name__ == "__main__":
    main()
