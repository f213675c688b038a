"""A full run: affray on coded reports that are not part of the project, beside what others reached."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from events.evaluate.floors import digest
from events.evaluate.run import Builder
from events.evaluate.tasks import TASKS, TaskOptions
from schemas.record import Record
from tests.accuracy.corpora import CORPORA, task_of

__all__ = ["Corpus", "corpora", "full_run"]

ROOT = Path(__file__).parents[2]
FULL = Path(__file__).with_name("full.toml")
SHOWN_OF_A_DIGEST = 16
SINGLE_SLOT = "slots.overall."

HEAD = """# How accurate it is

<!-- Written by `python -m tests.accuracy --full FOLDER`, which measures anew; nothing here is typed in by hand. -->

affray {version}, its rules as they are shipped, offline, one answer for one report. Every figure comes out of
`affray evaluate`; what each means is in its row. Rules were mended against a part of each corpus, so expect a little
less on reports that nobody has seen: the corpora whose names end in `held` or `fresh` were scored and never read.
"""

OWN = """## The project's own reports

In [examples](../examples/README.md), written for this project. `make test` fails when one of these falls.

| corpus | scored | measure | score | SHA-256 |
|---|--:|---|--:|---|
"""

OTHERS = """## Coded reports of others

These files are not part of the project. Their digests say which version was measured.
"""


class Measure(Record):
    """A number among the scores, and what it means."""

    name: str
    path: str
    means: str


class Anchor(Record):
    """What somebody else reached, by a definition of their own."""

    who: str
    figures: str
    means: str


class Corpus(Record):
    """A file of coded reports, what is measured on it, and what others reached.

    `find`: names of places are found, too, and not only resolved.
    """

    file: str
    task: str
    find: bool = False
    name: str
    about: str
    measure: tuple[Measure, ...]
    anchor: tuple[Anchor, ...] = ()


def corpora() -> tuple[Corpus, ...]:
    """Read what a full run measures."""
    entries = tomllib.loads(FULL.read_text(encoding="utf-8"))["corpus"]
    return tuple(Corpus.model_validate(entry) for entry in entries)


def full_run(folder: Path, *, build: Builder, examples: Path = ROOT) -> Iterator[str]:
    """Measure everything that is there and give the page, part by part; a file that is missing is left out."""
    yield HEAD.format(version=metadata.version("affray"))
    yield OWN + "".join(_own_rows(examples, build))
    yield OTHERS
    for corpus in corpora():
        path = folder / corpus.file
        if path.exists() and corpus.task in TASKS:
            yield "\n".join(_section(corpus, path, build))


def _own_rows(examples: Path, build: Builder) -> Iterator[str]:
    for name in CORPORA:
        path = examples / name
        evaluation = TASKS[task_of(path.stem)](path, build=build)
        scored = _scored(evaluation.scores)
        for measure, score in evaluation.measures.items():
            if not measure.startswith(SINGLE_SLOT) or measure.endswith(".pooled"):
                yield f"| `{path.stem}` | {scored} | `{measure}` | {score:.3f} | `{_digest(path)}` |\n"


def _section(corpus: Corpus, path: Path, build: Builder) -> Iterator[str]:
    scores = TASKS[corpus.task](path, build=build, options=TaskOptions(find=corpus.find)).scores
    yield f"### {corpus.name}\n\n{corpus.about}\n"
    yield f"`{corpus.file}`, scored: {_scored(scores):,}, SHA-256 `{_digest(path)}`.\n"
    yield "| measure | affray | what it means |\n|---|--:|---|"
    for measure in corpus.measure:
        value = _at(scores, measure.path)
        yield f"| {measure.name} | {'-' if value is None else f'{value:.3f}'} | {measure.means} |"
    if corpus.anchor:
        yield "\n| others | figures | what they mean |\n|---|---|---|"
        yield from (f"| {anchor.who} | {anchor.figures} | {anchor.means} |" for anchor in corpus.anchor)
    yield ""


def _scored(scores: Mapping[str, Any]) -> int:
    """Count what was scored: reports, or the entries of a corpus of links."""
    return int(scores["reports"] if "reports" in scores else scores["entries"])


def _at(scores: Mapping[str, Any], path: str) -> float | None:
    """Follow a path of keys to a number; None where nothing was measured."""
    value: Any = scores
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _digest(path: Path) -> str:
    return digest(path.read_bytes())[:SHOWN_OF_A_DIGEST]
