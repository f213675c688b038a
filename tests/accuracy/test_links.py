"""The project's own event lists and stories, put together and scored; `python -m tests.accuracy` pins the floors."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from events.evaluate.builder import builder
from events.evaluate.entries import entry_from
from events.evaluate.floors import digest, read_floors, shortfalls
from events.evaluate.link_scores import link_scores
from events.evaluate.linked_entries import link_entries
from events.evaluate.tasks import TASKS
from tests.events.link.world import coded_world

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors")
THEN = datetime(2024, 1, 1, tzinfo=UTC)
PRECISION, RECALL = 0.97, 0.91  # MELTT reached .956 and .862 on four lists of Nigeria 2011


@pytest.mark.parametrize("corpus", ["links", "links-held", "links-fresh"])
def test_no_score_of_links_is_below_its_floor(corpus: str) -> None:
    floors = read_floors((FLOORS / f"{corpus}.toml").read_text(encoding="utf-8"))
    gold = ROOT / floors.corpus
    assert digest(gold.read_bytes()) == floors.corpus_sha256, "pin the changed corpus: python -m tests.accuracy"
    evaluation = TASKS["links"](gold, build=builder(now=lambda: THEN))
    assert shortfalls(floors, evaluation.measures) == []


@pytest.mark.parametrize("texts", [True, False])
def test_three_lists_of_one_world_are_put_together(texts: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    entries = [entry_from(row) for row in coded_world(seed=11, incidents=1_000, texts=texts)]
    pairs = link_scores(entries, link_entries(entries).clusters).pairs
    assert (pairs.precision or 0.0) >= PRECISION
    assert (pairs.recall or 0.0) >= RECALL
