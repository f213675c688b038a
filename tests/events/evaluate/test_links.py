import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from events.commands.evaluate import command
from events.evaluate.entries import entry_from
from events.evaluate.linked_entries import link_entries
from schemas.errors import GoldError

BOMB: dict[str, Any] = {
    "date_start": "2011-08-26",
    "date_end": "2011-08-26",
    "lat": 9.06,
    "lon": 7.49,
    "event_type": "Suicide bomb",
    "actor1": "Boko Haram",
    "killed": 23,
    "text": "A car bomb tore through the house of the United Nations in Abuja.",
}


def row(name: str, source: str, cluster: str | None = None, **changes: object) -> dict[str, Any]:
    return {"id": name, "source": source, "cluster": cluster, **BOMB, **changes}


def clusters(*rows: dict[str, Any]) -> list[set[str]]:
    found = link_entries([entry_from(coded) for coded in rows]).clusters
    return [{name for name in found if found[name] == cluster} for cluster in sorted(set(found.values()))]


def test_rows_of_different_lists_on_one_incident_are_put_together() -> None:
    ged = row("b", "ucdp-ged", event_type=3, text=None, actor1="Jama'atu Ahlis Sunna Lidda'awati wal-Jihad")
    assert clusters(row("a", "acled"), ged) == [{"a", "b"}]


def test_a_list_tells_its_rows_apart() -> None:
    other = row("b", "acled", text="A bomb in a second car killed guests of a hotel two streets away.")
    assert clusters(row("a", "acled"), other) in ([{"a"}, {"b"}], [{"b"}, {"a"}])


def test_an_outlet_tells_an_incident_again() -> None:
    later = row("b", "Example Wire", killed=24, text="The toll of the car bomb at the United Nations in Abuja is 24.")
    assert clusters(row("a", "Example Wire"), later) == [{"a", "b"}]


def test_one_row_written_twice_is_one() -> None:
    assert clusters(row("a", "acled"), row("b", "acled")) == [{"a", "b"}]


def test_a_row_without_values_stands_alone() -> None:
    empty = {"id": "b"}
    assert {"b"} in clusters(row("a", "acled"), empty)


def test_the_command_scores_predicts_and_shows_what_is_wrong(tmp_path: Path) -> None:
    gold, kept, page = (tmp_path / name for name in ("gold.jsonl", "predictions.jsonl", "wrong.html"))
    rows = [
        row("a", "acled", "1"),
        row("b", "gtd", "1"),
        row("<c>", "scad", "2", text=None),
        row("d", "gtd", date_start=None),
    ]
    gold.write_text("".join(f"{json.dumps(coded)}\n" for coded in rows), encoding="utf-8")
    options = ["--task", "links", "--format", "json", "--predictions", str(kept), "--errors", str(page)]
    result = CliRunner().invoke(command, [str(gold), *options])
    assert result.exit_code == 0, result.output
    scores = json.loads(result.stdout)
    assert (scores["task"], scores["entries"], scores["left_out"]) == ("links", 3, 1)
    assert (scores["pairs"]["expected"], scores["pairs"]["given"], scores["pairs"]["correct"]) == (1, 3, 1)
    assert scores["sizes"]["3"]["given"] == 1
    lines = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["a", "b", "<c>", "d"]
    assert all(line["cluster"] for line in lines)
    written = page.read_text(encoding="utf-8")
    assert "<h2>&lt;c&gt;</h2>" in written
    assert "too many" in written
    assert "same day" in written


@pytest.mark.parametrize("line", ['{"source": "acled"}', '{"id": "a", "date_start": "2011-02-31"}', "[1]", "{"])
def test_a_line_that_is_no_entry_is_named(line: str, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(GoldError, match="line 1"):
        CliRunner().invoke(command, [str(gold), "--task", "links"], catch_exceptions=False, standalone_mode=False)
