"""A dataset of the Banjska clash, and lists of events to compare it with."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from events.build import build
from schemas.report import Report
from tests.events.coded.lists import NOW

TEXTS = {
    "Example Wire": "BANJSKA, Kosovo, Sept 24 - Armed men ambushed a police patrol near the village of Banjska in "
    "northern Kosovo on Sunday. One police officer and three gunmen were killed, police said.",
    "Example Post": "A Kosovo police officer was killed on Sunday when gunmen attacked a patrol in Banjska, northern "
    "Kosovo. Three attackers were killed in the clash that followed.",
}


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a dataset from two reports, once."""
    path = tmp_path_factory.mktemp("founded") / "kosovo.duckdb"
    reports = [
        Report.identified(
            text=text, media_type="text/plain", raw_sha256="0" * 64, publisher=publisher, published=NOW.date()
        )
        for publisher, text in TEXTS.items()
    ]
    build(reports, into=path, chosen={}, now=lambda: NOW)
    return path


@pytest.fixture
def dataset(founded: Path, tmp_path: Path) -> Path:
    """Give a copy of the dataset that a test may change."""
    return Path(shutil.copy(founded, tmp_path / "kosovo.duckdb"))


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str], Path]:
    """Give a function that writes a list."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write
