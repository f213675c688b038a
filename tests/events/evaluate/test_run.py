import json
from pathlib import Path

import pytest

from events.evaluate.gold import GoldReport
from events.evaluate.run import predict
from events.evaluate.tasks import TASKS
from outputs.store.connect import open_for_writing
from schemas.errors import GoldError

CODED = {
    "id": "clash-1",
    "text": "Three died in a clash in Mali on 1 January 2020.",
    "published": "2020-01-02",
    "title": None,
    "incidents": [
        {
            "date": "2020-01-01",
            "country": "Mali",
            "event_type": "Battles",
            "sub_event_type": "Armed clash",
            "killed": {"best": 3},
        }
    ],
}


def build_a_clash_of_every_report(source: Path, dataset: Path) -> None:
    """Tell the same clash of every report, and of the report "clash-1" a denied one, too."""
    insert_report = "insert into reports (report_id, external_id, text) values ($1, $2, $3)"
    insert_mention = """
        insert into mention_facts
        (mention_id, report_id, status, scope, date_start, date_end, country_code,
            event_type, sub_event_type, killed)
        values ($1, $2, $3, 'single', date '2020-01-01', date '2020-01-01', 'ML',
            'Battles', 'Armed clash', 3)
    """
    with open_for_writing(dataset) as connection:
        for line in source.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            connection.execute(insert_report, [f"r-{entry['id']}", entry["id"], entry["text"]])
            connection.execute(insert_mention, [f"m-{entry['id']}", f"r-{entry['id']}", "happened"])
            if entry["id"] == "clash-1":
                connection.execute(insert_mention, ["m-denied", f"r-{entry['id']}", "denied"])


def never(*_: Path) -> None:
    pytest.fail("nothing is to be built")


def gold_file(folder: Path, *entries: object) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(f"{json.dumps(entry)}\n" for entry in entries), encoding="utf-8")
    return path


def test_affray_is_shown_the_reports_and_nothing_of_their_coding(tmp_path: Path) -> None:
    shown: list[str] = []

    def build(source: Path, dataset: Path) -> None:
        shown.extend(source.read_text(encoding="utf-8").splitlines())
        build_a_clash_of_every_report(source, dataset)

    gold = [GoldReport(id="a", text="Two lines\u2028of text", published="2 January", publisher="Wire")]
    predict(gold, build=build, folder=tmp_path)
    assert [json.loads(line) for line in shown] == [
        {"id": "a", "text": "Two lines\u2028of text", "published": "2 January", "publisher": "Wire"}
    ]


def test_every_row_of_mentions_is_a_prediction_scored_or_not(tmp_path: Path) -> None:
    evaluation = TASKS["incidents"](gold_file(tmp_path, CODED), build=build_a_clash_of_every_report)
    assert [(row["external_id"], row["status"]) for row in evaluation.predictions] == [
        ("clash-1", "happened"),
        ("clash-1", "denied"),
    ]
    assert {"mention_id", "incident_id", "place_as_written", "killed_unknown", "confidence"} <= set(
        evaluation.predictions[0]
    )
    assert evaluation.scores["incidents"] == {
        "expected": 1,
        "given": 1,
        "correct": 1,
        "recall": 1.0,
        "precision": 1.0,
        "f1": 1.0,
    }


def test_a_report_on_which_the_extractor_failed_is_told_with_its_reason(tmp_path: Path) -> None:
    def build(source: Path, dataset: Path) -> None:
        build_a_clash_of_every_report(source, dataset)
        with open_for_writing(dataset) as connection:
            connection.execute("update reports set extracted = external_id <> 'clash-1'")
            connection.execute("insert into rejects values ('r-clash-1', null, 'extraction', 'It failed.', 1)")

    evaluation = TASKS["incidents"](gold_file(tmp_path, CODED, {**CODED, "id": "clash-2"}), build=build)
    assert [(unread.id, unread.reason, unread.is_failure) for unread in evaluation.unread] == [
        ("clash-1", "It failed.", True)
    ]


def test_a_broken_gold_is_told_before_anything_is_built(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="line 2"):
        TASKS["incidents"](gold_file(tmp_path, CODED, {"id": 1}), build=never)
