"""Real answers of a real model, the smallest there is, replayed: what it invents stays out, what stands enters."""

import json
import shutil
from pathlib import Path

import pytest

from tests.events.commandline import Affray, Rows
from tests.events.llm.real import REPORTS, TABLE

RECORDED = Path(__file__).with_name("recorded.jsonl")


@pytest.fixture
def replayed(affray: Affray, tmp_path: Path) -> Path:
    (tmp_path / "affray.toml").write_text(TABLE.format(model="gemma", port=9))
    shutil.copy(RECORDED, tmp_path / "model.answers.jsonl")
    into = tmp_path / "model.duckdb"
    ended = affray("build", *sorted(REPORTS.glob("*.txt")), "--into", into, "--replay")
    assert ended.status == 3, "much is set aside"
    return into


def test_what_a_real_model_says_is_proved_or_set_aside(affray: Affray, replayed: Path, rows: Rows) -> None:
    assert affray("check", replayed).status == 0
    assert rows(replayed, "select count(*), count(*) filter (not extracted) from reports") == [(18, 1)]
    assert rows(replayed, "select outcome, from_cache, count(*) from llm_calls group by all order by all") == [
        ("answered", True, 17),
        ("cut-off", True, 1),
    ]
    ((claims,),) = rows(replayed, "select count(*) from claims where basis = 'quote'")
    ((set_aside,),) = rows(replayed, "select count(*) from rejects where reason = 'extraction'")
    assert 0 < claims < set_aside


def test_the_model_copied_the_example_and_none_of_it_entered(replayed: Path, rows: Rows) -> None:
    copied = [json.loads(line)["content"].count("Milima") for line in RECORDED.read_text().splitlines()]
    assert sum(map(bool, copied)) > 10
    assert (
        rows(replayed, "select * from claims where contains(coalesce(value, '') || coalesce(quote, ''), 'Milima')")
        == []
    )
    assert rows(replayed, "select count(*) > 10 from rejects where contains(detail, 'Milima')") == [(True,)]
