"""The project's own event lists and stories, put together and scored; `python -m tests.accuracy` pins the floors."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from events.evaluate.builder import builder
from events.evaluate.floors import digest, read_floors, shortfalls
from events.evaluate.tasks import TASKS

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors")
THEN = datetime(2024, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("corpus", ["links", "links-held"])
def test_no_score_of_links_is_below_its_floor(corpus: str) -> None:
    floors = read_floors((FLOORS / f"{corpus}.toml").read_text(encoding="utf-8"))
    gold = ROOT / floors.corpus
    assert digest(gold.read_bytes()) == floors.corpus_sha256, "pin the changed corpus: python -m tests.accuracy"
    evaluation = TASKS["links"](gold, build=builder(now=lambda: THEN))
    assert shortfalls(floors, evaluation.measures) == []
