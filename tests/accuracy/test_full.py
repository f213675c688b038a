"""The page of a full run holds what was measured, and every figure beside it says what it means."""

import json
from datetime import UTC, datetime

import pytest

from events.evaluate.builder import builder
from tests.accuracy.full import Corpus, corpora, full_run

BUILD = builder(now=lambda: datetime(2024, 1, 1, tzinfo=UTC))
RAID = {
    "id": "awsd:1",
    "text": "Gunmen killed 2 aid workers in Gao, Mali.",
    "published": "2020-01-05",
    "incidents": [{"country": "Mali", "event_type": "Shooting", "killed": {"best": 2}}],
}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("gold")
    (folder / "awsd_dev.jsonl").write_text(json.dumps(RAID), encoding="utf-8")
    return "\n".join(full_run(folder, build=BUILD))


def test_what_is_there_is_measured_and_what_is_not_is_left_out(page: str) -> None:
    assert "| killed, exact | 1.000 |" in page
    assert "### Short descriptions of incidents" in page
    assert "### Whole agency wires" not in page


def test_the_page_names_version_and_digest(page: str) -> None:
    assert "`awsd_dev.jsonl`, scored: 1, SHA-256 `" in page
    assert page.splitlines()[4].startswith("affray ")


def test_the_projects_own_corpora_stand_on_it(page: str) -> None:
    assert "| `coded` | " in page
    assert "| `dates-held` | 32 | `days.exact` |" in page


@pytest.mark.parametrize("corpus", corpora(), ids=lambda corpus: corpus.file)
def test_every_figure_says_what_it_means(corpus: Corpus) -> None:
    assert all(measure.means for measure in corpus.measure)
    assert all(anchor.means for anchor in corpus.anchor)
