"""The builder that an evaluation uses: affray's own, in its settings as they are shipped."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from events.build import build
from events.evaluate.run import Builder
from events.extract.extractor import codebook_digest
from events.llm.choice import LlmChoice
from schemas.errors import ModelStopError
from sources.options import ReadOptions
from sources.read import read_sources

__all__ = ["builder"]


def builder(
    *,
    now: Callable[[], datetime],
    workers: int = 1,
    gazetteer: Path | None = None,
    codebook: Path | None = None,
    include_crime: bool = False,
    extractor: str | None = None,
    llm: LlmChoice | None = None,
) -> Builder:
    """Give the function that builds a dataset, its second argument, from the reports in the first.

    `extractor` is another than the built-in rules, `llm` how it asks a language model, if it does.
    """
    chosen: dict[str, object] = {} if codebook is None else {"codebook": codebook_digest(codebook)}
    if include_crime:
        chosen["include_crime"] = True
    if extractor is not None:
        chosen["extractor"] = extractor
    if llm is not None:
        chosen["llm"] = llm.kept

    def build_dataset(source: Path, dataset: Path) -> None:
        reports = read_sources([str(source)], ReadOptions())
        built = build(
            reports,
            into=dataset,
            chosen=chosen,
            now=now,
            workers=workers,
            gazetteer=gazetteer,
            codebook=codebook,
            llm=llm,
        )
        if built.stopped:
            raise ModelStopError(built.stopped)

    return build_dataset
