from io import StringIO

from rich.console import Console

from events.evaluate.coding import incident_from
from events.evaluate.gold import GoldReport
from events.evaluate.score import score_incidents
from events.evaluate.table import tables

CODED = {"event_type": "Battles", "sub_event_type": "Armed clash", "country": "Mali", "killed": 3}


def printed(*reports: GoldReport) -> str:
    console = Console(file=StringIO(), width=120)
    right = {**CODED, "status": "happened", "scope": "single"}
    for table in tables(score_incidents(reports, {"awsd:1": [right]})):
        console.print(table)
    return console.file.getvalue()  # type: ignore[attr-defined]


def line_with(words: str, text: str) -> list[str]:
    found = next(line for line in text.splitlines() if words in line)
    return [cell.strip() for cell in found.strip("│").split("│")]


def test_every_slot_stands_in_a_line_of_its_own() -> None:
    incident = incident_from({**CODED, "killed": 4}, source={"subset": True})
    text = printed(GoldReport(id="awsd:1", text="t", incidents=(incident,)))
    assert line_with("1 reports", text)[1:] == ["1", "1", "1", "1.000", "1.000", "1.000"]
    assert line_with("country", text)[1:4] == ["1", "1", "1"]
    assert line_with("pooled", text) == ["pooled", "4", "4", "3", "0.750", "0.750", "0.750"]
    assert line_with("killed, civilians alone", text)[1:] == ["1", "0", "0.000"]


def test_nothing_to_measure_is_a_dash() -> None:
    text = printed(GoldReport(id="two", text="t"))
    assert line_with("set aside", text)[1:] == ["0", "0", "-"]
    assert "Counts exact" not in text
