"""The builder that an evaluation uses: affray's own, with its settings as they are shipped."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from events.build import build
from events.evaluate.run import Builder
from sources.options import ReadOptions
from sources.read import read_sources

__all__ = ["builder"]


def builder(*, now: Callable[[], datetime], workers: int = 1, gazetteer: Path | None = None) -> Builder:
    """Give the function that builds a dataset, its second argument, from the reports in the first."""

    def build_dataset(source: Path, dataset: Path) -> None:
        reports = read_sources([str(source)], ReadOptions())
        build(reports, into=dataset, chosen={}, now=now, workers=workers, gazetteer=gazetteer)

    return build_dataset
