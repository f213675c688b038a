"""`affray evaluate --extractor rules --extractor llm`: both scored on the same coded reports."""

import json
from pathlib import Path

import pytest

from tests.events.commandline import Affray
from tests.events.llm.scripted import BANJSKA, answer, banjska
from tests.events.llm.test_batch import result


@pytest.fixture
def gold(affray: Affray, tmp_path: Path) -> Path:
    (tmp_path / "affray.toml").write_text('[llm]\nmodel = "batched"\n')
    coded = {"country": "XK", "place": "Banjska", "date": "2023-09-24", "event_type": "Battles", "killed": {"best": 4}}
    report = {"id": "b", "text": BANJSKA, "published": "2023-09-25"}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({**report, "incidents": [coded]}) + "\n")
    (tmp_path / "r.jsonl").write_text(json.dumps(report) + "\n")
    asked = tmp_path / "requests.jsonl"
    affray("llm", "batch", "write", tmp_path / "r.jsonl", "--into", tmp_path / "gold.duckdb", "--output", asked)
    (tmp_path / "results.jsonl").write_text(result(json.loads(asked.read_text()), answer(banjska())))
    affray("llm", "batch", "read", tmp_path / "results.jsonl", "--into", tmp_path / "gold.duckdb")
    assert (tmp_path / "gold.answers.jsonl").exists()
    return path


def test_two_extractors_are_scored_side_by_side(affray: Affray, gold: Path) -> None:
    ended = affray("evaluate", gold, "--extractor", "rules", "--extractor", "llm", "--replay", "--format", "json")
    assert ended.status == 0, ended.err
    scores = json.loads(ended.out)
    assert list(scores) == ["rules", "llm"]
    table = affray("evaluate", gold, "--extractor", "rules", "--extractor", "llm", "--replay")
    assert "extractor: rules" in table.out
    assert "extractor: llm" in table.out


def test_one_extractor_is_scored_as_ever(affray: Affray, gold: Path) -> None:
    alone = affray("evaluate", gold, "--extractor", "llm", "--replay", "--format", "json")
    shipped = affray("evaluate", gold, "--format", "json")
    assert json.loads(alone.out).keys() == json.loads(shipped.out).keys()


def test_files_of_two_extractors_are_refused(affray: Affray, gold: Path) -> None:
    ended = affray(
        "evaluate", gold, "--extractor", "rules", "--extractor", "llm", "--predictions", gold.parent / "p.jsonl"
    )
    assert (ended.status, len(ended.lines)) == (2, 1)
