"""What is compared: each side loads what it needs, then reads reports as often as it is asked to."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy

from events.build import build
from events.extract.extractor import extractor_named
from events.places.gazetteer import ensure_gazetteer
from events.settings import Settings
from schemas.report import Report

__all__ = ["BARE", "EXTRACTION", "SIDES", "Read"]

LONGEST = 100_000  # characters that spaCy is given at once; affray splits reports by itself
BARE = "bare spaCy pipeline"
EXTRACTION = "affray's extraction"
SETTINGS = Settings()

Read = Callable[[Iterable[Report]], None]


def load_bare_pipeline() -> Read:
    """Load the whole pipeline and give a function that runs reports through it."""
    language = spacy.load(SETTINGS.pipeline)

    def read(reports: Iterable[Report]) -> None:
        pieces = (report.text[at : at + LONGEST] for report in reports for at in range(0, len(report.text), LONGEST))
        for _ in language.pipe(pieces):
            pass

    return read


def load_extractor() -> Read:
    """Make affray's extractor and give a function that extracts reports."""
    extractor = extractor_named(SETTINGS.extractor, pipeline=SETTINGS.pipeline)

    def read(reports: Iterable[Report]) -> None:
        for _ in extractor.extract(reports):
            pass

    return read


def load_build() -> Read:
    """Give a function that builds a dataset of reports in this process and throws it away; it loads each time."""
    gazetteer = ensure_gazetteer()

    def read(reports: Iterable[Report]) -> None:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "bench.duckdb"
            build(reports, into=file, chosen={}, now=lambda: datetime.now(UTC), gazetteer=gazetteer)

    return read


SIDES: Mapping[str, Callable[[], Read]] = {
    BARE: load_bare_pipeline,
    EXTRACTION: load_extractor,
    "affray build, 1 worker, with its loading": load_build,
}
